"""Codes: what may be given to what, and how an event is named with and without one."""

import pytest

from signpost.domain.code_mapping import (
    LOCAL,
    SNOMED_CT,
    CodedEvent,
    CodedThing,
    CodeMapping,
    CodePlace,
    MappedCode,
    checked_code,
    coded_term,
    rehearsed,
    says_referral,
)
from signpost.domain.record_field import ReadEvent
from signpost.errors import UserMistake

NOTHING = CodeMapping()


def an_event(**changes: str) -> ReadEvent:
    values = {
        "record_mode": "live",
        "referral": "not_needed",
        "outcome": "accepted",
        "service_id": "SV1",
        "service_kind": "physiotherapy",
        "how_to_access": "Ring",
    }
    return ReadEvent(**{**values, **changes})


@pytest.mark.parametrize(
    ("changes", "term"),
    [
        ({}, "Signposting to Physiotherapy (local term)"),
        ({"referral": "to_send"}, "Signposting to Physiotherapy (local term)"),
        ({"referral": "sent"}, "Referral to Physiotherapy (local term)"),
        ({"outcome": "declined"}, "Signposting to Physiotherapy declined (local term)"),
        ({"outcome": "not_eligible"}, "Signposting: entry rules not met (local term)"),
        ({"outcome": "emergency", "service_id": ""}, "Signposting: emergency action (local term)"),
        (
            {"outcome": "dealt_with", "service_id": ""},
            "Administrative contact: dealt with by reception (local term)",
        ),
        (
            {"service_kind": "pharmacy_minor_illness"},
            "Signposting to Pharmacy First: minor illness (local term)",
        ),
        ({"service_kind": "of_a_later_version"}, "Signposting to of_a_later_version (local term)"),
    ],
)
def test_an_event_without_a_code_says_so(changes: dict[str, str], term: str) -> None:
    named = coded_term(NOTHING, an_event(**changes))
    assert (named.system, named.code, named.term) == (LOCAL, "", term)


def test_a_services_own_code_comes_before_its_kinds() -> None:
    of_kind = MappedCode("390893007", "Of the kind")
    of_service = MappedCode("308447003", "Of the service")
    codes = CodeMapping(
        {
            CodePlace(CodedThing.KIND, "physiotherapy", CodedEvent.SIGNPOST): of_kind,
            CodePlace(CodedThing.SERVICE, "SV1", CodedEvent.SIGNPOST): of_service,
        }
    )
    assert coded_term(codes, an_event()).term == "Of the service"
    other = coded_term(codes, an_event(service_id="SV2"))
    assert (other.system, other.code) == (SNOMED_CT, "390893007")
    assert coded_term(codes, an_event(outcome="declined")).code == ""


def test_a_rehearsal_never_has_a_code() -> None:
    code = MappedCode("390893007", "Given")
    codes = CodeMapping({CodePlace(CodedThing.SERVICE, "SV1", CodedEvent.SIGNPOST): code})
    named = coded_term(codes, an_event())
    assert rehearsed(named, "live") == named
    marked = rehearsed(named, "rehearsal")
    assert (marked.code, marked.term) == ("", "REHEARSAL: Given (local term)")


@pytest.mark.parametrize(
    ("concept_id", "term", "event", "field"),
    [
        ("1577041000000100", "Cut off by a spreadsheet", CodedEvent.SIGNPOST, "concept_id"),
        ("999007691000230101", "", CodedEvent.SIGNPOST, "term"),
        ("Y3e4c", "A local code", CodedEvent.SIGNPOST, "concept_id"),
        ("308447003", "Referral to physiotherapist", CodedEvent.SIGNPOST, "term"),
        ("308447003", "Refer to physiotherapist", CodedEvent.SIGNPOST, "term"),
        ("308447003", "Mine (local term)", CodedEvent.REFERRAL, "term"),
        ("308447003", "x" * 256, CodedEvent.REFERRAL, "term"),
    ],
)
def test_a_code_that_cannot_be_meant_is_refused(
    concept_id: str, term: str, event: CodedEvent, field: str
) -> None:
    with pytest.raises(UserMistake) as refused:
        checked_code(concept_id, term, event)
    assert refused.value.field == field


def test_a_good_code_is_kept_without_its_spaces() -> None:
    code = checked_code(
        " 1084431000000106\t", "Signposting  to Social Services", CodedEvent.SIGNPOST
    )
    assert (code.concept_id, code.term) == ("1084431000000106", "Signposting to Social Services")
    assert checked_code("308447003", "Referral to physiotherapist", CodedEvent.REFERRAL)


@pytest.mark.parametrize(
    ("term", "says"),
    [
        ("Referral to podiatry service", True),
        ("Patient referral", True),
        ("Self-referral to service", False),
        ("Self referral for digital therapy", False),
        ("Signposting to Social Services", False),
    ],
)
def test_a_self_referral_is_no_referral(term: str, *, says: bool) -> None:
    assert says_referral(term) is says
