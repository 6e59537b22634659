"""A text as statements: where each begins and ends, and which words a cue for it may hold."""

from collections.abc import Sequence
from typing import NamedTuple

from signpost.language.heard import CheckReason
from signpost.language.scope_words import SCOPE_STEMS, STARTS_ANEW, SUBJECTS, TURNS, Cues
from signpost.language.tokens import PAUSES, Token


class Span(NamedTuple):
    """Tokens `start` up to, not including, `end` stand under `cues` for this reason."""

    start: int
    end: int
    reason: CheckReason
    cues: frozenset[int]


class Statements:
    """The tokens of a text as words (as typed) and stems (of a misspelt word the one that a cue may
    hold), and where its statements end."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.words = [token.surface for token in tokens]
        self.stems = [_cue_stem(token) for token in tokens]

    def around(self, place: int) -> tuple[int, int]:
        """The first token of the statement that this one stands in, and the one after its last."""
        start = place
        while start > 0 and not (self._parts(start - 1) or self._begins_anew(start - 1)):
            start -= 1
        return start, self.end_of(place)

    def end_of(self, place: int) -> int:
        """The token after the last of the statement."""
        while place < len(self.tokens) and not (self._parts(place) or self._begins_anew(place)):
            place += 1
        return place

    def stop_at(self, place: int) -> bool:
        """Whether a statement ends right here."""
        return place >= len(self.tokens) or self._parts(place)

    def cue_at(self, place: int, cues: Cues) -> int:
        """How many stems of a cue stand here; 0 for none."""
        for cue in cues.get(self.stems[place], ()):
            if tuple(self.stems[place : place + len(cue)]) == cue:
                return len(cue)
        return 0

    def _parts(self, place: int) -> bool:
        stem = self.stems[place]
        return self.tokens[place].is_break or stem in PAUSES or stem in TURNS

    def _begins_anew(self, place: int) -> bool:
        """ "… and he", "… and now"."""
        if self.stems[place] not in {"and", "&"} or place + 1 >= len(self.tokens):
            return False
        return self.words[place + 1] in SUBJECTS or self.stems[place + 1] in STARTS_ANEW


def _cue_stem(token: Token) -> str:
    if len(token.forms) == 1:
        return token.forms[0]
    return next((form for form in token.forms if form in SCOPE_STEMS), token.forms[0])


def places(place: int, length: int) -> frozenset[int]:
    """The places of a cue of `length` tokens."""
    return frozenset(range(place, place + length))
