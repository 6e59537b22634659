"""What hours mean for the coming days, in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.coming_week import coming_week
from signpost.domain.opening_hours import HoursError

MONDAY = date(2026, 12, 21)
USUAL = "Mo-Fr 09:00-13:00,14:00-18:30; Sa 09:00-12:00; PH off"


def test_each_day_and_its_bank_holidays_are_told_in_words() -> None:
    assert coming_week(USUAL, MONDAY) == (
        "Mon 21 Dec: 09:00 to 13:00, 14:00 to 18:30",
        "Tue 22 Dec: 09:00 to 13:00, 14:00 to 18:30",
        "Wed 23 Dec: 09:00 to 13:00, 14:00 to 18:30",
        "Thu 24 Dec: 09:00 to 13:00, 14:00 to 18:30",
        "Fri 25 Dec (bank holiday): closed",
        "Sat 26 Dec (bank holiday): closed",
        "Sun 27 Dec: closed",
        "Mon 28 Dec (bank holiday): closed",
    )


def test_hours_that_do_not_mention_bank_holidays_say_what_to_write() -> None:
    assert coming_week("Mo-Su 10:00-16:00", MONDAY)[4] == (
        "Fri 25 Dec (bank holiday): not known: write PH off, or PH and the hours"
    )


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ("24/7", "24 hours"),
        ("Mo-Su 20:00-02:00; PH off", "00:00 to 02:00, 20:00 to midnight"),
        ("Tu 09:00-10:00; PH off", "closed"),
    ],
    ids=["always", "past midnight", "not on this day"],
)
def test_a_day_is_told_shortly(hours: str, told: str) -> None:
    assert coming_week(hours, date(2026, 11, 9))[0] == f"Mon 9 Nov: {told}"


def test_the_next_bank_holiday_after_the_week_is_told_even_in_the_next_year() -> None:
    assert coming_week("24/7", date(2026, 12, 22))[-1].startswith("Fri 1 Jan")
    assert coming_week("24/7", date(2026, 12, 29))[-1].startswith("Fri 26 Mar")


def test_no_hours_give_no_lines_and_unreadable_ones_a_sentence() -> None:
    assert coming_week("  ", MONDAY) == ()
    with pytest.raises(HoursError, match="cannot be read"):
        coming_week("nine to five", MONDAY)


@given(st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_every_week_has_eight_lines_and_ends_with_a_bank_holiday(day: date) -> None:
    lines = coming_week(USUAL, day)
    assert len(lines) == 8
    assert "(bank holiday): closed" in lines[-1]
