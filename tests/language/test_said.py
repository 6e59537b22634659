"""Age, sex and pregnancy as the words themselves state them."""

import pytest

from signpost.domain.caller import Sex
from signpost.language.heard import Said
from signpost.language.said import Spoken, spoken_of
from signpost.language.scope import Scopes
from signpost.language.tokens import Tokenizer


def spoken(words: str) -> Spoken:
    tokens = Tokenizer(lambda _word: ()).tokenize(words)
    return spoken_of(words, tokens, Scopes(tokens))


def facts_said(words: str) -> Said:
    return spoken(words).offered


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("62, tight chest", 62),
        ("34 yr old lady", 34),
        ("thirty two year old", 32),
        ("my 3 year old", 3),
        ("he's only two", 2),
        ("Lily's three and poorly", 3),
        ("child 4, cough", 4),
        ("72F dizzy", 72),
        ("F34 sore throat", 34),
        ("mum is 81, fell", 81),
        ("pt 45 yo", 45),
        ("my 5 week old has a temp", 5 / 52.1775),
        ("3/12 old baby", 0.25),
        ("18/12, cough", 1.5),
        ("14 months, off his food", 14 / 12),
        ("baby is 10 weeks", 10 / 52.1775),
        ("six month old", 0.5),
        ("newborn not feeding", 7 / 365.25),
    ],
)
def test_an_age_is_heard(words: str, years: float) -> None:
    assert facts_said(words).age_years == pytest.approx(years, abs=0.01)


@pytest.mark.parametrize(
    "words",
    [
        "cough for 3 weeks",
        "2/52 hx cough",
        "since 3 this morning",
        "32 weeks pregnant",
        "temp 38.5",
        "had it 5 years ago",
        "pain 9/10",
        "he's had 10 puffs",
        "son had 3 days of it",
    ],
)
def test_a_count_or_a_duration_is_no_age(words: str) -> None:
    assert facts_said(words).age_years is None


@pytest.mark.parametrize(
    ("words", "sex"),
    [
        ("my husband has chest pain", Sex.MALE),
        ("she can't breathe", Sex.FEMALE),
        ("I'm on my period and my period is heavy", Sex.FEMALE),
        ("sore throat", None),
        ("my wife says he is poorly", None),
    ],
)
def test_sex_is_heard_unless_the_words_say_both(words: str, sex: Sex | None) -> None:
    assert facts_said(words).sex is sex


@pytest.mark.parametrize(
    ("words", "pregnant"),
    [
        ("I'm 30 weeks pregnant", True),
        ("36/40 and itching", True),
        ("not pregnant", False),
        ("might be pregnant", None),
        ("want a pregnancy test", None),
        ("sore throat", None),
    ],
)
def test_pregnancy_is_heard(words: str, pregnant: bool | None) -> None:
    assert facts_said(words).pregnant is pregnant
