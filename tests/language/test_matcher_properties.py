"""Properties that hold for any words: no crash, no dependence on case, spacing or typed marks, no
unhearing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from signpost.language.heard import MatchState
from tests.language.small_lexicon import small_matcher

MATCHER = small_matcher()
GRAVE = (
    "chest pain",
    "he can't breathe",
    "?stroke",
    "won't wake",
    "not passed urine",
    "jaw aches and sweating",
    "rash and temp",
)
UNRELATED = (
    "can I also ask about parking",
    "moving house",
    "my wrist",
    "thank you",
    "it is for the lady next door",
)
words_of_calls = st.lists(
    st.sampled_from([*GRAVE, *UNRELATED, "no", "but", "last year", ",", ".", "denies", "and"]),
    max_size=9,
)


def raised(words: str) -> set[str]:
    return {
        match.protocol_id
        for match in MATCHER.hear(words).prompts
        if match.state is MatchState.RAISED
    }


@given(st.text(max_size=400))
def test_any_text_is_heard_without_a_crash(text: str) -> None:
    heard = MATCHER.hear(text)
    for match in heard.prompts:
        assert all(0 <= mark.start < mark.end <= len(text) for mark in match.marks)


@settings(deadline=None)
@given(words_of_calls)
def test_hearing_does_not_depend_on_what_was_heard_before(parts: list[str]) -> None:
    text = " ".join(parts)
    fresh = small_matcher()
    for end in range(len(text)):
        MATCHER.hear(text[:end])
    assert MATCHER.hear(text) == fresh.hear(text)


@given(words_of_calls)
def test_case_spacing_and_curly_quotes_change_nothing(parts: list[str]) -> None:
    text = " ".join(parts)
    assert (
        raised(text)
        == raised(text.upper())
        == raised(text.replace(" ", "  "))
        == raised(text.replace("'", "’"))
    )


@given(
    st.sampled_from(GRAVE),
    st.lists(st.sampled_from(UNRELATED), max_size=3),
    st.lists(st.sampled_from(UNRELATED), max_size=3),
)
def test_unrelated_words_never_remove_a_raised_prompt(
    grave: str, before: list[str], after: list[str]
) -> None:
    assert raised(grave) <= raised(". ".join([*before, grave, *after]))


@given(
    st.sampled_from(["chest pain", "fever", "rash", "vomiting", "shortness of breath"]),
    st.sampled_from(["no", "denies", "nil", "without"]),
)
def test_denying_it_removes_the_prompt(symptom: str, denial: str) -> None:
    assert raised(f"{denial} {symptom}") == set()


@settings(max_examples=50)
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz' ", max_size=2_000))
def test_nonsense_raises_no_fault(text: str) -> None:
    MATCHER.hear(text)
