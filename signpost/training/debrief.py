"""The debrief: what was done against the approved path, and the marks that follow from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signpost.domain.rehearsal import (
    EventKind,
    TrainingSession,
    seconds_to_act,
    seconds_to_recognise,
)
from signpost.domain.scenario import COMMON_POINTS, HIGHEST_MARK, Point, Scenario


@dataclass(frozen=True)
class Step:
    """One step of the approved path: what belongs there, whether and when it was done (seconds
    since the phone rang; None: not done).
    """

    expected: str
    done_at: float | None


@dataclass(frozen=True)
class Debrief:
    """What comes of a session.

    `marks` are by point id, 0 to 2; a point without one was not marked yet. `again`: a must was
    missed, so the scenario is played again.
    """

    path: tuple[Step, ...]
    marks: Mapping[str, int]
    again: bool
    missed_musts: tuple[Point, ...]
    seconds_to_recognise: float | None
    seconds_to_act: float | None

    @property
    def is_marked(self) -> bool:
        """Whether any mark was given."""
        return bool(self.marks)


def points_of(scenario: Scenario) -> tuple[Point, ...]:
    """All points that are marked: those of every scenario, then its own."""
    return (*COMMON_POINTS, *scenario.points)


def debrief(scenario: Scenario, session: TrainingSession, marks: Mapping[str, int]) -> Debrief:
    """Compare a session with its scenario. Raises ValueError for a mark outside 0 to 2.

    A session that was left gets no mark and is not sent round again.
    """
    if any(not 0 <= mark <= HIGHEST_MARK for mark in marks.values()):
        raise ValueError("a mark is 0, 1 or 2")
    given = {} if session.was_left else dict(marks)
    missed = tuple(
        point for point in points_of(scenario) if point.must and given.get(point.id) == 0
    )
    return Debrief(
        path=_path(scenario, session),
        marks=given,
        again=bool(missed),
        missed_musts=missed,
        seconds_to_recognise=seconds_to_recognise(session, scenario.protocols),
        seconds_to_act=seconds_to_act(session),
    )


def suggested_marks(scenario: Scenario, session: TrainingSession) -> dict[str, int]:
    """Marks that the timeline itself gives; a person gives the others, and may change these."""
    marks: dict[str, int] = {}
    if scenario.protocols:
        raised = seconds_to_recognise(session, scenario.protocols) is not None
        acted = seconds_to_act(session) is not None
        marks["recognises"] = HIGHEST_MARK if raised and acted else int(raised)
    saved = session.all_of(EventKind.SAVED)
    if saved:
        right = saved[-1] in {outcome.value for outcome in scenario.outcomes}
        marks["outcome"] = HIGHEST_MARK if right else 0
        marks["record"] = HIGHEST_MARK
    elif not session.was_left:
        marks["record"] = 0
    return marks


def words_of_concern(scenario: Scenario, said: Sequence[str]) -> tuple[str, ...]:
    """The caller's sentences, in their order, that should have raised concern."""
    of_concern = [scenario.opening] if scenario.opening_raises else []
    of_concern += [fact.says for fact in scenario.facts if fact.raises and fact.id in said]
    return tuple(of_concern)


def _path(scenario: Scenario, session: TrainingSession) -> tuple[Step, ...]:
    steps = [
        Step(f"Finds out: {fact.says}", session.first(EventKind.FACT_CAME_OUT, fact.id))
        for fact in scenario.facts
        if fact.must_ask
    ]
    steps += [
        Step(f"Prompt {each} on the screen", session.first(EventKind.PROMPT_RAISED, each))
        for each in scenario.protocols
    ]
    if scenario.level is not None:
        steps.append(Step(f"Action taken: {scenario.level.label}", seconds_to_act(session)))
    outcomes = [session.first(EventKind.SAVED, each.value) for each in scenario.outcomes]
    saved = min((time for time in outcomes if time is not None), default=None)
    return (*steps, Step(f"Recorded: {scenario.right_outcome}", saved))
