"""A red-flag protocol: the practice's own triggers, questions and rows "answers → stated
action"."""

from dataclasses import dataclass, field
from enum import StrEnum

from signpost.domain.caller import Sex
from signpost.domain.service_kind import ServiceKind


class Level(StrEnum):
    """Level of an action, gravest first in the order written here."""

    NOW_999 = "999_now"
    AE_NOW = "ae_now"
    SPECIALIST_LINE_NOW = "specialist_line_now"
    DUTY_CLINICIAN_NOW = "duty_clinician_now"
    SAME_DAY = "same_day"
    CLINICIAN_SOON = "clinician_soon"

    @property
    def gravity(self) -> int:
        """0 for the gravest level; larger is less grave."""
        return list(Level).index(self)

    @property
    def label(self) -> str:
        """The level in words."""
        return _LEVEL_TITLES[self]


_LEVEL_TITLES = {
    Level.NOW_999: "999 now",
    Level.AE_NOW: "A&E now",
    Level.SPECIALIST_LINE_NOW: "Specialist line now",
    Level.DUTY_CLINICIAN_NOW: "Duty clinician now",
    Level.SAME_DAY: "Same day",
    Level.CLINICIAN_SOON: "Clinician soon",
}


class Answer(StrEnum):
    """What the receptionist pressed; "don't know" counts as yes."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True)
class Question:
    """A factual question, worded so that yes is the grave answer."""

    id: str
    text: str


@dataclass(frozen=True)
class Row:
    """Answers → stated action. `when` empty marks the otherwise row; `needs_all` asks yes to every
    one of `when`."""

    id: str
    level: Level
    action: str
    when: tuple[str, ...] = ()
    needs_all: bool = False

    @property
    def is_otherwise(self) -> bool:
        """True for the row that all-No selects."""
        return not self.when


@dataclass(frozen=True)
class Limits:
    """Whom a protocol or trigger is written for. A mismatch turns a raise into a check, never into
    silence."""

    age_min_years: float | None = None
    age_max_years: float | None = None
    sex: Sex | None = None
    pregnant: bool | None = None


@dataclass(frozen=True)
class Trigger:
    """Every concept of `all_of`, and at least one of each group of `any_of`, said in the call.

    `weak` triggers show a check line instead of raising.
    """

    all_of: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    limits: Limits = Limits()
    weak: bool = False


@dataclass(frozen=True)
class Source:
    """Where a protocol's content comes from. `read` tells whether the page itself was read."""

    title: str
    address: str
    nation: str
    date: str
    read: bool


@dataclass(frozen=True)
class Protocol:
    """One red-flag protocol, as a practice can read and change it."""

    id: str
    version: int
    title: str
    guards_against: str
    group: str
    applies_to: str
    questions: tuple[Question, ...]
    rows: tuple[Row, ...]
    allowed_kinds: tuple[ServiceKind, ...]
    while_waiting: str
    do_not_say: str
    triggers: tuple[Trigger, ...]
    lookalikes: tuple[str, ...]
    sources: tuple[Source, ...]
    nation: str
    review_date: str
    unverified: str
    notes: str = ""
    limits: Limits = field(default_factory=Limits)

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels of all rows, gravest first, each once."""
        return tuple(sorted({row.level for row in self.rows}, key=lambda level: level.gravity))

    @property
    def rows_gravest_first(self) -> tuple[Row, ...]:
        """Rows as the screen lists them; the otherwise row last."""
        return tuple(sorted(self.rows, key=lambda row: (row.is_otherwise, row.level.gravity)))

    def row_for(self, answers: dict[str, Answer]) -> Row | None:
        """The row that these answers select: the gravest row that applies, the otherwise row when
        all are No.

        None while the answers given settle nothing: a graver row could still apply.
        """
        counted = {key: answer is not Answer.NO for key, answer in answers.items()}
        for row in self.rows_gravest_first:
            if row.is_otherwise:
                continue
            said = [counted.get(question) for question in row.when]
            if (
                (all(yes is True for yes in said))
                if row.needs_all
                else any(yes is True for yes in said)
            ):
                return row
            if not row.needs_all and any(yes is None for yes in said):
                return None
            if row.needs_all and not any(yes is False for yes in said):
                return None
        return next(row for row in self.rows if row.is_otherwise)
