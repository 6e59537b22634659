"""Opening hours in words, for print and for people who do not read OpenStreetMap's syntax."""

import re
from functools import lru_cache

from signpost.domain.plain_week import clock, plain_week
from signpost.domain.weekly_hours import DAY_MINUTES, Span

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ALL_DAY = ((0, DAY_MINUTES),)
_DATE = r"(?:\d{4}\s)?[A-Z][a-z]{2}\s\d{1,2}"
_DATES = re.compile(rf"(?P<first>{_DATE})(?:\s*-\s*(?P<last>{_DATE}|\d{{1,2}}))?\s+(?P<times>.+)")
_WRITTEN = re.compile(r"(?:(\d{4})\s)?([A-Z][a-z]{2})\s(\d{1,2})")


@lru_cache(maxsize=2048)
def hours_in_words(hours: str) -> str:
    """ "Mon to Fri 09:00–17:00; Sat 09:00–13:00; closed on bank holidays". Empty when not known.

    What has no words here stays as it is written.
    """
    if not hours.strip():
        return ""
    week = plain_week(hours)
    by_times: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in week.days.items():
        by_times.setdefault(spans, []).append(day)
    if by_times == {_ALL_DAY: list(range(len(_DAYS)))}:
        parts = ["24 hours, every day"]
    else:
        parts = [f"{_days(days)} {_times(spans)}" for spans, days in by_times.items()]
    parts += [_exception(part) for part in week.rest]
    return "; ".join(parts) or "closed"


def _days(days: list[int]) -> str:
    """ "Mon to Wed and Fri": neighbours together, from three on."""
    if len(days) == len(_DAYS):
        return "every day"
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = [name for run in runs for name in _run(run)]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _run(days: list[int]) -> list[str]:
    if len(days) > 2:  # noqa: PLR2004 - "Mon to Tue" is no shorter
        return [f"{_DAYS[days[0]]} to {_DAYS[days[-1]]}"]
    return [_DAYS[day] for day in days]


def _times(spans: tuple[Span, ...]) -> str:
    if spans == _ALL_DAY:
        return "24 hours"
    return ", ".join(f"{clock(opens)}–{_closing(closes)}" for opens, closes in spans)


def _closing(minutes: int) -> str:
    return "midnight" if minutes == DAY_MINUTES else clock(minutes)


def _exception(part: str) -> str:
    if part.startswith("PH "):
        times = part.removeprefix("PH ")
        shut = times in {"off", "closed"}
        return "closed on bank holidays" if shut else f"bank holidays {_dashed(times)}"
    found = _DATES.fullmatch(part)
    if found is None:
        return part
    first = _day(found["first"])
    last = f" to {_day(found['last'], found['first'])}" if found["last"] else ""
    if found["times"] in {"off", "closed"}:
        return f"closed {first}{last}"
    return f"{first}{last} {_dashed(found['times'])}"


def _day(written: str, first: str = "") -> str:
    """ "2026 Dec 24" as 24 Dec 2026; a lone day belongs to the month of the first."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        beginning = _WRITTEN.fullmatch(first)
        year, month = (beginning[1], beginning[2]) if beginning else ("", "")
        return f"{int(written)} {month} {year or ''}".strip()
    return f"{int(found[3])} {found[2]} {found[1] or ''}".strip()


def _dashed(times: str) -> str:
    return re.sub(r"(\d\d:\d\d)-(\d\d:\d\d)", r"\1–\2", times).replace(",", ", ")
