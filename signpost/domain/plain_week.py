"""Opening hours taken apart: a week that is always the same, and what such a week cannot say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from signpost.domain.opening_hours import HoursError, parse_hours
from signpost.domain.weekly_hours import DAY_MINUTES, Span

_A_DAY = timedelta(days=1)
_MONDAY = datetime(2024, 1, 8)  # noqa: DTZ001 - wall clock, as every moment of the hours
_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)"
_DAYS = rf"{_DAY}(?:-{_DAY})?(?:\s*,\s*{_DAY}(?:-{_DAY})?)*"
_TIMES = r"\d?\d:\d\d-\d?\d:\d\d(?:\s*,\s*\d?\d:\d\d-\d?\d:\d\d)*"
_WEEKLY = re.compile(
    rf"24/7|(?:{_DAYS}\s+)?(?:off|closed|{_TIMES})|{_DAYS}\s+{_TIMES}(?:\s*,\s*{_DAYS}\s+{_TIMES})*"
)
_WITH_HOLIDAYS = re.compile(
    rf"(?P<days>[^\d\[\]]*\bPH\b[^\d\[\]]*?)\s+(?P<times>off|closed|{_TIMES})"
)


@dataclass(frozen=True)
class PlainWeek:
    """Spans of each day, Monday being 0; `rest` are the parts of the text that no week says."""

    days: Mapping[int, tuple[Span, ...]]
    rest: tuple[str, ...]


@lru_cache(maxsize=2048)
def plain_week(hours: str) -> PlainWeek:
    """Take hours apart: "Mo-Fr 09:00-17:00; PH off" are five days and the rest "PH off".

    Bank holidays, dates, months, weeks, remarks and what cannot be read are rest.
    """
    weekly: list[str] = []
    rest: list[str] = []
    for part in (part.strip() for part in hours.split(";") if part.strip()):
        holidays = _WITH_HOLIDAYS.fullmatch(part)
        if _WEEKLY.fullmatch(part):
            weekly.append(part)
        elif holidays is None:
            rest.append(part)
        else:
            days = [day.strip() for day in holidays["days"].split(",")]
            others = ",".join(day for day in days if day != "PH")
            weekly += [f"{others} {holidays['times']}"] if others else []
            rest.append(f"PH {holidays['times']}")
    if not weekly:
        return PlainWeek({}, tuple(rest))
    try:
        return PlainWeek(_days("; ".join(weekly)), tuple(rest))
    except HoursError:  # 27:00, or a remark with a semicolon of its own that was cut in two
        return PlainWeek({}, (hours.strip(),))


def _days(weekly: str) -> dict[int, tuple[Span, ...]]:
    days: dict[int, list[Span]] = {}
    for opens, closes in _stretches(weekly):
        day = (opens - _MONDAY).days
        if 0 <= day < 7:  # noqa: PLR2004 - the days of a week
            start = (opens.hour * 60) + opens.minute
            span = start, start + int((closes - opens).total_seconds()) // 60
            days.setdefault(day, []).append(span)
    return {day: tuple(days[day]) for day in sorted(days)}


def _stretches(weekly: str) -> Iterator[tuple[datetime, datetime]]:
    """When it is open around that week; a stretch of a day or longer is cut at each midnight."""
    parsed = parse_hours(weekly, ())
    around = parsed.intervals(_MONDAY - 2 * _A_DAY, _MONDAY + 9 * _A_DAY)
    for opens, closes, state, *_ in around:
        if str(state) != "open":
            continue
        while closes - opens >= _A_DAY:
            midnight = opens.replace(hour=0, minute=0) + _A_DAY
            yield opens, midnight
            opens = midnight  # noqa: PLW2901 - what is left of the stretch
        if closes > opens:
            yield opens, closes


def clock(minutes: int) -> str:
    """Minutes after midnight as 09:00; past midnight as the next day's clock, midnight as 24:00."""
    if minutes > DAY_MINUTES:
        minutes -= DAY_MINUTES
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
