"""Small rules of exports: names in parts, pseudonyms, wording, selections, forms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.call import Outcome
from signpost.domain.export_format import ExportFormat
from signpost.domain.export_wording import ASKED_WORDINGS, ExportWording, checked_wording
from signpost.domain.patient_reference import spaced
from signpost.domain.pseudonym import new_key, patient_number, patient_uuid, pseudonym
from signpost.domain.record_field import ReadPrompt, read_prompts
from signpost.domain.selection import Selection
from signpost.domain.service_kind import ServiceKind
from signpost.domain.staff_name import name_in_parts
from signpost.errors import UserMistake


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Ms Robin Example", "EXAMPLE, Robin (Ms)"),
        ("Dr. Sam de Specimen", "SPECIMEN, Sam de (Dr)"),
        ("Kim Patel", "PATEL, Kim"),
        ("Kim", "KIM"),
        ("", ""),
    ],
)
def test_staff_are_listed_as_emis_lists_them(name: str, listed: str) -> None:
    assert name_in_parts(name).listed == listed


def test_an_nhs_number_is_printed_in_three_groups() -> None:
    assert spaced("9990001030") == "999 000 1030"
    assert spaced("10421") == "10421"


@given(st.text(min_size=1), st.text(min_size=1))
def test_pseudonyms_tell_patients_apart_and_are_always_the_same(one: str, other: str) -> None:
    key = "0f" * 32
    for make in (pseudonym, patient_uuid, patient_number):
        assert make(key, one) == make(key, one)
        assert (make(key, one) == make(key, other)) == (one == other)
    assert patient_number(key, one) < 10**15


def test_no_reference_has_no_pseudonym_and_every_key_is_its_own() -> None:
    assert pseudonym(new_key(), None) == pseudonym(new_key(), "") == ""
    assert pseudonym(new_key(), "1") != pseudonym(new_key(), "1")


def test_prompts_are_read_back_in_order() -> None:
    joined = "RF02\x1f3\x1fr1\x1fae\x1f2026-03-09 09:14:45\x1fDr X\x1eRF07\x1f1\x1f\x1f\x1f\x1f"
    assert read_prompts(joined) == (
        ReadPrompt("RF02", "3", "r1", "ae", "2026-03-09 09:14:45", "Dr X"),
        ReadPrompt("RF07", "1", "", "", "", ""),
    )
    assert read_prompts(None) == ()


def test_wording_that_was_never_typed_is_the_programs_own() -> None:
    assert checked_wording({}) == ExportWording()
    assert checked_wording({"unknown": "x"}) == ExportWording()
    assert {asked.default for asked in ASKED_WORDINGS} >= {"Observation", "Administration note"}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("emis_dates", "yyyy"),
        ("systmone_code_caption", "  "),
        ("emis_observation_type", "x" * 501),
    ],
)
def test_wording_that_cannot_be_used_is_told(name: str, typed: str) -> None:
    with pytest.raises(UserMistake) as refused:
        checked_wording({name: typed})
    assert refused.value.field == name


def test_a_channel_has_the_practices_own_word() -> None:
    wording = ExportWording(systmone_front_desk="Face to face")
    assert wording.contact_method("front_desk") == "Face to face"
    assert wording.contact_method("letter") == wording.contact_method(None) == ""


def test_a_selection_says_what_it_leaves_out() -> None:
    chosen = Selection(
        date(2026, 3, 1),
        date(2026, 3, 31),
        frozenset({Outcome.DECLINED, Outcome.ACCEPTED}),
        frozenset({ServiceKind.PHARMACY}),
    )
    assert list(chosen.in_words()) == [
        "Days: Sunday 1 March 2026 to Tuesday 31 March 2026, both included",
        "Only with the outcome: Accepted, Declined",
        "Only services of the kind: Pharmacy",
        "Live records only, no rehearsal",
    ]


def test_days_the_wrong_way_round_are_told() -> None:
    with pytest.raises(UserMistake, match="swap them"):
        Selection(date(2026, 3, 31), date(2026, 3, 1))


def test_only_what_cannot_identify_anybody_is_not_identifiable() -> None:
    assert {form for form in ExportFormat if not form.is_identifiable} == {
        ExportFormat.SIGNPOSTS_DEIDENTIFIED,
        ExportFormat.SIGNPOSTS_MONTHLY,
        ExportFormat.EMIS_LIST_DEIDENTIFIED,
        ExportFormat.SYSTMONE_BREAKDOWN_DEIDENTIFIED,
    }
    assert all(form.label for form in ExportFormat)
