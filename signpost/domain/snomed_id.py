"""SNOMED CT identifiers: whether one is well formed, not whether it is active or fits."""

_SHORTEST, _LONGEST = 6, 18
_CONCEPT_PARTITIONS = {"00", "10"}
_TURN = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
_SHUFFLE = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def is_concept_id(typed: str) -> bool:
    """Whether this is a concept's identifier with the right Verhoeff check digit. Ids are text."""
    if not (typed.isascii() and typed.isdigit() and _SHORTEST <= len(typed) <= _LONGEST):
        return False
    return typed[0] != "0" and typed[-3:-1] in _CONCEPT_PARTITIONS and _verhoeff(typed) == 0


def _verhoeff(digits: str) -> int:
    check = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit)
        for _ in range(place % 8):
            value = _SHUFFLE[value]
        check = _TURN[check][value]
    return check
