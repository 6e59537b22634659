"""Where things are: what came with the program, and this PC's data. Computed when asked, never at
import.
"""

import os
import sys
from pathlib import Path

from signpost.errors import NotAvailable
from signpost.storage.data_folder import fault_of_folder, is_writable, make_shared

DATA_DIR_VARIABLE = "SIGNPOST_DATA_DIR"


def bundled(name: str) -> Path:
    """Something that came with the program, by its path in the source tree, such as
    `resources/fonts`.
    """
    root = getattr(sys, "_MEIPASS", None)
    return (Path(root) if root else Path(__file__).resolve().parent.parent) / name


def data_dir(override: Path | None = None) -> Path:
    """This PC's data folder, made when it is not there.

    `override` (from --data-dir), then SIGNPOST_DATA_DIR, then the folder that all users of this PC
    share, then the user's own. Raises NotAvailable for a folder on a network or in a synchronised
    or roaming place, and when it cannot be written.
    """
    typed = override or os.environ.get(DATA_DIR_VARIABLE, "")
    chosen = Path(typed).expanduser().absolute() if typed else _this_pcs()
    fault = fault_of_folder(chosen)
    if fault:
        raise NotAvailable(
            f"Signpost cannot keep its data in {chosen}: {fault}.",
            "Choose a folder on this PC's own disk with --data-dir or SIGNPOST_DATA_DIR.",
        )
    try:
        chosen.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotAvailable(f"The data folder {chosen} cannot be made.", _RIGHTS) from error
    if not is_writable(chosen):
        raise NotAvailable(f"The data folder {chosen} cannot be written.", _RIGHTS)
    return chosen


def existing_data_dir(override: Path | None = None) -> Path | None:
    """This PC's data folder if there is one; None otherwise. Makes and changes nothing."""
    typed = override or os.environ.get(DATA_DIR_VARIABLE, "")
    chosen = Path(typed).expanduser().absolute() if typed else None
    if chosen is None:
        shared = _shared_folder()
        chosen = shared if shared.is_dir() else _own_folder()
    return chosen if chosen.is_dir() else None


_RIGHTS = "Check the rights to it, or choose another with --data-dir or SIGNPOST_DATA_DIR."


def _this_pcs() -> Path:
    shared = _shared_folder()
    if shared.is_dir() and is_writable(shared):
        return shared
    if make_shared(shared):
        return shared
    return _own_folder()


def _own_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - needed only where no folder is shared

    return user_data_path("Signpost", appauthor=False, roaming=False)


def _shared_folder() -> Path:
    """The folder of all users: made by Signpost on Windows, elsewhere only used when an
    administrator made it.
    """
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "Signpost"
    return Path("/Users/Shared/Signpost" if sys.platform == "darwin" else "/var/lib/signpost")
