"""Words that calls have in common which matched nothing."""

from datetime import date

from signpost.language.unmatched_words import FEWEST_CALLS, words_in_common

TODAY = date(2026, 3, 9)


def test_what_most_calls_say_comes_first_and_pairs_take_their_words_with_them() -> None:
    texts = ["my knee cap clicks", "the knee cap is clicking", "knee cap again", "elbow clicks"]
    assert words_in_common(texts * 2, TODAY)[0] == ("knee cap", 6)
    assert "knee" not in dict(words_in_common(texts * 2, TODAY))


def test_each_call_counts_once() -> None:
    texts = ["hiccups hiccups hiccups", "hiccups", "hiccups since Sunday"]
    assert dict(words_in_common(texts, TODAY))["hiccups"] == 3


def test_nothing_is_told_that_few_callers_said() -> None:
    assert words_in_common(["Ermintrude rang"] * (FEWEST_CALLS - 1), TODAY) == ()


def test_everyday_words_and_numbers_say_nothing() -> None:
    assert words_in_common(["she has been like this since 3 days"] * 9, TODAY) == ()


def test_identifiers_never_come_out() -> None:
    texts = ["hiccups, 943 476 5919, SW1A 1AA, kim@example.org"] * 5
    assert dict(words_in_common(texts, TODAY)) == {"hiccups": 5}


def test_the_list_ends() -> None:
    texts = [" ".join(chr(97 + a) * 4 for a in range(20))] * 5
    assert len(words_in_common(texts, TODAY, most=7)) == 7
