"""Weighs listings for one call: entry rules, hours and distance, each once; and says when enough
were looked at.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from signpost.domain.caller import PatientFacts
from signpost.domain.eligibility import Entry, EntryRule, entry_for
from signpost.domain.listing import Listing, Listings
from signpost.domain.opening_hours import OpenState
from signpost.domain.places_open import (
    SpotState,
    is_open_somewhere,
    miles_of,
    service_state,
    spot_states,
)
from signpost.domain.protocol import Answer
from signpost.domain.ranking import Candidate, Reason
from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion import Fit

ENOUGH = 20
"""As many as are shown: one further away cannot come before as many that fit, open and fresh."""
LOOKED_AT_CLOSELY = 60
"""From here on those that have something to be asked first are enough too."""
LOOKED_AT = 100
"""From here on only what is open now is taken: a late-night one may be further away."""
MOST_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class Weight:
    """How a listing stands for this call."""

    entry: Entry
    hours: OpenState
    places: tuple[SpotState, ...]
    is_paused: bool
    is_stale: bool

    @property
    def is_acceptable(self) -> bool:
        """Open, fresh, taking people, and not refused by its rules."""
        return (
            self.hours.is_open is True
            and self.entry.fit is not Fit.NOT_SUITABLE
            and not self.is_paused
            and not self.is_stale
        )


class Weighing:
    """What is known of one call, and the listings weighed for it. `now` is the wall clock."""

    def __init__(
        self,
        listings: Listings,
        patient: PatientFacts,
        answers: Mapping[str, Answer],
        now: datetime,
    ) -> None:
        self._listings = listings
        self._patient = patient
        self._answers = answers
        self.now = now
        self._weights: dict[str, Weight] = {}
        self._entries: dict[int, tuple[tuple[EntryRule, ...], Entry]] = {}
        self._priorities: dict[ServiceKind, int] = {}

    def weight(self, listing: Listing) -> Weight:
        """How it stands; worked out once."""
        known = self._weights.get(listing.service_id)
        if known is None:
            known = self._weights[listing.service_id] = self._weigh(listing)
        return known

    def candidate(self, listing: Listing, reason: Reason) -> Candidate:
        """The listing with all that its order depends on."""
        weight = self.weight(listing)
        return Candidate(
            listing,
            weight.entry,
            reason,
            hours=weight.hours,
            places=weight.places,
            is_paused=weight.is_paused,
            is_stale=weight.is_stale,
            miles=miles_of(weight.places),
            practice_priority=self._priority(listing.kind),
        )

    def _weigh(self, listing: Listing) -> Weight:
        places = spot_states(listing, self.now, self._listings.origin)
        today = self.now.date()
        return Weight(
            self._entry(listing.rules),
            service_state(listing, places, self.now),
            places,
            listing.is_paused(today),
            listing.is_stale(today),
        )

    def _entry(self, rules: tuple[EntryRule, ...]) -> Entry:
        """Many listings share their rules: each set is asked once. Held, so that no id returns."""
        known = self._entries.get(id(rules))
        if known is None:
            entry = entry_for(rules, self._patient, self._answers)
            known = self._entries[id(rules)] = (rules, entry)
        return known[1]

    def _priority(self, kind: ServiceKind) -> int:
        if kind not in self._priorities:
            self._priorities[kind] = self._listings.priority_of(kind)
        return self._priorities[kind]


def enough(listings: Iterable[Listing], weighing: Weighing) -> Iterator[Listing]:
    """The first of them, nearest first, until those further away could not come before them."""
    suitable = acceptable = 0
    for count, listing in enumerate(listings):
        if count >= LOOKED_AT and not is_open_somewhere(listing, weighing.now):
            if count >= MOST_LOOKED_AT:
                return
            continue
        yield listing
        weight = weighing.weight(listing)
        if listing.is_placed and weight.is_acceptable:
            acceptable += 1
            suitable += weight.entry.fit is Fit.SUITABLE
        closely = count >= LOOKED_AT_CLOSELY
        if suitable >= ENOUGH or (closely and acceptable >= ENOUGH) or count >= MOST_LOOKED_AT:
            return
