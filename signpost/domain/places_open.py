"""A service's places at a moment: open or not, how far away, and what that makes of the service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf

from signpost.domain.listing import Listing, Spot
from signpost.domain.opening_hours import OpenState, opens_words, state_at
from signpost.domain.place import Position, miles_between

_OPEN_FIRST = {True: 0, None: 1, False: 2}


@dataclass(frozen=True, slots=True)
class SpotState:
    """One place at a moment. `miles` None: not known."""

    spot: Spot
    hours: OpenState
    miles: float | None


def spot_states(listing: Listing, now: datetime, origin: Position | None) -> tuple[SpotState, ...]:
    """The places that count, open now first, then nearest."""
    states = [
        SpotState(spot, state_at(spot.schedule, now), miles_from(origin, spot))
        for spot in listing.spots
    ]
    if len(states) > 1:
        states.sort(key=_order)
    return tuple(states)


def service_state(listing: Listing, states: Sequence[SpotState], now: datetime) -> OpenState:
    """Whether the service is open: by its own hours, else by its places taken together."""
    if listing.is_unfilled:
        return OpenState()
    if listing.schedule or not states:
        return state_at(listing.schedule, now)
    if len(states) == 1:
        return states[0].hours
    open_now = sum(state.hours.is_open is True for state in states)
    if open_now:
        nearest = "the nearest " if listing.places > len(states) else ""
        words = f"{open_now} of {nearest}{len(states)} places open now"
        return OpenState(is_open=True, text=words)
    if any(state.hours.is_open is None for state in states):
        return OpenState()
    opens = [state.hours.opens_at for state in states if state.hours.opens_at is not None]
    opens_at = min(opens, default=None)
    return OpenState(is_open=False, text=opens_words(opens_at, now), opens_at=opens_at)


def is_open_somewhere(listing: Listing, now: datetime) -> bool:
    """Whether it is certainly open now: the quick question before the whole answer."""
    if listing.is_unfilled:
        return False
    if listing.schedule or not listing.spots:
        return state_at(listing.schedule, now).is_open is True
    return any(state_at(spot.schedule, now).is_open is True for spot in listing.spots)


def miles_from(origin: Position | None, spot: Spot) -> float | None:
    """The distance of a place; None when it is not known."""
    if origin is None or spot.position is None:
        return None
    return miles_between(origin, spot.position)


def miles_of(states: Sequence[SpotState]) -> float | None:
    """The distance of the place to go to, an open one if there is one; None when not known."""
    if not states:
        return None
    best = _OPEN_FIRST[states[0].hours.is_open]
    return min(
        (
            state.miles
            for state in states
            if state.miles is not None and _OPEN_FIRST[state.hours.is_open] == best
        ),
        default=None,
    )


def _order(state: SpotState) -> tuple[int, float, str]:
    miles = inf if state.miles is None else state.miles
    return (_OPEN_FIRST[state.hours.is_open], miles, state.spot.location_id)
