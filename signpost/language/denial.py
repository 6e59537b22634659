"""Which words are denied by what stands before them: "no chest pain", "denies fever, rash or
vomiting"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from signpost.language.answered import Denial, answered
from signpost.language.scope_words import (
    ABSENT,
    AFFIRMS,
    AFTERTHOUGHTS,
    AT_PRESENT,
    BACKGROUND,
    BARE_STOPS,
    CONTINUES,
    CORRECTS,
    DENIES_A_DOING,
    DENIES_A_THING,
    EMPTY_NOUNS,
    HAVING,
    HEADING_ENDS,
    LISTS_ON,
    NEGATIVE,
    NEGATORS,
    NOBODY,
    NONE,
    NOT_A_DENIAL_AFTER,
    NOT_A_DENIAL_PAIRS,
    NOT_CUES_AFTER,
    NOTHING,
    NOTHING_STILL,
    POSSESSIVES,
    STATES,
    SUBJECTS,
    TURNS,
)
from signpost.language.tokens import PAUSES, Token

_LONGEST_ITEM = 5
_LONGEST_LISTED_ITEM = 8
_LONGEST_DENIAL = 40
_JOINS = frozenset({"and", "&"})
_OR = frozenset({"or", "nor"})
_ALTERNATIVES = _JOINS | _OR

_WITH_NEXT = frozenset({NOTHING, NEGATIVE, ABSENT, NOBODY, "free"})


def denials(tokens: Sequence[Token]) -> Iterator[Denial]:
    """Every stretch of tokens that is denied."""
    stems = [token.forms[0] for token in tokens]
    for place, stem in enumerate(stems):
        if stem in NEGATORS and denies(tokens, stems, place):
            yield place + 1, end_of_list(tokens, stems, place, lists_on=stem in LISTS_ON), place
        elif stem == NONE and _heading(stems, place):
            cue = _heading(stems, place)
            yield cue + 1, end_of_list(tokens, stems, cue, lists_on=True), place
    yield from answered(tokens, stems)


def _heading(stems: list[str], place: int) -> int:
    """ "None of:", "none of the following": its last token; 0 where no list is headed so, as in
    "none of the inhalers help"."""
    after = stems[place + 1 : place + 5]
    named = [count for count, stem in enumerate(after) if stem in HEADING_ENDS]
    return place + 1 + named[-1] if after[:1] == ["of"] and named else 0


def denies(tokens: Sequence[Token], stems: list[str], place: int) -> bool:
    """Whether the negator here denies what follows: not in "can not breathe", "no better", "no,
    he has".
    """
    after = _next_words(tokens, place)
    if not after or (stems[place + 1] in PAUSES and stems[place + 1] != ":"):
        return False
    if stems[place + 1] in CORRECTS or _compares(stems, place):
        return False
    if stems[place] == "not" and place and stems[place - 1] in NOT_CUES_AFTER:
        own_will = stems[place - 1] == "would" and place > 1 and stems[place - 2] == "i"
        return after[0] in {"see", "find"} or stems[place + 1] == "say" or own_will
    if stems[place] == "never":
        return {"like", "so", "this"}.isdisjoint(stems[place : place + 8])
    if stems[place] in _WITH_NEXT:
        return _denies_with_next(tokens, stems, place)
    return _names_what_is_absent(after)


def _compares(stems: list[str], place: int) -> bool:
    """ "Not had a pain like this before": the pain is there."""
    near = stems[place : place + 9]
    return ("like", "this") in pairwise(near)


def _denies_with_next(tokens: Sequence[Token], stems: list[str], place: int) -> bool:
    """ "Nothing wrong with", "free of": the next word tells whether it is a denial."""
    if stems[place] == "free":
        return stems[place + 1] in {"of", "from"}
    if stems[place] == NOBODY:
        return not tokens[place + 1].is_filler and stems[place + 1] not in NOT_CUES_AFTER
    if stems[place] == NEGATIVE:
        return stems[place + 1] in {"for", ":"}
    if stems[place] == ABSENT:
        return stems[place + 1] == ":"
    return stems[place + 1] not in NOTHING_STILL and tokens[place + 1].surface not in SUBJECTS


def _names_what_is_absent(after: list[str]) -> bool:
    """Not in "no better" or "not eating", which are the trouble itself."""
    if not AFTERTHOUGHTS.isdisjoint(after[1:2]):
        return True
    if after[0] in NOT_A_DENIAL_PAIRS:
        return NOT_A_DENIAL_PAIRS[after[0]].isdisjoint(after[1:2])
    return after[0] not in NOT_A_DENIAL_AFTER


def end_of_list(tokens: Sequence[Token], stems: list[str], cue: int, *, lists_on: bool) -> int:
    """Where what `cue` speaks of ends: at a turn, a new statement, or a pause after which no
    list goes on.
    """
    content = 0
    listing = _Listing(tokens, stems, cue, lists_on)
    limit = min(len(tokens), cue + _LONGEST_DENIAL)
    for place in range(cue + 1, limit):
        stem = stems[place]
        if _ends_statement(tokens, stems, place, content):
            return place
        if stem in PAUSES or (stem in _JOINS and content):
            opens = place == cue + 1 and stem == ":"
            if not opens and not listing.goes_on(place):
                return place
        elif not tokens[place].is_filler and stem not in EMPTY_NOUNS and stem not in CONTINUES:
            content += 1
    return limit


class _Listing(NamedTuple):
    """A list that begins after `cue`. With `lists_on` it is one of the receptionist's own."""

    tokens: Sequence[Token]
    stems: list[str]
    cue: int
    lists_on: bool

    def goes_on(self, pause: int) -> bool:
        """Whether what stands after this pause (or "and") is denied as well."""
        stems, cue = self.stems, self.cue
        had = not HAVING.isdisjoint(stems[max(0, cue - 1) : cue + 3])
        may_list = stems[cue] not in DENIES_A_DOING or (had and stems[cue] == "not")
        if not may_list and stems[pause] not in _JOINS and _OR.isdisjoint(stems[pause:]):
            return False
        start = pause + 1
        if self._tells_of_state(start) or not _item_is_bare(
            self.tokens, stems, start, lists_on=self.lists_on
        ):
            return False
        if self.lists_on and _OR.isdisjoint(stems[cue:pause]):
            return True
        return self._is_between(pause)

    def _is_between(self, pause: int) -> bool:
        """ "No rash, fever or cough" and "no rash, fever, cough" go on; after "no rash, fever" and
        after "no rash or fever, cough" who knows: no."""
        ended = not _OR.isdisjoint(self.stems[self.cue : pause])
        pauses = 0
        for place in range(pause + 1, len(self.tokens)):
            stem = self.stems[place]
            if self.tokens[place].is_break or stem in TURNS:
                break
            if stem in _OR:
                return True
            pauses += stem in PAUSES
        if ended or not BACKGROUND.isdisjoint(self.stems[self.cue + 1 : self.cue + 4]):
            return False
        if self.stems[pause] in _JOINS:
            return True
        return pauses > 0 or any(
            stem in PAUSES for stem in self.stems[max(self.cue, pause - 4) : pause]
        )

    def _tells_of_state(self, start: int) -> bool:
        """ "No fever, drowsy", "no pain, left side weak": "no" cannot speak of such a word."""
        if self.stems[self.cue] not in DENIES_A_THING:
            return False
        last = ""
        for token, stem in zip(self.tokens[start:], self.stems[start:], strict=True):
            if token.is_break or stem in PAUSES or stem in _ALTERNATIVES:
                break
            last = last if token.is_filler else token.surface
        return last in STATES


