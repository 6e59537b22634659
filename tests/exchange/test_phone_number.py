"""Which numbers are numbers, as typed and as files write them."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signpost.domain.service import Phone
from signpost.errors import UserMistake
from signpost.exchange.phone_number import phone_number, phones_in
from tests.exchange.seed import SEED


@pytest.mark.parametrize(
    "typed",
    ["111", "999", "116 123", "85258", "0800 58 58 58", "0800 1111", "01632 960123",
     "07700 900123", "020 7946 0123", "0117 496 0123", "+44 117 496 0123", "(0117) 496 0123"],
)  # fmt: skip
def test_a_number_that_exists_stays_as_it_was_typed(typed: str) -> None:
    assert phone_number(f" {typed.replace(' ', '  ')} ") == typed


@pytest.mark.parametrize(
    "typed",
    ["", "ring us", "01234", "12345", "01942 52978", "0117 496 012", "305-253-4841",
     "0117 496 0123 or 4", "1111111111", "9" * 400],
)  # fmt: skip
def test_anything_else_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(UserMistake, match="is not a telephone number that exists"):
        phone_number(typed)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("02076247070", [Phone("020 7624 7070")]),
        ("0208 7691165/6", [Phone("020 8769 1165")]),
        ("01744 756757 or 0151 209 2004", [Phone("01744 756757"), Phone("0151 209 2004")]),
        ("07801 101740 (Dentures ONLY)", [Phone("07801 101740", "Dentures ONLY")]),
        ("01635 248251 (ext. 5)", [Phone("01635 248251", "ext. 5")]),
        ("01706 764766 (ext. 0170667636)", [Phone("01706 764766")]),
        ("01372 735 933 (9am - 5pm)", [Phone("01372 735933")]),
        ("+44 (0)161 624 8361", [Phone("0161 624 8361")]),
        ("+1 305 253 4841", [Phone("+1 305-253-4841")]),
        ("01632960123", [Phone("01632 960123")]),
        ("111", [Phone("111")]),
        ("Unknown", []),
        ("Drop-in only", []),
        ("0000000000", []),
        ("", []),
    ],
)
def test_the_numbers_in_a_cell_are_found(text: str, found: list[Phone]) -> None:
    assert list(phones_in(text)) == found


def test_every_number_that_ships_is_one() -> None:
    for file in SEED.glob("*/*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                for part in (row.get("phone") or "").split("|"):
                    number = part.rpartition(":")[2].strip()
                    assert number in {"", "-"} or phone_number(number) == number


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789 +()-/extor"), max_size=30) | st.text(max_size=30))
def test_no_text_stops_the_program_and_what_is_found_is_a_number(text: str) -> None:
    for phone in phones_in(text):
        assert phone_number(phone.number) == phone.number
