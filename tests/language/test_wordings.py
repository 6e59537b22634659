"""Phrases said back in plain words."""

from signpost.language.wordings import wordings

SETS = {"pain": ["pain", "ache"]}
CONCEPTS = {"limb": ["arm", "[pain] + leg"]}


def test_every_alternative_is_said_at_least_once() -> None:
    said = list(wordings("[pain] + chest|heart|arm", SETS, CONCEPTS, 10))
    assert {word for words in said for word in words.split()} == {
        *("pain", "ache", "chest", "heart", "arm")
    }


def test_no_more_wordings_than_asked_for_and_none_twice() -> None:
    said = list(wordings("a|b|c|d", {}, {}, 3))
    assert said == ["a", "b", "c"]


def test_of_another_concept_only_what_is_plain_words_is_said() -> None:
    assert list(wordings('"got" <limb>', SETS, CONCEPTS, 10)) == ["got arm"]


def test_a_phrase_that_is_another_concept_has_no_wording_of_its_own() -> None:
    assert list(wordings("<limb>", SETS, CONCEPTS, 10)) == []
