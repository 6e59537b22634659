"""Finds the services that fit what was heard, in order, with what the call screen says of each."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from signpost.domain.caller import NOTHING_KNOWN, PatientFacts
from signpost.domain.candidates import Search, candidates
from signpost.domain.listing import Findable
from signpost.domain.opening_hours import wall_clock
from signpost.domain.place import Position
from signpost.domain.protocol import Answer
from signpost.domain.ranking import ranked
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.domain.suggestion import Suggestion
from signpost.domain.topic import Topic
from signpost.domain.weighing import Weighing, enough
from signpost.usecases.show_suggestions import suggestions_of

MOST_SUGGESTIONS = 20
NO_ANSWERS: Mapping[str, Answer] = MappingProxyType({})


class FindServices:
    """Suggestions from a directory; nothing else decides the answer."""

    def __init__(self, directory: Findable) -> None:
        self._directory = directory
        self._last: tuple[object, tuple[Suggestion, ...]] | None = None

    def warm_up(self, now: datetime) -> None:
        """Look at what is nearest of every kind once, so that the first search is as quick as the
        next.

        Costs some 0.2 s, most of it the bank holidays; for a background thread.
        """
        listings = self._directory.seen_from(None)
        weighing = Weighing(listings, NOTHING_KNOWN, NO_ANSWERS, wall_clock(now))
        for kind in ServiceKind:
            for listing in enough(listings.of_kind(kind), weighing):
                weighing.weight(listing)

    def find(
        self,
        topics: Sequence[tuple[Topic, float]],
        patient: PatientFacts,
        allowed_kinds: Collection[ServiceKind] | None,
        now: datetime,
        mode: RecordMode,
        *,
        limit: int = MOST_SUGGESTIONS,
        words: str = "",
        answers: Mapping[str, Answer] = NO_ANSWERS,
        near: Position | None = None,
    ) -> tuple[Suggestion, ...]:
        """Services that fit, best first; those whose entry rules are not met last.

        `topics` are best first with their scores. `allowed_kinds` are those that the raised prompts
        allow, in their order (a set: gravest first); None when no prompt was raised. `now` is local
        time. `words` may name a service outright. `answers` holds gateway answers by question id.
        Distances start at `near`, else at the practice. Nothing found says nothing about how ill
        someone is.
        """
        listings = self._directory.seen_from(near)
        search = Search(
            topics=tuple(topics),
            patient=patient,
            answers=answers,
            allowed=_in_order(allowed_kinds),
            now=wall_clock(now).replace(second=0, microsecond=0),
            mode=mode,
            named=tuple(listings.named_in(words)),
        )
        asked = (search, limit, listings, self._directory.version)
        if self._last is None or self._last[0] != asked:
            best = ranked(candidates(listings, search))[:limit]
            self._last = asked, suggestions_of(best, self._directory, search.now.date())
        return self._last[1]


def _in_order(kinds: Collection[ServiceKind] | None) -> tuple[ServiceKind, ...] | None:
    """A set has no order: the kinds' own list is gravest first."""
    if isinstance(kinds, set | frozenset):
        return tuple(kind for kind in ServiceKind if kind in kinds)
    return None if kinds is None else tuple(kinds)
