"""Reading a time as receptionists type it: when the appointment is, or by when somebody rings
back.
"""

import re
from datetime import date, datetime, time, timedelta

from signpost.errors import UserMistake

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)
_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?")
_NOON, _MIDNIGHT = 12, 24
_LATEST_START_OF_YEARS = 100
_SENTENCE = "Type a time such as 14:30, tomorrow 9:15, Mon 10:00 or 24/11 9:30."


def parse_promised(typed: str, local_now: datetime) -> datetime | None:
    """The local time that was typed, in the zone of `local_now`; None for an empty field.

    A time without a day is today's; a weekday is the next one after today. Raises UserMistake
    when it
    cannot be read or has passed.
    """
    text = typed.strip().lower()
    if not text:
        return None
    first, _, rest = text.partition(" ")
    day = _day(first, local_now.date())
    clock = _clock(rest if day else text)
    if clock is None:
        raise UserMistake("promised_by", _SENTENCE)
    found = datetime.combine(day or local_now.date(), clock, local_now.tzinfo)
    if found < local_now.replace(second=0, microsecond=0):
        raise UserMistake(
            "promised_by", f"{found:%a %d %b, %H:%M} has passed: type the day as well."
        )
    return found


def _day(word: str, today: date) -> date | None:
    if word == "today":
        return today
    if word in {"tomorrow", "tmrw", "tom"}:
        return today + timedelta(days=1)
    if word[:3] in _WEEKDAYS:
        ahead = (_WEEKDAYS.index(word[:3]) - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    found = _DATE.fullmatch(word)
    if found is None:
        return None
    year = int(found.group(3) or today.year)
    year += 2000 if year < _LATEST_START_OF_YEARS else 0
    try:
        day = date(year, int(found.group(2)), int(found.group(1)))
    except ValueError:
        raise UserMistake("promised_by", _SENTENCE) from None
    return day.replace(year=year + 1) if day < today and not found.group(3) else day


def _clock(text: str) -> time | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found.group(1)), int(found.group(2) or 0)
    if found.group(3) == "pm" and hour < _NOON:
        hour += _NOON
    if found.group(2) is None and found.group(3) is None:
        return None
    return time(hour, minute) if hour < _MIDNIGHT and minute < 60 else None  # noqa: PLR2004
