"""Times and days as files write them."""

import pytest

from signpost.exchange.clock_times import minutes, weekday


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("09:00", 540),
        ("9:00am", 540),
        ("9am", 540),
        ("9.30 a.m.", 570),
        ("6:00 pm", 1080),
        ("12:00pm", 720),
        ("12:15am", 15),
        ("9:00a", 540),
        ("10:00:00", 600),
        ("10:00:00Z", 600),
        ("10:00+00:00", 600),
        ("0930", 570),
        ("24:00", 1440),
        ("00:00", 0),
        ("Noon", 720),
        ("midnight", 0),
        ("", None),
        ("9", None),
        ("6:300pm", None),
        ("8:00m", None),
        ("9:0am", None),
        ("13:00pm", None),
        ("0am", None),
        ("24:30", None),
        ("25:00", None),
        ("09:60", None),
        ("10:00+01:00", None),
        ("5:00pm Mon", None),
        ("closed", None),
    ],
)
def test_a_time_is_certain_or_not_known(text: str, found: int | None) -> None:
    assert minutes(text) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [("Monday", 0), ("tue", 1), ("WE", 2), ("Thur", 3), ("Fri.", 4), (" sa ", 5), ("Su", 6),
     ("", None), ("T", None), ("PH", None), ("Mondays and", None)],
)  # fmt: skip
def test_a_weekday_is_known_by_its_beginning(text: str, day: int | None) -> None:
    assert weekday(text) == day
