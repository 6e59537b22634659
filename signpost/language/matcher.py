"""From the caller's words to protocols, topics and facts: a pure function of text and fields."""

from collections.abc import Sequence

from signpost.domain.caller import NOTHING_KNOWN, PatientFacts
from signpost.domain.protocol import Protocol
from signpost.language.compiled import Compiled
from signpost.language.evidence import Known, gather
from signpost.language.finder import Finder, Indices, PhraseHit, running_costs
from signpost.language.heard import Heard, Mark, MatchState, PromptMatch, Said
from signpost.language.said import Spoken, spoken_of
from signpost.language.scope import Scopes
from signpost.language.spelling import Speller
from signpost.language.stems import remember
from signpost.language.tokens import Token, Tokenizer
from signpost.language.topics import TopicFinder
from signpost.language.triggers import Reading, TriggerIndex

LONGEST_WORDS = 10_000
"""Characters of the caller's words that are listened to; a longer paste is cut there."""


class Matcher:
    """Compiled once from the content; `hear` answers on every keystroke."""

    def __init__(self, compiled: Compiled, protocols: Sequence[Protocol]) -> None:
        remember(compiled.stems)
        self._compiled = compiled
        self._protocols = TriggerIndex(protocols)
        self._topics = TopicFinder(compiled)
        self._finder = Finder(compiled)
        self._tokenizer = Tokenizer(Speller(compiled.spelling).corrections)
        # While a word begins, the screen asks about the same words before it again and again.
        self._last: tuple[tuple[str, PatientFacts, int | None], Heard] | None = None

    def hear(
        self, words: str, patient: PatientFacts = NOTHING_KNOWN, cursor: int | None = None
    ) -> Heard:
        """Everything heard in `words`.

        `cursor` is the place (characters) of the text cursor: the word that ends there is still
        being typed and is not spell-corrected. None means that every word is finished.
        """
        question = (words[:LONGEST_WORDS], patient, cursor)
        if self._last is None or self._last[0] != question:
            self._last = question, self._hear(*question)
        return self._last[1]

    def _hear(self, words: str, patient: PatientFacts, cursor: int | None) -> Heard:
        tokens, costs, hits, scopes = self._read(words, cursor)
        spoken = spoken_of(words, tokens, scopes)
        known = Known(patient, spoken)
        evidence = gather(hits, self._compiled, scopes, known)
        reading = Reading(evidence, known, costs)
        prompts = []
        for protocol_id, met in self._protocols.met(reading, self._alike(hits)):
            state = MatchState.RAISED if met.reason is None else MatchState.CHECK
            marks = _marks(met.tokens, tokens)
            because = tuple(words[mark.start : mark.end] for mark in marks)
            prompts.append(PromptMatch(protocol_id, state, because, marks, met.reason))
        prompts.sort(key=lambda match: match.state is not MatchState.RAISED)
        return Heard(tuple(prompts), self._topics.find(hits, tokens, scopes, words), spoken.offered)

    def concepts_in(self, words: str) -> tuple[str, ...]:
        """The concepts said in `words`, with the reason in brackets where one is not simply now."""
        _, _, hits, scopes = self._read(words[:LONGEST_WORDS], None)
        evidence = gather(hits, self._compiled, scopes, Known(NOTHING_KNOWN, Spoken(Said())))
        return tuple(
            f"{name} ({said[0].reason.value})" if said[0].reason else name
            for name, said in sorted(evidence.items())
        )

    def _read(
        self, words: str, cursor: int | None
    ) -> tuple[list[Token], list[int], list[PhraseHit], Scopes]:
        tokens = self._tokenizer.tokenize(words, cursor)
        costs = running_costs(tokens)
        return tokens, costs, self._finder.find(tokens, costs), Scopes(tokens)

    def _alike(self, hits: list[PhraseHit]) -> dict[str, frozenset[int]]:
        covered: dict[str, frozenset[int]] = {}
        for hit in hits:
            for protocol_id in self._compiled.lookalikes.get(hit.pattern, ()):
                covered[protocol_id] = covered.get(protocol_id, frozenset()) | set(hit.tokens)
        return covered


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
