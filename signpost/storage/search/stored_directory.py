"""A directory that is kept in the database and found through its index; neither is ever read
whole.
"""

from collections.abc import Collection, Mapping
from itertools import islice
from pathlib import Path

from signpost.domain.listing import Listings
from signpost.domain.place import PRACTICE, Position
from signpost.domain.service import Service
from signpost.errors import NotAvailable
from signpost.storage.database import Database
from signpost.storage.search.index_folder import IndexFolder
from signpost.storage.search.index_reader import IndexReader
from signpost.storage.search.seen_index import ListingShelf, SeenIndex

MOST_SERVICES = 600
MOST_ORIGINS = 4


class StoredDirectory:
    """One owner's directory. Used by one thread at a time.

    Every search looks whether the directory has changed, here or in another window. Until the index
    has followed, what it knows is found, and what is shown of it is as it is now.
    """

    def __init__(self, database: Database, data_dir: Path, owner_id: str | None) -> None:
        self._database = database
        self._data_dir = data_dir
        self._owner_id = owner_id
        self._folder: IndexFolder | None = None
        self._generation = -1
        self._commits: int | None = None
        self._practice: Position | None = None
        self._shelf: ListingShelf | None = None
        self._seen: dict[Position | None, SeenIndex] = {}
        self._services: dict[str, Service] = {}

    @property
    def is_behind(self) -> bool:
        """Whether the index does not yet show what the directory was at the last search."""
        if self._shelf is None or self.is_damaged:
            return True
        return self._shelf.reader.state.generation != self._generation

    @property
    def is_damaged(self) -> bool:
        """Whether the index could not be read and must be made anew."""
        return self._shelf is not None and self._shelf.reader.is_damaged

    @property
    def version(self) -> object:
        """Another value once anything may read differently."""
        return self._generation, self._shelf

    def seen_from(self, origin: Position | None) -> Listings:
        """Seen from a point; from the practice when that is None. Raises NotAvailable while there
        is no index.
        """
        return self.index_from(origin)

    def index_from(self, origin: Position | None) -> SeenIndex:
        """The index seen from a point; from the practice when that is None."""
        shelf = self._look()
        start = origin or self._practice
        if start not in self._seen:
            if len(self._seen) >= MOST_ORIGINS:
                del self._seen[next(iter(self._seen))]
            self._seen[start] = SeenIndex(shelf, start)
        return self._seen[start]

    def whole(self, wanted: Mapping[str, Collection[str]]) -> Mapping[str, Service]:
        """Services by id with at least these of their places; those that are gone are left out."""
        missing = {
            each: places
            for each, places in wanted.items()
            if each not in self._services or not _has(self._services[each], places)
        }
        if missing:
            self._read(missing)
        found = {each: self._services[each] for each in wanted if each in self._services}
        for oldest in list(islice(self._services, max(0, len(self._services) - MOST_SERVICES))):
            del self._services[oldest]
        return found

    def close(self) -> None:
        """Let go of the index's file."""
        self._use(None)

    def _look(self) -> ListingShelf:
        """The index, after a look at whether there is a newer directory or index."""
        commits = self._database.commits_seen()
        if commits is None or commits != self._commits or self._shelf is None:
            self._look_closely()
            self._commits = commits
        if self.is_behind and self._folder is not None:
            newer = self._folder.reader(self._generation)
            if newer is not None:
                self._use(newer)
        if self._shelf is None:
            raise NotAvailable(
                "Services cannot be searched yet: their index is being made.",
                "Look in the protocols, or on the paper sheet, until then.",
            )
        return self._shelf

    def _look_closely(self) -> None:
        with self._database.reading() as stores:
            store = stores.directory(self._owner_id)
            generation = store.generation()
            if generation != self._generation:
                self._services.clear()
                at = store.places([PRACTICE]).get(PRACTICE)
                self._practice = at.location.position if at else None
                self._generation = generation
                self._folder = IndexFolder(self._data_dir, self._owner_id or stores.practice_id)

    def _use(self, reader: IndexReader | None) -> None:
        before = self._shelf
        if before is not None and reader is not None and before.reader.state == reader.state:
            reader.close()
            return
        self._shelf = None if reader is None else ListingShelf(reader)
        self._seen.clear()
        if before is not None:
            before.reader.close()

    def _read(self, wanted: Mapping[str, Collection[str]]) -> None:
        with self._database.reading() as stores:
            self._services |= stores.directory(self._owner_id).services_at(wanted)


def _is_same(one: IndexReader, other: IndexReader) -> bool:
    return not one.is_damaged and one.state == other.state


def _has(service: Service, places: Collection[str]) -> bool:
    there = {place.location.id for place in service.locations}
    return there.issuperset(places)
