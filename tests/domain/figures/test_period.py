"""Spans of days: the one before, whole months, steps of a line."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.figures.period import (
    Period,
    Step,
    checked_period,
    last_months,
    month_of,
    step_start,
)
from signpost.errors import UserMistake

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda two: Period(min(two), max(two)))


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ((2026, 3, 1), (2026, 3, 31), ((2026, 2, 1), (2026, 2, 28))),
        ((2026, 1, 1), (2026, 3, 31), ((2025, 10, 1), (2025, 12, 31))),
        ((2026, 1, 1), (2026, 1, 31), ((2025, 12, 1), (2025, 12, 31))),
        ((2026, 3, 9), (2026, 3, 15), ((2026, 3, 2), (2026, 3, 8))),
        ((2026, 3, 1), (2026, 3, 15), ((2026, 2, 14), (2026, 2, 28))),
    ],
)
def test_the_span_before_is_as_many_months_or_as_many_days(first, last, before) -> None:
    span = Period(date(*first), date(*last)).before
    assert (span.first, span.last) == (date(*before[0]), date(*before[1]))


@given(PERIODS)
def test_the_span_before_ends_the_day_before(period: Period) -> None:
    assert period.before.last == period.first - timedelta(days=1)
    assert period.is_whole_months == period.before.is_whole_months or not period.is_whole_months


@given(PERIODS)
def test_months_and_steps_cover_every_day_once(period: Period) -> None:
    assert sum(month.days for month in period.months()) == period.days
    assert period.months()[0].first == period.first
    assert period.months()[-1].last == period.last
    starts = period.starts()
    days = [period.first + timedelta(days=day) for day in range(period.days)]
    assert {step_start(day, period.step) for day in days} == set(starts)


@pytest.mark.parametrize(
    ("days", "step"), [(1, Step.DAY), (62, Step.DAY), (63, Step.WEEK), (401, Step.MONTH)]
)
def test_long_spans_are_cut_into_longer_steps(days: int, step: Step) -> None:
    first = date(2026, 3, 2)
    assert Period(first, first + timedelta(days=days - 1)).step is step


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (month_of(date(2026, 3, 9)), "March 2026"),
        (last_months(date(2026, 3, 9), 3), "December 2025 to February 2026"),
        (Period(date(2026, 3, 9), date(2026, 3, 9)), "9 March 2026"),
        (Period(date(2026, 3, 9), date(2026, 4, 1)), "9 March to 1 April 2026"),
        (Period(date(2026, 3, 9), date(2026, 3, 11)), "9 to 11 March 2026"),
        (Period(date(2025, 12, 9), date(2026, 1, 11)), "9 December 2025 to 11 January 2026"),
    ],
)
def test_spans_are_said_as_people_say_them(period: Period, words: str) -> None:
    assert period.words == words


def test_a_span_that_ends_before_it_starts_is_a_mistake() -> None:
    with pytest.raises(UserMistake, match="swap them"):
        checked_period(date(2026, 3, 9), date(2026, 3, 8))
