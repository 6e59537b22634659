"""Ranks the topics that a text names: the rarer and the more of a caller's words a topic covers,
the higher it stands."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection

from signpost.language.compiled import Compiled
from signpost.language.finder import Indices, PhraseHit
from signpost.language.heard import CheckReason, Mark, TopicMatch
from signpost.language.scope import Scopes
from signpost.language.tokens import Token

_MOST_TOPICS = 8
_REASON_WEIGHT = {
    None: 1.0,
    CheckReason.ADMIN: 1.0,
    CheckReason.PAST: 0.5,
    CheckReason.NEGATED: 0.0,
}
_OTHER_REASON = 0.4
_COVERED = 0.25
_FURTHER_MENTION = 0.3


class TopicFinder:
    """Scores topics by the phrases found for them."""

    def __init__(self, compiled: Compiled) -> None:
        self._topics_of = compiled.topics
        self._weights = _weights(compiled)

    def find(
        self, hits: list[PhraseHit], tokens: list[Token], scopes: Scopes, words: str
    ) -> tuple[TopicMatch, ...]:
        """Topics named by these hits, best first; equal scores in the order of their first word."""
        named: dict[Indices, list[str]] = defaultdict(list)
        for hit in hits:
            if hit.pattern in self._topics_of:
                named[hit.tokens] += self._topics_of[hit.pattern]
        covered = _covered(named)
        scored: dict[str, dict[Indices, float]] = defaultdict(dict)
        for matched, topics in named.items():
            weight = self._score(matched, tokens) * _REASON_WEIGHT.get(
                scopes.reason_for(matched), _OTHER_REASON
            )
            if matched in covered:
                weight *= _COVERED
            if weight > 0:
                for topic in topics:
                    scored[topic][matched] = weight
        matches = [_topic_match(topic, found, tokens, words) for topic, found in scored.items()]
        matches.sort(key=lambda match: (-match.score, match.marks[0].start, match.topic_id))
        return tuple(matches[:_MOST_TOPICS])

    def _score(self, matched: Indices, tokens: list[Token]) -> float:
        return sum(
            max([self._weights.get(form, 0.4) for form in tokens[place].forms], default=0.4)
            for place in matched
        )


def _covered(named: Collection[Indices]) -> set[Indices]:
    """Those whose words are all among the words of a longer one."""
    by_token: dict[int, list[frozenset[int]]] = defaultdict(list)
    for places in map(frozenset, named):
        for place in places:
            by_token[place].append(places)
    return {
        matched for matched in named if any(map(frozenset(matched).__lt__, by_token[matched[0]]))
    }


def _weights(compiled: Compiled) -> dict[str, float]:
    """How telling a stem is: large when few topics use it."""
    by_topic: dict[str, set[int]] = defaultdict(set)
    for number, topics in compiled.topics.items():
        for side in compiled.patterns[number]:
            elements = {element for chain in compiled.chains[side] for element in chain}
            for topic in topics:
                by_topic[topic] |= elements
    used: Counter[str] = Counter()
    for elements in by_topic.values():
        used.update({form for element in elements for form in compiled.elements[element]})
    return {form.lstrip("="): math.log(1 + len(by_topic) / count) for form, count in used.items()}


def _topic_match(
    topic: str, found: dict[Indices, float], tokens: list[Token], words: str
) -> TopicMatch:
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    score = ranked[0][1] + _FURTHER_MENTION * sum(weight for _, weight in ranked[1:3])
    places = ranked[0][0]
    mark = Mark(tokens[places[0]].start, max(tokens[place].end for place in places))
    return TopicMatch(topic, score, (words[mark.start : mark.end],), (mark,))
