"""England's bank holidays of five years, written out by hand from the statute's rules."""

from datetime import date

import pytest

from signpost.domain.bank_holidays import bank_holidays, is_bank_holiday
from signpost.domain.opening_hours import state_at
from tests.domain.moments import at

STATUTORY = [
    "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
    "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28",
    "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26",
    "2029-01-01 2029-03-30 2029-04-02 2029-05-07 2029-05-28 2029-08-27 2029-12-25 2029-12-26",
    "2030-01-01 2030-04-19 2030-04-22 2030-05-06 2030-05-27 2030-08-26 2030-12-25 2030-12-26",
]
ALSO_ON_THEIR_OWN_DATE = {
    "2026-12-26", "2027-12-25", "2027-12-26", "2028-01-01",
}  # fmt: skip
DAYS = [day for year in STATUTORY for day in year.split()]


@pytest.mark.parametrize("day", DAYS)
def test_a_place_that_shuts_on_bank_holidays_is_shut(day: str) -> None:
    state = state_at("Mo-Su 09:00-18:00; PH off", at(f"{day} 11:00"))
    assert state.is_open is False


@pytest.mark.parametrize("day", DAYS)
def test_hours_for_bank_holidays_hold_on_them(day: str) -> None:
    assert state_at("Mo-Su 08:00-20:00; PH 10:00-16:00", at(f"{day} 09:00")).is_open is False
    assert state_at("Mo-Su 08:00-20:00; PH 10:00-16:00", at(f"{day} 11:00")).is_open is True


@pytest.mark.parametrize("day", DAYS)
def test_hours_silent_on_bank_holidays_are_not_known(day: str) -> None:
    state = state_at("Mo-Fr 09:00-18:00", at(f"{day} 11:00"))
    assert (state.is_open, state.text) == (None, "bank holiday: hours not known")


def test_there_are_no_others() -> None:
    listed = {day.isoformat() for year in range(2026, 2031) for day in bank_holidays(year)}
    assert listed == {*DAYS, *ALSO_ON_THEIR_OWN_DATE}


@pytest.mark.parametrize("day", ["2026-12-24", "2027-03-28", "2026-08-03", "2026-03-17"])
def test_other_days_are_ordinary(day: str) -> None:
    assert not is_bank_holiday(date.fromisoformat(day))
