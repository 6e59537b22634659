"""Ages as the words state them: "62, tight chest", "my 5 week old", "72F", "he's only two"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from signpost.domain.caller import WEEKS_A_YEAR
from signpost.language.words import NUMBERS

_TENS = [word for word, figure in NUMBERS.items() if len(figure) > 1 and figure.endswith("0")]
_UNITS = [word for word, figure in NUMBERS.items() if len(figure) == 1]
_NUMBER_WORDS = re.compile(
    rf"\b({'|'.join(_TENS)})[ -]({'|'.join(_UNITS)})\b|\b(?:{'|'.join(NUMBERS)})\b"
)
_YEARS = r"(?:y(?:ea)?rs?|y/?o)"
_OLDEST = 115
_DAYS_OLD = 7 / 365.25
"""The age taken for "newborn" where no number is said, in years."""
_NOT_YEARS = r"(?! ?(?:days?|weeks?|wks?|months?|mths?|hours?|hrs?|mins?|minutes?|nights?|times?|of\b|/|\.\d|st\b|kg|degrees|puffs?|tablets?|in\b))"
_GROWN_UP = "wife|husband|hubby|missus|mum|mother|dad|father|nan|nana|gran|granny|grandma|grandad|aunt|auntie|uncle|partner|sister|brother"
_MEASURED = re.compile(
    r"\b(?:temp\w*|fever|sats?|o2|pulse|hr|rate|bp|pressure|sugars?|bm|score|pain|news|flow|bmi|weight|inr|dose|number)"
    r"(?: score| level| reading)?(?:'s| is| was| of)?(?: about| around| only| just)? ?$"
)
_LEADING = re.compile(
    r"^\s*(?:(?:pt|patient|re|child|baby|lady|man|gent|gentleman|boy|girl|male|female)[,:]? |[fm](?=\d))?"
)
_YEARS_OLD = [
    re.compile(pattern)
    for pattern in (
        rf"\b(\d{{1,3}})[ -]?{_YEARS}[ -]?(?:s )?(?:old|o)\b",
        r"\b(\d{1,3})[ -]?(?:y/o|yo|yrs?)\b(?! (?:ago|now|since|back|later|course|supply|plan))",
        r"\b(?:aged?) (\d{1,3})\b",
        rf"\b(?:child|son|daughter|boy|girl|lad|toddler|grandson|granddaughter|baby),? (\d{{1,2}})\b{_NOT_YEARS}",
        rf"\b(?:{_GROWN_UP}),? (\d{{2,3}})\b{_NOT_YEARS}",
        r"^\s*(\d{1,3})\s*(?=,|y\b|yr|f\b|m\b|female|male|lady|man\b|woman|gent)",
        r"\b(\d{1,2})(?=[fm]\b)",
        r"\b[fm](\d{2})\b",
        rf"\b(?:is|am|i'?m|he'?s|she'?s) (?:only |just |nearly |about |around |nobbut )(\d{{1,3}})\b{_NOT_YEARS}",
        r"\b(?:aged?|is|am|i'm|im|he's|hes|she's|shes|[a-z]+'s|turned) (\d{1,3})(?= (?:and|now|with|year|this|next|but)|[,.;]|$)",
    )
]
_PARTS = re.compile(
    r"\b(\d{1,2})[ -]?(day|d|week|wk|w|month|mth|mo|m)s?[ -]old\b|\b(\d{1,2})/(7|52|12)(?: old\b|(?= (?:baby|boy|girl|infant|old)))"
    r"|\b(?:is|only|he's|she's|hes|shes|baby|aged?|son|daughter|bub|(?:son|daughter|baby|grandson|boy|girl|lad)'s)(?: is| only| just)* (\d{1,2}) (day|week|wk|month|mth)s?\b(?! (?:pregnant|ago|gone|now|in\b|since|of\b))"
    r"|\b(\d{1,2})(mo)\b|^\s*(\d{1,2})(?: (month|mth)s?|/(12))(?=\s*,| (?:baby|boy|girl))"
)
_PER_YEAR = {"d": 365.25, "7": 365.25, "w": WEEKS_A_YEAR, "52": WEEKS_A_YEAR, "m": 12.0, "12": 12.0}
_NEWBORN = re.compile(
    r"\bnew ?-?born\b|\bborn (?:yesterday|today|last night|on \w+day|this week|days ago)\b"
)


class AgeSaid(NamedTuple):
    """An age in years and the characters that say it. `leads` when the words begin with it, as a
    note on a patient does."""

    years: float
    start: int
    end: int
    leads: bool = False


def ages_in(text: str, *, has_number_words: bool = True) -> list[AgeSaid]:
    """Every age that `text` (lower case, plain apostrophes) states, each place once, the surest
    reading of it."""
    figures, shifts = _with_figures(text) if has_number_words else (text, [(0, 0)])
    found: dict[int, AgeSaid] = {}
    for age in _ages(figures):
        if not any(age.start < other.end and other.start < age.end for other in found.values()):
            found[age.start] = age
    return [
        age._replace(start=_typed_at(age.start, shifts), end=_typed_at(age.end, shifts))
        for _, age in sorted(found.items())
    ]


def _ages(text: str) -> Iterator[AgeSaid]:
    note = _LEADING.match(text)
    leads_until = note.end() if note else 0
    for part in _PARTS.finditer(text):
        number, unit = (group for group in part.groups() if group is not None)
        years = float(number) / _PER_YEAR[unit if unit.isdigit() else unit[0]]
        yield AgeSaid(years, part.start(), part.end(), leads=part.start() <= leads_until)
    for pattern in _YEARS_OLD:
        for found in pattern.finditer(text):
            start, years = found.start(1), int(found.group(1))
            if years <= _OLDEST and not _is_no_age(text[:start]):
                yield AgeSaid(float(years), start, found.end(), start <= leads_until)
    if "born" in text:
        for found in _NEWBORN.finditer(text):
            yield AgeSaid(_DAYS_OLD, found.start(), found.end())


def _is_no_age(before: str) -> bool:
    """ "Temp is 39", "not 62"."""
    return before.endswith(("not ", "n't ")) or bool(_MEASURED.search(before[-40:]))


def _with_figures(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with number words as figures ("thirty two" becomes 32), and from which place on how
    many letters fewer it has."""
    parts: list[str] = []
    shifts, last, shift, length = [(0, 0)], 0, 0, 0
    for found in _NUMBER_WORDS.finditer(text):
        tens, unit = found.group(1), found.group(2)
        figure = f"{NUMBERS[tens][0]}{NUMBERS[unit]}" if tens else NUMBERS[found.group()]
        parts += [text[last : found.start()], figure]
        length += found.start() - last + len(figure)
        last = found.end()
        shift = last - length
        shifts.append((length, shift))
    return "".join([*parts, text[last:]]), shifts


def _typed_at(place: int, shifts: list[tuple[int, int]]) -> int:
    return place + shifts[bisect_right(shifts, place, key=itemgetter(0)) - 1][1]
