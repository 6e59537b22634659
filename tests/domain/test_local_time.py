"""The wall clock of England, in winter and in summer."""

from datetime import UTC, date, datetime

import pytest

from signpost.domain.local_time import day_in_words, local_time
from signpost.domain.staff import Session, session_at


@pytest.mark.parametrize(
    ("moment", "local"),
    [
        (datetime(2026, 1, 5, 9, 30, tzinfo=UTC), "2026-01-05 09:30"),
        (datetime(2026, 7, 5, 23, 30, tzinfo=UTC), "2026-07-06 00:30"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "2026-03-29 02:00"),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), "2026-10-25 01:00"),
    ],
)
def test_a_moment_is_what_the_wall_clock_shows(moment: datetime, local: str) -> None:
    assert f"{local_time(moment):%Y-%m-%d %H:%M}" == local


def test_a_day_is_written_as_people_write_it() -> None:
    assert day_in_words(date(2026, 3, 9)) == "Monday 9 March 2026"


@pytest.mark.parametrize(
    ("utc_hour", "session"),
    [(7, Session.MORNING), (11, Session.MORNING), (12, Session.AFTERNOON), (18, Session.AFTERNOON)],
)
def test_in_summer_the_afternoon_begins_at_noon_utc(utc_hour: int, session: Session) -> None:
    assert session_at(local_time(datetime(2026, 7, 6, utc_hour, tzinfo=UTC))) is session
