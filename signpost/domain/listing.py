"""A service as far as its place in a list depends on it: what a search reads of many services,
before it reads the few that it shows whole.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import Protocol

from signpost.domain.eligibility import EntryRule
from signpost.domain.name_index import names_of, words_of
from signpost.domain.place import LocationType, Position, miles_between
from signpost.domain.service import Service, Status, is_paused_on
from signpost.domain.service_kind import ServiceKind

FEW_PLACES = 24
"""A service with more places is listed with those nearest to where the search starts."""
NEAREST_PLACES = 200
"""How many of its places are then looked at: a late-night one may be further away."""
MOST_PLACELESS = 40
"""Services of one sort without any place (national lines) that a search looks at."""
MOST_OF_A_NAME = 8
"""Services of one and the same name that words may mean."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a service. `position` None: not known, or nobody can walk into it."""

    location_id: str
    position: Position | None
    schedule: str


@dataclass(frozen=True, slots=True)
class Listing:
    """What the order of suggestions depends on, without the texts.

    `spots` are the places that count (an entry that was not filled in has none; a service that
    must see the patient in person is not given at a virtual place), `places` how many there are in
    all. `title` is its name, `names` are all its names in plain words, its own first. `review_due`
    None: not set.
    """

    service_id: str
    kind: ServiceKind
    title: str = ""
    names: tuple[str, ...] = ()
    rules: tuple[EntryRule, ...] = ()
    schedule: str = ""
    spots: tuple[Spot, ...] = ()
    places: int = 0
    status: Status = Status.ACTIVE
    paused_until: date | None = None
    is_unfilled: bool = False
    review_due: date | None = None

    def is_paused(self, today: date) -> bool:
        """Whether it takes nobody on this day."""
        return is_paused_on(self.status, self.paused_until, today)

    def is_stale(self, today: date) -> bool:
        """Whether somebody should have looked at it again before this day."""
        return self.review_due is not None and today > self.review_due

    @property
    def is_placed(self) -> bool:
        """Whether it is given somewhere that has a distance."""
        return any(spot.position is not None for spot in self.spots)


def listing_of(service: Service) -> Listing:
    """A service with all its places, as a listing."""
    spots = spots_of(service)
    return Listing(
        service.id,
        service.kind,
        service.name,
        plain_names(service),
        service.rules,
        service.schedule,
        spots,
        len(spots),
        service.status,
        service.paused_until,
        service.is_unfilled,
        service.review_due,
    )


def spots_of(service: Service) -> tuple[Spot, ...]:
    """The places of a service that count."""
    if service.is_unfilled:
        return ()
    return tuple(
        Spot(place.location.id, place.location.position, place.schedule)
        for place in service.locations
        if not (service.seen_in_person and place.location.location_type is LocationType.VIRTUAL)
    )


def nearest_spots(listing: Listing, origin: Position | None) -> Listing:
    """The listing with no more than the nearest of its many places; a few are all kept."""
    if len(listing.spots) <= FEW_PLACES:
        return listing
    in_order = sorted((_distance(origin, spot), spot.location_id, spot) for spot in listing.spots)
    return replace(listing, spots=tuple(spot for *_, spot in in_order[:NEAREST_PLACES]))


def _distance(origin: Position | None, spot: Spot) -> float:
    if origin is None or spot.position is None:
        return inf
    return miles_between(origin, spot.position)


def plain_names(service: Service) -> tuple[str, ...]:
    """What it is called, in plain words: its own name first."""
    names = (service.name, *service.alternate_names)
    return tuple(dict.fromkeys(" ".join(words_of(name)) for name in names))


def said_names(service: Service) -> tuple[str, ...]:
    """The names by which a caller's words may mean it, in plain words."""
    return tuple(dict.fromkeys(" ".join(words_of(name)) for name in names_of(service)))


class Listings(Protocol):
    """A directory as seen from one point. Closed services are not in it.

    What is listed comes nearest first, after at most MOST_PLACELESS without a place; whoever reads
    may stop at any time.
    """

    @property
    def origin(self) -> Position | None:
        """Where distances start; None: not known."""

    def of_kind(self, kind: ServiceKind) -> Iterable[Listing]:
        """Services of a kind that are not only for certain topics."""

    def for_topic(self, topic_id: str) -> Iterable[Listing]:
        """Services that name this topic."""

    def named_in(self, words: str) -> Iterable[tuple[Listing, str]]:
        """Services that the words name outright, each with the name that was found."""

    def priority_of(self, kind: ServiceKind) -> int:
        """The practice's priority of a kind: the highest that any of its services carries."""


class Findable(Protocol):
    """A directory that can be searched, wherever it is kept."""

    @property
    def version(self) -> object:
        """Another value once anything may read differently."""

    def seen_from(self, origin: Position | None) -> Listings:
        """Seen from a point; from the practice when that is None."""

    def whole(self, wanted: Mapping[str, Collection[str]]) -> Mapping[str, Service]:
        """Services by id with at least these of their places; those that are gone are left out."""
