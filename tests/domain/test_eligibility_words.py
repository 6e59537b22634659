"""Entry rules in words."""

import pytest

from signpost.domain.caller import Sex
from signpost.domain.eligibility import (
    AgeRule,
    Among,
    AreaRule,
    EntryRule,
    Evidence,
    PregnancyRule,
    QuestionRule,
    SexRule,
)
from signpost.domain.eligibility_words import rules_in_words
from signpost.domain.protocol import Answer

E = Evidence("a page")
WORDS: list[tuple[EntryRule, str]] = [
    (AgeRule(1.0, 18.0, E), "Ages 1 to 17"),
    (AgeRule(18.0, None, E), "Ages 18 and over"),
    (AgeRule(None, 5.0, E), "Under 5"),
    (AgeRule(0.25, None, E), "Ages 13 weeks and over"),
    (AgeRule(None, None, E), "Any age"),
    (SexRule(Sex.FEMALE, E), "Women only (female anatomy)"),
    (PregnancyRule(pregnant=False, evidence=E), "Not for pregnant patients"),
    (
        PregnancyRule(pregnant=False, evidence=E, among=Among(age_max_years=16.0)),
        "Not for pregnant patients (under 16)",
    ),
    (PregnancyRule(pregnant=True, evidence=E), "Only for pregnant patients"),
    (AreaRule("Kent", None, E), "Patients registered with a GP in Kent"),
    (QuestionRule("q", "Is it red?", "it is red", E), "Is it red? The answer must be no"),
    (
        QuestionRule("q", "Is it red?", "", E, Answer.YES, among=Among(16.0, None, Sex.FEMALE)),
        "Is it red? The answer must be yes (women, 16 and over)",
    ),
    (QuestionRule("q", "Is it red?", "", E, refuses=False), "To be checked: Is it red?"),
]


@pytest.mark.parametrize(("rule", "words"), WORDS, ids=[words for _, words in WORDS])
def test_a_rule_is_said_in_words(rule: EntryRule, words: str) -> None:
    assert rules_in_words([rule]) == (words,)


def test_what_two_rules_say_alike_is_said_once() -> None:
    assert rules_in_words([AgeRule(18.0, None, E), AgeRule(18.0, None, Evidence("b"))]) == (
        "Ages 18 and over",
    )
