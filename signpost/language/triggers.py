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
        self, said: SaidConcepts, known: Known, alike: Mapping[str, frozenset[int]]
    ) -> list[tuple[str, TriggerMatch]]:
        """The strongest match of each protocol that is said, by the protocol's id.

        `alike` are the tokens of each protocol's look-alikes: what they cover asks instead of
        raising.
        """
        best: dict[str, TriggerMatch] = {}
        for name in said:
            for protocol, trigger in self._by_concept.get(name, ()):
                so_far = best.get(protocol.id)
                if so_far is not None and so_far.reason is None:
                    continue
                match = _match(protocol, trigger, said, known, alike.get(protocol.id, frozenset()))
                if match is not None and (
                    so_far is None or softness(match.reason) < softness(so_far.reason)
                ):
                    best[protocol.id] = match
        return sorted(best.items(), key=lambda item: self._order[item[0]])


def _needed(trigger: Trigger) -> Sequence[str]:
    """Concepts one of which must be said: the last of `all_of`, or any of the first group."""
    named = [name for name in trigger.all_of if not name.startswith("@")]
    if named:
        return named[-1:]
    return trigger.any_of[0] if trigger.any_of else trigger.all_of[:1]


def _match(
    protocol: Protocol,
    trigger: Trigger,
    said: SaidConcepts,
    known: Known,
    alike: frozenset[int],
) -> TriggerMatch | None:
    chosen = _said_together(trigger, said, alike)
    if not any(item.tokens for item in chosen):
        return None
    reason = _reason(trigger, protocol, chosen, known, alike)
    telling = [item for item in chosen if item.reason is reason and item.tokens] or chosen
    return TriggerMatch(tuple(sorted({p for item in telling for p in item.tokens})), reason)


def _said_together(trigger: Trigger, said: SaidConcepts, alike: frozenset[int]) -> list[Evidence]:
    """The evidence for every part of the trigger; empty when a part is not said at all."""
    if not all(name in said for name in trigger.all_of):
        return []
    chosen = [_best(said[name], alike) for name in trigger.all_of]
    for group in trigger.any_of:
        found = [item for name in group if name in said for item in said[name]]
        if not found:
            return []
        chosen.append(_best(found, alike))
    return chosen


def _best(found: Sequence[Evidence], alike: frozenset[int]) -> Evidence:
    if len(found) == 1:
        return found[0]
    return min(found, key=lambda item: (softness(item.reason), not alike.isdisjoint(item.tokens)))


def _reason(
    trigger: Trigger,
    protocol: Protocol,
    chosen: list[Evidence],
    known: Known,
    alike: frozenset[int],
) -> CheckReason | None:
    reasons = [item.reason for item in chosen if item.reason is not None]
    if reasons:
        return max(reasons, key=softness)
    if any(not alike.isdisjoint(item.tokens) for item in chosen):
        return CheckReason.FIGURATIVE
    if not (known.meets(trigger.limits) and known.meets(protocol.limits)):
        return CheckReason.LIMITS
    return CheckReason.WEAK if trigger.weak else None
