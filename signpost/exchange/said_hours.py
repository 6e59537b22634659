"""Hours as people write them in one line: "9:00am-5:00pm, Mon-Thur; 9:00am-12:00pm, Fri"."""

import re

from signpost.domain.weekly_hours import Span
from signpost.exchange.clock_times import weekday
from signpost.exchange.day_times import day_times

_PARTS = re.compile(r"[;\n]|\\n")
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
_DAYS = re.compile(rf"\b{_DAY}(?:\s*(?:,|&|/|-|–|\band\b|\bto\b)\s*{_DAY})*", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|\bto\b)\s*")
_ALSO = re.compile(r"\s*(?:,|&|/|\band\b)\s*")


def said_hours(text: str) -> dict[int, list[Span]] | None:
    """The spans of each day, Monday 0; None when any part of the text is not certain.

    A day that is named again has the later hours, unless both can be.
    """
    days: dict[int, list[Span]] = {}
    for part in filter(None, (each.strip(" ,.") for each in _PARTS.split(text))):
        found = _DAYS.search(part)
        if found is None:
            return None
        times = f"{part[: found.start()]} {part[found.end() :]}".strip(" ,:()")
        spans, named = day_times(times), _named(found.group())
        if not spans or named is None:
            return None
        for day in named:
            kept = days.get(day, [])
            days[day] = [*spans] if _overlap(kept, spans) else [*kept, *spans]
    return days or None


def _named(text: str) -> list[int] | None:
    days: list[int] = []
    for part in _ALSO.split(text):
        ends = [weekday(each) for each in _RANGE.split(part)]
        if len(ends) > 2 or None in ends:  # noqa: PLR2004 - from and to
            return None
        first, last = ends[0] or 0, ends[-1] or 0
        days += [(first + step) % 7 for step in range((last - first) % 7 + 1)]
    return days


def _overlap(some: list[Span], others: tuple[Span, ...]) -> bool:
    return any(
        opens < other_closes and other_opens < closes
        for opens, closes in some
        for other_opens, other_closes in others
    )
