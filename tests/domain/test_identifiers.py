"""What identifies a person is pointed out; what receptionists type all day is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.identifiers import (
    Identifier,
    IdentifierKind,
    identifiers_in,
    is_nhs_number,
    without,
)

TODAY = date(2026, 3, 9)
NHS, PHONE = IdentifierKind.NHS_NUMBER, IdentifierKind.PHONE
BIRTH, POSTCODE, EMAIL = (
    IdentifierKind.DATE_OF_BIRTH,
    IdentifierKind.POSTCODE,
    IdentifierKind.EMAIL,
)


def found_in(text: str) -> list[tuple[IdentifierKind, str]]:
    return [(item.kind, text[item.start : item.end]) for item in identifiers_in(text, TODAY)]


def nhs_number(nine: str) -> str | None:
    """The NHS number that begins with these nine digits; None when there is none."""
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    check = 11 - total % 11
    return None if check == 10 else nine + str(check % 11)


NINE_DIGITS = st.text("0123456789", min_size=9, max_size=9).filter(
    lambda nine: nhs_number(nine) is not None and len(set(nine)) > 1
)
WORDS = st.sampled_from(["", "sore throat ", "ring back, ", "(", "mum says: ", "nhs no. "])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nhs 943 476 5919 ok", [(NHS, "943 476 5919")]),
        ("9434765919", [(NHS, "9434765919")]),
        ("943-476-5919.", [(NHS, "943-476-5919")]),
        ("call 07700 900123 at 10am", [(PHONE, "07700 900123")]),
        ("07700 900123 10 minutes ago", [(PHONE, "07700 900123")]),
        ("on +44 7700 900123", [(PHONE, "+44 7700 900123")]),
        ("00441632960123", [(PHONE, "00441632960123")]),
        ("01632-960-123", [(PHONE, "01632-960-123")]),
        ("020 7946 0018", [(PHONE, "020 7946 0018")]),
        ("7700 900123", [(PHONE, "7700 900123")]),
        ("12/03/84", [(BIRTH, "12/03/84")]),
        ("12.03.1984", [(BIRTH, "12.03.1984")]),
        ("12 03 1984", [(BIRTH, "12 03 1984")]),
        ("1984-03-12", [(BIRTH, "1984-03-12")]),
        ("3rd of March 1972", [(BIRTH, "3rd of March 1972")]),
        ("12 Sept 57", [(BIRTH, "12 Sept 57")]),
        ("baby born on 1/2/26", [(BIRTH, "1/2/26")]),
        ("DOB: 120384", [(BIRTH, "120384")]),
        ("d.o.b. 12031984", [(BIRTH, "12031984")]),
        ("at E1 6AN", [(POSTCODE, "E1 6AN")]),
        ("sw1a1aa please", [(POSTCODE, "sw1a1aa")]),
        ("a.b+c@mail.example.co.uk.", [(EMAIL, "a.b+c@mail.example.co.uk")]),
        ("9434765919 and E1 6AN", [(NHS, "9434765919"), (POSTCODE, "E1 6AN")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_identifies_someone_is_found(
    text: str, expected: list[tuple[IdentifierKind, str]]
) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "62, tightness in his chest since 9.30",
        "temp 38.5 for 3/7, 10:30 last paracetamol",
        "bp 140/90, pulse 100, sats 98, resp 20",
        "140 90 100 98 20 37 5 62 3",
        "12/52 pregnant, 3/12 old, 6w, 4y",
        "appointment 12/03/2026 at 14:20",
        "since 1st March 2026, again on 5.3.26",
        "ring 111, or 999 in an emergency",
        "B12 3 months ago, 2 x 500mg tds, 10ml",
        "5 2nd opinion, S1 4th visit, N1 2nd",
        "ward A1, room 2B, M6 motorway",
        "ratio 1:10 000 000, £1,250.00",
        "3 2 1, 10 10 10",
        "31/02/1984",
        "1111111111",
        "weighs 12st 4lb, 6ft 2",
        "@ the front desk",
        "order 12345",
    ],
)
def test_what_is_typed_all_day_is_left_alone(text: str) -> None:
    assert found_in(text) == []


@given(NINE_DIGITS, st.sampled_from(["", " ", "-"]), WORDS)
def test_every_nhs_number_is_found(nine: str, gap: str, before: str) -> None:
    number = nhs_number(nine)
    assert number is not None
    typed = gap.join((number[:3], number[3:6], number[6:]))
    kinds = {text: kind for kind, text in found_in(f"{before}{typed} today")}
    assert kinds.get(typed) is NHS


@given(NINE_DIGITS, st.integers(1, 9))
def test_a_wrong_check_digit_is_no_nhs_number(nine: str, off: int) -> None:
    number = nhs_number(nine)
    assert number is not None
    wrong = number[:-1] + str((int(number[-1]) + off) % 10)
    assert not is_nhs_number(wrong)


@given(st.dates(date(1905, 1, 1), date(2022, 12, 31)), st.sampled_from("/.-"))
def test_every_date_long_ago_is_found(born: date, gap: str) -> None:
    typed = f"{born.day}{gap}{born.month:02}{gap}{born.year}"
    assert found_in(f"she is {typed}, cough") == [(BIRTH, typed)]


@given(st.integers(0, 10**9 - 1).map(lambda tail: f"07{tail:09}"))
def test_every_mobile_number_is_found(number: str) -> None:
    typed = f"{number[:5]} {number[5:]}"
    assert [text for _, text in found_in(f"on {typed} please")] == [typed]


@given(st.text(max_size=200))
def test_stretches_lie_in_order_within_the_text(text: str) -> None:
    found = identifiers_in(text, TODAY)
    places = [place for item in found for place in (item.start, item.end)]
    assert places == sorted(places)
    assert all(0 <= item.start < item.end <= len(text) for item in found)


@given(st.text("0123456789 /.-+@ABE", max_size=60))
def test_what_is_taken_out_is_gone(text: str) -> None:
    found = identifiers_in(text, TODAY)
    left = without(text, found)
    assert left.count("[…]") == len(found)


def test_the_sentence_still_reads_without_them() -> None:
    text = "ring 07700 900123, lives E1 6AN"
    assert without(text, identifiers_in(text, TODAY)) == "ring […], lives […]"
    assert without("", ()) == ""


def test_every_kind_has_words() -> None:
    assert all(kind.label.startswith("a") for kind in IdentifierKind)
    assert Identifier(EMAIL, 0, 3).kind.label == "an e-mail address"


@pytest.mark.parametrize("digits", ["943476591", "94347659190", "943476591x", "٩٤٣٤٧٦٥٩١٩"])
def test_ten_ascii_digits_make_an_nhs_number(digits: str) -> None:
    assert not is_nhs_number(digits)
