"""The seven Pharmacy First pathways (England) at every boundary, on the entries that ship.

Ages and exclusions: national pathways of 31 January 2024 to 30 January 2027. Diabetes,
breastfeeding and kidney disease (urine infection) and more than four patches (impetigo) are local:
asked, not refused.
"""

from datetime import date

import pytest

from signpost.domain.caller import PatientFacts, Sex, parse_age
from signpost.domain.eligibility import AgeRule, Entry, EntryRule, QuestionRule, entry_for
from signpost.domain.protocol import Answer
from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion import Fit
from tests.exchange.seed import starter

PATHWAYS = ["SV010", "SV011", "SV012", "SV013", "SV014", "SV015", "SV016"]
MET, ASK, NOT_MET = Fit.SUITABLE, Fit.ASK, Fit.NOT_SUITABLE
GP, MINOR = ServiceKind.GP_APPOINTMENT, ServiceKind.PHARMACY_MINOR_ILLNESS
DUTY = ServiceKind.DUTY_CLINICIAN
F, M = Sex.FEMALE, Sex.MALE


def entry(service_id: str, patient: PatientFacts, *yes: str) -> Entry:
    """How the rules stand when every question is answered no but those named."""
    service = starter().directory.get(service_id)
    assert service is not None
    questions = [rule.id for rule in service.rules if isinstance(rule, QuestionRule)]
    assert set(yes) <= set(questions)
    answers = {each: Answer.YES if each in yes else Answer.NO for each in questions}
    return entry_for(service.rules, patient, answers)


AGES = [
    ("SV010", "11m", NOT_MET, GP),
    ("SV010", "51w", NOT_MET, GP),
    ("SV010", "12m", MET, None),
    ("SV010", "1", MET, None),
    ("SV010", "17", MET, None),
    ("SV010", "18", NOT_MET, MINOR),
    ("SV010", "84", NOT_MET, MINOR),
    ("SV011", "11", NOT_MET, MINOR),
    ("SV011", "12", MET, None),
    ("SV011", "90", MET, None),
    ("SV012", "4", NOT_MET, MINOR),
    ("SV012", "5", MET, None),
    ("SV012", "90", MET, None),
    ("SV013", "11m", NOT_MET, GP),
    ("SV013", "1", MET, None),
    ("SV013", "90", MET, None),
    ("SV014", "11m", NOT_MET, GP),
    ("SV014", "1", MET, None),
    ("SV014", "90", MET, None),
    ("SV015", "17", NOT_MET, GP),
    ("SV015", "18", MET, None),
    ("SV015", "90", MET, None),
    ("SV016", "15", NOT_MET, GP),
    ("SV016", "16", MET, None),
    ("SV016", "64", MET, None),
    ("SV016", "65", NOT_MET, GP),
]


@pytest.mark.parametrize(
    ("service_id", "age", "fit", "falls_to"), AGES, ids=[f"{a[0]} {a[1]}" for a in AGES]
)
def test_ages(service_id: str, age: str, fit: Fit, falls_to: ServiceKind | None) -> None:
    found = entry(service_id, PatientFacts(parse_age(age), F, pregnant=False))
    assert (found.fit, found.falls_to) == (fit, falls_to)


@pytest.mark.parametrize("service_id", ["SV010", "SV011", "SV012", "SV013", "SV014"])
@pytest.mark.parametrize(
    ("age", "pregnant", "fit"),
    [(15, True, NOT_MET), (15.9, True, NOT_MET), (15, False, MET), (15, None, ASK)],
)
def test_pregnant_under_16(service_id: str, age: float, pregnant: bool | None, fit: Fit) -> None:
    assert entry(service_id, PatientFacts(age, F, pregnant)).fit is fit


@pytest.mark.parametrize("service_id", ["SV010", "SV011", "SV012", "SV013", "SV014"])
def test_pregnant_from_16_on_is_not_refused(service_id: str) -> None:
    assert entry(service_id, PatientFacts(16, F, pregnant=True)).fit is MET


@pytest.mark.parametrize("service_id", ["SV015", "SV016"])
@pytest.mark.parametrize(("pregnant", "fit"), [(True, NOT_MET), (False, MET), (None, ASK)])
def test_pregnant_at_any_age(service_id: str, pregnant: bool | None, fit: Fit) -> None:
    assert entry(service_id, PatientFacts(30, F, pregnant)).fit is fit


