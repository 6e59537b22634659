"""What the matcher makes of callers' words, on a small lexicon that the test can be read
against."""

import pytest

from signpost.domain.caller import NOTHING_KNOWN, PatientFacts, Sex
from signpost.language.heard import CheckReason, MatchState
from tests.language.small_lexicon import small_compiled, small_matcher

MATCHER = small_matcher()


def raised(
    words: str, patient: PatientFacts = NOTHING_KNOWN, cursor: int | None = None
) -> set[str]:
    heard = MATCHER.hear(words, patient, cursor)
    return {match.protocol_id for match in heard.prompts if match.state is MatchState.RAISED}


def checked(words: str, patient: PatientFacts = NOTHING_KNOWN) -> dict[str, CheckReason | None]:
    heard = MATCHER.hear(words, patient)
    return {
        match.protocol_id: match.reason
        for match in heard.prompts
        if match.state is MatchState.CHECK
    }


def test_the_small_lexicon_has_no_fault() -> None:
    assert small_compiled().faults == ()


@pytest.mark.parametrize(
    ("words", "protocol"),
    [
        pytest.param("pain in my left chest", "CHEST", id="words in between"),
        pytest.param("chest has been really painful", "CHEST", id="the other way round, inflected"),
        pytest.param("tight chets", "CHEST", id="letters swapped"),
        pytest.param("vhest pain", "CHEST", id="keyboard slip on the first letter"),
        pytest.param("chestpain", "CHEST", id="run together"),
        pytest.param("chest pane", "CHEST", id="a real word for another"),
        pytest.param("c/o CP", "CHEST", id="receptionist's shorthand"),
        pytest.param("SOB since 3/7", "BREATH", id="shorthand with a count of days"),
        pytest.param("cant breath", "BREATH", id="no apostrophe, dropped letter"),
        pytest.param("she can’t breathe", "BREATH", id="curly apostrophe"),
        pytest.param("cantbreathe", "BREATH", id="three words run together"),
        pytest.param("?stroke", "STROKE", id="a query is a raise"),
        pytest.param("might be a stroke", "STROKE", id="a worry about now is a raise"),
        pytest.param("he's not passed urine", "WEE", id="not that belongs to the phrase"),
        pytest.param("mum won't wake up", "WAKE", id="refusal that is the trouble"),
        pytest.param(
            "no chest pain but my jaw aches and I'm sweating",
            "JAW",
            id="only the words denied are denied",
        ),
        pytest.param(
            "no temp, chest pain since this morning", "CHEST", id="a statement after a denial"
        ),
        pytest.param("No, he has chest pain", "CHEST", id="no as an answer"),
        pytest.param("chest pain no better", "CHEST", id="no better is not a denial"),
        pytest.param(
            "had a stroke last year and now he's short of breath", "BREATH", id="now after then"
        ),
        pytest.param("hx of stroke, now chest pain", "CHEST", id="history, then now"),
    ],
)
def test_it_raises(words: str, protocol: str) -> None:
    assert protocol in raised(words)


@pytest.mark.parametrize(
    "words",
    [
        "no chest pain",
        "no fever, rash, vomiting or chest pain",
        "denies CP, SOB, fever, vomiting",
        "no fever and no rash and no vomiting",
        "nil chest pain, nil SOB",
        "hasn't got a temperature or a rash",
        "he isn't being sick and doesn't have a fever",
        "not short of breath",
        "no problems with breathing or chest pain",
        "without fever or vomiting",
        "chest pain? no",
        "neither fever nor rash",
    ],
)
def test_a_denied_list_raises_nothing(words: str) -> None:
    assert raised(words) == set()


