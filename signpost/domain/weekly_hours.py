"""Makes opening_hours text from days and times as files list them; says nothing they do not say.

A bank holiday is not mentioned unless the file gives that very date, so the text never promises or
denies one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

Span = tuple[int, int]
"""Opening and closing time in minutes after midnight; a close past 1,440 is on the next day."""

DAY_MINUTES = 24 * 60
_NOON = 12 * 60
_LAST_MINUTE = DAY_MINUTES - 1
_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def span(opens: int, closes: int) -> Span | None:
    """What is meant by these two times of a day; None when they cannot be right.

    00:00 and 23:59 as closing time mean midnight. Hours may pass midnight when they begin at noon
    or later ("18:30-08:00"); "09:00-05:30" is a mistake of whoever wrote it.
    """
    if not (0 <= opens < DAY_MINUTES and 0 <= closes <= DAY_MINUTES) or opens == closes:
        return None
    if closes in {0, _LAST_MINUTE}:
        return opens, DAY_MINUTES
    if closes > opens:
        return opens, closes
    return (opens, closes + DAY_MINUTES) if opens >= _NOON else None


def hours_text(
    days: Mapping[int, Iterable[Span]], dates: Mapping[date, Iterable[Span]] | None = None
) -> str:
    """Hours of the days of a week (Monday is 0) and of single dates; a day without hours is closed.

    Empty when there are no hours at all. Spans that touch or overlap become one.
    """
    spans = _within_a_day(days)
    by_day = {day: _times(found) for day, found in spans.items()}
    rules = [f"{_run(first, last)} {times}" for first, last, times in _runs(by_day)]
    # After a semicolon a day's rule would also put out the hours that run into it from the night.
    nights = any(closes > DAY_MINUTES for found in spans.values() for _, closes in found)
    weekly = [", ".join(rules)] if nights else rules
    by_times: dict[str, list[str]] = {}
    for day in sorted(dates or {}):
        times = _times(_merged((dates or {})[day])) or "off"
        by_times.setdefault(times, []).append(f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}")
    dated = [f"{','.join(found)} {times}" for times, found in by_times.items()]
    return "; ".join(rule for rule in weekly + dated if rule)


def _within_a_day(days: Mapping[int, Iterable[Span]]) -> dict[int, list[Span]]:
    """Merged spans, none of which goes round the clock: what runs on goes to the next day."""
    merged = {day: _merged(spans) for day, spans in days.items()}
    for day in (*range(len(_DAYS)), *range(len(_DAYS))):
        for opens, closes in merged.get(day, [])[-1:]:
            if closes > DAY_MINUTES and closes - DAY_MINUTES >= opens:
                merged[day][-1] = (opens, DAY_MINUTES)
                after = (day + 1) % len(_DAYS)
                merged[after] = _merged([*merged.get(after, ()), (0, closes - DAY_MINUTES)])
    return merged


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for opens, closes in sorted(spans):
        if merged and opens <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(closes, merged[-1][1]))
        else:
            merged.append((opens, closes))
    return merged


def _times(spans: Iterable[Span]) -> str:
    return ",".join(f"{_clock(opens)}-{_clock(closes)}" for opens, closes in spans)


@lru_cache(maxsize=2048)
def _clock(minutes: int) -> str:
    if minutes > DAY_MINUTES:
        minutes -= DAY_MINUTES
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _runs(by_day: Mapping[int, str]) -> Sequence[tuple[int, int, str]]:
    """Neighbouring days with the same times: first day, last day, times."""
    runs: list[tuple[int, int, str]] = []
    for day in range(len(_DAYS)):
        times = by_day.get(day, "")
        if not times:
            continue
        if runs and runs[-1][1] == day - 1 and runs[-1][2] == times:
            runs[-1] = (runs[-1][0], day, times)
        else:
            runs.append((day, day, times))
    return runs


def _run(first: int, last: int) -> str:
    return _DAYS[first] if first == last else f"{_DAYS[first]}-{_DAYS[last]}"
