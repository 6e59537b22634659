"""Which words are denied, past, supposed, someone else's or about paperwork."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from signpost.language.denial import denials, end_of_list
from signpost.language.heard import CheckReason
from signpost.language.scope_words import (
    ABOUT_PAPERWORK,
    AFTER_AN_EVENT,
    AFTERTHOUGHTS,
    CUE_STEMS,
    EVENTS,
    FIGURATIVE,
    HYPOTHETICAL,
    NEGATORS,
    OUTSIDERS,
    PAPERWORK,
    PAST,
    PRESENT,
    SCOPE_STEMS,
    SOMEONE_ELSE,
    SPOKE,
    STARTS_ANEW,
    SUBJECTS,
    TURNS,
    WAS_TOLD,
    Cues,
)
from signpost.language.tokens import PAUSES, Token

_FIRST_YEAR, _LAST_YEAR = 1930, 2025
_AFTER_EVENT_REACH = 6


class Span(NamedTuple):
    """Tokens `start` up to, not including, `end` stand under `cues` for this reason."""

    start: int
    end: int
    reason: CheckReason
    cues: frozenset[int]


_CUES = (
    (HYPOTHETICAL, CheckReason.HYPOTHETICAL, False),
    (FIGURATIVE, CheckReason.FIGURATIVE, True),
    (SOMEONE_ELSE, CheckReason.SOMEONE_ELSE, True),
    (PAPERWORK, CheckReason.ADMIN, True),
)
"""Cues, what they make of a statement, and whether they reach back to its beginning."""
_CUES_FROM = {
    stem: tuple(row for row in _CUES if stem in row[0]) for cues, _, _ in _CUES for stem in cues
}
"""The rows that have a cue beginning with a stem."""


class Scopes:
    """The spans of one text; asks of any matched words whether they are happening now."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._words = [token.surface for token in tokens]
        self._stems = [_cue_stem(token) for token in tokens]
        spans = [
            Span(start, end, CheckReason.NEGATED, frozenset({cue}))
            for start, end, cue in denials(tokens)
        ]
        self._denied_by = {cue: range(span.start, span.end) for span in spans for cue in span.cues}
        for place, stem in enumerate(self._stems):
            if stem in CUE_STEMS or len(stem) == 4:  # noqa: PLR2004 - a year has four figures
                spans += self._soft_spans(place)
        self._reasons: dict[tuple[int, ...], CheckReason | None] = {}
        self._over: dict[int, list[Span]] = {}
        for span in spans:
            for place in range(span.start, span.end):
                self._over.setdefault(place, []).append(span)

    def reaches_over_not(self, tokens: Sequence[int]) -> bool:
        """Whether a "not" stands between the first and the last of `tokens` without being one."""
        between = range(tokens[0] + 1, tokens[-1])
        return any(self._words[place] == "not" and place not in tokens for place in between)

    def reason_for(self, matched: tuple[int, ...]) -> CheckReason | None:
        """Why these tokens are not simply happening now; None when they are.

        A denial outweighs the rest. Words that hold the cue themselves are not under it.
        """
        if matched not in self._reasons:
            self._reasons[matched] = self._judge(matched)
        return self._reasons[matched]

    def is_soft(self, place: int) -> bool:
        """Whether the token stands in a statement about the past, someone else, paperwork or the
        like, or is the cue that makes it one; denials are apart."""
        spans = self._over.get(place, ())
        return any(span.reason is not CheckReason.NEGATED for span in spans)

    def is_denied(self, place: int) -> bool:
        """Whether the token is denied."""
        spans = self._over.get(place, ())
        return any(span.reason is CheckReason.NEGATED for span in spans)

    def _judge(self, matched: tuple[int, ...]) -> CheckReason | None:
        if self._is_denied_after_all(matched):
            return CheckReason.NEGATED
        reasons = [
            span.reason
            for place in matched
            if place in self._over
            for span in self._over[place]
            if span.cues.isdisjoint(matched)
        ]
        if CheckReason.NEGATED in reasons:
            return CheckReason.NEGATED
        if reasons:
            return reasons[0]
        if any(self._denies_something_else(place, matched) for place in matched):
            return CheckReason.WEAK
        return CheckReason.ADMIN if self._is_paperwork(matched[-1]) else None

    def _denies_something_else(self, place: int, matched: tuple[int, ...]) -> bool:
        """ "No pain, baby kicking" is not "no … kicking": the "no" here denies other words only."""
        denied = self._denied_by.get(place)
        if denied is None or len(matched) == 1:
            return False
        named = any(not self._tokens[each].is_filler for each in denied)
        return named and not any(each in denied for each in matched)

    def _is_denied_after_all(self, matched: tuple[int, ...]) -> bool:
        """ "No breathing problems" holds "no breathing", and denies it."""
        if self._stems[matched[0]] not in NEGATORS or matched[-1] + 1 >= len(self._stems):
            return False
        return self._stems[matched[-1] + 1] in AFTERTHOUGHTS

    def _soft_spans(self, place: int) -> Iterator[Span]:
        past = self._past(place)
        if past is not None:
            yield past
        for cues, reason, reaches_back in _CUES_FROM.get(self._stems[place], ()):
            length = _cue_at(self._stems, place, cues)
            if length and not (reason is CheckReason.HYPOTHETICAL and self._was_told(place)):
                start, end = self.clause(place)
                start = start if reaches_back else place
                yield Span(start, end, reason, _cue(place, length))
        if self._stems[place] in OUTSIDERS and self._tells_of_then(place):
            yield Span(place, self._end_of_clause(place), CheckReason.SOMEONE_ELSE, _cue(place, 1))

    def _was_told(self, place: int) -> bool:
        """ "Told to ring if I get …": what follows may well be happening."""
        return not WAS_TOLD.isdisjoint(self._stems[max(0, place - 6) : place])

    def _tells_of_then(self, place: int) -> bool:
        """ "My neighbour had …", "my friend at bowls was …", and nothing of now."""
        following = self._words[place + 1 : place + 6]
        end = self._end_of_clause(place)
        now = any(stem in PRESENT for stem in self._stems[place:end])
        return any(word in {"had", "was", "died"} for word in following) and not now

    def _past(self, place: int) -> Span | None:
        if self._stems[place : place + 2] == ["histori", "of"] and not self._stops(place + 2):
            end = end_of_list(self._tokens, self._stems, place + 1, lists_on=True)
            return Span(place, end, CheckReason.PAST, _cue(place, 2))
        if self._words[place] == "previous":
            end = end_of_list(self._tokens, self._stems, place, lists_on=True)
            return Span(place, end, CheckReason.PAST, _cue(place, 1))
        if self._words[place] in AFTER_AN_EVENT and self._names_event(place):
            end = min(place + _AFTER_EVENT_REACH, self._end_of_clause(place))
            return Span(place, end, CheckReason.PAST, _cue(place, 1))
        if self._words[place - 1 : place] == ["the"] and self._words[place] == "last":
            return None
        length = (
            _cue_at(self._stems, place, PAST)
            or _is_year(self._words[place])
            or self._is_at_an_age(place)
        )
        start, end = self.clause(place) if length else (0, 0)
        if not length or any(stem in PRESENT for stem in self._stems[start:end]):
            return None
        return Span(start, end, CheckReason.PAST, _cue(place, length))

    def _is_at_an_age(self, place: int) -> int:
        """ "When I was six": the tokens that say so, 0 if they do not."""
        after = self._stems[place : place + 4]
        said = len(after) == 4 and after[0] == "when" and after[2] == "be"  # noqa: PLR2004
        return 4 if said and after[3].isdigit() else 0

    def _names_event(self, place: int) -> bool:
        following = [t.forms[0] for t in self._tokens[place + 1 : place + 6] if not t.is_filler]
        return any(stem in EVENTS for stem in following[:3])

    def _is_paperwork(self, last: int) -> bool:
        """A clinic, letter or review named right after the words: "asthma review letter"."""
        following = self._words[last + 1 : last + 3]
        if not following or following[0] in PAUSES or self._tokens[last + 1].is_break:
            return False
        if not SPOKE.isdisjoint(self._words[last + 2 : last + 5]):
            return False
        return any(word in ABOUT_PAPERWORK for word in following)

    def clause(self, place: int) -> tuple[int, int]:
        """The first token of the statement that this one stands in, and the one after its last."""
        start = place
        while start > 0 and not (self._parts(start - 1) or self._new_statement(start - 1)):
            start -= 1
        return start, self._end_of_clause(place)

    def _end_of_clause(self, place: int) -> int:
        while place < len(self._tokens) and not (self._parts(place) or self._new_statement(place)):
            place += 1
        return place

    def _parts(self, place: int) -> bool:
        stem = self._stems[place]
        return self._tokens[place].is_break or stem in PAUSES or stem in TURNS

    def _stops(self, place: int) -> bool:
        """Whether a statement ends right here: "nil pmh, chest pain"."""
        return place >= len(self._tokens) or self._parts(place)

    def _new_statement(self, place: int) -> bool:
        """ "… and he", "… and now"."""
        if self._stems[place] not in {"and", "&"} or place + 1 >= len(self._tokens):
            return False
        return self._words[place + 1] in SUBJECTS or self._stems[place + 1] in STARTS_ANEW


def _cue_stem(token: Token) -> str:
    """The stem of a word; of a misspelt one the stem that a cue may hold."""
    if len(token.forms) == 1:
        return token.forms[0]
    return next((form for form in token.forms if form in SCOPE_STEMS), token.forms[0])


def _cue(place: int, length: int) -> frozenset[int]:
    return frozenset(range(place, place + length))


def _cue_at(stems: list[str], place: int, cues: Cues) -> int:
    """How many stems of a cue stand here; 0 for none."""
    for cue in cues.get(stems[place], ()):
        if tuple(stems[place : place + len(cue)]) == cue:
            return len(cue)
    return 0


def _is_year(word: str) -> int:
    return int(
        len(word) == 4 and word.isdigit() and _FIRST_YEAR <= int(word) <= _LAST_YEAR  # noqa: PLR2004
    )
