"""Entry rules: what is not known is asked, never assumed; why they are not met is said in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.caller import PatientFacts, Sex
from signpost.domain.eligibility import (
    AgeRule,
    Among,
    AreaRule,
    EntryRule,
    Evidence,
    PregnancyRule,
    QuestionRule,
    SexRule,
    ages_in_words,
    entry_for,
    within,
)
from signpost.domain.protocol import Answer
from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion import Fit

SAYS = Evidence("a page")
GP, MINOR = ServiceKind.GP_APPOINTMENT, ServiceKind.PHARMACY_MINOR_ILLNESS
AGES = st.one_of(st.none(), st.floats(0, 120))
PATIENTS = st.builds(
    PatientFacts,
    age_years=AGES,
    sex=st.sampled_from([None, *Sex]),
    pregnant=st.sampled_from([None, True, False]),
)
ASKED = QuestionRule("catheter", "Is there a catheter?", "there is a catheter", SAYS)
TO_CHECK = QuestionRule("diabetes", "Diabetes?", "Ring the pharmacy.", SAYS, refuses=False)


def test_a_service_without_rules_is_for_everyone() -> None:
    assert entry_for((), PatientFacts(), {}).fit is Fit.SUITABLE


@given(AGES, AGES, AGES)
def test_an_age_is_met_asked_or_not_met(
    age: float | None, low: float | None, high: float | None
) -> None:
    fit = entry_for([AgeRule(low, high, SAYS)], PatientFacts(age), {}).fit
    if age is None:
        assert fit is Fit.ASK
    else:
        assert fit is (Fit.SUITABLE if within(age, low, high) else Fit.NOT_SUITABLE)


@given(PATIENTS, st.sampled_from([None, Answer.DONT_KNOW]))
def test_an_unanswered_question_is_asked(patient: PatientFacts, answer: Answer | None) -> None:
    answers = {} if answer is None else {"catheter": answer}
    assert entry_for([ASKED], patient, answers).ask_first == ("Is there a catheter?",)


@given(PATIENTS)
def test_nothing_unknown_ever_refuses(patient: PatientFacts) -> None:
    rules = [
        AgeRule(16, 65, SAYS),
        SexRule(Sex.FEMALE, SAYS),
        PregnancyRule(pregnant=False, evidence=SAYS),
        ASKED,
    ]
    age_fails = patient.age_years is not None and not 16 <= patient.age_years < 65
    fails = age_fails or patient.sex is Sex.MALE or patient.pregnant is True
    assert (entry_for(rules, patient, {}).fit is Fit.NOT_SUITABLE) is fails


@pytest.mark.parametrize(
    ("rule", "answer", "fit", "words"),
    [
        (ASKED, Answer.NO, Fit.SUITABLE, ""),
        (ASKED, Answer.YES, Fit.NOT_SUITABLE, "there is a catheter"),
        (TO_CHECK, Answer.YES, Fit.ASK, "Ring the pharmacy."),
        (TO_CHECK, Answer.NO, Fit.SUITABLE, ""),
    ],
    ids=["no", "yes refuses", "local yes asks", "local no"],
)
def test_an_answer_settles_a_question(
    rule: QuestionRule, answer: Answer, fit: Fit, words: str
) -> None:
    entry = entry_for([rule], PatientFacts(), {rule.id: answer})
    assert (entry.fit, entry.not_met or "".join(entry.ask_first)) == (fit, words)


def test_a_question_may_be_met_by_yes() -> None:
    rule = QuestionRule("local", "Do they live here?", "far", SAYS, met_by=Answer.YES)
    assert entry_for([rule], PatientFacts(), {"local": Answer.YES}).fit is Fit.SUITABLE
    assert entry_for([rule], PatientFacts(), {"local": Answer.NO}).fit is Fit.NOT_SUITABLE


UNDER_16 = PregnancyRule(pregnant=False, evidence=SAYS, among=Among(None, 16))
ANY_AGE = PregnancyRule(pregnant=False, evidence=SAYS)
ONLY = PregnancyRule(pregnant=True, evidence=SAYS)
PREGNANCY = [
    ("15, pregnant", UNDER_16, 15, True, Fit.NOT_SUITABLE),
    ("15.99, pregnant", UNDER_16, 15.99, True, Fit.NOT_SUITABLE),
    ("16, pregnant", UNDER_16, 16, True, Fit.SUITABLE),
    ("15, not asked", UNDER_16, 15, None, Fit.ASK),
    ("15, not pregnant", UNDER_16, 15, False, Fit.SUITABLE),
    ("16, not asked", UNDER_16, 16, None, Fit.SUITABLE),
    ("9, nobody asks", UNDER_16, 9, None, Fit.SUITABLE),
    ("10, asked", UNDER_16, 10, None, Fit.ASK),
    ("age unknown, pregnant", UNDER_16, None, True, Fit.ASK),
    ("age unknown, not asked", UNDER_16, None, None, Fit.ASK),
    ("30, pregnant", ANY_AGE, 30, True, Fit.NOT_SUITABLE),
    ("30, not asked", ANY_AGE, 30, None, Fit.ASK),
    ("59, not asked", ANY_AGE, 59, None, Fit.ASK),
    ("60, nobody asks", ANY_AGE, 60, None, Fit.SUITABLE),
    ("60, yet pregnant", ANY_AGE, 60, True, Fit.NOT_SUITABLE),
    ("only pregnant, yes", ONLY, 30, True, Fit.SUITABLE),
    ("only pregnant, no", ONLY, 30, False, Fit.NOT_SUITABLE),
    ("only pregnant, not asked", ONLY, 30, None, Fit.ASK),
]


@pytest.mark.parametrize(
    ("rule", "age", "pregnant", "fit"),
    [case[1:] for case in PREGNANCY],
    ids=[case[0] for case in PREGNANCY],
)
def test_pregnancy(rule: EntryRule, age: float | None, pregnant: bool | None, fit: Fit) -> None:
    assert entry_for([rule], PatientFacts(age, None, pregnant), {}).fit is fit


def test_nobody_asks_a_man_whether_he_is_pregnant() -> None:
    assert entry_for([ANY_AGE], PatientFacts(30, Sex.MALE), {}).fit is Fit.SUITABLE


def test_a_question_for_some_is_not_put_to_others() -> None:
    rule = QuestionRule("q", "Over there?", "over there", SAYS, among=Among(16, 18))
    assert entry_for([rule], PatientFacts(30), {}).fit is Fit.SUITABLE
    assert entry_for([rule], PatientFacts(17), {}).fit is Fit.ASK
    assert entry_for([rule], PatientFacts(), {}).fit is Fit.ASK


def test_two_age_rules_are_told_as_one_range() -> None:
    rules = [AgeRule(1, None, SAYS, GP), AgeRule(None, 18, SAYS, MINOR)]
    entry = entry_for(rules, PatientFacts(34), {})
    assert entry.not_met == "it is for ages 1 to 17 and the patient is 34"
    assert entry_for(rules, PatientFacts(), {}).ask_first == (
        "How old is the patient? (For ages 1 to 17.)",
    )


@pytest.mark.parametrize(
    ("age", "instead"), [(0.5, GP), (18, MINOR), (34, MINOR)], ids=["baby", "18", "adult"]
)
def test_each_end_of_a_range_falls_its_own_way(age: float, instead: ServiceKind) -> None:
    rules = [AgeRule(1, None, SAYS, GP), AgeRule(None, 18, SAYS, MINOR)]
    assert entry_for(rules, PatientFacts(age), {}).falls_to is instead


def test_when_rules_disagree_the_practice_takes_it() -> None:
    rules = [
        AgeRule(None, 18, SAYS, MINOR),
        PregnancyRule(pregnant=False, evidence=SAYS, falls_to=GP),
    ]
    assert entry_for(rules, PatientFacts(34, pregnant=True), {}).falls_to is GP


def test_the_duty_clinician_goes_before_the_gp_and_no_agreement_names_nobody() -> None:
    duty, line = ServiceKind.DUTY_CLINICIAN, ServiceKind.NHS_111
    adult = PatientFacts(34)
    minors = [AgeRule(None, 18, SAYS, GP), AgeRule(None, 16, SAYS, duty)]
    assert entry_for(minors, adult, {}).falls_to is duty
    others = [AgeRule(None, 18, SAYS, MINOR), AgeRule(None, 16, SAYS, line)]
    assert entry_for(others, adult, {}).falls_to is None


def test_a_question_for_women_is_not_put_to_men() -> None:
    rule = QuestionRule("q", "On the breast?", "on it", SAYS, among=Among(sex=Sex.FEMALE))
    fits = [
        entry_for([rule], PatientFacts(30, sex), {}).fit for sex in (Sex.MALE, Sex.FEMALE, None)
    ]
    assert fits == [Fit.SUITABLE, Fit.ASK, Fit.ASK]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 18, "1 to 17"),
        (12, None, "12 and over"),
        (None, 18, "under 18"),
        (0.25, None, "13 weeks and over"),
        (0, 2, "under 2"),
        (0.25, 2, "13 weeks and over, under 2"),
        (None, None, "any age"),
    ],
)
def test_ranges_in_words(low: float | None, high: float | None, words: str) -> None:
    assert ages_in_words(low, high) == words


@pytest.mark.parametrize(
    ("covers_practice", "answer", "fit"),
    [
        (True, None, Fit.SUITABLE),
        (False, None, Fit.NOT_SUITABLE),
        (None, None, Fit.ASK),
        (None, Answer.DONT_KNOW, Fit.ASK),
        (None, Answer.YES, Fit.SUITABLE),
        (None, Answer.NO, Fit.NOT_SUITABLE),
    ],
)
def test_an_area_is_asked_until_somebody_says_whether_it_covers_the_practice(
    covers_practice: bool | None, answer: Answer | None, fit: Fit
) -> None:
    rule = AreaRule("Oxfordshire", covers_practice, SAYS)
    answers = {} if answer is None else {rule.id: answer}
    entry = entry_for([rule], PatientFacts(), answers)
    assert entry.fit is fit
    asks = ("Is the patient registered with a GP in Oxfordshire?",)
    assert (entry.ask_first, entry.ask_ids) == ((asks, (rule.id,)) if fit is Fit.ASK else ((), ()))
