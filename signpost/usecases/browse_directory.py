"""Looking through the directory: lists, one entry with its history and reports, places, steps."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from signpost.domain.directory_change import DirectoryChange, EntryReport
from signpost.domain.directory_listing import EntryVersion, Listed, ListedEntry, Wanted
from signpost.domain.service import Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.storage.database import Database

ENTRIES_A_PAGE = 100
_SERVICE, _LOCATION = "service", "location"


@dataclass(frozen=True)
class Overview:
    """How many entries each list holds, how many of each kind there are, where entries come from
    (empty: from here), and the practice's priority of each kind.
    """

    counts: Mapping[Listed, int]
    kinds: Mapping[ServiceKind, int]
    feeds: tuple[str, ...]
    priorities: Mapping[ServiceKind, int]


@dataclass(frozen=True)
class EntryDetail:
    """One entry with everything about it. `service` is without its places: `places` are the first
    of `place_count`. `people` are initials by id.
    """

    service: Service
    places: tuple[ServiceAtLocation, ...]
    place_count: int
    history: tuple[EntryVersion, ...]
    reports: tuple[EntryReport, ...]
    people: Mapping[str, str]


class BrowseDirectory:
    """Reads one directory: the practice's own (`owner_id` None), or another's."""

    def __init__(self, database: Database, owner_id: str | None = None) -> None:
        self._database = database
        self._owner_id = owner_id

    def overview(self, today: date) -> Overview:
        """What the screen says before anything is looked for."""
        with self._database.reading() as stores:
            entries = stores.entries(today, self._owner_id)
            return Overview(
                entries.counts(), entries.kinds(), entries.feeds(), entries.priorities()
            )

    def page(
        self, wanted: Wanted, today: date, after: str = "", limit: int = ENTRIES_A_PAGE
    ) -> tuple[ListedEntry, ...]:
        """Entries that are wanted, from the first on, or those after the entry with this id."""
        with self._database.reading() as stores:
            return stores.entries(today, self._owner_id).page(wanted, after, limit)

    def entry(self, service_id: str) -> EntryDetail | None:
        """One entry; None when it is not there."""
        with self._database.reading() as stores:
            directory = stores.directory(self._owner_id)
            found = directory.services([service_id], most_places=0)
            if service_id not in found:
                return None
            places = stores.places(self._owner_id)
            return EntryDetail(
                found[service_id],
                places.page(service_id),
                places.count(service_id),
                stores.history(self._owner_id).of(_SERVICE, service_id),
                stores.reports(self._owner_id).about(service_id),
                stores.staff.initials(),
            )

    def places(
        self, service_id: str, words: str = "", after: str = ""
    ) -> tuple[ServiceAtLocation, ...]:
        """Places of a service that have these words in name, address or postcode."""
        with self._database.reading() as stores:
            return stores.places(self._owner_id).page(service_id, words, after)

    def named(self, kinds: Collection[ServiceKind], today: date) -> tuple[tuple[str, str], ...]:
        """Id and name of the services of these kinds, or (none named) of all."""
        with self._database.reading() as stores:
            return stores.entries(today, self._owner_id).named(kinds)

    def place(self, location_id: str) -> ServiceAtLocation | None:
        """A place with what it says itself; None when it is not there."""
        with self._database.reading() as stores:
            return stores.directory(self._owner_id).places([location_id]).get(location_id)

    def place_history(self, location_id: str) -> tuple[EntryVersion, ...]:
        """How a place came to be as it is, newest first."""
        with self._database.reading() as stores:
            return stores.history(self._owner_id).of(_LOCATION, location_id)

    def people(self) -> Mapping[str, str]:
        """Initials of everybody, by id."""
        with self._database.reading() as stores:
            return stores.staff.initials()

    def steps(self) -> tuple[DirectoryChange, ...]:
        """The latest steps of the whole directory, newest first."""
        with self._database.reading() as stores:
            return stores.directory(self._owner_id).changes()
