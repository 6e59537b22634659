"""What opening hours mean for the coming days, in words for whoever writes them."""

from datetime import date, datetime, timedelta

from signpost.domain.bank_holidays import bank_holidays, is_bank_holiday
from signpost.domain.opening_hours import spans_on

DAYS_AHEAD = 7
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def coming_week(hours: str, today: date) -> tuple[str, ...]:
    """A line for each of the seven days from today on, and one for the next bank holiday after
    them. Empty hours give none. Raises HoursError when the text cannot be read.
    """
    if not hours.strip():
        return ()
    days = [today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)]
    days.append(_next_bank_holiday(days[-1]))
    return tuple(f"{_named(day)}: {_hours_on(hours, day)}" for day in days)


def _next_bank_holiday(after: date) -> date:
    coming = (*bank_holidays(after.year), *bank_holidays(after.year + 1))
    return next(day for day in coming if day > after)


def _named(day: date) -> str:
    told = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return f"{told} (bank holiday)" if is_bank_holiday(day) else told


def _hours_on(hours: str, day: date) -> str:
    spans = spans_on(hours, day)
    if spans is None:
        return "not known: write PH off, or PH and the hours" if is_bank_holiday(day) else "unknown"
    if not spans:
        return "closed"
    if all(until - since == timedelta(days=1) for since, until in spans):
        return "24 hours"
    return ", ".join(f"{since:%H:%M} to {_end(until, day)}" for since, until in spans)


def _end(until: datetime, day: date) -> str:
    return "midnight" if until.date() != day else f"{until:%H:%M}"
