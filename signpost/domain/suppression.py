"""Small numbers: what may not be shown in anything that leaves the practice, and what has to be
hidden beside it so that nobody can work it out.

A count from 1 to 4 may point at one person. Hiding it alone is no use where its total is known:
the total less the other parts is the hidden one. So one more part of the same total is hidden with
it, always the last one that is not small in the order of the table, never one that is picked by its
size: whoever knows this rule learns nothing from which one it was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SMALL_NUMBER = 5
"""Counts below this, other than 0, are not shown."""

NOT_SHOWN = "hidden"


@dataclass(frozen=True)
class Count:
    """A count as it may be shown. `number` is None where it is hidden; `instead` then stands there:
    "<5" for a small one, "hidden" for one that would give another away.
    """

    number: int | None
    instead: str = ""

    @property
    def words(self) -> str:
        """For people: 1,234, or what stands instead."""
        return self.instead if self.number is None else f"{self.number:,}"

    @property
    def cell(self) -> str:
        """For a file: 1234, or what stands instead."""
        return self.instead if self.number is None else str(self.number)


HIDDEN = Count(None, NOT_SHOWN)
"""What stands where a number would give another away."""

_LEAST_LIMIT = 3


def is_small(count: int, below: int = SMALL_NUMBER) -> bool:
    """Whether a count by itself may not be shown. Nought may: it is about nobody."""
    return 0 < count < below


def shown(count: int, below: int = SMALL_NUMBER) -> Count:
    """A count whose total nobody knows."""
    return Count(None, f"<{below}") if is_small(count, below) else Count(count)


def shown_parts(counts: Sequence[int], below: int = SMALL_NUMBER) -> tuple[Count, ...]:
    """The parts of a total that is known to the reader, in the order of `counts`.

    What is least missed comes last in `counts`: it is hidden first. Where hiding one part more is
    not enough, or the total is below twice the limit, all parts are hidden.
    """
    if below < _LEAST_LIMIT:
        raise ValueError(f"the limit is at least {_LEAST_LIMIT}: <{below} would be the number")
    small = [place for place, count in enumerate(counts) if is_small(count, below)]
    if not small:
        return tuple(Count(count) for count in counts)
    beside = [place for place, count in enumerate(counts) if count >= below][-1:]
    together = sum(counts[place] for place in (*small, *beside))
    few = sum(counts) < 2 * below
    if few or not _leaves_doubt(together, len(small), below, beside=bool(beside)):
        return tuple(HIDDEN for _ in counts)
    return tuple(
        HIDDEN if place in beside else shown(count, below) for place, count in enumerate(counts)
    )


def shown_sum(counts: Iterable[Count]) -> Count:
    """What several shown counts make together; hidden as soon as one of them is."""
    numbers = [count.number for count in counts]
    known = [number for number in numbers if number is not None]
    if len(known) < len(numbers):
        return HIDDEN
    return Count(sum(known))


def _leaves_doubt(together: int, small: int, below: int, *, beside: bool) -> bool:
    """Whether what is hidden could be made up in more than one way in each of its parts: so many
    small ones, with a large one beside them or not.
    """
    if beside:
        return together > small + below
    return small < together < small * (below - 1)
