"""What is hidden cannot be worked out, neither from the page nor by whoever knows the rule."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.suppression import SMALL_NUMBER, shown, shown_parts, shown_sum

Row = tuple[int, ...]


def words(counts: Row) -> tuple[str, ...]:
    return tuple(count.words for count in shown_parts(counts))


def splits(total: int, parts: int) -> Iterator[Row]:
    """Every way to make a total of so many parts."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, parts - 1):
            yield (first, *rest)


def fits(counts: Row, page: tuple[str, ...]) -> bool:
    """Whether these numbers could stand behind what the page shows."""
    may_be = {
        f"<{SMALL_NUMBER}": lambda count: 1 <= count < SMALL_NUMBER,
        "hidden": lambda count: True,
    }
    return all(
        may_be[word](count) if word in may_be else count == int(word)
        for count, word in zip(counts, page, strict=True)
    )


@pytest.mark.parametrize(
    ("counts", "page"),
    [
        ((12, 7, 0), ("12", "7", "0")),
        ((30, 3, 9), ("30", "<5", "hidden")),
        ((30, 3, 9, 0), ("30", "<5", "hidden", "0")),
        ((30, 3, 2, 9), ("30", "<5", "<5", "hidden")),
        ((3, 4, 4), ("<5", "<5", "<5")),
        ((4, 4, 4), ("hidden", "hidden", "hidden")),
        ((6, 3), ("hidden", "hidden")),
        ((30, 1, 5), ("hidden", "hidden", "hidden")),
        ((3, 0), ("hidden", "hidden")),
        ((), ()),
    ],
)
def test_a_small_number_takes_one_more_with_it(counts: Row, page: tuple[str, ...]) -> None:
    assert words(counts) == page


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8).map(tuple))
def test_no_small_number_is_ever_shown(counts: Row) -> None:
    for count, was in zip(shown_parts(counts), counts, strict=True):
        assert count.number in {None, was}
        assert count.number is None or not 0 < was < SMALL_NUMBER


@pytest.mark.parametrize(("parts", "most"), [(2, 22), (3, 20), (4, 16), (5, 14)])
def test_the_page_and_its_total_leave_every_hidden_number_open(parts: int, most: int) -> None:
    for total in range(SMALL_NUMBER, most + 1):
        every = list(splits(total, parts))
        for page in {words(counts) for counts in every}:
            possible = [counts for counts in every if fits(counts, page)]
            for place, word in enumerate(page):
                if word in {"<5", "hidden"}:
                    assert len({counts[place] for counts in possible}) > 1, page


@pytest.mark.parametrize(("parts", "most"), [(2, 22), (3, 20), (4, 16), (5, 14)])
def test_whoever_knows_the_rule_still_cannot_tell_a_small_number(parts: int, most: int) -> None:
    for total in range(SMALL_NUMBER, most + 1):
        behind: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
        for counts in splits(total, parts):
            behind[words(counts)].append(counts)
        for page, possible in behind.items():
            for place in range(parts):
                values = {counts[place] for counts in possible}
                assert len(values) > 1 or not 0 < min(values) < SMALL_NUMBER, page


def test_a_sum_of_what_is_hidden_is_hidden() -> None:
    some, few = shown(12), shown(3)
    assert shown_sum((some, some)).words == "24"
    assert shown_sum((some, few)).number is None


def test_another_limit_can_be_set() -> None:
    assert [count.words for count in shown_parts((40, 9, 12), below=10)] == ["40", "<10", "hidden"]
    with pytest.raises(ValueError, match="at least 3"):
        shown_parts((1, 2), below=2)
