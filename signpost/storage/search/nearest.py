"""What is nearest to a point, in order: first in a small part of the map, then in ever larger ones,
for as long as somebody wants more.
"""

from collections.abc import Iterator

from signpost.domain.place import Position, miles_between
from signpost.storage.search.index_reader import Asked, Found, IndexReader
from signpost.storage.search.map_cells import block_around

FEW = 200
"""So many in all are read at once."""
CROWDED = 400
"""A cell with more than this is looked at in smaller ones first."""
MOST_AT_ONCE = 4_000
FIRST_LEVEL = 12
"""Cells of some three miles."""
FINEST_LEVEL = 17

_NO_END = (1 << 62) - 1


def nearest(reader: IndexReader, asked: Asked, origin: Position | None) -> Iterator[list[Found]]:
    """What has a position, in groups: each group is nearer than the next, and nearest first."""
    state = reader.state
    strays = [each for each in asked(state.ordered + 1, _NO_END, MOST_AT_ONCE) if _is_placed(each)]
    first = asked(state.placeless + 1, state.ordered, FEW + 1)
    if len(first) <= FEW:
        yield _in_order(origin, first + strays)
    elif origin is None:
        yield from _without_origin(reader, asked, first, strays)
    else:
        yield from _outwards(reader, asked, origin, strays)


def placeless(reader: IndexReader, asked: Asked, most: int) -> list[Found]:
    """What has no position."""
    state = reader.state
    strays = asked(state.ordered + 1, _NO_END, MOST_AT_ONCE)
    return [
        *asked(1, state.placeless, most),
        *(each for each in strays if not _is_placed(each)),
    ]


def _outwards(
    reader: IndexReader, asked: Asked, origin: Position, strays: list[Found]
) -> Iterator[list[Found]]:
    level = _level_to_begin(reader, asked, origin)
    given: set[int] = set()
    while True:
        block = block_around(origin, level)
        found = list(strays)
        for stretch in block.stretches:
            documents = reader.documents_in(stretch)
            if documents is not None:
                found += asked(*documents, MOST_AT_ONCE)
        fresh = [each for each in found if each.document not in given]
        inside = [each for each in fresh if _miles(origin, each) <= block.miles]
        given.update(each.document for each in inside)
        if inside:
            yield _in_order(origin, inside)
        if level == 0:
            return
        level -= 1


def _level_to_begin(reader: IndexReader, asked: Asked, origin: Position) -> int:
    """The coarsest level, from the usual one on, whose cells around the origin are not crowded."""
    level = FIRST_LEVEL
    while level < FINEST_LEVEL and _is_crowded(reader, asked, origin, level):
        level += 1
    return level


def _is_crowded(reader: IndexReader, asked: Asked, origin: Position, level: int) -> bool:
    for stretch in block_around(origin, level).stretches:
        documents = reader.documents_in(stretch)
        if documents is not None and len(asked(*documents, CROWDED)) >= CROWDED:
            return True
    return False


def _without_origin(
    reader: IndexReader, asked: Asked, first: list[Found], strays: list[Found]
) -> Iterator[list[Found]]:
    """Page by page, as they stand."""
    page = first + strays
    while page:
        yield page
        ordered = [each.document for each in page if each.document <= reader.state.ordered]
        page = asked(max(ordered) + 1, reader.state.ordered, FEW) if ordered else []


def _in_order(origin: Position | None, found: list[Found]) -> list[Found]:
    if origin is None:
        return found
    return sorted(found, key=lambda each: (_miles(origin, each), each.number))


def _is_placed(found: Found) -> bool:
    return found.latitude is not None


def _miles(origin: Position, found: Found) -> float:
    if found.latitude is None or found.longitude is None:
        return float("inf")
    return miles_between(origin, Position(found.latitude, found.longitude))
