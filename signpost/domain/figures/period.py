"""Spans of days that figures are about, the span before each, and how they are cut into steps."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from signpost.errors import UserMistake

_BY_DAY_UP_TO, _BY_WEEK_UP_TO = 62, 400
_MONTHS = 12


class Step(StrEnum):
    """How a span is cut for a line over time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Period:
    """Local days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def step(self) -> Step:
        """How it is cut for a line: days up to two months, weeks up to some thirteen months."""
        if self.days <= _BY_DAY_UP_TO:
            return Step.DAY
        return Step.WEEK if self.days <= _BY_WEEK_UP_TO else Step.MONTH

    @property
    def is_whole_months(self) -> bool:
        """Whether it goes from the first of a month to the end of one."""
        return self.first.day == 1 and self.last == month_of(self.last).last

    @property
    def before(self) -> "Period":
        """The span just before: as many months for whole months, else as many days."""
        if not self.is_whole_months:
            return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))
        months = _month_number(self.last) - _month_number(self.first) + 1
        return Period(_month_first(_month_number(self.first) - months), _day_before(self.first))

    @property
    def words(self) -> str:
        """The span as people say it: March 2026, or 3 March to 9 April 2026."""
        if self.is_whole_months and _month_number(self.first) == _month_number(self.last):
            return f"{self.first:%B %Y}"
        if self.is_whole_months:
            return f"{self.first:%B %Y} to {self.last:%B %Y}"
        if self.first == self.last:
            return in_words(self.first)
        return f"{self._first_words()} to {in_words(self.last)}"

    def _first_words(self) -> str:
        """The first day, without what it shares with the last."""
        first, last = self.first, self.last
        if (first.year, first.month) == (last.year, last.month):
            return str(first.day)
        return f"{first.day} {first:%B}" if first.year == last.year else in_words(first)

    def months(self) -> tuple["Period", ...]:
        """The calendar months that it touches, each cut to what lies in it."""
        numbers = range(_month_number(self.first), _month_number(self.last) + 1)
        whole = (month_of(_month_first(number)) for number in numbers)
        return tuple(
            Period(max(self.first, month.first), min(self.last, month.last)) for month in whole
        )

    def starts(self) -> tuple[date, ...]:
        """The first day of each step of a line; the first may lie before the span."""
        found = [step_start(self.first, self.step)]
        while (following := _next_start(found[-1], self.step)) <= self.last:
            found.append(following)
        return tuple(found)


def checked_period(first: date, last: date) -> Period:
    """A span. Raises UserMistake when it ends before it starts."""
    if last < first:
        raise UserMistake("last", "The last day lies before the first: swap them.")
    return Period(first, last)


def month_of(day: date) -> Period:
    """The whole calendar month of a day."""
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def last_months(today: date, months: int) -> Period:
    """The last so many whole months before this one."""
    this = _month_number(today)
    return Period(_month_first(this - months), _day_before(_month_first(this)))


def step_start(day: date, step: Step) -> date:
    """The first day of the step that a day falls into; weeks begin on Monday."""
    if step is Step.DAY:
        return day
    return day - timedelta(days=day.weekday()) if step is Step.WEEK else day.replace(day=1)


def in_words(day: date) -> str:
    """A date without its weekday: 9 March 2026."""
    return f"{day.day} {day:%B} {day.year}"


def _next_start(start: date, step: Step) -> date:
    if step is Step.MONTH:
        return _month_first(_month_number(start) + 1)
    return start + timedelta(days=1 if step is Step.DAY else 7)


def _month_number(day: date) -> int:
    return day.year * _MONTHS + day.month - 1


def _month_first(number: int) -> date:
    return date(number // _MONTHS, number % _MONTHS + 1, 1)


def _day_before(day: date) -> date:
    return day - timedelta(days=1)
