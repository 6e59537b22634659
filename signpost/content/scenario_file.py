"""Scenario files: one role-play scenario each."""

from pathlib import Path

import msgspec

from signpost.content.protocol_file import SourceShape
from signpost.content.toml_file import read_toml
from signpost.domain.call import Outcome
from signpost.domain.caller import PatientFacts, Sex, WhoIsCalling, parse_age
from signpost.domain.faults import ContentFault
from signpost.domain.protocol import Level, Source
from signpost.domain.scenario import (
    Difficulty,
    Fact,
    Mood,
    Point,
    Scenario,
    SecondStep,
)
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake


class CallerShape(msgspec.Struct, forbid_unknown_fields=True):
    """The caller as written; `age` is the patient's, such as 62, 5m or 9d."""

    opening: str
    who: str
    mood: str
    age: str = ""
    sex: Sex | None = None
    pregnant: bool | None = None
    calling: WhoIsCalling = WhoIsCalling.PATIENT
    calmed_by: list[str] = []
    worsened_by: list[str] = []


class FactShape(msgspec.Struct, forbid_unknown_fields=True):
    """A fact as written; `asked_by` holds groups of words, each written "word word"."""

    id: str
    says: str
    questions: list[str]
    asked_by: list[str]
    after_seconds: int | None = None
    must_ask: bool = False
    raises: list[str] = []


class RightShape(msgspec.Struct, forbid_unknown_fields=True):
    """What is right, as written."""

    text: str
    outcomes: list[Outcome]
    level: Level | None = None
    opening_raises: list[str] = []
    must_not_raise: list[str] = []


class StepShape(msgspec.Struct, forbid_unknown_fields=True):
    """A second step as written."""

    when: str
    caller_does: str
    right_then: str


class PointShape(msgspec.Struct, forbid_unknown_fields=True):
    """A marking point as written."""

    id: str
    text: str
    must: bool = False


class ScenarioShape(msgspec.Struct, forbid_unknown_fields=True):
    """A scenario file as written."""

    id: str
    version: int
    title: str
    theme: str
    difficulty: Difficulty
    minutes: int
    nation: str
    review_date: str
    caller: CallerShape
    right: RightShape
    facts: list[FactShape]
    points: list[PointShape]
    mistakes: list[str]
    sources: list[SourceShape]
    protocols: list[str] = []
    topics: list[str] = []
    kinds: list[ServiceKind] = []
    second_steps: list[StepShape] = []
    sensitive: bool = False
    notes: str = ""

    def scenario(self, patient: PatientFacts) -> Scenario:
        """As the domain's value."""
        caller, right = self.caller, self.right
        return Scenario(
            id=self.id,
            version=self.version,
            title=self.title,
            theme=self.theme,
            difficulty=self.difficulty,
            minutes=self.minutes,
            opening=caller.opening,
            who=caller.who,
            who_is_calling=caller.calling,
            patient=patient,
            mood=Mood(caller.mood, tuple(caller.calmed_by), tuple(caller.worsened_by)),
            facts=tuple(_fact(each) for each in self.facts),
            protocols=tuple(self.protocols),
            topics=tuple(self.topics),
            kinds=tuple(self.kinds),
            opening_raises=tuple(right.opening_raises),
            must_not_raise=tuple(right.must_not_raise),
            level=right.level,
            outcomes=tuple(right.outcomes),
            right_outcome=right.text,
            second_steps=tuple(
                SecondStep(each.when, each.caller_does, each.right_then)
                for each in self.second_steps
            ),
            points=tuple(Point(each.id, each.text, each.must) for each in self.points),
            mistakes=tuple(self.mistakes),
            sources=tuple(
                Source(s.title, s.address, s.nation, s.date, s.read) for s in self.sources
            ),
            nation=self.nation,
            review_date=self.review_date,
            sensitive=self.sensitive,
            notes=self.notes,
        )


def read_scenarios(paths: list[Path], faults: list[ContentFault]) -> tuple[Scenario, ...]:
    """The scenarios of these files; what cannot be used is told and left out."""
    found: dict[str, Scenario] = {}
    for path in paths:
        shape = read_toml(path, ScenarioShape, faults)
        if shape is None:
            continue
        scenario = _checked(path, shape, faults)
        if scenario is None:
            continue
        if scenario.id in found:
            faults.append(ContentFault(path.name, "id", f"{scenario.id} is used twice."))
        found.setdefault(scenario.id, scenario)
    return tuple(found.values())


def _checked(path: Path, shape: ScenarioShape, faults: list[ContentFault]) -> Scenario | None:
    if shape.id != path.stem:
        faults.append(ContentFault(path.name, "id", "must be the name of the file."))
    for ids, what in (
        ([each.id for each in shape.facts], "facts"),
        ([each.id for each in shape.points], "points"),
    ):
        if len(set(ids)) < len(ids):
            faults.append(ContentFault(path.name, what, "has an id twice."))
    try:
        age = parse_age(shape.caller.age)
    except UserMistake as mistake:
        faults.append(ContentFault(path.name, "caller.age", mistake.sentence))
        return None
    return shape.scenario(PatientFacts(age, shape.caller.sex, shape.caller.pregnant))


def _fact(shape: FactShape) -> Fact:
    return Fact(
        shape.id,
        shape.says,
        tuple(shape.questions),
        tuple(tuple(group.split()) for group in shape.asked_by),
        shape.after_seconds,
        shape.must_ask,
        tuple(shape.raises),
    )
