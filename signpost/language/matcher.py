"""From the caller's words to protocols, topics and facts: a pure function of the whole text and the fields."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signpost.domain.caller import PatientFacts, Sex
from signpost.domain.concept import BUILT_IN_AGES, Concept, WordSet
from signpost.domain.protocol import Limits, Protocol, Trigger
from signpost.domain.topic import Topic
from signpost.language.finder import Finder, Indices, PhraseHit
from signpost.language.heard import CheckReason, Heard, Mark, MatchState, PromptMatch, Said
from signpost.language.phrases import PhraseBook, PhraseFault
from signpost.language.said import facts_said
from signpost.language.scope import Scopes
from signpost.language.spelling import Speller
from signpost.language.tokens import Token, tokenize
from signpost.language.topics import TopicFinder
from signpost.language.words import FILLERS, SHORT_FORMS

LONGEST_WORDS = 10_000
"""Characters of the caller's words that are listened to; a longer paste is cut there."""


@dataclass(frozen=True)
class Lexicon:
    """All that the matcher listens for. `common_words` are English words that are never corrected."""

    sets: Sequence[WordSet]
    concepts: Sequence[Concept]
    protocols: Sequence[Protocol]
    topics: Sequence[Topic]
    common_words: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a concept was said: the words, and why they may not be happening now (None: they are)."""

    tokens: Indices
    reason: CheckReason | None


@dataclass(frozen=True)
class LexiconFault:
    """A phrase or trigger that cannot be used: in which item, and why."""

    item: str
    sentence: str


_GRAVENESS = {None: 0, CheckReason.LIMITS: 1, CheckReason.WEAK: 1, CheckReason.NEGATED: 3}
"""Which evidence counts first: said outright, then soft mentions (2), then denials."""


class Matcher:
    """Compiled once from the content; `hear` answers on every keystroke."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.faults: list[LexiconFault] = []
        book = PhraseBook(
            {word_set.name: word_set.members for word_set in lexicon.sets},
            {concept.name: concept.phrases for concept in lexicon.concepts},
        )
        self._concepts_of: dict[int, list[str]] = defaultdict(list)
        self._masks_of: dict[int, list[str]] = defaultdict(list)
        self._lookalikes_of: dict[int, list[str]] = defaultdict(list)
        for concept in lexicon.concepts:
            self._compile(book, concept.phrases, self._concepts_of, concept.name)
            self._compile(book, concept.masks, self._masks_of, concept.name)
        for protocol in lexicon.protocols:
            self._compile(book, protocol.lookalikes, self._lookalikes_of, protocol.id)
        topic_patterns: dict[int, list[str]] = defaultdict(list)
        for topic in lexicon.topics:
            self._compile(book, topic.lay_terms, topic_patterns, topic.id)
        self._protocols = tuple(lexicon.protocols)
        self._known = {concept.name for concept in lexicon.concepts}
        self._topics = TopicFinder(book, topic_patterns)
        self._finder = Finder(book)
        vocabulary = book.words | {word for words in SHORT_FORMS.values() for word in words}
        self._speller = Speller(vocabulary, [*lexicon.common_words, *FILLERS, *SHORT_FORMS])
        self._check_triggers()

    def _compile(
        self, book: PhraseBook, phrases: Sequence[str], owners: dict[int, list[str]], name: str
    ) -> None:
        for phrase in phrases:
            try:
                for number in book.add(phrase):
                    owners[number].append(name)
            except PhraseFault as fault:
                self.faults.append(LexiconFault(name, str(fault)))

    def _check_triggers(self) -> None:
        for protocol in self._protocols:
            for trigger in protocol.triggers:
                for name in (
                    *trigger.all_of,
                    *(name for group in trigger.any_of for name in group),
                ):
                    if name not in self._known and not name.startswith("@"):
                        self.faults.append(
                            LexiconFault(protocol.id, f"There is no concept '{name}'.")
                        )

    def hear(
        self, words: str, patient: PatientFacts = PatientFacts(), cursor: int | None = None
    ) -> Heard:
        """Everything heard in `words`.

        `cursor` is the place (characters) of the text cursor: the word that ends there is still being typed and is
        not spell-corrected. None means that every word is finished.
        """
        words = words[:LONGEST_WORDS]
        tokens = tokenize(words, self._speller.corrections, cursor)
        scopes = Scopes(tokens)
        hits = self._finder.find(tokens)
        said = facts_said(words)
        evidence = self._evidence(hits, scopes)
        self._add_facts(evidence, patient, said)
        prompts = [
            match
            for protocol in self._protocols
            if (match := self._match(protocol, evidence, hits, patient, said, tokens, words))
            is not None
        ]
        prompts.sort(key=lambda match: match.state is not MatchState.RAISED)
        return Heard(tuple(prompts), self._topics.find(hits, tokens, scopes, words), said)

    def concepts_in(self, words: str) -> tuple[str, ...]:
        """The names of the concepts said in `words`, each with its reason in brackets where it is not simply now."""
        tokens = tokenize(words[:LONGEST_WORDS], self._speller.corrections)
        evidence = self._evidence(self._finder.find(tokens), Scopes(tokens))
        return tuple(
            f"{name} ({said[0].reason.value})" if said[0].reason else name
            for name, said in sorted(evidence.items())
        )

    def _evidence(self, hits: list[PhraseHit], scopes: Scopes) -> dict[str, list[Evidence]]:
        masked: dict[str, set[int]] = defaultdict(set)
        for hit in hits:
            for name in self._masks_of.get(hit.pattern, ()):
                masked[name].update(hit.tokens)
        found: dict[str, list[Evidence]] = defaultdict(list)
        reasons: dict[Indices, CheckReason | None] = {}
        for hit in hits:
            for name in self._concepts_of.get(hit.pattern, ()):
                if masked and name in masked and not masked[name].isdisjoint(hit.tokens):
                    continue
                if hit.tokens not in reasons:
                    reasons[hit.tokens] = scopes.reason_for(hit.tokens)
                found[name].append(Evidence(hit.tokens, reasons[hit.tokens]))
        return {name: [min(said, key=_graveness)] for name, said in found.items()}

    def _add_facts(
        self, evidence: dict[str, list[Evidence]], patient: PatientFacts, said: Said
    ) -> None:
        for name, (low, high) in BUILT_IN_AGES.items():
            self._add_fact(
                evidence,
                name,
                _within(patient.age_years, low, high),
                _within(said.age_years, low, high),
            )
        for name, sex in (("@female", Sex.FEMALE), ("@male", Sex.MALE)):
            self._add_fact(
                evidence,
                name,
                None if patient.sex is None else patient.sex is sex,
                None if said.sex is None else said.sex is sex,
            )
        self._add_fact(evidence, "@pregnant", patient.pregnant, said.pregnant)

    @staticmethod
    def _add_fact(
        evidence: dict[str, list[Evidence]], name: str, typed: bool | None, said: bool | None
    ) -> None:
        if typed or (typed is None and said):
            evidence[name] = [Evidence((), None)]
        elif typed is False and said:
            evidence[name] = [Evidence((), CheckReason.LIMITS)]

    def _match(
        self,
        protocol: Protocol,
        evidence: dict[str, list[Evidence]],
        hits: list[PhraseHit],
        patient: PatientFacts,
        said: Said,
        tokens: list[Token],
        words: str,
    ) -> PromptMatch | None:
        """The strongest match of the protocol's triggers; None when none is said."""
        best: tuple[int, CheckReason | None, Indices] | None = None
        alike: set[int] | None = None
        for trigger in protocol.triggers:
            chosen = _said_together(trigger, evidence)
            if chosen is None:
                continue
            if alike is None:
                alike = self._alike(protocol.id, hits)
            reason = self._reason(trigger, chosen, protocol.limits, patient, said, alike)
            grave = _GRAVENESS.get(reason, 2)
            if best is None or grave < best[0]:
                best = (
                    grave,
                    reason,
                    tuple(sorted({place for item in chosen for place in item.tokens})),
                )
        if best is None or not best[2]:
            return None
        marks = _marks(best[2], tokens)
        because = tuple(words[mark.start : mark.end] for mark in marks)
        state = MatchState.RAISED if best[1] is None else MatchState.CHECK
        return PromptMatch(protocol.id, state, because, marks, best[1])

    def _alike(self, protocol_id: str, hits: list[PhraseHit]) -> set[int]:
        return {
            place
            for hit in hits
            if protocol_id in self._lookalikes_of.get(hit.pattern, ())
            for place in hit.tokens
        }

    @staticmethod
    def _reason(
        trigger: Trigger,
        chosen: list[Evidence],
        limits: Limits,
        patient: PatientFacts,
        said: Said,
        alike: set[int],
    ) -> CheckReason | None:
        reasons = [item.reason for item in chosen if item.reason is not None]
        if reasons:
            return max(reasons, key=lambda reason: _GRAVENESS.get(reason, 2))
        if any(item.tokens and not alike.isdisjoint(item.tokens) for item in chosen):
            return CheckReason.FIGURATIVE
        if not (_meets(trigger.limits, patient, said) and _meets(limits, patient, said)):
            return CheckReason.LIMITS
        return CheckReason.WEAK if trigger.weak else None


