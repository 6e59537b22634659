"""Places in one order in which neighbours mostly stand together (Morton's), so that what is near
any point stands in a few stretches of that order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians

from signpost.domain.place import EARTH_RADIUS_MILES, Position

FINEST = 20
"""Halvings of the world: cells of some twenty metres."""
NOWHERE = -1
"""The code of what has no position: before all others."""

_MILES_A_DEGREE = radians(1) * EARTH_RADIUS_MILES
_SPREAD = (
    (16, 0x0000FFFF0000FFFF),
    (8, 0x00FF00FF00FF00FF),
    (4, 0x0F0F0F0F0F0F0F0F),
    (2, 0x3333333333333333),
    (1, 0x5555555555555555),
)

Stretch = tuple[int, int]
"""From a code up to, not including, another."""


@dataclass(frozen=True)
class Block:
    """Four cells around a point: their stretches, and the miles around it that they surely hold."""

    stretches: tuple[Stretch, ...]
    miles: float


def code_of(position: Position | None) -> int:
    """Where a position stands in the order; NOWHERE for none."""
    if position is None:
        return NOWHERE
    return _woven(*_cell(position, FINEST))


def block_around(position: Position, level: int) -> Block:
    """The four cells of a level (0: the whole world) nearest to a point."""
    if level == 0:
        return Block(((0, 1 << (2 * FINEST)),), float("inf"))
    across, up = _share(position)
    cells = 1 << level
    first_x, first_y = round(across * cells) - 1, round(up * cells) - 1
    codes = sorted(
        _woven(x, y)
        for x in (first_x, first_x + 1)
        for y in (first_y, first_y + 1)
        if 0 <= x < cells and 0 <= y < cells
    )
    inside_x = min(across - first_x / cells, (first_x + 2) / cells - across) * 360
    inside_y = min(up - first_y / cells, (first_y + 2) / cells - up) * 180
    narrowest = cos(radians(min(89.0, abs(position.latitude) + 180 / cells)))
    miles = min(inside_y, inside_x * narrowest) * _MILES_A_DEGREE
    return Block(tuple(_joined(codes, level)), miles)


def _joined(codes: list[int], level: int) -> Iterator[Stretch]:
    """The cells' stretches of finest codes; those that touch are one."""
    shift = 2 * (FINEST - level)
    start = end = codes[0]
    for code in codes[1:]:
        if code != end + 1:
            yield (start << shift, (end + 1) << shift)
            start = code
        end = code
    yield (start << shift, (end + 1) << shift)


def _share(position: Position) -> tuple[float, float]:
    """How far across and up the map, from 0 to below 1."""
    across, up = (position.longitude + 180) / 360, (position.latitude + 90) / 180
    return min(max(across, 0.0), 1 - 1e-12), min(max(up, 0.0), 1 - 1e-12)


def _cell(position: Position, level: int) -> tuple[int, int]:
    across, up = _share(position)
    return int(across * (1 << level)), int(up * (1 << level))


def _woven(x: int, y: int) -> int:
    return _spread(x) | _spread(y) << 1


def _spread(bits: int) -> int:
    """Each bit with an empty one before it."""
    for shift, mask in _SPREAD:
        bits = (bits | bits << shift) & mask
    return bits
