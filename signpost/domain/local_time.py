"""England's clock: times are kept in UTC and shown, dated and timetabled as the practice's wall
clock says.
"""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo


@lru_cache(maxsize=1)
def london() -> ZoneInfo:
    """England's time zone, read when first asked for."""
    return ZoneInfo("Europe/London")


def local_time(moment: datetime) -> datetime:
    """A moment as England's wall clock shows it."""
    return moment.astimezone(london())


def day_in_words(day: date) -> str:
    """A date as people in England write it: Monday 9 March 2026."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"
