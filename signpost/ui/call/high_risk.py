"""Which protocols have a one-key button, and what callers would call them."""

from collections.abc import Mapping

from signpost.domain.protocol import Protocol

_BUTTONS: tuple[tuple[str, str], ...] = (
    ("RF02", "Chest pain"),
    ("RF12", "Face, arm or speech"),
    ("RF03", "Breathing"),
    ("RF11", "Allergic swelling"),
    ("RF21", "Very unwell, infection"),
    ("RF32", "Bleeding"),
    ("RF59", "Ending their life"),
    ("RF71", "Rash not fading"),
)


def high_risk(protocols: Mapping[str, Protocol]) -> tuple[tuple[str, str], ...]:
    """(protocol id, words on the button), in the fixed order; what the content lacks is
    left out.
    """
    return tuple((its_id, words) for its_id, words in _BUTTONS if its_id in protocols)
