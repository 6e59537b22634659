"""A concept: one thing callers say, in all its wordings, shared between protocols and topics."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Concept:
    """`phrases` are its wordings; `masks` contain one of them and mean something else.

    `hints` are wordings that prove little by themselves: alone they ask, with another sign they
    count. `past_counts` marks what stays true once it has happened (a transplant, a journey, an
    operation): mentioned as past it still counts as said.
    """

    name: str
    title: str
    phrases: tuple[str, ...]
    masks: tuple[str, ...] = ()
    past_counts: bool = False
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordSet:
    """A named set of interchangeable words, written `[name]` in a phrase."""

    name: str
    members: tuple[str, ...]


BUILT_IN_AGES: dict[str, tuple[float, float]] = {
    "@under_28_days": (0, 28 / 365.25),
    "@under_3_months": (0, 0.25),
    "@under_6_months": (0, 0.5),
    "@under_1": (0, 1),
    "@under_5": (0, 5),
    "@child": (0, 16),
    "@under_18": (0, 18),
    "@adult": (16, 200),
    "@over_40": (40, 200),
    "@over_50": (50, 200),
    "@over_60": (60, 200),
    "@over_65": (65, 200),
}
"""Built-in concepts of age: from (included) to (not included), in years."""

BUILT_INS = frozenset(BUILT_IN_AGES) | {"@female", "@male", "@pregnant"}
