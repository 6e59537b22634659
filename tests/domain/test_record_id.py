"""Ids follow the calendar."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.record_id import new_id

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(3000, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS)
def test_an_id_is_a_version_7_uuid_that_holds_its_moment(moment: datetime) -> None:
    made = UUID(new_id(moment))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(moment.timestamp() * 1000)


@given(MOMENTS, st.integers(1, 10**9))
def test_later_ids_sort_after_earlier_ones(moment: datetime, later: int) -> None:
    assert new_id(moment) < new_id(moment + timedelta(milliseconds=later))
