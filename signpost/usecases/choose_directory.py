"""Which directory this PC uses: the starter, or the example practice's. Reads files only, never
the database.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.directory_file import DirectoryFile, read_directory
from signpost.paths import bundled

CHOICE_FILE = "directory.txt"


class DirectoryName(StrEnum):
    """A directory that comes with the program."""

    STARTER = "starter"
    EXAMPLE = "example"


@dataclass(frozen=True)
class ChosenDirectory:
    """The directory in use. `is_example` forces rehearsal: it is not a real practice's."""

    file: DirectoryFile
    is_example: bool


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


def read_chosen(name: DirectoryName) -> ChosenDirectory:
    """The directory of that name."""
    seed = bundled("directory_seed")
    if name is DirectoryName.EXAMPLE:
        return ChosenDirectory(read_directory(seed / "starter", seed / "example"), is_example=True)
    return ChosenDirectory(read_directory(seed / "starter"), is_example=False)


def read_named(typed: str | None, data_dir: Path | None) -> ChosenDirectory:
    """`starter`, `example`, a file or folder of CSV, or (None) this PC's own. Raises
    UserMistake.
    """
    if typed is None:
        return read_chosen(directory_in_use(data_dir))
    if typed in set(DirectoryName):
        return read_chosen(DirectoryName(typed))
    path = Path(typed)
    if not path.exists():
        raise UserMistake("directory", f"There is no file {path}. Say starter, example or a file.")
    return ChosenDirectory(read_directory(path), is_example=False)
