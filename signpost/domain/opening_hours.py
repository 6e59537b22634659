"""Opening hours in OSM syntax: open now, until when, or when next, by England's clock and holidays.

The hours library is given no country: its own British calendar takes several English bank holidays
for ordinary days. `PH` is written out as dates instead. The library is imported when first needed.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from signpost.domain.bank_holidays import bank_holidays, is_bank_holiday
from signpost.domain.local_time import local_time

if TYPE_CHECKING:
    from opening_hours import OpeningHours

RING_FIRST = "bank holiday: hours not known"
ALWAYS = "24/7"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_YEARS_BEFORE, _YEARS_AFTER = 1, 2
_A_MINUTE = timedelta(minutes=1)
_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(days=7)
_A_YEAR = timedelta(days=366)
_PH = re.compile(r"\bPH\b")
_NAMES_HOLIDAYS = re.compile(r"\bPH\b|24/7")
_DAY = r"(?:PH|[A-Z][a-z](?:-[A-Z][a-z])?(?:\[[-\d,]+\])?)"
_DAY_RULE = re.compile(rf"(?P<days>{_DAY}(?:\s*,\s*{_DAY})*)\s+(?P<times>.+)")
_YEAR_RULE = re.compile(r"\d{4}\s")
_DATE_OFF_RULE = re.compile(rf"(?:{'|'.join(_MONTHS)})\s+\d.*\b(?:off|closed)\b")
_DATES_AND_TIMES = re.compile(r"(?P<dates>.*?\d)\s+(?P<times>off|closed|\d\d:\d\d-.*)")
_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_DAY_MINUTES = 24 * 60
_NOT_UNDERSTOOD = re.compile(r"\bSH\b|\bPH\s*[-+]|\beaster\b|\b(?:sunrise|sunset|dawn|dusk)\b")


class HoursError(ValueError):
    """Hours that cannot be read; the message is a sentence for the person who wrote them."""


@dataclass(frozen=True)
class OpenState:
    """How things stand at a moment. `is_open` and `text` None mean that hours are not known."""

    is_open: bool | None = None
    text: str | None = None
    opens_at: datetime | None = None


@lru_cache(maxsize=4096)
def check_hours(hours: str) -> None:
    """Raise HoursError when the text cannot be read."""
    parse_hours(hours, ())


def state_at(hours: str, moment: datetime) -> OpenState:
    """How things stand: "open until 18:30", "opens Mon 09:00", "24 hours", "closed", or not known.

    A moment without a time zone is England's wall clock. On a bank holiday, hours that mention
    neither PH nor that very date are not known: nobody has said what holds on such a day.
    """
    if not hours:
        return _NOT_KNOWN
    now = moment if moment.tzinfo is None else wall_clock(moment)
    known = _remembered.get(hours)
    if known is None or not known.since <= now < known.until:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        known = _remembered[hours] = _span_at(hours, now.replace(second=0, microsecond=0))
    return known.state


def spans_on(hours: str, day: date) -> tuple[tuple[datetime, datetime], ...] | None:
    """When it is open on a day (wall clock, the day's end as the next midnight); None when that is
    not known. Raises HoursError when the text cannot be read.
    """
    names_holidays = bool(_NAMES_HOLIDAYS.search(hours))
    if not (names_holidays or _says_what_holds_on(hours, day)):
        return None
    parsed = _parsed(hours, day.year if names_holidays else None)
    start = datetime.combine(day, time())
    if parsed.is_unknown(start):
        return None
    states = parsed.intervals(start, start + _A_DAY)
    return tuple((since, until) for since, until, state, _ in states if str(state) == "open")


@dataclass(frozen=True, slots=True)
class _Span:
    """For how long a state, word for word, holds; `until` not included."""

    state: OpenState
    since: datetime
    until: datetime


_NOT_KNOWN = OpenState()
_MOST_REMEMBERED = 50_000
_remembered: dict[str, _Span] = {}
"""The same for every keystroke until something changes, and for every place with those hours."""


def _span_at(hours: str, now: datetime) -> _Span:
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    if not hours.strip():
        return _Span(_NOT_KNOWN, now, midnight)
    if hours.strip() == ALWAYS:
        return _Span(OpenState(is_open=True, text="24 hours"), now, midnight)
    names_holidays = bool(_NAMES_HOLIDAYS.search(hours))
    if not (names_holidays or _says_what_holds_on(hours, now.date())):
        return _Span(OpenState(text=RING_FIRST), now, midnight)
    parsed = _parsed(hours, now.year if names_holidays else None)
    changes_at = parsed.next_change(now)
    until = midnight if changes_at is None else min(midnight, changes_at)
    if parsed.is_unknown(now):
        return _Span(_NOT_KNOWN, now, until)
    if parsed.is_open(now):
        state = OpenState(is_open=True, text=_open_words(changes_at, now))
        return _Span(state, now, _until_said_otherwise(changes_at, now, until))
    opens_at = _next_opening(parsed, now, "" if names_holidays else hours)
    state = OpenState(is_open=False, text=opens_words(opens_at, now), opens_at=opens_at)
    return _Span(state, now, until)


def _until_said_otherwise(closes_at: datetime | None, now: datetime, until: datetime) -> datetime:
    """What stays open for longer is said with another day, or as 24 hours: until that changes."""
    if closes_at is None:
        return until
    turns = (closes_at - _A_DAY + _A_MINUTE, closes_at - _A_YEAR)
    return min([until, *(turn for turn in turns if turn > now)])


def wall_clock(moment: datetime) -> datetime:
    """A moment as England's clocks show it, without a time zone."""
    return moment if moment.tzinfo is None else local_time(moment).replace(tzinfo=None)


def opens_words(opens_at: datetime | None, now: datetime) -> str:
    """When it opens, seen from now (both wall clock); None means not within a year."""
    if opens_at is None:
        return "closed"
    if opens_at.date() == now.date():
        return f"opens {opens_at:%H:%M}"
    return f"opens {_day(opens_at, now)} {opens_at:%H:%M}"


def _open_words(closes_at: datetime | None, now: datetime) -> str:
    if closes_at is None or closes_at - now > _A_YEAR:
        return "24 hours"
    clock = f"{closes_at:%H:%M}" if closes_at.time() != time() else "midnight"
    if closes_at - now < _A_DAY:
        return f"open until {clock}"
    return f"open until {_day(closes_at - timedelta(minutes=1), now)} {clock}"


def _day(then: datetime, now: datetime) -> str:
    day = _DAYS[then.weekday()]
    if then.date() - now.date() < _A_WEEK:
        return day
    return f"{day} {then.day} {_MONTHS[then.month - 1]}"


def _says_what_holds_on(hours: str, day: date) -> bool:
    """Whether hours that do not mention PH are known on this day: no bank holiday, or named."""
    if not is_bank_holiday(day):
        return True
    return bool(re.search(rf"\b{day.year} {_MONTHS[day.month - 1]} 0?{day.day}\b", hours))


def _next_opening(parsed: "OpeningHours", now: datetime, silent: str) -> datetime | None:
    """The next opening that is certain. `silent` are hours that do not mention PH: they do not
    promise bank holidays; empty when PH is mentioned.
    """
    then = parsed.next_change(now)
    while then is not None and then - now <= _A_YEAR:
        certain = not silent or _says_what_holds_on(silent, then.date())
        if certain and parsed.is_open(then):
            return then
        then = parsed.next_change(then)
    return None


@lru_cache(maxsize=4096)
def _parsed(hours: str, year: int | None) -> "OpeningHours":
    """Hours ready to be asked about moments in `year`; None for hours that do not mention PH."""
    if year is None:
        return parse_hours(hours, ())
    years = range(year - _YEARS_BEFORE, year + _YEARS_AFTER + 1)
    return parse_hours(hours, tuple(day for each in years for day in bank_holidays(each)))


def parse_hours(hours: str, holidays: tuple[date, ...]) -> "OpeningHours":
    """Hours ready to be asked, PH standing for these dates. Raises HoursError."""
    from opening_hours import OpeningHours, validate  # noqa: PLC0415 - needed only here

    if _NOT_UNDERSTOOD.search(hours):
        raise HoursError(
            "Write days and clock times; SH, PH -1 day, Easter and the sun are not understood."
        )
    text = _with_dates(hours, holidays)
    if not validate(text):
        raise HoursError(
            "These hours cannot be read. Write them like: Mo-Fr 09:00-18:30; Sa 09:00-13:00; PH off"
        )
    return OpeningHours(
        text, auto_country=False, auto_timezone=False, max_interval_days=_A_YEAR.days
    )


def _with_dates(hours: str, holidays: tuple[date, ...]) -> str:
    """The hours with PH as dates: they override the weekdays, and single dates override them."""
    weekly: list[str] = []
    on_holidays: list[str] = []
    on_dates: list[str] = []
    for rule in (part.strip() for part in hours.split(";") if part.strip()):
        if _PH.search(rule):
            days, times = _days_and_times(rule)
            others = ",".join(day for day in days if day != "PH")
            weekly += [f"{others} {times}"] if others else []
            dates = ",".join(map(_osm_date, holidays))
            on_holidays += [f"{dates} {times}"] if dates else []
        else:
            by_date = _YEAR_RULE.match(rule) or _DATE_OFF_RULE.match(rule)
            (on_dates if by_date else weekly).append(rule)
    night = _end_of_night(weekly)
    dated = [_for_whole_nights(rule, night) for rule in on_holidays + on_dates]
    return "; ".join(weekly + dated) or "off"


def _days_and_times(rule: str) -> tuple[list[str], str]:
    found = _DAY_RULE.fullmatch(rule)
    if found is None or _PH.search(found["times"]):
        raise HoursError("Write bank holidays as a part of their own: ; PH off or ; PH 10:00-16:00")
    return [day.strip() for day in found["days"].split(",")], found["times"]


def _end_of_night(weekly: list[str]) -> int:
    """The latest minute after midnight to which a day's hours run on; 0 when none do."""
    latest = 0
    for rule in weekly:
        for hour, minute, end_hour, end_minute in _SPAN.findall(rule):
            start, end = int(hour) * 60 + int(minute), int(end_hour) * 60 + int(end_minute)
            runs_on = end - _DAY_MINUTES if end > _DAY_MINUTES else end if end <= start else 0
            latest = max(latest, runs_on)
    return latest


def _for_whole_nights(rule: str, night: int) -> str:
    """A dated rule that shuts its own day's night and leaves the night before it alone."""
    found = _DATES_AND_TIMES.fullmatch(rule)
    if not night or found is None:
        return rule
    end = night + _DAY_MINUTES
    shut = f"{found['dates']} {night // 60:02d}:{night % 60:02d}-{end // 60:02d}:{end % 60:02d} off"
    if found["times"] in {"off", "closed"}:
        return shut
    return f"{shut}, {rule}"


def _osm_date(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day:02d}"
