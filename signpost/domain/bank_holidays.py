"""England's bank holidays as dates, because the hours library's own British calendar misses some.

Source: the `holidays` package (United Kingdom, England), which follows the Banking and Financial
Dealings Act 1971 and the proclamations known at its release. It is imported when first asked for.
"""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=32)
def bank_holidays(year: int) -> tuple[date, ...]:
    """The bank holidays of a year in England, in order.

    25 and 26 December and 1 January are listed on their own date as well as on the substitute day:
    few places that close for bank holidays open on them.
    """
    import holidays  # noqa: PLC0415 - 0.1 s that a first keystroke need not wait for

    return tuple(sorted(holidays.country_holidays("GB", subdiv="ENG", years=year)))


def is_bank_holiday(day: date) -> bool:
    """Whether a day is a bank holiday in England."""
    return day in bank_holidays(day.year)
