"""A role-play scenario: what the caller says and hides, and what good handling of the call is."""

from dataclasses import dataclass
from enum import StrEnum

from signpost.domain.call import Outcome
from signpost.domain.caller import PatientFacts, WhoIsCalling
from signpost.domain.protocol import Level, Source
from signpost.domain.service_kind import ServiceKind


class Difficulty(StrEnum):
    """How much the caller makes one work."""

    PLAIN = "plain"
    HIDDEN = "hidden"
    HARD = "hard"

    @property
    def label(self) -> str:
        """In words."""
        return {"plain": "says it", "hidden": "hides it", "hard": "makes it hard"}[self.value]


@dataclass(frozen=True)
class Fact:
    """Something that the caller keeps back.

    `says` is the caller's own sentence once it comes out. `questions` are ways to ask for it, any
    of which a colleague may use; `asked_by` are groups of words of which one group, all together in
    a question, brings it out. `after_seconds` None: only when asked. `must_ask` facts belong to
    what has to be found out. `raises` are the protocols that the program must have raised once this
    has been said too.
    """

    id: str
    says: str
    questions: tuple[str, ...]
    asked_by: tuple[tuple[str, ...], ...]
    after_seconds: int | None = None
    must_ask: bool = False
    raises: tuple[str, ...] = ()


@dataclass(frozen=True)
class Point:
    """A marking point: 0, 1 or 2 are given for it. A `must` that is missed sends it round again."""

    id: str
    text: str
    must: bool = False


@dataclass(frozen=True)
class Mood:
    """How the caller is, and what makes it better or worse, as the actor is told."""

    at_first: str
    calmed_by: tuple[str, ...] = ()
    worsened_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class SecondStep:
    """What happens when the caller refuses or the line drops: what they do, what is right then."""

    when: str
    caller_does: str
    right_then: str


@dataclass(frozen=True)
class Scenario:
    """One scenario at one version.

    `opening_raises` are the protocols that the opening line alone must raise; often none, because
    it hides them on purpose. `must_not_raise` never raise, whatever is said. `level` is the gravest
    level of a right outcome; None where no protocol applies. `outcomes` are the outcomes a right
    record may have. `kinds` are fitting kinds of service. `sensitive` scenarios name a supporter
    and can be left at any moment.
    """

    id: str
    version: int
    title: str
    theme: str
    difficulty: Difficulty
    minutes: int
    opening: str
    who: str
    who_is_calling: WhoIsCalling
    patient: PatientFacts
    mood: Mood
    facts: tuple[Fact, ...]
    protocols: tuple[str, ...]
    topics: tuple[str, ...]
    kinds: tuple[ServiceKind, ...]
    opening_raises: tuple[str, ...]
    must_not_raise: tuple[str, ...]
    level: Level | None
    outcomes: tuple[Outcome, ...]
    right_outcome: str
    second_steps: tuple[SecondStep, ...]
    points: tuple[Point, ...]
    mistakes: tuple[str, ...]
    sources: tuple[Source, ...]
    nation: str
    review_date: str
    sensitive: bool = False
    notes: str = ""

    @property
    def musts(self) -> tuple[Point, ...]:
        """The points that may not be missed."""
        return tuple(point for point in self.points if point.must)


COMMON_POINTS = (
    Point("greeting", "Greets, checks who the patient is, asks the reason kindly and says why"),
    Point("listening", "Listens without interrupting"),
    Point("questions", "Asks only the protocol's factual questions"),
    Point("recognises", "Asks what the protocol asks and follows its stated action", must=True),
    Point("outcome", "Reaches the right outcome with the right urgency", must=True),
    Point("safety_net", "Says what happens next and what to do if it gets worse"),
    Point("record", "Records words, time and outcome"),
)
"""Marked in every scenario; from a list of role-play practice (content of 2026, England), with the
wording that nothing is ever cleared, and without weights: each counts 0, 1 or 2.
"""
HIGHEST_MARK = 2
