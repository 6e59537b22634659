"""The order of suggestions: one readable key, then different kinds of service at the top."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from signpost.domain.eligibility import Entry
from signpost.domain.listing import Listing
from signpost.domain.opening_hours import OpenState
from signpost.domain.places_open import SpotState
from signpost.domain.suggestion import Fit

FIRST_SHOWN = 3
NEAR_BEST_SCORE = 0.6
"""A further topic scoring at least this share of the best may mix in with it."""

_FAR_BEHIND = 100
_OPEN_FIRST = {True: 0, None: 1, False: 2}


@dataclass(frozen=True)
class Reason:
    """Why a service is a candidate.

    `topic_order` is 0 for the best topic. `kind_position` is its kind's place in the topic's list,
    or in the list of kinds that a prompt allows. `is_named`: it is specifically for that topic.
    `mixes_in`: the topic matches nearly as well as the best, so that its first kinds may stand
    before the last kinds of the best. `page` is the topic's approved self-care page, or empty.
    """

    words: str
    topic_order: int
    kind_position: int
    is_named: bool = False
    mixes_in: bool = True
    page: str = ""


@dataclass(frozen=True)
class Candidate:
    """A service with everything that its order depends on. `miles` None: not known."""

    listing: Listing
    entry: Entry
    reason: Reason
    hours: OpenState
    places: tuple[SpotState, ...] = ()
    is_paused: bool = False
    is_stale: bool = False
    miles: float | None = None
    practice_priority: int = 0


Step = tuple[int, int, bool]
RankingKey = tuple[bool, bool, Step, bool, bool, int, bool, float, int, str]


def step(reason: Reason) -> Step:
    """How far down the lists of topics and kinds a reason stands; a service named for it first."""
    behind = reason.topic_order if reason.mixes_in else reason.topic_order * _FAR_BEHIND
    return (behind + reason.kind_position, reason.topic_order, not reason.is_named)


def ranking_key(candidate: Candidate) -> RankingKey:
    """Smaller comes first. Practice priority belongs to kinds: two businesses have the same."""
    return (
        candidate.entry.fit is Fit.NOT_SUITABLE,
        candidate.is_paused,
        step(candidate.reason),
        candidate.listing.is_unfilled,
        candidate.entry.fit is Fit.ASK,
        _OPEN_FIRST[candidate.hours.is_open],
        candidate.is_stale,
        inf if candidate.miles is None else candidate.miles,
        -candidate.practice_priority,
        candidate.listing.service_id,
    )


def ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates best first; the first three are of different kinds where that many kinds fit."""
    in_order = sorted(candidates, key=ranking_key)
    first = _one_of_each_kind(in_order)
    chosen = {candidate.listing.service_id for candidate in first}
    return (*first, *(each for each in in_order if each.listing.service_id not in chosen))


def _one_of_each_kind(in_order: Sequence[Candidate]) -> list[Candidate]:
    first: dict[str, Candidate] = {}
    for candidate in in_order:
        if candidate.entry.fit is Fit.NOT_SUITABLE or candidate.is_paused:
            break
        first.setdefault(candidate.listing.kind, candidate)
        if len(first) == FIRST_SHOWN:
            break
    return list(first.values())
