"""Hours taken apart into a plain week and the rest, and said in words."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signpost.domain.hours_words import hours_in_words
from signpost.domain.opening_hours import state_at
from signpost.domain.plain_week import plain_week
from signpost.domain.weekly_hours import hours_text

WORDS = [
    ("", ""),
    ("24/7", "24 hours, every day"),
    ("Mo-Su 08:00-08:00", "24 hours, every day"),
    ("Mo-Fr 09:00-17:00; PH off", "Mon to Fri 09:00–17:00; closed on bank holidays"),
    (
        "Mo-Fr 09:00-13:00,14:00-18:30; Sa 9:00-13:00; PH 10:00-16:00",
        "Mon to Fri 09:00–13:00, 14:00–18:30; Sat 09:00–13:00; bank holidays 10:00–16:00",
    ),
    ("Mo-Su,PH 08:00-20:00", "every day 08:00–20:00; bank holidays 08:00–20:00"),
    ("Tu,Th 10:00-16:00", "Tue and Thu 10:00–16:00"),
    ("Mo-Sa 09:00-17:00; We off", "Mon, Tue and Thu to Sat 09:00–17:00"),
    ("Fr-Sa 20:00-02:00", "Fri and Sat 20:00–02:00"),
    ("Mo-Th 22:00-02:00, Sa 09:00-12:00", "Mon to Thu 22:00–02:00; Sat 09:00–12:00"),
    ("Mo 00:00-24:00; Tu 18:00-24:00", "Mon 24 hours; Tue 18:00–midnight"),
    (
        "Mo 09:00-12:00; 2026 Dec 24-2026 Dec 31 off",
        "Mon 09:00–12:00; closed 24 Dec 2026 to 31 Dec 2026",
    ),
    ("Mo 09:00-12:00; 2026 Dec 24-27 off", "Mon 09:00–12:00; closed 24 Dec 2026 to 27 Dec 2026"),
    ("2026 Dec 24 09:00-12:00", "24 Dec 2026 09:00–12:00"),
    ("We[1] 14:00-16:00; PH off", "We[1] 14:00-16:00; closed on bank holidays"),
    ('Mo-Fr 09:00-17:00 "ring; or write"', 'Mo-Fr 09:00-17:00 "ring; or write"'),
    ("nine to five", "nine to five"),
    ("Mo off", "closed"),
]


@pytest.mark.parametrize(("hours", "words"), WORDS, ids=[hours or "none" for hours, _ in WORDS])
def test_hours_are_said_in_words(hours: str, words: str) -> None:
    assert hours_in_words(hours) == words


def test_what_cannot_be_read_is_rest() -> None:
    assert plain_week("Mo 27:30-28:99; sunrise").rest == ("Mo 27:30-28:99; sunrise",)


TIMES = st.tuples(st.integers(0, 1439), st.integers(1, 1400)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 6), st.lists(TIMES, min_size=1, max_size=2), min_size=1))
def test_a_plain_week_is_open_just_when_its_hours_are(days: dict[int, list]) -> None:
    hours = hours_text(days)
    week = plain_week(hours)
    assert week.rest == ()
    monday = datetime.fromisoformat("2026-09-14")
    for minute in range(0, 7 * 1440, 97):
        moment = monday + timedelta(minutes=minute)
        says = any(
            opens <= minute + shift - day * 1440 < closes
            for day, spans in week.days.items()
            for opens, closes in spans
            for shift in (0, 7 * 1440)
        )
        assert says is state_at(hours, moment).is_open
