"""GP time freed: an estimate from what the practice assumes, never a measurement.

Nobody measured it. Two projects published how many hours they credit and for how many people; what
that makes for one is offered as a preset, with its source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from signpost.domain.figures.published import CONEXUS, SOUTH_TEES
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake

ANY_OTHER_KIND = ""
MOST_MINUTES = 60
FREES_NOTHING = frozenset(
    {
        ServiceKind.EMERGENCY_999.value,
        ServiceKind.AE.value,
        ServiceKind.DUTY_CLINICIAN.value,
        ServiceKind.GP_APPOINTMENT.value,
    }
)
"""Kinds that no general assumption is applied to: the GP sees them, or never would have."""


@dataclass(frozen=True)
class TimeAssumption:
    """Minutes of a GP for one accepted signpost to a kind of service; an empty kind is every other
    one. `source` says where the number is from.
    """

    kind: str
    minutes: float
    source: str


@dataclass(frozen=True)
class Preset:
    """A published figure: hours credited for a number of people, and what that makes for one."""

    name: str
    hours: int
    people: int
    people_are: str
    source: str

    @property
    def minutes(self) -> float:
        """Minutes for one, with one decimal."""
        return round(self.hours * 60 / self.people, 1)

    @property
    def words(self) -> str:
        """The figure and how it was made."""
        return (
            f"{self.minutes:g} minutes: {self.name}, {self.hours:,} hours for "
            f"{self.people:,} {self.people_are}"
        )


PRESETS = (
    Preset(
        "Conexus (West Wakefield), 2016-17",
        CONEXUS.gp_hours,
        5_819,
        "signposts",
        "Conexus / West Wakefield care navigation, 2016-17: 743 GP hours, 5,819 signposts",
    ),
    Preset(
        "South Tees, 15 months",
        SOUTH_TEES.gp_hours,
        269_994,
        "navigations",
        "South Tees CCG care navigation, 15 months: 26,747 GP hours, 269,994 navigations "
        "(southteesccg.nhs.uk/care-navigation)",
    ),
)


@dataclass(frozen=True)
class TimeLine:
    """One kind of service in the estimate."""

    kind: str
    accepted: int
    returned: int
    minutes: float

    @property
    def freed(self) -> float:
        """Minutes: what came back frees nothing."""
        return max(0, self.accepted - self.returned) * self.minutes


@dataclass(frozen=True)
class TimeFreed:
    """The estimate, kind by kind; empty without an assumption."""

    lines: tuple[TimeLine, ...]

    @property
    def hours(self) -> float:
        """All of it, in hours."""
        return sum(line.freed for line in self.lines) / 60


FORMULA = (
    "Accepted signposts less those that came back, times the minutes assumed for their kind. "
    "A GP appointment, the duty clinician, A&E and 999 free none. It is an estimate: nobody "
    "measured the time."
)


def time_freed(
    accepted: Mapping[str, int], returned: Mapping[str, int], assumed: Iterable[TimeAssumption]
) -> TimeFreed:
    """The estimate for what was accepted and what came back, by kind."""
    minutes = {one.kind: one.minutes for one in assumed}
    lines = []
    for kind, count in sorted(accepted.items()):
        general = 0.0 if kind in FREES_NOTHING else minutes.get(ANY_OTHER_KIND, 0.0)
        lines.append(TimeLine(kind, count, returned.get(kind, 0), minutes.get(kind, general)))
    return TimeFreed(tuple(line for line in lines if line.minutes))


def checked_minutes(field: str, typed: str) -> float | None:
    """Minutes as typed, with at most one decimal; None for an empty field. Raises UserMistake."""
    text = typed.strip().replace(",", ".")
    if not text:
        return None
    try:
        minutes = Decimal(text)
    except InvalidOperation:
        minutes = Decimal(-1)
    if not (minutes.is_finite() and 0 <= minutes <= MOST_MINUTES):
        raise UserMistake(field, f"Type minutes from 0 to {MOST_MINUTES}, such as 7.5.")
    return float(round(minutes, 1))
