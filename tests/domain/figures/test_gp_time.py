"""GP time freed: published figures as they were published, an estimate that says how it is made."""

import pytest

from signpost.domain.figures.gp_time import (
    PRESETS,
    TimeAssumption,
    checked_minutes,
    time_freed,
)
from signpost.errors import UserMistake

ALL_KINDS = TimeAssumption("", 7.5, "our own count")


def test_the_presets_are_the_published_hours_for_one() -> None:
    assert [preset.minutes for preset in PRESETS] == [7.7, 5.9]
    assert PRESETS[0].words.startswith("7.7 minutes: Conexus")


def test_what_came_back_frees_nothing() -> None:
    freed = time_freed({"pharmacy": 24, "dentist": 8}, {"pharmacy": 8}, [ALL_KINDS])
    assert [(line.kind, line.freed) for line in freed.lines] == [("dentist", 60), ("pharmacy", 120)]
    assert freed.hours == 3
    assert time_freed({"pharmacy": 2}, {"pharmacy": 3}, [ALL_KINDS]).hours == 0


def test_a_kind_of_its_own_goes_before_the_rest() -> None:
    own = TimeAssumption("dentist", 0, "they never came to us")
    assert [
        line.kind for line in time_freed({"dentist": 4, "pharmacy": 4}, {}, [own, ALL_KINDS]).lines
    ] == ["pharmacy"]


def test_a_gp_appointment_frees_no_gp_time() -> None:
    assert time_freed({"gp_appointment": 9, "ae": 4}, {}, [ALL_KINDS]).lines == ()


def test_nothing_is_estimated_without_an_assumption() -> None:
    assert time_freed({"pharmacy": 9}, {}, []).hours == 0


@pytest.mark.parametrize(("typed", "minutes"), [("", None), ("7.7", 7.7), (" 5,9 ", 5.9), ("0", 0)])
def test_minutes_are_read_as_typed(typed: str, minutes: float | None) -> None:
    assert checked_minutes("minutes", typed) == minutes


@pytest.mark.parametrize("typed", ["sixty", "-1", "61", "nan", "inf", "1e9"])
def test_minutes_that_cannot_be_meant_are_a_mistake(typed: str) -> None:
    with pytest.raises(UserMistake, match="from 0 to 60"):
        checked_minutes("minutes", typed)
