"""Which directory this PC uses: the practice's own, which begins as the starter, or the example
practice's.
"""

from enum import StrEnum
from pathlib import Path

from signpost.errors import NotAvailable

CHOICE_FILE = "directory.txt"


class DirectoryName(StrEnum):
    """A directory that comes with the program."""

    STARTER = "starter"
    EXAMPLE = "example"


def directory_in_use(data_dir: Path | None) -> DirectoryName:
    """What this PC chose; the starter when it chose nothing or has no data folder yet."""
    try:
        chosen = (data_dir / CHOICE_FILE).read_text("utf-8").strip() if data_dir else ""
    except (OSError, UnicodeDecodeError):
        chosen = ""
    return DirectoryName.EXAMPLE if chosen == DirectoryName.EXAMPLE else DirectoryName.STARTER


def use_directory(data_dir: Path, name: DirectoryName) -> None:
    """From now on this PC uses that directory. Raises NotAvailable."""
    half = data_dir / f"{CHOICE_FILE}.half"
    try:
        half.write_text(f"{name.value}\n", "utf-8")
        half.replace(data_dir / CHOICE_FILE)
    except OSError as error:
        raise NotAvailable(
            f"The choice of directory could not be kept in {data_dir} ({error.strerror}).",
            "Check that the folder can be written and try again.",
        ) from error
