"""Addresses, postcodes and codes as typed: taken, put right, or refused in a sentence."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.place import Position
from signpost.errors import UserMistake
from signpost.exchange.contact_values import (
    email_address,
    ods_code,
    position,
    postal_code,
    web_address,
)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("", ""),
        ("www.nhs.uk", "http://www.nhs.uk"),
        ("nhs.uk/page?a=1", "http://nhs.uk/page?a=1"),
        (" https://www.nhs.uk ", "https://www.nhs.uk"),
        ("HTTP://EXAMPLE.ORG:8080/x", "HTTP://EXAMPLE.ORG:8080/x"),
    ],
)
def test_a_web_address_is_taken(typed: str, taken: str) -> None:
    assert web_address(typed) == taken


@pytest.mark.parametrize(
    "typed", ["n/a", "ask us", "ftp://x.org", "javascript:alert(1)", "http://"]
)
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    with pytest.raises(UserMistake, match="is not a web address"):
        web_address(typed)


def test_an_email_address_is_taken_or_refused() -> None:
    assert email_address(" a.b+c@example.org ") == "a.b+c@example.org"
    assert email_address(" ") == ""
    with pytest.raises(UserMistake, match="is not an e-mail address"):
        email_address("none")


def test_a_postcode_is_written_with_its_space_or_refused() -> None:
    assert postal_code("bs56xx") == "BS5 6XX"
    assert postal_code(" ") == ""
    with pytest.raises(UserMistake, match="is not a UK postcode"):
        postal_code("33157")


def test_an_ods_code_is_written_in_capitals_or_refused() -> None:
    assert ods_code(" fa512 ") == "FA512"
    assert ods_code("") == ""
    with pytest.raises(UserMistake, match="is not an ODS code"):
        ods_code("SL6#1PT")


def test_a_position_is_in_the_british_isles() -> None:
    assert position("51.46", "-2.56") == Position(51.46, -2.56)
    assert position(" ", "") is None


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [("0", "0"), ("100", "101"), ("51.4", ""), ("north", "-2"), ("nan", "nan"), ("25.7", "-80.1")],
)
def test_a_position_elsewhere_is_refused(latitude: str, longitude: str) -> None:
    with pytest.raises(UserMistake, match="is not a place in the British Isles"):
        position(latitude, longitude)


@given(st.text(max_size=80), st.sampled_from([web_address, email_address, postal_code, ods_code]))
def test_what_is_taken_is_taken_again_unchanged(typed: str, rule: Callable[[str], str]) -> None:
    try:
        taken = rule(typed)
    except UserMistake:
        return
    assert rule(taken) == taken
