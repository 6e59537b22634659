"""The days that the screen asks about, from what is pressed and typed."""

from datetime import date

from signpost.domain.figures.period import Period, checked_period, last_months, month_of
from signpost.errors import UserMistake
from signpost.ui.statistics.figure_chooser import Days, FigureChooser
from signpost.usecases.typed_values import read_day

_FIRST_YEAR = 2000
_MONTHS = {Days.LAST_MONTH: 1, Days.THREE_MONTHS: 3, Days.YEAR: 12}


def chosen_days(chooser: FigureChooser, today: date, recorded: Period | None) -> Period | None:
    """The span of days; None while typed days are not there yet, or what is recorded not known.

    Raises UserMistake for a day that cannot be read or a span that ends before it starts.
    """
    days = chooser.days.value
    if days is Days.OWN:
        return _typed(chooser)
    if days is Days.ALL:
        return recorded
    if isinstance(days, Days) and days in _MONTHS:
        return last_months(today, _MONTHS[days])
    return Period(month_of(today).first, today)


def _typed(chooser: FigureChooser) -> Period | None:
    found = []
    for field in (chooser.first, chooser.last):
        day = read_day(field.text())
        if day is None:
            return None
        found.append(day)
    first, last = found
    if first.year < _FIRST_YEAR:
        raise UserMistake("first", f"Type days from {_FIRST_YEAR} on.")
    return checked_period(first, last)
