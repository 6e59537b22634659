"""All that is worked out from the content before the first word is heard; can be kept in a
snapshot.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signpost.domain.concept import BUILT_INS, Concept, WordSet
from signpost.domain.protocol import Protocol
from signpost.domain.topic import Topic
from signpost.language.phrases import Chain, Element, PhraseBook, PhraseFaultError
from signpost.language.spelling import SpellingTables, spelling_tables
from signpost.language.stems import known_stems
from signpost.language.words import DIALECT, FILLERS, SHORT_FORMS

_PART = re.compile(r"<(\w+)>")

Owners = dict[int, tuple[str, ...]]
"""Whose phrase a pattern is, by the pattern's number."""


@dataclass(frozen=True)
class Lexicon:
    """All that the matcher listens for. `common_words` are English words never corrected."""

    sets: Sequence[WordSet]
    concepts: Sequence[Concept]
    protocols: Sequence[Protocol]
    topics: Sequence[Topic]
    common_words: Iterable[str] = ()


@dataclass(frozen=True)
class LexiconFault:
    """A phrase or trigger that cannot be used: in which item, and why."""

    item: str
    sentence: str


@dataclass(frozen=True)
class Compiled:
    """Phrases as numbers and stems.

    `chains[side]` are the ways a side of a phrase may be said; a chain is a row of numbers into
    `elements`. `patterns` are rows of sides.
    """

    elements: tuple[Element, ...]
    chains: tuple[tuple[tuple[int, ...], ...], ...]
    patterns: tuple[tuple[int, ...], ...]
    exact: tuple[str, ...]
    concepts: Owners
    hints: Owners
    masks: Owners
    lookalikes: Owners
    topics: Owners
    past_counts: frozenset[str]
    spelling: SpellingTables
    stems: dict[str, str]
    faults: tuple[LexiconFault, ...]


def compile_lexicon(lexicon: Lexicon) -> Compiled:
    """Compile every phrase; those that cannot be read become faults and are left out."""
    book = PhraseBook(
        {word_set.name: word_set.members for word_set in lexicon.sets},
        {concept.name: concept.phrases for concept in lexicon.concepts},
    )
    faults: list[LexiconFault] = []

    def numbers(named: Iterable[tuple[str, Sequence[str]]]) -> Owners:
        return _owners(book, named, faults)

    concepts = numbers((concept.name, concept.phrases) for concept in lexicon.concepts)
    hints = numbers((concept.name, concept.hints) for concept in lexicon.concepts)
    all_masks = _masks_with_those_of_parts(lexicon.concepts)
    masks = numbers((concept.name, all_masks[concept.name]) for concept in lexicon.concepts)
    lookalikes = numbers((protocol.id, protocol.lookalikes) for protocol in lexicon.protocols)
    topics = numbers((topic.id, topic.lay_terms) for topic in lexicon.topics)
    faults += _unknown_concepts(lexicon)
    faults += _masks_that_hide(book, lexicon, concepts)
    faults += _lookalikes_that_hide(book, lexicon, concepts)
    vocabulary = book.words | {word for words in SHORT_FORMS.values() for word in words}
    elements, chains = _numbered(book.chains)
    return Compiled(
        elements=elements,
        chains=chains,
        patterns=tuple(pattern.sides for pattern in book.patterns),
        exact=tuple(sorted(book.exact)),
        concepts=concepts,
        hints=hints,
        masks=masks,
        lookalikes=lookalikes,
        topics=topics,
        past_counts=frozenset(c.name for c in lexicon.concepts if c.past_counts),
        spelling=spelling_tables(vocabulary, _known_words(lexicon)),
        stems=known_stems(),
        faults=tuple(faults),
    )


def _owners(
    book: PhraseBook, named: Iterable[tuple[str, Sequence[str]]], faults: list[LexiconFault]
) -> Owners:
    found: dict[int, list[str]] = defaultdict(list)
    for name, phrases in named:
        for phrase in phrases:
            try:
                for number in book.add(phrase):
                    found[number].append(name)
            except PhraseFaultError as fault:
                faults.append(LexiconFault(name, str(fault)))
    return {number: tuple(dict.fromkeys(names)) for number, names in found.items()}


def _masks_with_those_of_parts(concepts: Sequence[Concept]) -> dict[str, tuple[str, ...]]:
    """The masks of each concept, with those of the concepts that its phrases name."""
    own = {concept.name: concept.masks for concept in concepts}
    found: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        parts = {name for phrase in concept.phrases for name in _PART.findall(phrase)}
        inner = [mask for name in sorted(parts) for mask in own.get(name, ())]
        found[concept.name] = (*concept.masks, *inner)
    return found


def _masks_that_hide(book: PhraseBook, lexicon: Lexicon, concepts: Owners) -> list[LexiconFault]:
    """Masks that, once small words are dropped and stems taken, are a phrase of their own
    concept."""
    return [
        LexiconFault(concept.name, f"The mask '{mask}' is read as one of its phrases and hides it.")
        for concept in lexicon.concepts
        for mask in concept.masks
        if any(concept.name in concepts.get(number, ()) for number in _compiled(book, mask))
    ]


def _lookalikes_that_hide(
    book: PhraseBook, lexicon: Lexicon, concepts: Owners
) -> list[LexiconFault]:
    """Look-alikes that are read as a phrase of a concept that their own protocol listens for."""
    faults: list[LexiconFault] = []
    for protocol in lexicon.protocols:
        heard = {
            name
            for trigger in protocol.triggers
            for group in (trigger.all_of, *trigger.any_of)
            for name in group
        }
        for lookalike in protocol.lookalikes:
            numbers = _compiled(book, lookalike)
            if any(not heard.isdisjoint(concepts.get(number, ())) for number in numbers):
                sentence = f"The look-alike '{lookalike}' is read as one of its triggers' phrases."
                faults.append(LexiconFault(protocol.id, sentence))
    return faults


def _compiled(book: PhraseBook, phrase: str) -> list[int]:
    try:
        return book.add(phrase)
    except PhraseFaultError:
        return []


def _known_words(lexicon: Lexicon) -> list[str]:
    """Words that are right as they are."""
    return [*lexicon.common_words, *FILLERS, *SHORT_FORMS, *DIALECT]


def _unknown_concepts(lexicon: Lexicon) -> list[LexiconFault]:
    known = {concept.name for concept in lexicon.concepts} | BUILT_INS
    unknown = {
        (protocol.id, name): None
        for protocol in lexicon.protocols
        for trigger in protocol.triggers
        for group in (trigger.all_of, *trigger.any_of)
        for name in group
        if name not in known
    }
    return [LexiconFault(key, f"There is no concept '{name}'.") for key, name in unknown]


def _numbered(
    sides: Sequence[tuple[Chain, ...]],
) -> tuple[tuple[Element, ...], tuple[tuple[tuple[int, ...], ...], ...]]:
    """Elements each once, and the chains as rows of their numbers."""
    numbers: dict[Element, int] = {}
    chains = tuple(
        tuple(
            tuple(numbers.setdefault(element, len(numbers)) for element in chain) for chain in side
        )
        for side in sides
    )
    return tuple(numbers), chains
