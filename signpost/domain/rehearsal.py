"""A rehearsal of a scenario: its timeline, which fills itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class EventKind(StrEnum):
    """What happened."""

    RANG = "rang"
    CALLER_SAID = "caller_said"
    ASKED = "asked"
    FACT_CAME_OUT = "fact_came_out"
    WORDS_TYPED = "words_typed"
    PROMPT_RAISED = "prompt_raised"
    PROMPT_ANSWERED = "prompt_answered"
    ACTION_TAKEN = "action_taken"
    SERVICE_CHOSEN = "service_chosen"
    SAVED = "saved"
    LINE_DROPPED = "line_dropped"
    PARKED_FOR_REAL_CALL = "parked_for_real_call"
    LEFT = "left"


@dataclass(frozen=True)
class Event:
    """One line of the timeline. `seconds` since the phone rang; `what` is an id or a sentence."""

    seconds: float
    kind: EventKind
    what: str


class Way(StrEnum):
    """How a scenario is played."""

    ALONE = "alone"
    WITH_ACTOR = "with_actor"
    TEAM = "team"


@dataclass(frozen=True)
class TrainingSession:
    """One rehearsal. `actor` and `observer` are people's ids, empty when there is none."""

    id: str
    scenario_id: str
    scenario_version: int
    trainee_id: str
    way: Way
    actor_id: str = ""
    observer_id: str = ""
    events: tuple[Event, ...] = ()

    def with_event(self, seconds: float, kind: EventKind, what: str) -> "TrainingSession":
        """The session with one more line; the timeline never goes back."""
        last = self.events[-1].seconds if self.events else 0.0
        event = Event(max(seconds, last), kind, what)
        return replace(self, events=(*self.events, event))

    def first(self, kind: EventKind, what: str | None = None) -> float | None:
        """When something first happened, in seconds; None when it did not."""
        found = (
            event.seconds
            for event in self.events
            if event.kind is kind and (what is None or event.what == what)
        )
        return next(found, None)

    def all_of(self, kind: EventKind) -> tuple[str, ...]:
        """Everything of a kind, in order."""
        return tuple(event.what for event in self.events if event.kind is kind)

    @property
    def was_left(self) -> bool:
        """Whether the trainee left it, which is nobody's fault and gets no mark."""
        return self.first(EventKind.LEFT) is not None


def seconds_to_recognise(session: TrainingSession, protocols: Sequence[str]) -> float | None:
    """From the ringing until one of these protocols was raised, in seconds; None when none was."""
    times = [session.first(EventKind.PROMPT_RAISED, each) for each in protocols]
    return min((time for time in times if time is not None), default=None)


def seconds_to_act(session: TrainingSession) -> float | None:
    """From the ringing until an action of a prompt was taken; None when none was."""
    return session.first(EventKind.ACTION_TAKEN)


@dataclass(frozen=True)
class Completion:
    """A scenario that a person completed, as the live data knows it: nothing of what was said."""

    person_id: str
    scenario_id: str
    scenario_version: int
    completed_at: datetime
    musts_met: bool