def test_a_boy_with_a_sore_throat_is_not_asked_about_pregnancy() -> None:
    assert entry("SV012", PatientFacts(13, M)).fit is MET


@pytest.mark.parametrize(("sex", "fit"), [(F, MET), (M, NOT_MET), (None, ASK)])
def test_urine_infection_is_for_women(sex: Sex | None, fit: Fit) -> None:
    found = entry("SV016", PatientFacts(30, sex, pregnant=False))
    assert found.fit is fit
    assert found.falls_to is (GP if sex is M else None)


EXCLUSIONS = [
    ("SV010", "earache_recurrent", 6, NOT_MET, GP),
    ("SV011", "immunosuppressed", 30, NOT_MET, GP),
    ("SV011", "sinusitis_long", 30, NOT_MET, GP),
    ("SV014", "impetigo_bullous", 6, NOT_MET, GP),
    ("SV014", "impetigo_recurrent", 6, NOT_MET, GP),
    ("SV014", "impetigo_widespread", 6, ASK, None),
    ("SV014", "impetigo_breast", 30, ASK, None),
    ("SV015", "shingles_late", 70, NOT_MET, GP),
    ("SV015", "immunosuppressed_severe", 70, NOT_MET, DUTY),
    ("SV016", "catheter", 30, NOT_MET, GP),
    ("SV016", "uti_recurrent", 30, NOT_MET, GP),
    ("SV016", "diabetes", 30, ASK, None),
    ("SV016", "breastfeeding", 30, ASK, None),
    ("SV016", "kidney_disease", 30, ASK, None),
]


@pytest.mark.parametrize(
    ("service_id", "question", "age", "fit", "falls_to"),
    EXCLUSIONS,
    ids=[f"{e[0]} {e[1]}" for e in EXCLUSIONS],
)
def test_exclusions(
    service_id: str, question: str, age: float, fit: Fit, falls_to: ServiceKind | None
) -> None:
    found = entry(service_id, PatientFacts(age, F, pregnant=False), question)
    assert (found.fit, found.falls_to) == (fit, falls_to)


def test_every_question_is_covered_above() -> None:
    covered = {(service_id, question) for service_id, question, *_ in EXCLUSIONS}
    assert covered == {
        (service_id, rule.id)
        for service_id in PATHWAYS
        for rule in _rules(service_id)
        if isinstance(rule, QuestionRule)
    }


@pytest.mark.parametrize("service_id", PATHWAYS)
def test_what_is_not_known_is_asked(service_id: str) -> None:
    service = starter().directory.get(service_id)
    assert service is not None
    found = entry_for(service.rules, PatientFacts(), {})
    assert found.fit is ASK
    assert any("How old" in question for question in found.ask_first)
    questions = [rule for rule in service.rules if isinstance(rule, QuestionRule)]
    assert {rule.text for rule in questions} <= set(found.ask_first)


@pytest.mark.parametrize("service_id", PATHWAYS)
def test_every_rule_has_a_source_and_is_due_by_the_end_of_the_pathways(service_id: str) -> None:
    for rule in _rules(service_id):
        evidence = rule.evidence
        assert evidence.source
        assert evidence.nation == "England"
        assert evidence.source_date is not None
        assert evidence.review_date is not None
        assert evidence.review_date <= date(2027, 1, 30)


@pytest.mark.parametrize("service_id", PATHWAYS)
def test_only_local_rules_are_checked_with_the_pharmacy(service_id: str) -> None:
    for rule in _rules(service_id):
        if isinstance(rule, QuestionRule) and not rule.refuses:
            assert rule.evidence.is_local


@pytest.mark.parametrize("service_id", PATHWAYS)
def test_every_pathway_has_ages_and_its_topic(service_id: str) -> None:
    service = starter().directory.get(service_id)
    assert service is not None
    assert any(isinstance(rule, AgeRule) for rule in service.rules)
    assert service.topics
    assert service.kind is ServiceKind.PHARMACY_FIRST
    assert service.referral_needed


def _rules(service_id: str) -> tuple[EntryRule, ...]:
    service = starter().directory.get(service_id)
    assert service is not None
    return service.rules
