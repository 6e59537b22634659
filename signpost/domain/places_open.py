"""A service's places at a moment: open or not, how far away, and what that makes of the service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf

from signpost.domain.opening_hours import OpenState, opens_words, state_at
from signpost.domain.place import LocationType, Position, miles_between
from signpost.domain.service import Service, ServiceAtLocation

_OPEN_FIRST = {True: 0, None: 1, False: 2}


@dataclass(frozen=True)
class PlaceState:
    """One place at a moment. `miles` None: not known."""

    place: ServiceAtLocation
    hours: OpenState
    miles: float | None


def place_states(service: Service, now: datetime, near: Position | None) -> tuple[PlaceState, ...]:
    """The places where the service is given, open now first, then nearest.

    A service that must see the patient in person is not given at a virtual place: a pharmacy that
    sells at a distance cannot look into an ear. An entry that was not filled in lists nothing.
    """
    if service.is_unfilled:
        return ()
    states = [
        PlaceState(place, state_at(place.schedule, now), _miles(place, near))
        for place in service.locations
        if not (service.seen_in_person and place.location.location_type is LocationType.VIRTUAL)
    ]
    return tuple(sorted(states, key=_order))


def service_state(service: Service, places: Sequence[PlaceState], now: datetime) -> OpenState:
    """Whether the service is open: by its own hours, else by its places taken together."""
    if service.is_unfilled:
        return OpenState()
    if service.schedule or not places:
        return state_at(service.schedule, now)
    if len(places) == 1:
        return places[0].hours
    open_now = sum(place.hours.is_open is True for place in places)
    if open_now:
        return OpenState(is_open=True, text=f"{open_now} of {len(places)} places open now")
    if any(place.hours.is_open is None for place in places):
        return OpenState()
    opens = [place.hours.opens_at for place in places if place.hours.opens_at is not None]
    opens_at = min(opens, default=None)
    return OpenState(is_open=False, text=opens_words(opens_at, now), opens_at=opens_at)


def nearest_miles(places: Sequence[PlaceState]) -> float | None:
    """The distance of the nearest place; None when no distance is known."""
    return min((place.miles for place in places if place.miles is not None), default=None)


def _miles(place: ServiceAtLocation, near: Position | None) -> float | None:
    if near is None or place.location.position is None:
        return None
    return miles_between(near, place.location.position)


def _order(state: PlaceState) -> tuple[int, float, str]:
    miles = inf if state.miles is None else state.miles
    return (_OPEN_FIRST[state.hours.is_open], miles, state.place.location.name)
