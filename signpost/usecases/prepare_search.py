"""Keeps the search index of a directory: follows edits, and makes another index where the old one
is missing, damaged or too far behind.
"""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

from signpost.errors import NotAvailable
from signpost.storage.database import Database
from signpost.storage.search.index_folder import IndexFolder

FEW_SERVICES = 3_000
"""So many are indexed in a second or two; more than these in a process of their own."""


def build_index(
    database: Database,
    data_dir: Path,
    owner_id: str | None,
    generation: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Make the index of a directory as it is now, or at a generation that is only staged.

    `progress` is told how much of how much is done, and may raise to stop it: nothing is left then.
    Raises NotAvailable when it cannot be written.
    """
    with database.reading() as stores:
        folder = IndexFolder(data_dir, owner_id or stores.practice_id)
        folder.build(stores.index_source(owner_id, generation), progress)


class PrepareSearch:
    """The index of one owner's directory (None: the practice's own)."""

    def __init__(self, database: Database, data_dir: Path, owner_id: str | None) -> None:
        self._database = database
        self._data_dir = data_dir
        self._owner_id = owner_id

    def prepare(self, *, anew: bool = False) -> None:
        """See that there is an index of the directory as it is now; `anew` makes one in any case.

        For the background lane: it may take seconds. Raises NotAvailable.
        """
        with self._database.reading() as stores:
            folder = IndexFolder(self._data_dir, self._owner_id or stores.practice_id)
            source = stores.index_source(self._owner_id)
            if anew or not folder.bring_up_to_date(source):
                if stores.directory(self._owner_id).count() <= FEW_SERVICES:
                    folder.build(source)
                else:
                    self._build_in_child()
            folder.tidy(source.generation)

    def _build_in_child(self) -> None:
        child = multiprocessing.get_context("spawn").Process(
            target=_build, args=(self._data_dir, self._owner_id), daemon=True
        )
        child.start()
        child.join()
        if child.exitcode:
            raise NotAvailable(
                "The search index could not be made.",
                "Make room on the disk, then start Signpost again.",
            )


def _build(data_dir: Path, owner_id: str | None) -> None:
    database = Database(data_dir)
    try:
        build_index(database, data_dir, owner_id)
    finally:
        database.close()
