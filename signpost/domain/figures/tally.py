"""Counted records of some days: what every figure is made of. Tallies of different days add up."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

Key = tuple[str, ...]
Counts = Mapping[Key, int]
_NOTHING: Mapping[Key, int] = MappingProxyType({})

MINUTES = ("0-1", "1-2", "2-5", "5-10", "10-30", "30+")
"""Spans of minutes, the upper end not included, by which times are counted."""
MINUTE_ENDS = (1, 2, 5, 10, 30)


class Measure(StrEnum):
    """What is counted, and by what; empty text in a key means not recorded."""

    CONTACT = "contact"  # outcome; "administrative" for those that are
    VOLUME = "volume"  # day, hour
    OFFER = "offer"  # outcome, kind, service id; where a service was named
    DECLINED = "declined"  # reason, what was arranged instead
    FOLLOW_UP = "follow_up"  # kind, service id, follow-up outcome; of what was accepted
    REFERRAL = "referral"  # kind, referral; of what was accepted and needs one
    TOPIC = "topic"  # topic id, outcome
    AGE = "age"  # age band, outcome
    TIME = "time"  # minutes of the whole contact
    PROMPT = "prompt"  # protocol id, action
    TO_CLINICIAN = "to_clinician"  # minutes from a prompt, or from asking, to the clinician


FIRST_SHOWN = (Measure.CONTACT, Measure.VOLUME)
"""What a screen shows first."""

ADMINISTRATIVE = "administrative"


@dataclass(frozen=True)
class Tally:
    """Counts by measure and key. `seconds` is the time of all contacts together; `names` what ids
    were called last: "topic sore_throat" → "Sore throat".
    """

    counts: Mapping[Measure, Counts] = field(default_factory=dict)
    seconds: int = 0
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, measure: Measure) -> Counts:
        """The counts of one measure; empty when there are none."""
        return self.counts.get(measure, _NOTHING)

    def total(self, measure: Measure) -> int:
        """All that were counted by a measure."""
        return sum(self.of(measure).values())

    def by(self, measure: Measure, *places: int) -> dict[Key, int]:
        """The counts of a measure by some parts of its key."""
        found: Counter[Key] = Counter()
        for key, count in self.of(measure).items():
            found[tuple(key[place] for place in places)] += count
        return dict(found)

    def only(self, measures: Collection[Measure]) -> "Tally":
        """Without other measures; the time of contacts belongs to the contacts."""
        counts = {measure: found for measure, found in self.counts.items() if measure in measures}
        return Tally(counts, self.seconds if Measure.CONTACT in measures else 0, self.names)

    def name(self, what: str, its_id: str) -> str:
        """What an id was called last; the id itself when nobody knows."""
        return self.names.get(f"{what} {its_id}", its_id)


def together(tallies: Iterable[Tally]) -> Tally:
    """Tallies of different days in one; later names stand."""
    counts: dict[Measure, Counter[Key]] = {}
    names: dict[str, str] = {}
    seconds = 0
    for tally in tallies:
        seconds += tally.seconds
        names |= tally.names
        for measure, found in tally.counts.items():
            counts.setdefault(measure, Counter()).update(found)
    return Tally({measure: dict(found) for measure, found in counts.items()}, seconds, names)


def minutes_between(seconds: float) -> str:
    """The span of minutes that a time falls into."""
    for end, words in zip(MINUTE_ENDS, MINUTES, strict=False):
        if seconds < end * 60:
            return words
    return MINUTES[-1]
