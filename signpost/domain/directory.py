"""The directory in memory: what a file holds, found by id, kind, topic and name."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from math import inf

from signpost.domain.listing import (
    MOST_OF_A_NAME,
    MOST_PLACELESS,
    Listing,
    Listings,
    listing_of,
    nearest_spots,
)
from signpost.domain.name_index import NameIndex, names_of
from signpost.domain.place import Position, miles_between
from signpost.domain.service import Service, Status
from signpost.domain.service_kind import ServiceKind


class Directory:
    """Services, indexed once. `practice` is where distances start; None means not known."""

    def __init__(self, services: Iterable[Service], practice: Position | None = None) -> None:
        self.services = tuple(services)
        self.practice = practice
        self._by_id = {service.id: service for service in self.services}
        self._seen: dict[Position | None, Seen] = {}

    @property
    def version(self) -> object:
        """It never changes."""
        return self

    def get(self, service_id: str) -> Service | None:
        """The service with this id; None when there is none."""
        return self._by_id.get(service_id)

    def seen_from(self, origin: Position | None) -> Listings:
        """Seen from a point; from the practice when that is None."""
        start = origin or self.practice
        if start not in self._seen:
            self._seen[start] = Seen(self.services, start)
        return self._seen[start]

    def whole(self, wanted: Mapping[str, Collection[str]]) -> Mapping[str, Service]:
        """Services by id; those that are not there are left out."""
        return {each: self._by_id[each] for each in wanted if each in self._by_id}


class Seen:
    """A directory in memory, seen from one point."""

    def __init__(self, services: Iterable[Service], origin: Position | None) -> None:
        self.origin = origin
        self._generic: dict[ServiceKind, list[Listing]] = {}
        self._named: dict[str, list[Listing]] = {}
        self._priority: dict[ServiceKind, int] = {}
        offered = [each for each in services if each.status is not Status.CLOSED]
        for service in offered:
            self._index(service)
        for listings in (*self._generic.values(), *self._named.values()):
            listings.sort(key=self._by_distance)
        self._names = NameIndex(
            (service.id, name) for service in offered for name in names_of(service)
        )
        self._listed = {each.service_id: each for each in self._every()}

    def of_kind(self, kind: ServiceKind) -> Iterable[Listing]:
        """Services of a kind that are not only for certain topics."""
        return _placeless_first(self._generic.get(kind, []))

    def for_topic(self, topic_id: str) -> Iterable[Listing]:
        """Services that name this topic."""
        return _placeless_first(self._named.get(topic_id, []))

    def named_in(self, words: str) -> Iterable[tuple[Listing, str]]:
        """Services that the words name outright, each with the name that was found."""
        by_name: dict[str, list[Listing]] = {}
        for service_id, name in self._names.named_in(words).items():
            by_name.setdefault(name, []).append(self._listed[service_id])
        for name, listings in by_name.items():
            for listing in sorted(listings, key=self._by_distance)[:MOST_OF_A_NAME]:
                yield listing, name

    def priority_of(self, kind: ServiceKind) -> int:
        """The practice's priority of a kind: the highest that any of its services carries."""
        return self._priority.get(kind, 0)

    def _every(self) -> Iterator[Listing]:
        for listings in (*self._generic.values(), *self._named.values()):
            yield from listings

    def _index(self, service: Service) -> None:
        known = self._priority.get(service.kind, service.practice_priority)
        self._priority[service.kind] = max(known, service.practice_priority)
        listing = nearest_spots(listing_of(service), self.origin)
        if not service.topics:
            self._generic.setdefault(service.kind, []).append(listing)
        for topic_id in service.topics:
            self._named.setdefault(topic_id, []).append(listing)

    def _by_distance(self, listing: Listing) -> tuple[float, str]:
        """The distance of its nearest place; -1 for one without a place."""
        if not listing.is_placed:
            return (-1.0, listing.service_id)
        if self.origin is None:
            return (inf, listing.service_id)
        here = self.origin
        return (
            min(miles_between(here, spot.position) for spot in listing.spots if spot.position),
            listing.service_id,
        )


def _placeless_first(listings: list[Listing]) -> Iterator[Listing]:
    placeless = [each for each in listings if not each.is_placed]
    yield from islice(placeless, MOST_PLACELESS)
    yield from listings[len(placeless) :]