def _next_words(tokens: Sequence[Token], place: int) -> list[str]:
    found = []
    for token in tokens[place + 1 : place + 6]:
        if token.is_break:
            break
        if not token.is_filler and token.surface not in PAUSES:
            found.append(token.forms[0])
    return found


def _ends_statement(tokens: Sequence[Token], stems: list[str], place: int, content: int) -> bool:
    stem, word = stems[place], tokens[place].surface
    if tokens[place].is_break or stem in TURNS:
        return True
    if not content or stems[place - 1] in CONTINUES:
        return False
    following = stems[place + 1] if place + 1 < len(stems) else "."
    if stem in NOT_CUES_AFTER and following == "not":
        return True
    if stem in AT_PRESENT and (following in CONTINUES or following in PAUSES or following == "."):
        return False
    if word in POSSESSIVES and tokens[place - 1].surface.endswith("ing"):
        return False
    return word in SUBJECTS or stem in AFFIRMS or stem in NEGATORS


def _item_is_bare(tokens: Sequence[Token], stems: list[str], start: int, *, lists_on: bool) -> bool:
    """Whether the words from `start` to the next pause only name things, so that a list goes on."""
    length = 0
    longest = _LONGEST_LISTED_ITEM if lists_on else _LONGEST_ITEM
    for token, stem in zip(tokens[start:], stems[start:], strict=True):
        if stem in NOT_CUES_AFTER:
            return False
        if stem in CONTINUES or stem in NEGATORS:
            return True
        if token.is_break or stem in PAUSES or stem in _JOINS:
            return length > 0
        if token.surface in SUBJECTS or stem in BARE_STOPS or stem in AFFIRMS or stem in TURNS:
            return False
        if stem.isdigit() or length >= longest:
            return False
        length += not token.is_filler
    return length > 0
