"""How a protocol reads, wherever it is shown: when a row applies, and how grave its level looks."""

from enum import StrEnum

from signpost.domain.protocol import Level, Protocol, Row


class Tone(StrEnum):
    """The three looks of a level; its words always stand beside the colour."""

    GRAVE = "grave"
    CAUTION = "caution"
    SOON = "soon"


_GRAVE = {Level.NOW_999, Level.AE_NOW, Level.SPECIALIST_LINE_NOW}


def tone(level: Level) -> Tone:
    """The look of a level."""
    if level in _GRAVE:
        return Tone.GRAVE
    return Tone.SOON if level is Level.CLINICIAN_SOON else Tone.CAUTION


def condition(protocol: Protocol, row: Row) -> str:
    """When a row applies, by the numbers of its questions."""
    if row.is_otherwise:
        return "Otherwise (every answer No)"
    numbers = [
        str(index + 1) for index, item in enumerate(protocol.questions) if item.id in row.when
    ]
    if row.needs_all and len(numbers) > 1:
        return f"Yes or don't know to {_listed(numbers, 'and')}"
    if len(numbers) == len(protocol.questions):
        return "Any yes or don't know"
    return f"Yes or don't know to {_listed(numbers, 'or')}"


def _listed(numbers: list[str], word: str) -> str:
    if len(numbers) == 1:
        return numbers[0]
    return ", ".join(numbers[:-1]) + f" {word} {numbers[-1]}"
