"""Which words tell of the past: "last year", "hx of", "since my stroke", "in 2019", "at fifty"."""

from signpost.language.denial import end_of_list
from signpost.language.heard import CheckReason
from signpost.language.scope_words import (
    AFTER_AN_EVENT,
    COUNTED,
    EVENTS,
    LATEST_HOUR,
    MEASURES,
    OLD_ENOUGH,
    OLDEST,
    ONCE,
    PAST,
    PAST_ONCE,
    PRESENT,
)
from signpost.language.statements import Span, Statements, places
from signpost.language.words import RELATIVES_F, RELATIVES_M

_FIRST_YEAR, _LAST_YEAR = 1930, 2025
_AFTER_EVENT_REACH = 6
_PEOPLE = RELATIVES_F | RELATIVES_M | {"patient", "pt", "is", "am", "are", "be", "i", "he", "she"}


def past(text: Statements, place: int) -> Span | None:
    """The words made past by a cue that begins at `place`."""
    if text.stems[place : place + 2] == ["histori", "of"] and not text.stop_at(place + 2):
        end = end_of_list(text.tokens, text.stems, place + 1, lists_on=True)
        return Span(place, end, CheckReason.PAST, places(place, 2))
    if text.words[place] == "previous":
        end = end_of_list(text.tokens, text.stems, place, lists_on=True)
        return Span(place, end, CheckReason.PAST, places(place, 1))
    if text.words[place] in AFTER_AN_EVENT and _names_event(text, place):
        end = min(place + _AFTER_EVENT_REACH, text.end_of(place))
        return Span(place, end, CheckReason.PAST, places(place, 1))
    length = _length_of_date(text, place)
    start, end = text.around(place) if length else (0, 0)
    if not length or any(stem in PRESENT for stem in text.stems[start:end]):
        return None
    return Span(start, end, CheckReason.PAST, places(place, length))


def _length_of_date(text: Statements, place: int) -> int:
    """How many tokens say when it was; 0 if none do."""
    word = text.words[place]
    if word == "last" and text.words[place - 1 : place] == ["the"]:
        return 2 if text.words[place + 1 : place + 2] == ["time"] else 0
    return (
        text.cue_at(place, PAST)
        or _year(word)
        or _when_of_an_age(text, place)
        or _at_an_age(text, place)
        or _with_an_earlier_one(text, place)
        or _used_to(text, place)
    )


def _year(word: str) -> int:
    return int(
        len(word) == 4 and word.isdigit() and _FIRST_YEAR <= int(word) <= _LAST_YEAR  # noqa: PLR2004
    )


def _when_of_an_age(text: Statements, place: int) -> int:
    """ "When I was six"."""
    after = text.stems[place : place + 4]
    said = len(after) == 4 and after[0] == "when" and after[2] == "be"  # noqa: PLR2004
    return 4 if said and after[3].isdigit() else 0


def _at_an_age(text: Statements, place: int) -> int:
    """ "Had a stroke at fifty"; not "took it at 17", "had sats at 88"."""
    number = text.stems[place + 1 : place + 2]
    if text.words[place] != "at" or not number or not number[0].isdigit():
        return 0
    youngest = LATEST_HOUR if text.words[place + 1].isdigit() else OLD_ENOUGH
    following = text.words[place + 2 : place + 5]
    is_counted = not COUNTED.isdisjoint(following) or any(map(str.isdigit, following[:2]))
    if is_counted or not youngest <= int(number[0]) <= OLDEST:
        return 0
    return 2 if _tells_of_once(text, place) else 0


def _with_an_earlier_one(text: Statements, place: int) -> int:
    """ "Had pre-eclampsia with my first", "a kidney infection in his twenties"; not "a man in his
    seventies", "sats in the eighties"."""
    length = text.cue_at(place, PAST_ONCE)
    is_of_now = text.words[place + length : place + length + 1] == ["pregnancy"]
    is_age = bool(_PEOPLE.intersection(text.words[place - 1 : place]))
    return length if length and not is_of_now and not is_age and _tells_of_once(text, place) else 0


def _tells_of_once(text: Statements, place: int) -> bool:
    start, _ = text.around(place)
    before = text.words[start:place]
    happened = any(word in ONCE or (word.endswith("ed") and len(word) > 4) for word in before)  # noqa: PLR2004
    return happened and MEASURES.isdisjoint(before)


def _used_to(text: Statements, place: int) -> int:
    """ "Used to cough blood", not "is used to it"."""
    is_said = text.words[place : place + 2] == ["used", "to"]
    return 2 if is_said and text.stems[place - 1 : place] not in (["be"], ["get"], ["not"]) else 0


def _names_event(text: Statements, place: int) -> bool:
    following = [t.forms[0] for t in text.tokens[place + 1 : place + 6] if not t.is_filler]
    return any(stem in EVENTS for stem in following[:3])
