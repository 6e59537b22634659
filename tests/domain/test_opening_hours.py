"""Opening hours in words, at every turn that has gone wrong somewhere."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signpost.domain import opening_hours
from signpost.domain.opening_hours import HoursError, check_hours, state_at
from tests.domain.moments import at

LUNCH = "Mo-Fr 09:00-13:00,14:00-18:30; Sa 09:00-13:00; PH off"
NIGHTS = "Fr-Sa 20:00-02:00; PH off"
HOLIDAY_HOURS = "Mo-Sa 09:00-18:00; PH 10:00-12:00"
HOLIDAY_FIRST = "PH,Su off; Mo-Sa 09:00-18:00"
NOT_AT_CHRISTMAS = "Mo-Su 09:00-18:00; PH 10:00-12:00; 2026 Dec 25 off"
SHORT_DAY = "Mo-Fr 09:00-18:00; PH off; 2026 Dec 24 09:00-12:00"
CLOSED_FOR_WORK = "Mo-Sa 09:00-18:00; PH off; 2026 Nov 23-2026 Nov 25 off"
NAMED_DATES = "Mo-Fr 09:00-17:00; 2026 Aug 31 10:00-12:00; 2026 Dec 25 off"

# 2026-11-23 is a Monday
STATES = [
    ("open", LUNCH, "2026-11-23 10:00", True, "open until 13:00"),
    ("first minute", LUNCH, "2026-11-23 09:00", True, "open until 13:00"),
    ("last minute", LUNCH, "2026-11-23 18:29", True, "open until 18:30"),
    ("closing time", LUNCH, "2026-11-23 18:30", False, "opens Tue 09:00"),
    ("lunch", LUNCH, "2026-11-23 13:15", False, "opens 14:00"),
    ("before opening", LUNCH, "2026-11-23 07:00", False, "opens 09:00"),
    ("after Saturday", LUNCH, "2026-11-28 13:00", False, "opens Mon 09:00"),
    ("Christmas", LUNCH, "2026-12-25 10:00", False, "opens Tue 09:00"),
    ("round the clock", "24/7", "2026-12-25 03:00", True, "24 hours"),
    ("every hour of every day", "Mo-Su,PH 00:00-24:00", "2026-12-25 03:00", True, "24 hours"),
    ("all but holidays", "24/7; PH off", "2026-12-24 03:00", True, "open until midnight"),
    ("long way off", "24/7; PH off", "2026-11-23 03:00", True, "open until Thu 24 Dec midnight"),
    ("from midnight", "24/7; PH off", "2026-12-26 11:00", False, "opens Sun 00:00"),
    ("closed for one day", "24/7; 2026 Nov 25 off", "2026-12-25 11:00", True, "24 hours"),
    ("to midnight", "Mo-Su,PH 17:00-24:00", "2026-11-23 18:00", True, "open until midnight"),
    ("before midnight", NIGHTS, "2026-11-27 23:00", True, "open until 02:00"),
    ("after midnight", NIGHTS, "2026-11-28 01:59", True, "open until 02:00"),
    ("night is over", NIGHTS, "2026-11-28 02:00", False, "opens 20:00"),
    ("no night after a holiday", NIGHTS, "2026-12-27 01:00", False, "opens Sat 20:00"),
    ("holiday names another time", HOLIDAY_HOURS, "2026-08-31 11:00", True, "open until 12:00"),
    ("holiday first in the text", HOLIDAY_FIRST, "2026-08-31 11:00", False, "opens Tue 09:00"),
    ("single date wins over PH", NOT_AT_CHRISTMAS, "2026-12-25 11:00", False, "opens Sat 10:00"),
    ("closed for work", CLOSED_FOR_WORK, "2026-11-24 11:00", False, "opens Thu 09:00"),
    ("the day after", CLOSED_FOR_WORK, "2026-11-26 11:00", True, "open until 18:00"),
    ("short day", SHORT_DAY, "2026-12-24 12:30", False, "opens Tue 09:00"),
    ("next week", "Mo 09:00-12:00; PH off", "2026-11-23 13:00", False, "opens Mon 30 Nov 09:00"),
    ("tomorrow week", "Tu 09:00-12:00; PH off", "2026-11-25 13:00", False, "opens Tue 09:00"),
    ("never", "PH off", "2026-11-23 13:00", False, "closed"),
    ("said to be unknown", "Mo-Fr 09:00-17:00 unknown; PH off", "2026-11-23 13:00", None, None),
    ("no hours", "", "2026-11-23 13:00", None, None),
    ("blank", "  ", "2026-11-23 13:00", None, None),
    ("no promise for a holiday", "Mo-Fr 09:00-17:00", "2026-12-24 18:00", False, "opens Tue 09:00"),
    ("holiday named by date", NAMED_DATES, "2026-08-31 11:00", True, "open until 12:00"),
    ("shut on a named holiday", NAMED_DATES, "2026-12-25 11:00", False, "opens Tue 09:00"),
    ("next opening on a named one", NAMED_DATES, "2026-08-30 18:00", False, "opens Mon 10:00"),
    ("a holiday not named", NAMED_DATES, "2026-05-25 11:00", None, "bank holiday: hours not known"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "moment", "is_open", "text"),
    [state[1:] for state in STATES],
    ids=[state[0] for state in STATES],
)
def test_hours_in_words(hours: str, moment: str, is_open: bool | None, text: str | None) -> None:
    state = state_at(hours, at(moment))
    assert (state.is_open, state.text) == (is_open, text)


CLOCK_CHANGES = [
    ("spring, before", datetime(2027, 3, 28, 0, 59, tzinfo=UTC), False, "opens 02:00"),
    ("spring, after", datetime(2027, 3, 28, 1, 0, tzinfo=UTC), True, "open until 10:00"),
    ("summer morning", datetime(2027, 3, 28, 8, 59, tzinfo=UTC), True, "open until 10:00"),
    ("summer, closed", datetime(2027, 3, 28, 9, 0, tzinfo=UTC), False, "opens Mon 02:00"),
    ("autumn, first 01:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC), False, "opens 02:00"),
    ("autumn, second 01:30", datetime(2026, 10, 25, 1, 30, tzinfo=UTC), False, "opens 02:00"),
    ("autumn, after", datetime(2026, 10, 25, 2, 0, tzinfo=UTC), True, "open until 10:00"),
    ("winter, closed", datetime(2026, 10, 25, 10, 0, tzinfo=UTC), False, "opens Mon 02:00"),
]


@pytest.mark.parametrize(
    ("moment", "is_open", "text"),
    [change[1:] for change in CLOCK_CHANGES],
    ids=[change[0] for change in CLOCK_CHANGES],
)
def test_the_wall_clock_holds_when_clocks_change(
    moment: datetime, is_open: bool, text: str
) -> None:
    state = state_at("Mo-Su,PH 02:00-10:00", moment)
    assert (state.is_open, state.text) == (is_open, text)


UNREADABLE = ["9-5", "Mo-Fr 9am-5pm", "Mo-Fr 25:00-30:00", "by appointment", "SH 09:00-12:00",
              "sunrise-sunset", "Mo-Fr 09:00-17:00, PH 10:00-12:00", "PH -1 day off"]  # fmt: skip


@pytest.mark.parametrize("hours", UNREADABLE)
def test_hours_that_cannot_be_read_get_a_sentence(hours: str) -> None:
    with pytest.raises(HoursError, match=r"^[A-Z].{20,}"):
        check_hours(hours)


MINUTES = st.integers(0, 24 * 60 - 1)


@given(
    st.datetimes(at("2026-01-01"), at("2030-12-31")),
    st.lists(MINUTES, min_size=2, max_size=2, unique=True),
)
def test_open_or_closed_agrees_with_plain_arithmetic(moment: datetime, span: list[int]) -> None:
    start, end = sorted(span)
    hours = f"Mo-Su,PH {start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"
    minute = moment.hour * 60 + moment.minute
    assert state_at(hours, moment).is_open is (start <= minute < end)


@given(st.datetimes(at("2026-01-01"), at("2030-12-20")))
def test_what_opens_next_is_open_then_and_not_before(moment: datetime) -> None:
    state = state_at(LUNCH, moment)
    if state.opens_at is not None:
        assert state_at(LUNCH, state.opens_at).is_open
        assert not state_at(LUNCH, state.opens_at - timedelta(minutes=1)).is_open
        assert state.opens_at > moment


@settings(deadline=None)
@given(
    st.sampled_from([state[1] for state in STATES]),
    st.datetimes(at("2026-11-20"), at("2027-01-04")),
    st.lists(st.integers(0, 3 * 24 * 60), min_size=1, max_size=12),
)
def test_what_is_remembered_reads_as_if_asked_afresh(
    hours: str, start: datetime, minutes: list[int]
) -> None:
    for moment in (start + timedelta(minutes=each) for each in minutes):
        remembered = state_at(hours, moment)
        opening_hours._remembered.clear()
        assert remembered == state_at(hours, moment)
        state_at(hours, start)
