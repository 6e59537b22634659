"""Breakdowns: the largest parts, all others, and what of them may leave the practice."""

from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.figures.breakdown import (
    ALL_OTHERS,
    Audience,
    Breakdown,
    Part,
    parts_of,
    share_of,
    with_share,
)
from signpost.domain.suppression import SMALL_NUMBER, Count

COUNTS = st.lists(st.integers(0, 30), max_size=12)


def made_of(counts: list[int]) -> Breakdown:
    return Breakdown(
        "things",
        tuple(Part(str(place), f"Part {place}", count, 1) for place, count in enumerate(counts)),
    )


@given(COUNTS, st.integers(1, 6), st.sampled_from(Audience))
def test_listing_the_largest_loses_nothing(
    counts: list[int], most: int, audience: Audience
) -> None:
    listed = made_of(counts).largest(most, audience)
    assert listed.whole == sum(counts)
    named = [part for part in listed.parts if part.key != ALL_OTHERS]
    assert len(named) <= most


@given(COUNTS, st.integers(1, 6))
def test_outside_neither_a_named_part_nor_the_rest_is_small(counts: list[int], most: int) -> None:
    listed = made_of(counts).largest(most, Audience.OUTSIDE)
    if listed.whole >= SMALL_NUMBER:
        assert all(part.count == 0 or part.count >= SMALL_NUMBER for part in listed.parts)
    assert all(part.before is None for part in listed.parts)


def test_the_rest_takes_the_smallest_named_part_rather_than_be_few() -> None:
    listed = made_of([40, 9, 3]).largest(5, Audience.OUTSIDE)
    assert [(part.name, part.count) for part in listed.parts] == [("Part 0", 40), (ALL_OTHERS, 12)]


def test_within_the_practice_everything_is_told() -> None:
    told = made_of([40, 3]).shown(Audience.WITHIN)
    assert [(part.count.number, part.before.number, part.share) for part in told] == [
        (40, 1, "93.0 %"),
        (3, 1, "7.0 %"),
    ]


def test_outside_small_parts_are_hidden_in_both_spans() -> None:
    breakdown = Breakdown(
        "things", (Part("a", "A", 40, 3), Part("b", "B", 3, 30), Part("c", "C", 9, 9))
    )
    told = breakdown.shown(Audience.OUTSIDE)
    assert [part.count.words for part in told] == ["40", "<5", "hidden"]
    assert [part.before.words for part in told] == ["<5", "30", "hidden"]
    assert [part.share for part in told] == ["76.9 %", "", ""]


def test_parts_stand_in_the_order_of_their_names() -> None:
    names = {"b": "Bee", "a": "Wasp", "c": "Ant"}
    parts = parts_of({"a": 1, "b": 2}, {"c": 3}, names.__getitem__)
    assert [(part.name, part.count, part.before) for part in parts] == [
        ("Ant", 0, 3),
        ("Bee", 2, 0),
        ("Wasp", 1, 0),
    ]


def test_a_number_is_said_with_its_denominator() -> None:
    assert with_share(Count(412), 1_830, "offered") == "412 of 1,830 offered (22.5 %)"
    assert with_share(Count(None, "<5"), 1_830, "offered") == "<5 of 1,830 offered"
    assert share_of(3, 0) == ""
