"""Which words are denied, past, supposed, someone else's or about paperwork."""

from collections.abc import Iterator
from dataclasses import dataclass

from signpost.language.heard import CheckReason
from signpost.language.scope_words import (
    ABOUT_PAPERWORK,
    AFFIRMS,
    AFTER_AN_EVENT,
    ANSWERED_NO,
    AT_PRESENT,
    BARE_STOPS,
    CONTINUES,
    EMPTY_NOUNS,
    EVENTS,
    HYPOTHETICAL,
    LISTS_ON,
    NEGATORS,
    NOT_A_DENIAL_AFTER,
    NOT_CUES_AFTER,
    PAST,
    POSSESSIVES,
    PRESENT,
    SOMEONE_ELSE,
    SUBJECTS,
    TURNS,
)
from signpost.language.tokens import PAUSES, Token

_LONGEST_ITEM = 5
_LONGEST_DENIAL = 40
_FIRST_YEAR, _LAST_YEAR = 1930, 2025


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `start` up to, not including, `end` stand under `cues` for this reason."""

    start: int
    end: int
    reason: CheckReason
    cues: frozenset[int]


class Scopes:
    """The spans of one text; asks of any matched words whether they are affirmed."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._words = [token.surface for token in tokens]
        self._stems = [token.forms[0] for token in tokens]
        self._spans = [*self._denials(), *self._soft_spans()]

    def reason_for(self, matched: tuple[int, ...]) -> CheckReason | None:
        """Why these tokens are not simply happening now; None when they are. A denial outweighs the
        rest."""
        own = frozenset(matched)
        reasons = [
            span.reason
            for span in self._spans
            if own.isdisjoint(span.cues)
            and any(span.start <= place < span.end for place in matched)
        ]
        if CheckReason.NEGATED in reasons:
            return CheckReason.NEGATED
        if reasons:
            return reasons[0]
        return CheckReason.ADMIN if self._is_paperwork(matched) else None

    def _denials(self) -> Iterator[Span]:
        for place, word in enumerate(self._stems):
            if word in NEGATORS and self._denies(place):
                lists_on = word in LISTS_ON
                yield Span(
                    place + 1,
                    self._end_of_denial(place, lists_on),
                    CheckReason.NEGATED,
                    frozenset({place}),
                )
            elif word in ANSWERED_NO and place and self._words[place - 1] in {":", "?", "-"}:
                start = self._start_of_answered(place)
                yield Span(start, place, CheckReason.NEGATED, frozenset({place}))

    def _start_of_answered(self, answer: int) -> int:
        """Where the question answered "no" begins; "none" answers a whole list."""
        place = answer - 1
        stops = TURNS if self._stems[answer] == "none" else TURNS | PAUSES
        while place > 0 and not self._tokens[place - 1].is_break:
            if self._stems[place - 1] in stops:
                break
            place -= 1
        return place

    def _denies(self, place: int) -> bool:
        """Whether the negator here denies what follows: not "can not breathe", "no better", "no, he
        has …"."""
        after = self._next_words(place, 2)
        if not after or (self._stems[place + 1] in PAUSES and self._stems[place + 1] != ":"):
            return False
        before = self._stems[place - 1] if place else ""
        if self._stems[place] == "not" and before in NOT_CUES_AFTER:
            return after[0] in {"see", "find"}
        if self._stems[place] == "never":
            rest = self._stems[place : place + 8]
            return "like" not in rest and "so" not in rest and "this" not in rest
        return after[0] not in NOT_A_DENIAL_AFTER

    def _next_words(self, place: int, count: int) -> list[str]:
        found = []
        for token in self._tokens[place + 1 : place + 6]:
            if token.is_break:
                break
            if not token.is_filler:
                found.append(token.forms[0])
        return found[:count]

    def _end_of_denial(self, cue: int, lists_on: bool) -> int:
        content = 0
        limit = min(len(self._tokens), cue + _LONGEST_DENIAL)
        place = cue + 1
        while place < limit:
            word = self._stems[place]
            if self._ends_clause(place, content):
                return place
            if place == cue + 1 and word == ":":
                pass
            elif word in PAUSES or (word in {"and", "&"} and content):
                if not self._list_goes_on(place, lists_on):
                    return place
            elif (
                not self._tokens[place].is_filler
                and word not in EMPTY_NOUNS
                and word not in CONTINUES
            ):
                content += 1
            place += 1
        return limit

    def _ends_clause(self, place: int, content: int) -> bool:
        token, word = self._tokens[place], self._stems[place]
        if token.is_break or word in TURNS:
            return True
        if not content or self._stems[place - 1] in CONTINUES:
            return False
        following = self._stems[place + 1] if place + 1 < len(self._stems) else "."
        if word in AT_PRESENT and following in CONTINUES | PAUSES | {"."}:
            return False
        if self._words[place] in POSSESSIVES and self._words[place - 1].endswith("ing"):
            return False
        return self._words[place] in SUBJECTS or word in AFFIRMS or word in NEGATORS

    def _list_goes_on(self, pause: int, lists_on: bool) -> bool:
        """ "no rash, fever or cough" and "no rash, fever, cough" go on; after "no rash, fever" it
        is not plain: no."""
        if not self._item_is_bare(pause + 1, lists_on):
            return False
        if lists_on or self._stems[pause] in {"and", "&"}:
            return True
        pauses = 0
        for place in range(pause + 1, len(self._tokens)):
            if self._tokens[place].is_break or self._stems[place] in TURNS:
                break
            if self._stems[place] in {"or", "nor", "and", "&"}:
                return True
            pauses += self._stems[place] in PAUSES
        return pauses > 0 or any(word in PAUSES for word in self._stems[max(0, pause - 4) : pause])

    def _item_is_bare(self, start: int, lists_on: bool) -> bool:
        """Whether the words from `start` to the next pause only name things, so that a denied list
        goes on."""
        length = 0
        for place in range(start, len(self._tokens)):
            token, word = self._tokens[place], self._stems[place]
            if token.is_break or word in PAUSES or word in CONTINUES or word in {"and", "&"}:
                return length > 0 or word in CONTINUES
            if word in NEGATORS:
                return True
            if (
                self._words[place] in SUBJECTS
                or word in BARE_STOPS
                or word in AFFIRMS
                or word in TURNS
            ):
                return False
            if word.isdigit() or word == "+":
                return False
            length += not token.is_filler
            if length > _LONGEST_ITEM + 3 * lists_on:
                return False
        return length > 0

    def _end_of_clause(self, place: int) -> int:
        while place < len(self._tokens):
            word = self._stems[place]
            if (
                self._tokens[place].is_break
                or word in TURNS
                or word in PAUSES
                or self._new_subject(place)
            ):
                return place
            place += 1
        return place

    def _new_subject(self, place: int) -> bool:
        """ "… and he", "… and now": a new statement begins."""
        if self._stems[place] not in {"and", "&"} or place + 1 >= len(self._tokens):
            return False
        return self._words[place + 1] in SUBJECTS or self._stems[place + 1] in {"now", "today"}

    def _clause(self, place: int) -> tuple[int, int]:
        start = place
        while start > 0 and not self._starts_clause(start):
            start -= 1
        return start, self._end_of_clause(place)

    def _starts_clause(self, start: int) -> bool:
        before = start - 1
        return (
            self._tokens[before].is_break
            or self._stems[before] in PAUSES
            or self._stems[before] in TURNS
            or self._new_subject(before)
        )

    def _soft_spans(self) -> Iterator[Span]:
        for place in range(len(self._tokens)):
            yield from self._past(place)
            for cues, reason in (
                (HYPOTHETICAL, CheckReason.HYPOTHETICAL),
                (SOMEONE_ELSE, CheckReason.SOMEONE_ELSE),
            ):
                length = self._cue_at(place, cues)
                if length:
                    start, end = self._clause(place)
                    start = place if reason is CheckReason.HYPOTHETICAL else start
                    yield Span(start, end, reason, frozenset(range(place, place + length)))

    def _past(self, place: int) -> Iterator[Span]:
        if self._stems[place : place + 2] == ["histori", "of"] or self._words[place] == "previous":
            end = self._end_of_denial(place + (self._words[place] != "previous"), lists_on=True)
            yield Span(place, end, CheckReason.PAST, frozenset({place}))
            return
        if self._words[place] in AFTER_AN_EVENT and self._names_event(place):
            yield Span(
                place,
                min(place + 6, self._end_of_clause(place)),
                CheckReason.PAST,
                frozenset({place}),
            )
            return
        length = self._cue_at(place, PAST) or self._is_year(place)
        if not length:
            return
        start, end = self._clause(place)
        if not any(word in PRESENT for word in self._stems[start:end]):
            yield Span(start, end, CheckReason.PAST, frozenset(range(place, place + length)))

    def _names_event(self, place: int) -> bool:
        return any(word in EVENTS for word in self._next_words(place, 3))

    def _is_year(self, place: int) -> int:
        word = self._words[place]
        return int(len(word) == 4 and word.isdigit() and _FIRST_YEAR <= int(word) <= _LAST_YEAR)  # noqa: PLR2004

    def _cue_at(self, place: int, cues: dict[str, list[tuple[str, ...]]]) -> int:
        for cue in cues.get(self._stems[place], ()):
            if tuple(self._stems[place : place + len(cue)]) == cue:
                return len(cue)
        return 0

    def _is_paperwork(self, matched: tuple[int, ...]) -> bool:
        """A clinic, letter or review named right after the words: "stroke clinic", "asthma review
        letter"."""
        last = matched[-1]
        following = [
            word for word in self._stems[last + 1 : last + 3] if word not in {"and", "my", "the"}
        ]
        return any(word in ABOUT_PAPERWORK for word in following[:2]) and not any(
            token.is_break or token.surface in PAUSES for token in self._tokens[last + 1 : last + 2]
        )
