"""What is a postcode, how it is written, and which district it lies in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.postcode import district, postcode

KNOWN = {"BS5", "BS56", "B1", "B12", "SW1A", "EC1A"}


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("bs5 6xx", "BS5 6XX"),
        ("BS56XX", "BS5 6XX"),
        (" sw1a  2aa ", "SW1A 2AA"),
        ("W1A 1AA", "W1A 1AA"),
        ("m1 1ae", "M1 1AE"),
        ("gir0aa", "GIR 0AA"),
        ("B33 8TH", "B33 8TH"),
        ("CR2 6XH", "CR2 6XH"),
        ("DN55 1PT", "DN55 1PT"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("zz11aa", "ZZ1 1AA"),
    ],
)
def test_a_postcode_is_written_in_one_way(typed: str, written: str) -> None:
    assert postcode(typed) == written


@pytest.mark.parametrize(
    "typed",
    ["", "BS5", "33157", "ABC 1234", "QQ1 1AA", "BS5 6CX", "BS5 XXX", "A1C 2AB"],
)
def test_other_text_is_no_postcode(typed: str) -> None:
    assert postcode(typed) is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("BS5", "BS5"),
        ("bs5 6", "BS5"),
        ("bs5 6x", "BS5"),
        ("BS56XX", "BS5"),
        ("bs5 6xx", "BS5"),
        ("BS56", "BS56"),
        ("b12", "B12"),
        ("b1 2", "B1"),
        ("b129", "B12"),
        ("sw1a2", "SW1A"),
        ("bs6", None),
        ("bs6 5aa", None),
        ("bs5 road", None),
        ("", None),
        ("bs", None),
    ],
)
def test_a_district_is_found_from_a_whole_or_half_typed_postcode(
    typed: str, found: str | None
) -> None:
    assert district(typed, KNOWN) == found


@given(st.text(max_size=12))
def test_whatever_is_typed_gives_a_postcode_that_stays_itself_or_none(typed: str) -> None:
    found = postcode(typed)
    assert found is None or postcode(found) == found
    assert district(typed, KNOWN) in {None, *KNOWN}
