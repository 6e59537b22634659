"""The directory in use: filled at the first start, with its index, ready to be searched.

What it needs is imported when a directory is opened: the desk is built while the window waits.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.domain.faults import ContentFault
from signpost.storage.database import Database
from signpost.usecases.choose_directory import DirectoryName
from signpost.usecases.directory_deeds import DirectoryDeeds, directory_deeds

if TYPE_CHECKING:
    from signpost.storage.search.stored_directory import StoredDirectory
    from signpost.usecases.find_services import FindServices
    from signpost.usecases.prepare_search import PrepareSearch


@dataclass(frozen=True)
class OpenedDirectory:
    """A directory that is being searched. `is_example` forces rehearsal: it is not a real
    practice's. `faults` are those of the files that it was filled from just now.

    `deeds` is all else that is done with it. `stored` and `services` belong to the lane of
    searches.
    """

    stored: "StoredDirectory"
    services: "FindServices"
    deeds: DirectoryDeeds
    prepare: "PrepareSearch"
    is_example: bool
    faults: tuple[ContentFault, ...] = ()

    @property
    def is_behind(self) -> bool:
        """Whether the last search met a directory that its index has not followed yet."""
        return self.stored.is_behind

    def follow(self) -> None:
        """Let the index follow the directory; for the background lane."""
        self.prepare.prepare(anew=self.stored.is_damaged)

    def close(self) -> None:
        """Let go of files."""
        self.stored.close()


class OpenDirectory:
    """Opens directories of one data folder."""

    def __init__(self, database: Database, data_dir: Path) -> None:
        self._database = database
        self._data_dir = data_dir

    def open(self, name: DirectoryName, now: datetime) -> OpenedDirectory:
        """Fill it when it is empty, see that it has an index, and read what the first search needs.

        For the background lane. Raises NotAvailable.
        """
        from signpost.storage.search.stored_directory import StoredDirectory  # noqa: PLC0415
        from signpost.usecases.fill_directory import FillDirectory, owner_of  # noqa: PLC0415
        from signpost.usecases.find_services import FindServices  # noqa: PLC0415
        from signpost.usecases.prepare_search import PrepareSearch  # noqa: PLC0415

        faults = FillDirectory(self._database).fill(name, now)
        owner = owner_of(name)
        prepare = PrepareSearch(self._database, self._data_dir, owner)
        prepare.prepare()
        stored = StoredDirectory(self._database, self._data_dir, owner)
        is_example = name is DirectoryName.EXAMPLE
        deeds = directory_deeds(self._database, self._data_dir, owner)
        return OpenedDirectory(stored, FindServices(stored), deeds, prepare, is_example, faults)
