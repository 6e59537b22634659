"""Call numbers: short, read out without confusion, and noticed when wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.call_number import (
    SIGNS,
    body_length_for,
    check_sign,
    is_call_number,
    new_call_number,
)

BODIES = st.text(SIGNS, min_size=4, max_size=6)


@given(BODIES)
def test_a_number_with_its_check_sign_is_one(body: str) -> None:
    assert is_call_number(f" {body.lower()}-{check_sign(body)} ")


@given(BODIES, st.data())
def test_any_single_wrong_sign_is_noticed(body: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(body) - 1))
    wrong = data.draw(st.sampled_from(SIGNS).filter(lambda sign: sign != body[place]))
    assert not is_call_number(f"{body[:place]}{wrong}{body[place + 1 :]}-{check_sign(body)}")


@given(BODIES, st.data())
def test_any_swap_of_neighbours_is_noticed(body: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(body) - 2))
    swapped = body[:place] + body[place + 1] + body[place] + body[place + 2 :]
    assert swapped == body or not is_call_number(f"{swapped}-{check_sign(body)}")


@given(st.integers(4, 8))
def test_new_numbers_are_numbers(length: int) -> None:
    number = new_call_number(length)
    assert is_call_number(number)
    assert number.index("-") == length


@pytest.mark.parametrize("typed", ["", "7F3K", "7F3-2", "7F3K-", "7F3K-22", "0O1I-2", "7F3K2"])
def test_other_things_are_not(typed: str) -> None:
    assert not is_call_number(typed)


def test_no_two_signs_look_or_sound_alike() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 23
    assert not set(SIGNS) & set("01ABEILOQSUVZ")


@pytest.mark.parametrize(("records", "length"), [(0, 4), (23_000, 4), (24_000, 5), (600_000, 6)])
def test_numbers_grow_before_they_run_out(records: int, length: int) -> None:
    assert body_length_for(records) == length
