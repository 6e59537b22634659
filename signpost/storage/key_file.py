"""Where this PC keeps the data file's key: every staff account of the PC can read it, nobody else.

Windows: wrapped with DPAPI for this machine, in the data folder's access-controlled subfolder.
macOS: the System keychain where it may be written, else the file. Linux: a file that only its
owner and the group of the data folder can read. Backups never hold it.
"""

import os
import subprocess
import sys
from pathlib import Path

from signpost.errors import NotAvailable
from signpost.storage.driver import KEY_DIGITS
from signpost.storage.machine_secret import unwrapped, wrapped

FOLDER, NAME = "key", "signpost.key"
_SERVICE = "Signpost data file"
_SYSTEM_KEYCHAIN = "/Library/Keychains/System.keychain"
_RIGHTS = "Check the rights to the data folder, then start Signpost again."


class KeyFile:
    """The key of one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / FOLDER / NAME

    def read(self) -> str | None:
        """The key, 64 hex digits; None when this PC has none. Raises NotAvailable."""
        if sys.platform == "darwin":
            found = _keychain("find-generic-password", "-a", str(self._file), "-w")
            if found is not None:
                return _checked(found)
        try:
            kept = self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise NotAvailable("The data file's key cannot be read.", _RIGHTS) from error
        return _checked(unwrapped(kept).decode("ascii", "replace").strip())

    def keep(self, key: str) -> None:
        """Keep the key in place of any other. Raises NotAvailable."""
        if sys.platform == "darwin":
            kept = _keychain("add-generic-password", "-U", "-A", "-a", str(self._file), "-w", key)
            if kept is not None:
                return
        half = self._file.with_suffix(".half")
        try:
            self._file.parent.mkdir(mode=0o750, exist_ok=True)
            with os.fdopen(
                os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640), "wb"
            ) as out:
                out.write(wrapped(key.encode("ascii")))
                out.flush()
                os.fsync(out.fileno())
            half.replace(self._file)
        except OSError as error:
            raise NotAvailable("The data file's key cannot be kept.", _RIGHTS) from error


def _checked(key: str) -> str:
    if len(key) == KEY_DIGITS and all(digit in "0123456789abcdef" for digit in key):
        return key
    raise NotAvailable(
        "The data file's key on this PC is damaged.",
        "Type the recovery code that was printed when Signpost was set up.",
    )


def _keychain(deed: str, *words: str) -> str | None:
    """What macOS' security tool answers; None when it refuses or is not there."""
    command = ["/usr/bin/security", deed, "-s", _SERVICE, *words, _SYSTEM_KEYCHAIN]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)  # noqa: S603 - fixed program, own words
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None
