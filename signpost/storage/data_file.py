"""A database file with the key that opens it."""

from dataclasses import dataclass
from pathlib import Path

from signpost.errors import NotAvailable
from signpost.storage.driver import is_plain
from signpost.storage.key_file import KeyFile


@dataclass(frozen=True)
class DataFile:
    """A database file and the key that opens it; None for a plain one."""

    path: Path
    key: str | None


def data_file(path: Path) -> DataFile:
    """A database file that is there, with this PC's key for it if it is locked.

    Raises NotAvailable when it is locked and this PC has no key.
    """
    if is_plain(path):
        return DataFile(path, None)
    key = KeyFile(path.parent).read()
    if key is None:
        raise NotAvailable(
            f"The data file {path} is locked, and this PC has no key for it (or it is damaged).",
            "Type the recovery code that was printed at set-up: signpost data unlock.",
        )
    return DataFile(path, key)
