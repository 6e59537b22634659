"""Standing exports: their days, and what may be typed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from signpost.domain.export_format import ExportFormat
from signpost.domain.standing_export import Period, StandingTyped, checked_standing
from signpost.errors import UserMistake

MONDAY = date(2026, 3, 9)
NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
TYPED = StandingTyped(
    "Monthly", ExportFormat.SIGNPOSTS_MONTHLY, Period.LAST_MONTH, "C:\\Exports", "PCN", "2026-09-30"
)


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (Period.YESTERDAY, MONDAY, date(2026, 3, 8), date(2026, 3, 8)),
        (Period.LAST_WEEK, MONDAY, date(2026, 3, 2), date(2026, 3, 8)),
        (Period.LAST_WEEK, date(2026, 3, 15), date(2026, 3, 2), date(2026, 3, 8)),
        (Period.LAST_MONTH, date(2026, 1, 31), date(2025, 12, 1), date(2025, 12, 31)),
        (Period.THIS_MONTH, MONDAY, date(2026, 3, 1), MONDAY),
    ],
)
def test_the_days_of_a_period(period: Period, today: date, first: date, last: date) -> None:
    assert period.days(today) == (first, last)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", "  "),
        ("name", "x" * 61),
        ("folder", ""),
        ("reason", " "),
        ("expires_on", "soon"),
        ("expires_on", "2026-03-08"),
        ("expires_on", "2028-01-01"),
    ],
)
def test_what_is_missing_or_too_much_is_told(field: str, typed: str) -> None:
    with pytest.raises(UserMistake) as refused:
        checked_standing(replace(TYPED, **{field: typed}), "id", None, NOW)
    assert refused.value.field == field


def test_it_runs_until_its_last_day_and_no_longer_once_ended() -> None:
    export = checked_standing(TYPED, "id", "kim", NOW)
    assert export.runs_on(date(2026, 9, 30))
    assert not export.runs_on(date(2026, 10, 1))
    assert not replace(export, ended_at=NOW).runs_on(MONDAY)