@pytest.mark.parametrize(
    ("words", "protocol", "reason"),
    [
        ("my dad had a stroke last year", "STROKE", CheckReason.PAST),
        ("after my stroke in 2019", "STROKE", CheckReason.PAST),
        ("worried I might have a stroke one day", "STROKE", CheckReason.HYPOTHETICAL),
        ("is the stroke clinic on Tuesday", "STROKE", CheckReason.ADMIN),
        ("my uncle died of a stroke", "STROKE", CheckReason.SOMEONE_ELSE),
        ("pulled a muscle in my chest, sore", "CHEST", CheckReason.FIGURATIVE),
        ("no chest pain", "CHEST", CheckReason.NEGATED),
    ],
)
def test_a_soft_mention_is_a_check_line(words: str, protocol: str, reason: CheckReason) -> None:
    assert checked(words)[protocol] is reason


def test_a_hint_alone_asks_and_with_another_sign_raises() -> None:
    assert checked("he is being watched")["WATCHED"] is CheckReason.HINT
    assert "WATCHED" in raised("they are after me")
    assert "WATCHED" in raised("he is being watched, and has a fever")
    assert "WATCHED" in raised("being watched, cameras in the loft")


def test_what_stays_true_counts_though_it_is_past() -> None:
    assert "TRAVEL" in raised("went abroad last year, now has a fever")
    assert checked("abroad, had a fever last year")["TRAVEL"] is CheckReason.PAST


def test_everyday_words_must_stand_close_and_parts_of_a_trigger_near() -> None:
    filler = "the shop had bread milk eggs butter cheese jam tea sugar flour rice pasta beans"
    assert checked(f"jaw aches. {filler}. sweating")["JAW"] is CheckReason.WEAK
    assert "JAW" in raised("jaw aches, a bit sweaty")


def test_a_mask_is_not_a_mention() -> None:
    assert MATCHER.hear("chest infection, sore throat").prompts == ()


def test_age_from_the_field_or_the_words_meets_a_built_in_concept() -> None:
    assert "BABY" in raised("fever", PatientFacts(age_years=0.1))
    assert "BABY" in raised("my 5 week old has a fever")
    assert "BABY" not in raised("fever")


def test_a_field_that_contradicts_the_words_asks_and_never_silences() -> None:
    assert (
        checked("5 week old with a fever", PatientFacts(age_years=40))["BABY"] is CheckReason.LIMITS
    )
    assert (
        checked("35 weeks pregnant with a headache", PatientFacts(pregnant=False))["PREGNANT"]
        is CheckReason.LIMITS
    )


def test_limits_that_do_not_fit_turn_a_raise_into_a_check() -> None:
    assert (
        checked("headache and being sick", PatientFacts(age_years=7))["ADULT"] is CheckReason.LIMITS
    )
    assert "ADULT" in raised("headache and being sick")


def test_sex_does_not_hide_pregnancy() -> None:
    assert "PREGNANT" in raised("I'm pregnant and have a headache", PatientFacts(sex=Sex.MALE))


def test_the_word_being_typed_is_not_corrected_until_it_is_finished() -> None:
    words = "tight chst"
    assert raised(words, cursor=len(words)) == set()
    assert raised(words + " ", cursor=len(words) + 1) == {"CHEST"}


def test_a_whole_known_word_counts_while_the_cursor_stands_behind_it() -> None:
    assert raised("tight chest", cursor=11) == {"CHEST"}


def test_because_holds_the_callers_own_words_and_where_they_stand() -> None:
    match = MATCHER.hear("his CHEST is Hurting a lot").prompts[0]
    assert match.because == ("CHEST", "Hurting")
    assert [(mark.start, mark.end) for mark in match.marks] == [(4, 9), (13, 20)]


def test_the_longer_phrase_wins_among_topics() -> None:
    assert next(match.topic_id for match in MATCHER.hear("need a sick note").topics) == "sick_note"
    assert [match.topic_id for match in MATCHER.hear("been sick").topics] == ["sickness"]


def test_ten_thousand_characters_are_heard_and_more_are_cut() -> None:
    assert raised("x " * 4_990 + "chest pain") == {"CHEST"}
    assert raised("x " * 5_001 + "chest pain") == set()
