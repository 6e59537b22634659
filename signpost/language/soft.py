"""Which words are supposed, a figure of speech, someone else's or a matter of paperwork."""

from collections.abc import Iterator

from signpost.language.heard import CheckReason
from signpost.language.scope_words import (
    ASKS_WHAT_TO_DO,
    FEARS,
    FIGURATIVE,
    HYPOTHETICAL,
    LEARNS,
    NEARLY,
    OUTSIDERS,
    PAPERWORK,
    PRESENT,
    RIGHT_NOW,
    SOMEONE_ELSE,
    SUPPOSED,
    WAS_TOLD,
)
from signpost.language.statements import Span, Statements, places

_CUES = (
    (HYPOTHETICAL, CheckReason.HYPOTHETICAL),
    (FIGURATIVE, CheckReason.FIGURATIVE),
    (SOMEONE_ELSE, CheckReason.SOMEONE_ELSE),
    (PAPERWORK, CheckReason.ADMIN),
)
"""Cues and what they make of a statement: of all of it, or of what follows when it is supposed."""
_CUES_FROM = {
    stem: tuple(row for row in _CUES if stem in row[0]) for cues, _ in _CUES for stem in cues
}
"""The rows that have a cue beginning with a stem."""
_ONE_DAY = ["one", "day"]


def soft(text: Statements, place: int) -> Iterator[Span]:
    """The stretches made soft by a cue that begins at `place`."""
    stem = text.stems[place]
    if stem in NEARLY and _learns_of_it(text, place):
        yield Span(*text.around(place), CheckReason.FIGURATIVE, places(place, 1))
    if _supposes(text, place):
        yield Span(place, text.end_of(place), CheckReason.HYPOTHETICAL, places(place, 1))
    for cues, reason in _CUES_FROM.get(stem, ()):
        length = text.cue_at(place, cues)
        if length and not _is_real(text, place, reason):
            yield _span(text, place, length, reason)
    if stem in OUTSIDERS and _tells_of_then(text, place):
        yield Span(place, text.end_of(place), CheckReason.SOMEONE_ELSE, places(place, 1))


def _span(text: Statements, place: int, length: int, reason: CheckReason) -> Span:
    start, end = text.around(place)
    if reason is CheckReason.HYPOTHETICAL:
        feared = text.words[place : place + 2] == _ONE_DAY and not FEARS.isdisjoint(
            text.stems[start:place]
        )
        start = start if feared else place
        if text.words[end : end + 2] in (["and", "have"], ["and", "get"]):
            end = text.end_of(end + 1)
    return Span(start, end, reason, places(place, length))


def _is_real(text: Statements, place: int, reason: CheckReason) -> bool:
    """Whether a cue makes nothing soft: "told to ring if", "is at risk", "letter, now"."""
    if reason is CheckReason.ADMIN:
        start, end = text.around(place)
        return not RIGHT_NOW.isdisjoint(text.stems[start:end])
    if reason is not CheckReason.HYPOTHETICAL:
        return False
    was_told = not WAS_TOLD.isdisjoint(text.stems[max(0, place - 6) : place])
    before = text.words[max(0, place - 2) : place]
    return was_told or (before[-1:] == ["at"] and before[0] != "i")


def _learns_of_it(text: Statements, place: int) -> bool:
    """ "Nearly died when he saw the bill"."""
    words = text.words[place : text.end_of(place)]
    return "when" in words and not LEARNS.isdisjoint(words[words.index("when") :])


def _supposes(text: Statements, place: int) -> bool:
    """ "If he starts fitting, who do I call", "how a seizure looks"."""
    following = text.stems[place + 1 : place + 3]
    if text.words[place] not in {"if", "how"} or len(following) < 2:  # noqa: PLR2004
        return False
    end = text.end_of(place)
    if text.words[place] == "how":
        return text.words[place + 1] in {"a", "an"} and "look" in text.stems[place:end]
    near = text.stems[max(0, place - 8) : end + 6]
    asks = any(tuple(near[at : at + 3]) in ASKS_WHAT_TO_DO for at in range(len(near)))
    return asks and following[1] in SUPPOSED


def _tells_of_then(text: Statements, place: int) -> bool:
    """ "My neighbour had …", "my friend at bowls was …", and nothing of now."""
    following = text.words[place + 1 : place + 6]
    now = any(stem in PRESENT for stem in text.stems[place : text.end_of(place)])
    return any(word in {"had", "was", "died"} for word in following) and not now
