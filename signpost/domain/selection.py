"""Which records an export or a table is about, and how that is said in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from signpost.domain.call import Outcome
from signpost.domain.local_time import day_in_words
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake


@dataclass(frozen=True)
class Selection:
    """Records of the local days from `first` to `last`, both included; an empty set leaves nothing
    out. Rehearsal records are left out unless asked for.
    """

    first: date
    last: date
    outcomes: frozenset[Outcome] = frozenset()
    kinds: frozenset[ServiceKind] = frozenset()
    include_rehearsal: bool = False

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise UserMistake("to", "The last day lies before the first: swap them.")

    def in_words(self) -> Iterator[str]:
        """One sentence for each thing that narrows it, the days first."""
        yield f"Days: {day_in_words(self.first)} to {day_in_words(self.last)}, both included"
        if self.outcomes:
            yield f"Only with the outcome: {_listed(outcome.label for outcome in self.outcomes)}"
        if self.kinds:
            yield f"Only services of the kind: {_listed(kind.label for kind in self.kinds)}"
        if self.include_rehearsal:
            yield "Rehearsal records as well as live ones"
        else:
            yield "Live records only, no rehearsal"


def _listed(words: Iterator[str]) -> str:
    return ", ".join(sorted(words))
