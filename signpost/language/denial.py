"""Which words are denied: "no chest pain", "denies fever, rash or vomiting", "SOB? no"."""

from collections.abc import Iterator, Sequence

from signpost.language.scope_words import (
    AFFIRMS,
    AFTERTHOUGHTS,
    ANSWERED_NO,
    AT_PRESENT,
    BARE_STOPS,
    CONTINUES,
    CORRECTS,
    DENIES_A_DOING,
    EMPTY_NOUNS,
    HAVING,
    LISTS_ON,
    NEGATIVE,
    NEGATORS,
    NOT_A_DENIAL_AFTER,
    NOT_A_DENIAL_PAIRS,
    NOT_CUES_AFTER,
    NOTHING,
    NOTHING_STILL,
    POSSESSIVES,
    SUBJECTS,
    TURNS,
)
from signpost.language.tokens import PAUSES, Token

_LONGEST_ITEM = 5
_LONGEST_LISTED_ITEM = 8
_LONGEST_DENIAL = 40
_JOINS = frozenset({"and", "&"})
_ALTERNATIVES = _JOINS | {"or", "nor"}

_WITH_NEXT = frozenset({NOTHING, NEGATIVE, "free"})

Denial = tuple[int, int, int]
"""From this token up to, not including, that one; and the token that denies."""


def denials(tokens: Sequence[Token]) -> Iterator[Denial]:
    """Every stretch of tokens that is denied."""
    stems = [token.forms[0] for token in tokens]
    for place, stem in enumerate(stems):
        if stem in NEGATORS and denies(tokens, stems, place):
            yield place + 1, end_of_list(tokens, stems, place, lists_on=stem in LISTS_ON), place
        elif _answers(tokens, stems, place):
            yield _start_of_answered(tokens, stems, place), place, place


def _answers(tokens: Sequence[Token], stems: list[str], place: int) -> bool:
    """ "SOB? no", "rash: none", "chest pain -ve", "rash neg,": an answer to what stands
    before it.
    """
    says_no = stems[place] in ANSWERED_NO or tokens[place].surface == "n"
    if not place or not (says_no or stems[place] == NEGATIVE):
        return False
    ends = place + 1 == len(tokens) or tokens[place + 1].is_break or stems[place + 1] in PAUSES
    if says_no:
        return stems[place - 1] in {":", "?", "-"} and (ends or stems[place] in ANSWERED_NO)
    return ends and stems[place - 1] not in PAUSES


def denies(tokens: Sequence[Token], stems: list[str], place: int) -> bool:
    """Whether the negator here denies what follows: not in "can not breathe", "no better", "no,
    he has".
    """
    after = _next_words(tokens, place)
    if not after or (stems[place + 1] in PAUSES and stems[place + 1] != ":"):
        return False
    if stems[place + 1] in CORRECTS:
        return False
    if stems[place] == "not" and place and stems[place - 1] in NOT_CUES_AFTER:
        own_will = stems[place - 1] == "would" and place > 1 and stems[place - 2] == "i"
        return after[0] in {"see", "find"} or stems[place + 1] == "say" or own_will
    if stems[place] == "never":
        return {"like", "so", "this"}.isdisjoint(stems[place : place + 8])
    if stems[place] in _WITH_NEXT:
        return _denies_with_next(tokens, stems, place)
    return _names_what_is_absent(after)


def _denies_with_next(tokens: Sequence[Token], stems: list[str], place: int) -> bool:
    """ "Nothing wrong with", "free of": the next word tells whether it is a denial."""
    if stems[place] == "free":
        return stems[place + 1] in {"of", "from"}
    if stems[place] == NEGATIVE:
        return stems[place + 1] in {"for", ":"}
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
    limit = min(len(tokens), cue + _LONGEST_DENIAL)
    for place in range(cue + 1, limit):
        stem = stems[place]
        if _ends_statement(tokens, stems, place, content):
            return place
        if stem in PAUSES or (stem in _JOINS and content):
            opens = place == cue + 1 and stem == ":"
            lists = not opens and _list_goes_on(tokens, stems, place, lists_on=lists_on)
            if not opens and not (lists and _may_list(stems, cue, place)):
                return place
        elif not tokens[place].is_filler and stem not in EMPTY_NOUNS and stem not in CONTINUES:
            content += 1
    return limit


def _may_list(stems: list[str], cue: int, pause: int) -> bool:
    """ "Don't fit, fingers like balloons" is no list; "not had rash, fever or cough" is one."""
    had = not HAVING.isdisjoint(stems[max(0, cue - 1) : cue + 3])
    if stems[cue] not in DENIES_A_DOING or (had and stems[cue] == "not"):
        return True
    return any(stem in _ALTERNATIVES for stem in stems[pause:])


def _next_words(tokens: Sequence[Token], place: int) -> list[str]:
    found = []
    for token in tokens[place + 1 : place + 6]:
        if token.is_break:
            break
        if not token.is_filler and token.surface not in PAUSES:
            found.append(token.forms[0])
    return found


def _start_of_answered(tokens: Sequence[Token], stems: list[str], answer: int) -> int:
    """Where the question answered "no" begins; "none" answers a whole list."""
    place = answer - 1
    stops = TURNS if stems[answer] == "none" else TURNS | PAUSES
    while place > 0 and not tokens[place - 1].is_break and stems[place - 1] not in stops:
        place -= 1
    return place


def _ends_statement(tokens: Sequence[Token], stems: list[str], place: int, content: int) -> bool:
    stem, word = stems[place], tokens[place].surface
    if tokens[place].is_break or stem in TURNS:
        return True
    if not content or stems[place - 1] in CONTINUES:
        return False
    following = stems[place + 1] if place + 1 < len(stems) else "."
    if stem in AT_PRESENT and (following in CONTINUES or following in PAUSES or following == "."):
        return False
    if word in POSSESSIVES and tokens[place - 1].surface.endswith("ing"):
        return False
    return word in SUBJECTS or stem in AFFIRMS or stem in NEGATORS


def _list_goes_on(tokens: Sequence[Token], stems: list[str], pause: int, *, lists_on: bool) -> bool:
    """ "no rash, fever or cough" and "no rash, fever, cough" go on; after "no rash, fever" who
    knows: no.
    """
    if not _item_is_bare(tokens, stems, pause + 1, lists_on=lists_on):
        return False
    if lists_on or stems[pause] in _JOINS:
        return True
    pauses = 0
    for place in range(pause + 1, len(tokens)):
        if tokens[place].is_break or stems[place] in TURNS:
            break
        if stems[place] in _ALTERNATIVES:
            return True
        pauses += stems[place] in PAUSES
    return pauses > 0 or any(stem in PAUSES for stem in stems[max(0, pause - 4) : pause])


def _item_is_bare(tokens: Sequence[Token], stems: list[str], start: int, *, lists_on: bool) -> bool:
    """Whether the words from `start` to the next pause only name things, so that a list goes on."""
    length = 0
    longest = _LONGEST_LISTED_ITEM if lists_on else _LONGEST_ITEM
    for token, stem in zip(tokens[start:], stems[start:], strict=True):
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
