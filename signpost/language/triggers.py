"""Whether a protocol's triggers are met by what was said: raised, a check line, or nothing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signpost.domain.protocol import Protocol, Trigger
from signpost.language.evidence import Evidence, Known, SaidConcepts, softness
from signpost.language.finder import Indices
from signpost.language.heard import CheckReason


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """The strongest trigger met, and why it only asks (None: it raises).

    `tokens` are those that met it; where some were denied, past or the like, only those.
    """

    tokens: Indices
    reason: CheckReason | None


_FURTHEST_APART = 12
"""Words that matter between two parts of a trigger; said further apart it only asks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as far as it is understood: concepts said, facts known, and for each token the
    running count of words that matter."""

    said: SaidConcepts
    known: Known
    costs: Sequence[int]


class TriggerIndex:
    """Every trigger, by a concept without which it cannot be met."""

    def __init__(self, protocols: Sequence[Protocol]) -> None:
        self._order = {protocol.id: place for place, protocol in enumerate(protocols)}
        self._by_concept: dict[str, list[tuple[Protocol, Trigger]]] = defaultdict(list)
        for protocol in protocols:
            for trigger in protocol.triggers:
                for name in _needed(trigger):
                    self._by_concept[name].append((protocol, trigger))

    def met(
        self, reading: Reading, alike: Mapping[str, frozenset[int]]
    ) -> list[tuple[str, TriggerMatch]]:
        """The strongest match of each protocol that is said, by the protocol's id.

        `alike` are the tokens of each protocol's look-alikes: what they cover asks instead of
        raising.
        """
        best: dict[str, TriggerMatch] = {}
        for name in reading.said:
            for protocol, trigger in self._by_concept.get(name, ()):
                so_far = best.get(protocol.id)
                if so_far is not None and so_far.reason is None:
                    continue
                match = _match(protocol, trigger, reading, alike.get(protocol.id, frozenset()))
                if match is not None:
                    best[protocol.id] = match if so_far is None else _stronger(so_far, match)
        return sorted(best.items(), key=lambda item: self._order[item[0]])


def _stronger(one: TriggerMatch, other: TriggerMatch) -> TriggerMatch:
    """The more outright of two; two hints in different words make a raise."""
    hints = one.reason is other.reason is CheckReason.HINT
    if hints and set(one.tokens).isdisjoint(other.tokens):
        return TriggerMatch(tuple(sorted({*one.tokens, *other.tokens})), None)
    return other if softness(other.reason) < softness(one.reason) else one


def _needed(trigger: Trigger) -> Sequence[str]:
    """Concepts one of which must be said: the last of `all_of`, or any of the first group."""
    named = [name for name in trigger.all_of if not name.startswith("@")]
    if named:
        return named[-1:]
    return trigger.any_of[0] if trigger.any_of else trigger.all_of[:1]


def _match(
    protocol: Protocol, trigger: Trigger, reading: Reading, alike: frozenset[int]
) -> TriggerMatch | None:
    chosen = _said_together(trigger, reading, alike)
    if not any(item.tokens for item in chosen):
        return None
    reason = _reason(trigger, protocol, chosen, reading.known, alike)
    if reason is None and _spread(chosen, reading.costs) > _FURTHEST_APART:
        reason = CheckReason.WEAK
    if reason is CheckReason.HINT and _hinted_twice(trigger, chosen, reading):
        reason = None
    telling = [item for item in chosen if item.reason is reason and item.tokens] or chosen
    return TriggerMatch(tuple(sorted({p for item in telling for p in item.tokens})), reason)


def _said_together(trigger: Trigger, reading: Reading, alike: frozenset[int]) -> list[Evidence]:
    """The evidence for every part of the trigger, as outright and as close together as it was said;
    empty when a part is not said at all."""
    said, costs = reading.said, reading.costs
    names = said.keys()
    if not all(name in said for name in trigger.all_of) or any(
        map(names.isdisjoint, trigger.any_of)
    ):
        return []
    groups = [(name,) for name in trigger.all_of] + list(trigger.any_of)
    parts = [[item for name in group for item in said.get(name, ())] for group in groups]
    anchors, *others = [_most_outright(part, alike) for part in parts]
    ways = [[anchor, *(_closest(part, anchor, costs) for part in others)] for anchor in anchors]
    return ways[0] if len(ways) == 1 else min(ways, key=lambda way: _spread(way, costs))


def _most_outright(part: list[Evidence], alike: frozenset[int]) -> list[Evidence]:
    if len(part) == 1:
        return part
    ranks = [(softness(item.reason), not alike.isdisjoint(item.tokens)) for item in part]
    best = min(ranks)
    return [item for item, rank in zip(part, ranks, strict=True) if rank == best]


def _closest(part: list[Evidence], anchor: Evidence, costs: Sequence[int]) -> Evidence:
    if len(part) == 1 or not anchor.tokens:
        return part[0]
    first, last = costs[anchor.tokens[0]], costs[anchor.tokens[-1]]

    def words_between(item: Evidence) -> int:
        if not item.tokens:
            return 0
        return max(0, costs[item.tokens[0]] - last, first - costs[item.tokens[-1]])

    return min(part, key=words_between)


def _spread(chosen: list[Evidence], costs: Sequence[int]) -> int:
    """Words that matter between the pieces of evidence furthest apart."""
    spans = [(costs[item.tokens[0]], costs[item.tokens[-1]]) for item in chosen if item.tokens]
    return max(0, max(first for first, _ in spans) - min(last for _, last in spans)) if spans else 0


def _reason(
    trigger: Trigger,
    protocol: Protocol,
    chosen: list[Evidence],
    known: Known,
    alike: frozenset[int],
) -> CheckReason | None:
    reasons = {item.reason for item in chosen if item.tokens} - {None, CheckReason.HINT}
    reasons |= {item.reason for item in chosen if not item.tokens} - {None}
    if reasons:
        return max(sorted(reason for reason in reasons if reason), key=softness)
    if any(not alike.isdisjoint(item.tokens) for item in chosen):
        return CheckReason.FIGURATIVE
    if not (known.meets(trigger.limits) and known.meets(protocol.limits)):
        return CheckReason.LIMITS
    if _only_hinted(chosen):
        return CheckReason.HINT
    return CheckReason.WEAK if trigger.weak else None


def _hinted_twice(trigger: Trigger, chosen: list[Evidence], reading: Reading) -> bool:
    """Whether another hint of the trigger's own concepts stands in words of its own."""
    words = {place for item in chosen for place in item.tokens}
    return any(
        item.reason is CheckReason.HINT and words.isdisjoint(item.tokens)
        for name in trigger.all_of
        for item in reading.said[name]
    )


def _only_hinted(chosen: list[Evidence]) -> bool:
    """Whether hints stand alone: nothing is said outright in other words than theirs."""
    hinted = {place for item in chosen if item.reason is CheckReason.HINT for place in item.tokens}
    outright = [item for item in chosen if item.reason is None and item.tokens]
    return bool(hinted) and all(hinted.issuperset(item.tokens) for item in outright)
