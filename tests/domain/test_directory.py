"""Distances, identifiers, names, freshness: the small parts of the directory."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.directory import Directory
from signpost.domain.name_index import NameIndex, names_of
from signpost.domain.place import Position, miles_between
from signpost.domain.service import Assurance, Status
from signpost.domain.service_kind import ServiceKind
from signpost.domain.snomed_id import is_concept_id
from tests.domain.services import service

POSITIONS = st.builds(Position, st.floats(-90, 90), st.floats(-180, 180))


def test_london_is_as_far_from_leeds_as_the_map_says() -> None:
    leeds, london = Position(53.7997, -1.5492), Position(51.5074, -0.1278)
    assert miles_between(leeds, london) == pytest.approx(169, abs=2)


@given(POSITIONS, POSITIONS)
def test_there_is_as_far_as_back(here: Position, there: Position) -> None:
    assert miles_between(here, there) == pytest.approx(miles_between(there, here), abs=1e-6)
    assert 0 <= miles_between(here, there) < 12_500
    assert miles_between(here, here) == 0


@pytest.mark.parametrize("code", ["2129921000000100", "983341000000102", "310080006", "3457005"])
def test_published_concept_ids_are_well_formed(code: str) -> None:
    assert is_concept_id(code)


@pytest.mark.parametrize(
    "code",
    [
        "1577041000000100",
        "983341000000103",
        "3100800",
        "",
        "abc",
        "0310080006",
        "999007691000230101x",
    ],
)
def test_cut_off_and_mistyped_ids_are_not(code: str) -> None:
    assert not is_concept_id(code)


@given(st.integers(0, 8), st.integers(1, 9))
def test_any_single_wrong_digit_is_noticed(spot: int, more: int) -> None:
    digits = [int(digit) for digit in "310080006"]
    digits[spot] = (digits[spot] + more) % 10
    assert not is_concept_id("".join(map(str, digits)))


NAMES = NameIndex(
    [("s", "Samaritans"), ("p", "physio"), ("d", "district nurse"), ("m", "doctor's line")]
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("told to ring the Samaritans", {"s"}),
        ("could I have a physio", {"p"}),
        ("the district nurse has not come", {"d"}),
        ("district council, a nurse", set()),
        ("the doctors' line", {"m"}),
        ("someone said samar", {"s"}),
        ("samar said", set()),
        ("physi", {"p"}),
        ("phys", set()),
        ("", set()),
    ],
)
def test_names_in_words(text: str, ids: set[str]) -> None:
    assert set(NAMES.named_in(text)) == ids


def test_everyday_words_are_no_names_of_their_own() -> None:
    assert list(names_of(service("Mind", ServiceKind.MENTAL_HEALTH_SUPPORT))) == []
    contact = service("x", ServiceKind.CARERS, name="Contact (families)")
    assert list(names_of(contact)) == []


@pytest.mark.parametrize(
    ("until", "today", "is_paused"),
    [
        (None, "2026-11-23", True),
        ("2026-11-24", "2026-11-23", True),
        ("2026-11-24", "2026-11-24", False),
    ],
)
def test_a_pause_ends_on_the_day_that_it_names(
    until: str | None, today: str, is_paused: bool
) -> None:
    paused = service(
        "a",
        ServiceKind.PHARMACY,
        status=Status.PAUSED,
        paused_until=date.fromisoformat(until) if until else None,
    )
    assert paused.is_paused(date.fromisoformat(today)) is is_paused


def test_an_entry_is_stale_from_the_day_after_its_review() -> None:
    due = service("a", ServiceKind.PHARMACY, assurance=Assurance(review_date=date(2026, 11, 23)))
    assert not due.is_stale(date(2026, 11, 23))
    assert due.is_stale(date(2026, 11, 24))
    assert not service("b", ServiceKind.PHARMACY).is_stale(date(2099, 1, 1))


def test_a_kind_has_the_highest_priority_of_its_services() -> None:
    directory = Directory(
        [
            service("a", ServiceKind.PHARMACY, practice_priority=3),
            service("b", ServiceKind.PHARMACY),
        ]
    )
    listings = directory.seen_from(None)
    assert listings.priority_of(ServiceKind.PHARMACY) == 3
    assert listings.priority_of(ServiceKind.AE) == 0
