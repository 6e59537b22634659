"""Whatever is near a point is found in the few stretches of codes around it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.place import Position, miles_between
from signpost.storage.search.map_cells import FINEST, NOWHERE, block_around, code_of

POSITIONS = st.builds(Position, st.floats(-85, 85), st.floats(-179, 179))
ENGLAND = st.builds(Position, st.floats(49.9, 55.8), st.floats(-6.4, 1.8))


@given(ENGLAND, st.floats(-1, 1), st.floats(-1, 1), st.integers(0, FINEST))
def test_all_within_the_promised_miles_lies_in_the_block(
    here: Position, north: float, east: float, level: int
) -> None:
    block = block_around(here, level)
    reach = min(block.miles, 5_000) / 69
    there = Position(
        max(-90.0, min(90.0, here.latitude + north * reach)),
        max(-180.0, min(180.0, here.longitude + east * reach)),
    )
    if miles_between(here, there) < block.miles:
        code = code_of(there)
        assert any(start <= code < end for start, end in block.stretches)


@given(POSITIONS, st.integers(1, FINEST))
def test_the_stretches_of_a_block_are_few_and_apart(here: Position, level: int) -> None:
    stretches = block_around(here, level).stretches
    assert 1 <= len(stretches) <= 4
    assert all(start < end for start, end in stretches)
    assert all(one[1] < two[0] for one, two in pairwise(stretches))


@given(ENGLAND, st.integers(1, 12))
def test_a_coarser_block_promises_more_miles(here: Position, level: int) -> None:
    assert block_around(here, level - 1).miles > 0
    assert block_around(here, level).miles > 0


def test_no_position_comes_before_every_other() -> None:
    assert code_of(None) == NOWHERE < code_of(Position(-90, -180))
