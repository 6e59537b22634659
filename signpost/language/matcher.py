"""From the caller's words to protocols, topics and facts: a pure function of text and fields."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signpost.domain.caller import NOTHING_KNOWN, PatientFacts
from signpost.domain.concept import BUILT_INS, Concept, WordSet
from signpost.domain.protocol import Protocol
from signpost.domain.topic import Topic
from signpost.language.evidence import Known, Owners, gather
from signpost.language.finder import Finder, Indices, PhraseHit
from signpost.language.heard import Heard, Mark, MatchState, PromptMatch, Said
from signpost.language.phrases import PhraseBook, PhraseFaultError
from signpost.language.said import facts_said
from signpost.language.scope import Scopes
from signpost.language.spelling import Speller
from signpost.language.tokens import Token, Tokenizer
from signpost.language.topics import TopicFinder
from signpost.language.triggers import TriggerIndex
from signpost.language.words import FILLERS, SHORT_FORMS

LONGEST_WORDS = 10_000
"""Characters of the caller's words that are listened to; a longer paste is cut there."""


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


class Matcher:
    """Compiled once from the content; `hear` answers on every keystroke."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.faults: list[LexiconFault] = []
        book = PhraseBook(
            {word_set.name: word_set.members for word_set in lexicon.sets},
            {concept.name: concept.phrases for concept in lexicon.concepts},
        )
        concepts, masks = _numbers(), _numbers()
        for concept in lexicon.concepts:
            self._compile(book, concept.phrases, concepts, concept.name)
            self._compile(book, concept.masks, masks, concept.name)
        self._owners = Owners(concepts, masks)
        self._lookalikes_of, topics_of = _numbers(), _numbers()
        for protocol in lexicon.protocols:
            self._compile(book, protocol.lookalikes, self._lookalikes_of, protocol.id)
        for topic in lexicon.topics:
            self._compile(book, topic.lay_terms, topics_of, topic.id)
        self._protocols = TriggerIndex(lexicon.protocols)
        self._topics = TopicFinder(book, topics_of)
        self._finder = Finder(book)
        vocabulary = book.words | {word for words in SHORT_FORMS.values() for word in words}
        known = [*lexicon.common_words, *FILLERS, *SHORT_FORMS]
        self._tokenizer = Tokenizer(Speller(vocabulary, known).corrections)
        names = {concept.name for concept in lexicon.concepts} | BUILT_INS
        self._check_triggers(lexicon.protocols, names)

    def _compile(
        self, book: PhraseBook, phrases: Sequence[str], owners: dict[int, list[str]], name: str
    ) -> None:
        for phrase in phrases:
            try:
                for number in book.add(phrase):
                    owners[number].append(name)
            except PhraseFaultError as fault:
                self.faults.append(LexiconFault(name, str(fault)))

    def _check_triggers(self, protocols: Sequence[Protocol], known: set[str]) -> None:
        for protocol in protocols:
            for trigger in protocol.triggers:
                for group in (trigger.all_of, *trigger.any_of):
                    self.faults += [
                        LexiconFault(protocol.id, f"There is no concept '{name}'.")
                        for name in group
                        if name not in known
                    ]

    def hear(
        self, words: str, patient: PatientFacts = NOTHING_KNOWN, cursor: int | None = None
    ) -> Heard:
        """Everything heard in `words`.

        `cursor` is the place (characters) of the text cursor: the word that ends there is still
        being typed and is not spell-corrected. None means that every word is finished.
        """
        words = words[:LONGEST_WORDS]
        tokens, hits, scopes = self._read(words, cursor)
        said = facts_said(words)
        known = Known(patient, said)
        evidence = gather(hits, self._owners, scopes, known)
        prompts = []
        for protocol_id, met in self._protocols.met(evidence, known, self._alike(hits)):
            state = MatchState.RAISED if met.reason is None else MatchState.CHECK
            marks = _marks(met.tokens, tokens)
            because = tuple(words[mark.start : mark.end] for mark in marks)
            prompts.append(PromptMatch(protocol_id, state, because, marks, met.reason))
        prompts.sort(key=lambda match: match.state is not MatchState.RAISED)
        return Heard(tuple(prompts), self._topics.find(hits, tokens, scopes, words), said)

    def concepts_in(self, words: str) -> tuple[str, ...]:
        """The concepts said in `words`, with the reason in brackets where one is not simply now."""
        _, hits, scopes = self._read(words[:LONGEST_WORDS], None)
        evidence = gather(hits, self._owners, scopes, Known(NOTHING_KNOWN, Said()))
        return tuple(
            f"{name} ({said[0].reason.value})" if said[0].reason else name
            for name, said in sorted(evidence.items())
        )

    def _read(self, words: str, cursor: int | None) -> tuple[list[Token], list[PhraseHit], Scopes]:
        tokens = self._tokenizer.tokenize(words, cursor)
        return tokens, self._finder.find(tokens), Scopes(tokens)

    def _alike(self, hits: list[PhraseHit]) -> dict[str, frozenset[int]]:
        covered: dict[str, frozenset[int]] = {}
        for hit in hits:
            for protocol_id in self._lookalikes_of.get(hit.pattern, ()):
                covered[protocol_id] = covered.get(protocol_id, frozenset()) | set(hit.tokens)
        return covered


def _numbers() -> dict[int, list[str]]:
    return defaultdict(list)


def _marks(places: Indices, tokens: list[Token]) -> tuple[Mark, ...]:
    """Where the matched words stand; words side by side make one mark."""
    marks: list[Mark] = []
    last = -2
    for place in places:
        token = tokens[place]
        if marks and (place == last + 1 or token.start <= marks[-1].end):
            marks[-1] = Mark(marks[-1].start, max(token.end, marks[-1].end))
        else:
            marks.append(Mark(token.start, token.end))
        last = place
    return tuple(marks)
