"""A directory for the command line: the starter, the example practice's, a file, or this PC's own;
in memory, and only read.
"""

from dataclasses import dataclass
from pathlib import Path

from signpost.domain.directory import Directory
from signpost.domain.faults import ContentFault
from signpost.domain.place import PRACTICE
from signpost.errors import UserMistake
from signpost.exchange.directory_file import read_directory
from signpost.storage.database import FILE_NAME, Database
from signpost.usecases.choose_directory import DirectoryName, directory_in_use
from signpost.usecases.fill_directory import sources_of


@dataclass(frozen=True)
class NamedDirectory:
    """A directory in memory, what was wrong with its files, and whether it is an invented one."""

    directory: Directory
    faults: tuple[ContentFault, ...] = ()
    is_example: bool = False


def read_named(typed: str | None, data_dir: Path | None) -> NamedDirectory:
    """`starter`, `example`, a file or folder of CSV, or (None) what this PC uses.

    Raises UserMistake, and NotAvailable when the PC's database cannot be opened.
    """
    if typed is None:
        own = _own(data_dir) if directory_in_use(data_dir) is DirectoryName.STARTER else None
        return _read(directory_in_use(data_dir)) if own is None else NamedDirectory(own)
    if typed in set(DirectoryName):
        return _read(DirectoryName(typed))
    path = Path(typed)
    if not path.exists():
        raise UserMistake("directory", f"There is no file {path}. Say starter, example or a file.")
    found = read_directory(path)
    return NamedDirectory(found.directory, found.faults)


def _read(name: DirectoryName) -> NamedDirectory:
    found = read_directory(*sources_of(name))
    return NamedDirectory(found.directory, found.faults, name is DirectoryName.EXAMPLE)


def _own(data_dir: Path | None) -> Directory | None:
    """What the practice keeps in its database; None, and nothing is made, when it has none yet."""
    if data_dir is None or not (data_dir / FILE_NAME).exists():
        return None
    database = Database(data_dir)
    try:
        with database.reading() as stores:
            store = stores.directory()
            if not store.generation():
                return None
            at = store.places([PRACTICE]).get(PRACTICE)
            return Directory(store.every_service(), at.location.position if at else None)
    finally:
        database.close()