def _graveness(item: Evidence) -> int:
    return _GRAVENESS.get(item.reason, 2)


def _said_together(trigger: Trigger, evidence: dict[str, list[Evidence]]) -> list[Evidence] | None:
    """The evidence for every part of the trigger; None when a part is not said at all."""
    chosen: list[Evidence] = []
    for name in trigger.all_of:
        if name not in evidence:
            return None
        chosen.append(evidence[name][0])
    for group in trigger.any_of:
        found = [evidence[name][0] for name in group if name in evidence]
        if not found:
            return None
        chosen.append(min(found, key=_graveness))
    return chosen or None


def _within(age: float | None, low: float, high: float) -> bool | None:
    return None if age is None else low <= age < high


def _meets(limits: Limits, patient: PatientFacts, said: Said) -> bool:
    """False only when something known contradicts the limits; what is unknown never does."""
    age = patient.age_years if patient.age_years is not None else said.age_years
    sex = patient.sex or said.sex
    pregnant = patient.pregnant if patient.pregnant is not None else said.pregnant
    too_young = age is not None and limits.age_min_years is not None and age < limits.age_min_years
    too_old = age is not None and limits.age_max_years is not None and age >= limits.age_max_years
    other_sex = sex is not None and limits.sex is not None and sex is not limits.sex
    other_pregnant = (
        pregnant is not None and limits.pregnant is not None and pregnant is not limits.pregnant
    )
    return not (too_young or too_old or other_sex or other_pregnant)


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
