"""Times as receptionists type them."""

from datetime import datetime

import pytest

from signpost.domain.local_time import london
from signpost.domain.promised_time import parse_promised
from signpost.errors import UserMistake

NOW = datetime(2026, 11, 23, 10, 0, 30, tzinfo=london())  # a Monday


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("14:30", "2026-11-23 14:30"),
        ("1430", "2026-11-23 14:30"),
        ("2pm", "2026-11-23 14:00"),
        ("10:00", "2026-11-23 10:00"),
        ("today 17.15", "2026-11-23 17:15"),
        ("tomorrow 9:15", "2026-11-24 09:15"),
        ("Mon 10:00", "2026-11-30 10:00"),
        ("wednesday 8am", "2026-11-25 08:00"),
        ("24/11 9:30", "2026-11-24 09:30"),
        ("3/1 9:30", "2027-01-03 09:30"),
        ("24/11/2026 09:30", "2026-11-24 09:30"),
    ],
)
def test_times_are_read(typed: str, found: str) -> None:
    promised = parse_promised(typed, NOW)
    assert promised is not None
    assert f"{promised:%Y-%m-%d %H:%M}" == found


def test_an_empty_field_is_no_time() -> None:
    assert parse_promised("  ", NOW) is None


@pytest.mark.parametrize(
    "typed", ["soon", "25:00", "9", "31/2 9:00", "Mon", "24/11", "09:00", "12:75"]
)
def test_what_cannot_be_read_or_has_passed_is_told(typed: str) -> None:
    with pytest.raises(UserMistake):
        parse_promised(typed, NOW)
