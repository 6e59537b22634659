"""Several practices side by side, from the monthly counts that each sent: counts of which some are
hidden, so every sum has a least and a most.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from signpost.domain.call import Outcome
from signpost.domain.signpost import ADMINISTRATIVE_OUTCOMES, RecordType

OFFERED = frozenset({Outcome.ACCEPTED.value, Outcome.DECLINED.value})
_ADMINISTRATIVE = frozenset(one.value for one in ADMINISTRATIVE_OUTCOMES)


@dataclass(frozen=True)
class Between:
    """A number that lies between two others, both included; `most` None: nobody knows."""

    least: int
    most: int | None

    def __add__(self, other: "Between") -> "Between":
        most = None if self.most is None or other.most is None else self.most + other.most
        return Between(self.least + other.least, most)

    @property
    def words(self) -> str:
        """The number, or between which it lies."""
        if self.most is None:
            return f"{self.least:,} or more"
        if self.least == self.most:
            return f"{self.least:,}"
        return f"{self.least:,} to {self.most:,}"

    def share_of(self, whole: "Between") -> str:
        """A share in per cent; empty unless both numbers are known."""
        if self.least != self.most or whole.least != whole.most or not whole.least:
            return ""
        return f"{100 * self.least / whole.least:.1f} %"


NONE = Between(0, 0)


@dataclass(frozen=True)
class CountsRow:
    """One row of a monthly counts file."""

    practice: str
    month: str
    record_type: str
    destination: str
    outcome: str
    signposts: Between


@dataclass(frozen=True)
class PracticeCounts:
    """All rows of one practice."""

    practice: str
    rows: tuple[CountsRow, ...]

    @property
    def months(self) -> tuple[str, ...]:
        """The months that it sent, as yyyy-mm."""
        return tuple(sorted({row.month for row in self.rows}))

    @property
    def contacts(self) -> Between:
        """Everything."""
        return self._sum(lambda _: True)

    @property
    def administrative(self) -> Between:
        """What is neither a signpost nor an appointment."""
        return self._sum(_is_administrative)

    @property
    def offered(self) -> Between:
        """Accepted and declined."""
        return self._sum(lambda row: row.outcome in OFFERED and not _is_administrative(row))

    def with_outcome(self, outcome: Outcome) -> Between:
        """Contacts that are not administrative and came to this."""
        return self._sum(lambda row: row.outcome == outcome.value and not _is_administrative(row))

    def destinations(self) -> dict[str, Between]:
        """Accepted offers by where people were sent."""
        found: dict[str, Between] = {}
        for row in self.rows:
            if row.outcome == Outcome.ACCEPTED.value:
                found[row.destination] = found.get(row.destination, NONE) + row.signposts
        return found

    def _sum(self, fits: "Callable[[CountsRow], bool]") -> Between:
        return sum((row.signposts for row in self.rows if fits(row)), NONE)


def by_practice(rows: Iterable[CountsRow]) -> tuple[PracticeCounts, ...]:
    """The practices in the order of their codes: this is no league table."""
    found: dict[str, list[CountsRow]] = {}
    for row in rows:
        found.setdefault(row.practice, []).append(row)
    return tuple(PracticeCounts(name, tuple(rows)) for name, rows in sorted(found.items()))


def all_together(practices: Iterable[PracticeCounts]) -> PracticeCounts:
    """All practices as one."""
    return PracticeCounts(
        "All practices", tuple(row for practice in practices for row in practice.rows)
    )


def _is_administrative(row: CountsRow) -> bool:
    return row.record_type == RecordType.ADMINISTRATIVE.value or row.outcome in _ADMINISTRATIVE
