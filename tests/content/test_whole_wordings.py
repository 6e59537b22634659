"""What an approval is bound to, and the approved wording kept in use beside a newer one."""

from dataclasses import replace

import pytest

from signpost.content.library import Library, read_library
from signpost.content.whole_wordings import library_in_use, whole_protocol, wordings
from signpost.domain.approval import ItemKind
from signpost.domain.caller import PatientFacts
from signpost.domain.concept import Concept
from signpost.language.compiled import compile_lexicon
from signpost.language.heard import MatchState
from signpost.language.matcher import Matcher
from signpost.paths import bundled


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library(bundled("resources"))


def hashes(library: Library) -> dict[str, str]:
    return {each.item_id: each.hash for each in wordings(library) if each.kind is ItemKind.PROTOCOL}


def with_concept(library: Library, concept: Concept) -> Library:
    others = [each for each in library.concepts if each.name != concept.name]
    return replace(library, concepts=(*others, concept))


def test_every_protocol_and_topic_needs_approval(library: Library) -> None:
    kinds = [each.kind for each in wordings(library)]
    assert kinds.count(ItemKind.PROTOCOL) == len(library.protocols)
    assert kinds.count(ItemKind.TOPIC) == len(library.topics)


def test_the_same_files_give_the_same_hashes(library: Library) -> None:
    assert hashes(library) == hashes(read_library(bundled("resources")))


def test_a_changed_concept_unapproves_each_protocol_that_uses_it_and_no_other(
    library: Library,
) -> None:
    protocol = library.protocols[1]
    concept = whole_protocol(protocol, library).concepts[0]
    changed = with_concept(library, replace(concept, phrases=(*concept.phrases, "new wording")))
    before, after = hashes(library), hashes(changed)
    users = {
        each.id
        for each in library.protocols
        if concept.name in {used.name for used in whole_protocol(each, library).concepts}
    }
    assert protocol.id in users
    assert {each for each in before if before[each] != after[each]} == users


@pytest.mark.parametrize("field", ["title", "while_waiting", "do_not_say", "applies_to"])
def test_any_word_that_staff_see_is_part_of_it(library: Library, field: str) -> None:
    first, *rest = library.protocols
    edited = replace(library, protocols=(replace(first, **{field: "Edited."}), *rest))
    assert hashes(edited)[first.id] != hashes(library)[first.id]


def test_the_approved_wording_is_heard_though_a_newer_draft_would_not_hear_it(
    library: Library,
) -> None:
    approved = {
        each.item_id: kept
        for each, kept in wordings(library).items()
        if each.kind is ItemKind.PROTOCOL
    }
    deaf = replace(
        library,
        concepts=tuple(
            replace(each, phrases=("never said by anybody",), hints=(), masks=())
            for each in library.concepts
        ),
    )
    words = "crushing pain in my chest and my left arm is numb, sweating"
    assert "RF02" not in raised(deaf, words)
    in_use = library_in_use(deaf, approved)
    assert raised(in_use, words) == raised(library, words)
    assert "RF02" in raised(in_use, words)


def test_with_nothing_changed_nothing_is_listened_for_twice(library: Library) -> None:
    approved = {
        each.item_id: kept
        for each, kept in wordings(library).items()
        if each.kind is ItemKind.PROTOCOL
    }
    in_use = library_in_use(library, approved)
    assert {each.name for each in in_use.concepts} == {each.name for each in library.concepts}
    assert in_use.protocols == library.protocols


def raised(library: Library, words: str) -> set[str]:
    compiled = compile_lexicon(library.lexicon())
    heard = Matcher(compiled, library.protocols).hear(words, PatientFacts(60.0))
    return {each.protocol_id for each in heard.prompts if each.state is MatchState.RAISED}
