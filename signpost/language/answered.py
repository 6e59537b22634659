"""Which words are denied by what stands after them: "SOB? no", "rash -ve", "fever, rash: none",
"asked re pain, bleeding, fits: no to all"."""

from collections.abc import Iterator, Sequence

from signpost.language.scope_words import (
    AFFIRMS,
    ALL_OF_THEM,
    ANSWERED_NO,
    ASKED,
    BARE_STOPS,
    NEGATIVE,
    SHORT_ANSWERS,
    SUBJECTS,
    TO_ALL,
    TURNS,
)
from signpost.language.tokens import PAUSES, Token

Denial = tuple[int, int, int]
"""From this token up to, not including, that one; and the token that denies."""

_LONGEST_SHORTLY_ANSWERED = 6


def answered(tokens: Sequence[Token], stems: list[str]) -> Iterator[Denial]:
    """Every stretch of tokens that is denied by an answer behind it."""
    words = [token.surface for token in tokens]
    short: list[Denial] = []
    for place, word in enumerate(words):
        if not place or (word not in SHORT_ANSWERS and stems[place] != NEGATIVE):
            continue
        if _answers_all(tokens, words, place):
            yield _start_of_list(tokens, words, stems, place), place, place
        elif _answers_question(tokens, words, stems, place):
            yield _start_of_item(tokens, stems, place, whole=word == "none"), place, place
        elif _ends_item(tokens, words, place) and words[place - 1] not in PAUSES:
            start = _start_of_item(tokens, stems, place, whole=False)
            if _is_bare(words, stems, start, place):
                short.append((start, place, place))
    if len(short) > 1:
        yield from short


def _ends_item(tokens: Sequence[Token], words: list[str], place: int) -> bool:
    after = place + 1
    return after == len(tokens) or tokens[after].is_break or words[after] in PAUSES


def _answers_question(
    tokens: Sequence[Token], words: list[str], stems: list[str], place: int
) -> bool:
    """ "SOB? no", "rash: none", "chest pain -ve", "fever denied"."""
    ends, before = _ends_item(tokens, words, place), words[place - 1]
    if words[place] in {"absent", "denied"} or stems[place] == NEGATIVE:
        return ends and before not in PAUSES and before not in ALL_OF_THEM
    answers = words[place] in ANSWERED_NO
    return before in {":", "?", "-"} and (ends or answers)


def _answers_all(tokens: Sequence[Token], words: list[str], place: int) -> bool:
    """ "No to all", "all no", "both denied"."""
    if words[place] == "no" and words[place + 1 : place + 2] == ["to"]:
        return not TO_ALL.isdisjoint(words[place + 2 : place + 4])
    return words[place - 1] in ALL_OF_THEM and _ends_item(tokens, words, place)


def _start_of_item(tokens: Sequence[Token], stems: list[str], answer: int, *, whole: bool) -> int:
    """Where the question answered "no" begins; `whole` when a whole list is answered."""
    place = answer - 1
    stops = TURNS if whole else TURNS | PAUSES
    while place > 0 and not tokens[place - 1].is_break and stems[place - 1] not in stops:
        place -= 1
    return place


def _start_of_list(tokens: Sequence[Token], words: list[str], stems: list[str], answer: int) -> int:
    """Where the list answered as a whole begins: after "asked about", else at its first bare
    item."""
    end = start = answer - 1 if words[answer - 1] in ALL_OF_THEM else answer
    for place in range(end - 1, -1, -1):
        if words[place] in ASKED:
            return place
        stops = stems[place] in TURNS or (tokens[place].is_break and place + 1 < end)
        if stops or stems[place] in PAUSES:
            if place + 1 < end and not _is_bare(words, stems, place + 1, end):
                return start
            start, end = place + 1, place
        if stops:
            return start
    return 0 if _is_bare(words, stems, 0, end) else start


def _is_bare(words: list[str], stems: list[str], start: int, end: int) -> bool:
    """Whether these words only name something."""
    said = words[start:end]
    return (
        0 < len(said) <= _LONGEST_SHORTLY_ANSWERED
        and SUBJECTS.isdisjoint(said)
        and not any(stem in AFFIRMS or stem in BARE_STOPS for stem in stems[start:end])
    )
