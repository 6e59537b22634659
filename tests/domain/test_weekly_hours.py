"""Days and times as files list them become hours that the program reads, and mean the same."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signpost.domain.bank_holidays import is_bank_holiday
from signpost.domain.opening_hours import check_hours, state_at
from signpost.domain.weekly_hours import Span, hours_text, span

NINE_TO_ONE, TWO_TO_SIX = (540, 780), (840, 1080)
MONDAY = datetime(2026, 11, 23)  # noqa: DTZ001 - wall clock


def test_neighbouring_days_with_the_same_hours_are_written_together() -> None:
    days = {day: [NINE_TO_ONE, TWO_TO_SIX] for day in range(5)} | {5: [NINE_TO_ONE]}
    assert hours_text(days) == "Mo-Fr 09:00-13:00,14:00-18:00; Sa 09:00-13:00"


def test_a_day_off_in_the_middle_splits_the_week() -> None:
    days = {0: [NINE_TO_ONE], 1: [NINE_TO_ONE], 3: [NINE_TO_ONE], 2: []}
    assert hours_text(days) == "Mo-Tu 09:00-13:00; Th 09:00-13:00"


def test_no_hours_at_all_are_no_text() -> None:
    assert hours_text({0: [], 6: []}) == ""


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ([(840, 1080), (1020, 1200)], "Mo 14:00-20:00"),
        ([(540, 780), (780, 1080)], "Mo 09:00-18:00"),
        ([(540, 780), (540, 780)], "Mo 09:00-13:00"),
        ([(540, 1080), (600, 700)], "Mo 09:00-18:00"),
        ([(1080, 1500), (540, 600)], "Mo 09:00-10:00,18:00-01:00"),
        ([(420, 1110), (1080, 1920)], "Mo 07:00-24:00; Tu 00:00-08:00"),
    ],
    ids=["overlap", "touch", "twice", "inside", "night", "round the clock"],
)
def test_spans_that_overlap_become_one(spans: list[Span], text: str) -> None:
    assert hours_text({0: spans}) == text


def test_a_night_is_not_put_out_by_the_next_day() -> None:
    text = hours_text({4: [(1200, 1560)], 5: [NINE_TO_ONE]})
    assert text == "Fr 20:00-02:00, Sa 09:00-13:00"
    assert state_at(text, datetime(2026, 11, 28, 1)).is_open  # noqa: DTZ001 - wall clock


def test_dates_with_the_same_hours_are_written_together() -> None:
    dates = {date(2026, 12, 26): [], date(2026, 12, 25): [], date(2026, 8, 31): [(600, 960)]}
    text = hours_text({0: [NINE_TO_ONE]}, dates)
    assert text == "Mo 09:00-13:00; 2026 Aug 31 10:00-16:00; 2026 Dec 25,2026 Dec 26 off"
    check_hours(text)


@pytest.mark.parametrize(
    ("opens", "closes", "meant"),
    [
        (540, 1080, (540, 1080)),
        (480, 0, (480, 1440)),
        (480, 1439, (480, 1440)),
        (0, 1440, (0, 1440)),
        (1110, 480, (1110, 1920)),
        (720, 60, (720, 1500)),
        (540, 330, None),
        (719, 60, None),
        (0, 0, None),
        (540, 540, None),
        (1440, 60, None),
        (-1, 60, None),
        (540, 1441, None),
    ],
)
def test_two_times_mean_a_span_or_are_a_mistake(
    opens: int, closes: int, meant: Span | None
) -> None:
    assert span(opens, closes) == meant


SPANS = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(0, 1440))
    .map(lambda pair: span(*pair))
    .filter(lambda found: found is not None),
    max_size=4,
)


@settings(deadline=None)  # the first question imports the hours library
@given(st.dictionaries(st.integers(0, 6), SPANS), st.integers(0, 7 * 1440 - 1))
def test_the_text_is_open_exactly_when_the_file_says_so(
    days: dict[int, list[Span]], minute: int
) -> None:
    text = hours_text(days)
    if not text:
        return
    check_hours(text)
    moment = MONDAY + timedelta(minutes=minute)
    assert not is_bank_holiday(moment.date())
    day, now = divmod(minute, 1440)
    meant = any(opens <= now < closes for opens, closes in days.get(day, ())) or any(
        opens <= now + 1440 < closes for opens, closes in days.get((day - 1) % 7, ())
    )
    assert state_at(text, moment).is_open is meant, text
