"""Whether a protocol's triggers are met by what was said: raised, a check line, or nothing."""

from dataclasses import dataclass

from signpost.domain.protocol import Protocol, Trigger
from signpost.language.evidence import Evidence, Known, SaidConcepts, softness
from signpost.language.finder import Indices
from signpost.language.heard import CheckReason


@dataclass(frozen=True, slots=True)
class TriggerMatch:
    """The strongest trigger met: the tokens that met it, and why it only asks (None: it raises)."""

    tokens: Indices
    reason: CheckReason | None


def strongest(
    protocol: Protocol, said: SaidConcepts, known: Known, alike: frozenset[int]
) -> TriggerMatch | None:
    """The strongest match of the protocol's triggers; None when none is said.

    `alike` are the tokens of the protocol's look-alikes: what they cover asks instead of raising.
    """
    best: TriggerMatch | None = None
    for trigger in protocol.triggers:
        chosen = _said_together(trigger, said, alike)
        if chosen is None:
            continue
        reason = _reason(trigger, protocol, chosen, known, alike)
        if best is None or softness(reason) < softness(best.reason):
            tokens = {place for item in chosen for place in item.tokens}
            best = TriggerMatch(tuple(sorted(tokens)), reason) if tokens else best
        if best is not None and best.reason is None:
            break
    return best


def _said_together(
    trigger: Trigger, said: SaidConcepts, alike: frozenset[int]
) -> list[Evidence] | None:
    """The evidence for every part of the trigger; None when a part is not said at all."""
    chosen: list[Evidence] = []
    for group in (*((name,) for name in trigger.all_of), *trigger.any_of):
        found = [item for name in group for item in said.get(name, ())]
        if not found:
            return None
        chosen.append(
            min(found, key=lambda item: (softness(item.reason), not alike.isdisjoint(item.tokens)))
        )
    return chosen or None


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
