"""Schedules of Open Referral (days of a week or month that repeat) as the program's hours.

All or nothing: when one schedule of a service cannot be said with certainty, none is shown, and the
source's own words for the hours are kept to be read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from signpost.domain.opening_hours import HoursError, check_hours
from signpost.domain.weekly_hours import Span, hours_text, span
from signpost.exchange.clock_times import minutes, weekday
from signpost.exchange.entity import Entity
from signpost.exchange.said_hours import said_hours

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = re.compile(r"(?P<nth>[+-]?[1-5])?:?(?P<day>[A-Za-z]{2,9})")
_LIMITS = ("bymonthday", "byweekno", "byyearday", "count")
_CLOCK = re.compile(r"(\d{1,2}:\d{2}):\d{2}")


class _UnusableError(ValueError):
    """A schedule that cannot be said with certainty; the message is a sentence, `field` its
    column.
    """

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class RepeatedHours:
    """Hours as the program reads them; the day after which they are no longer said to hold (None:
    no such day); and, only where they could not be used, the source's own words.
    """

    schedule: str = ""
    until: date | None = None
    words: str = ""


def repeated_hours(schedules: Sequence[Entity], on: date | None) -> RepeatedHours:
    """The hours of these schedules as they hold on a day, that of the file."""
    days: dict[int, list[Span]] = {}
    monthly: list[str] = []
    ends: list[date] = []
    usable = True
    current = [each for each in schedules if not _is_past(each, on)]
    for each in current:
        try:
            _take(each, on, days, monthly)
        except _UnusableError as error:
            each.empty(error.field, f"{error} No hours are shown.")
            usable = False
        ends += [end for end in (each.day("valid_to"),) if end is not None]
    if usable and current:
        usable = _agrees_with_its_text(current, days)
    text = ", ".join(part for part in (hours_text(days), *monthly) if part) if usable else ""
    if text and not _is_readable(text):
        text, usable = "", False
    words = "" if usable else "; ".join(dict.fromkeys(filter(None, map(_words, current))))
    return RepeatedHours(text, min(ends, default=None) if text else None, words)


def _agrees_with_its_text(current: Sequence[Entity], days: dict[int, list[Span]]) -> bool:
    """Whether rows made from a text (HSDS 2: original_text) say what it says.

    Rows that say something else give way to the text; a text that cannot be read leaves no hours.
    """
    texts = {each.text("original_text") for each in current} - {""}
    if not texts:
        return True
    said = said_hours(texts.pop()) if len(texts) == 1 else None
    if said is None:
        current[0].empty("original_text", "cannot be read with certainty. No hours are shown.")
        return False
    if hours_text(said) != hours_text(days):
        sentence = "says something else than the rows made from it. The text is taken."
        current[0].empty("original_text", sentence)
        days.clear()
        days.update(said)
    return True


def _take(each: Entity, on: date | None, days: dict[int, list[Span]], monthly: list[str]) -> None:
    freq = _freq(each, on)
    hours = _span(each)
    for nth, day in _days(each, freq):
        if nth:
            monthly.append(f"{_DAYS[day]}[{int(nth)}] {hours_text({0: [hours]})[3:]}")
        elif freq == "MONTHLY":
            raise _UnusableError("byday", "does not say which week of the month.")
        else:
            days.setdefault(day, []).append(hours)


def _freq(each: Entity, on: date | None) -> str:
    """WEEKLY, DAILY, MONTHLY or nothing, when the schedule holds and repeats every time."""
    begins = each.day("valid_from")
    if begins is not None and on is not None and begins > on:
        raise _UnusableError("valid_from", f"holds only from {begins}.")
    freq = each.text("freq").upper()
    if freq not in {"", "WEEKLY", "DAILY", "MONTHLY"}:
        raise _UnusableError("freq", f'"{freq[:60]}" is not understood: WEEKLY or MONTHLY.')
    if each.text("interval") not in {"", "1"}:
        raise _UnusableError("interval", "is not every week, which hours cannot say.")
    for limit in _LIMITS:
        if each.text(limit):
            raise _UnusableError(limit, "limits the days in a way that hours cannot say.")
    return freq


def _days(each: Entity, freq: str) -> list[tuple[str, int]]:
    """Which days: the week of the month (empty: every one) and the day, Monday 0."""
    text = each.text("byday", "weekday")
    if not text and freq == "DAILY":
        return [("", day) for day in range(len(_DAYS))]
    if not text and freq == "WEEKLY":
        first = each.day("dtstart")
        text = "" if first is None else _DAYS[first.weekday()]
    found: list[tuple[str, int]] = []
    for part in filter(None, re.split(r"[,;|\s]+", text)):
        match = _DAY.fullmatch(part)
        day = None if match is None else weekday(match["day"])
        if match is None or day is None:
            raise _UnusableError("byday", f'"{text[:60]}" is not understood: MO,TU or 2TU.')
        found.append((match["nth"] or "", day))
    if not found:
        raise _UnusableError("byday", "is empty: nobody can tell on which days.")
    return found


def _span(each: Entity) -> Span:
    opens, closes = each.text("opens_at"), each.text("closes_at")
    start, end = minutes(opens), minutes(closes)
    if start is None or end is None:
        field, text = ("closes_at", closes) if start is not None else ("opens_at", opens)
        raise _UnusableError(field, f'"{text[:60]}" is not a time such as 09:00.')
    found = span(start, end)
    if found is None:
        raise _UnusableError("closes_at", f'"{opens}-{closes}" cannot be right.')
    return found


def _is_past(each: Entity, on: date | None) -> bool:
    """Whether it ended before the file was saved; that is told."""
    for field in ("valid_to", "until"):
        end = each.day(field)
        if end is not None and on is not None and end < on:
            each.refuse(f"ended on {end}, before the file was saved.")
            return True
    return False


def _is_readable(text: str) -> bool:
    try:
        check_hours(text)
    except HoursError:
        return False
    return True


def _words(each: Entity) -> str:
    said = each.text("original_text", "description")
    if said:
        return said
    days = each.text("byday", "weekday")
    times = "-".join(filter(None, (each.text("opens_at"), each.text("closes_at"))))
    return " ".join(filter(None, (days, _CLOCK.sub(r"\1", times), each.text("freq").lower())))
