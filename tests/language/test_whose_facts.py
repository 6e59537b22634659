"""Whose age, sex and pregnancy the words state: nothing is offered from the past, from others, or
where two people are spoken of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.caller import Sex
from signpost.language.heard import MatchState, Said
from tests.language.small_lexicon import small_matcher
from tests.language.test_said import facts_said, spoken

MATCHER = small_matcher()
LIVE = ("62, tight chest", "72F dizzy", "my 3 year old has a rash", "I'm 45, I've got a cough")
SET_ASIDE = (
    "My dad had a stroke last year",
    "my uncle died of a stroke at 60",
    "My husband died",
    "my sister was pregnant in 2016",
    "it's not for my husband",
    "when she was little she had asthma",
    "my gran had one years ago when she was 80",
    "worried my son might have a stroke one day",
)
TWO = (
    ("I've got chest pain", "my husband has chest pain"),
    ("my wife is 62", "my son is 30"),
    ("my mum has fallen", "my dad has fallen"),
    ("she is hot", "he is hot"),
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("62, chest pain since breakfast. My dad had a stroke last year", Said(62)),
        ("62, chest pain since breakfast. My dad had a stroke", Said(62)),
        ("62, chest pain since breakfast. my dad had a heart attack at 60", Said(62)),
        ("chest pain since breakfast, my dad died of a heart attack", Said()),
        ("my mum's face has dropped", Said(None, Sex.FEMALE)),
        ("my wife is 62 and has chest pain", Said(62, Sex.FEMALE)),
        ("my husband died, I'm 45 and I can't sleep", Said(45)),
        ("my husband passed away last year, I'm 45", Said(45)),
        ("my daughter is 4 and I'm 35, we both have a cough", Said()),
        ("I've got chest pain and my husband is at work", Said()),
        ("chest pain, my husband is at work", Said()),
        ("I'm ringing about my mum, she's 81 and fell", Said(81, Sex.FEMALE)),
        ("my wife says he is poorly", Said()),
        ("62, bit of tightness in his chest since breakfast, sweaty", Said(62, Sex.MALE)),
        (
            "wants his blood pressure tablets, he had a stroke last year.",
            Said(None, Sex.MALE),
        ),
        ("72F dizzy, husband says she went grey", Said(72, Sex.FEMALE)),
        ("34 yr old lady, burning when she wees", Said(34, Sex.FEMALE)),
        ("my sister was pregnant last year, I have a cough", Said()),
        (
            "my sister had a stroke when she was pregnant, I've got a headache",
            Said(),
        ),
        ("if I get pregnant can I take it", Said()),
        ("denies being pregnant", Said(None, None, pregnant=False)),
        ("my 3 year old son has a temp", Said(3, Sex.MALE)),
        ("3 yr old, mum says temp 39", Said(3)),
        ("mum worried, 3 yr old with a temp", Said(3)),
        ("my husband's mum is 80 and has fallen", Said(80, Sex.FEMALE)),
        ("not for me, it's my wife, 62 with chest pain", Said(62, Sex.FEMALE)),
        ("it's not my husband, it's me. chest pain", Said()),
        ("worried I might have a stroke, my dad had one at 62", Said()),
        ("my neighbour is 80 and has fallen", Said(80)),
        ("chest pain since breakfast. It's my husband, he's 58", Said(58, Sex.MALE)),
        ("chest pain since breakfast. My husband is 58 and drives", Said()),
        ("I'm 30 weeks pregnant and I've got a headache", Said(None, Sex.FEMALE, pregnant=True)),
        ("my wife is 30 weeks pregnant and I've got a chest infection", Said()),
        ("my son has chickenpox and I'm pregnant", Said()),
        ("she's 28 and pregnant with bleeding", Said(28, Sex.FEMALE, pregnant=True)),
        ("hello, my mum has chest pain, she's 70", Said(70, Sex.FEMALE)),
        ("my dad is 80 and my mum is 78, both have sickness", Said()),
        ("my friend had a baby last week. I'm 32, sore breasts", Said(32)),
        ("when he was 6 he had asthma", Said()),
        ("temp is 39, he's 3", Said(3, Sex.MALE)),
        ("my nan had breast cancer at 60, I have found a lump, I am 41", Said(41)),
        ("saw a woman aged 60 on the news with sepsis, I've got a cough", Said()),
        (
            "my brother had testicular cancer, I have a lump in my testicle, 28",
            Said(),
        ),
        ("mum had a fall this morning", Said(None, Sex.FEMALE)),
        ("pt is a 45 yo male, back pain", Said(45, Sex.MALE)),
        ("my boy is 6 and has earache", Said(6, Sex.MALE)),
        ("our little girl, 4, has a rash", Said(4, Sex.FEMALE)),
        ("wife 62 chest pain", Said(62, Sex.FEMALE)),
        ("my late husband had this, I'm 70", Said(70)),
        ("my husband is 64 and I can't wake him", Said(64, Sex.MALE)),
        ("I think my wife is having a stroke", Said(None, Sex.FEMALE)),
        ("my dad's on the phone, he's got chest pain", Said(None, Sex.MALE)),
        ("my daughter's boyfriend is 19 and has taken tablets", Said(19, Sex.MALE)),
        ("her husband is ringing, she can't breathe", Said()),
        ("no chest pain, 62M", Said(62, Sex.MALE)),
        ("I'm not pregnant", Said(None, None, pregnant=False)),
        ("my wife isn't pregnant, she's 40", Said(40, Sex.FEMALE, pregnant=False)),
        ("my husband has chest pain. I've given him an aspirin", Said(None, Sex.MALE)),
        ("I had a stroke when I was 50, I'm 62 now", Said(62)),
        ("she fell and hit her head, her husband found her", Said()),
    ],
)
def test_facts_are_offered_only_where_it_is_plain_whose_they_are(words: str, said: Said) -> None:
    assert facts_said(words) == said


@given(st.sampled_from(LIVE), st.sampled_from(SET_ASIDE), st.sampled_from([". ", ", "]))
def test_a_mention_set_aside_adds_no_fact(live: str, aside: str, stop: str) -> None:
    alone, together = facts_said(live), facts_said(f"{live}{stop}{aside}")
    for now, then in (
        (together.age_years, alone.age_years),
        (together.sex, alone.sex),
        (together.pregnant, alone.pregnant),
    ):
        assert now is None or now == then


@given(st.sampled_from(SET_ASIDE))
def test_a_mention_set_aside_gives_nothing_by_itself(aside: str) -> None:
    assert facts_said(aside) == Said()


@given(st.sampled_from(TWO), st.booleans(), st.sampled_from([". ", ", ", " and "]))
def test_of_two_people_nothing_is_offered(
    two: tuple[str, str],
    turned: bool,
    stop: str,
) -> None:
    one, other = two if not turned else two[::-1]
    assert facts_said(f"{one}{stop}{other}") == Said()


@given(st.text(alphabet="myhesiandwf 6280,.'", max_size=80))
def test_any_words_state_facts_without_a_crash(words: str) -> None:
    said = spoken(words)
    assert said.offered.age_years is None or said.offered.age_years in said.ages


def test_a_doubt_whose_age_it_is_hides_no_grave_sign() -> None:
    heard = MATCHER.hear("my husband is 62 and my 5 week old has a fever")
    assert heard.said.age_years is None
    raised = {each.protocol_id for each in heard.prompts if each.state is MatchState.RAISED}
    assert "BABY" in raised


def test_a_temperature_is_no_age() -> None:
    assert facts_said("temp is 39, he's 3").age_years == 3
    assert facts_said("sats are 94, she is 70 and breathless").age_years == 70
    assert facts_said("my boy is 6 and his fever is 39.").sex is Sex.MALE
