"""Rehearsing: a session kept as it goes on, marked, looked back on; one completion crosses to the
live data by a trainer's deliberate act.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from signpost.domain.audit import AuditEvent
from signpost.domain.local_time import local_time
from signpost.domain.permission import Deed, NotAllowedError, may
from signpost.domain.record_id import new_id
from signpost.domain.rehearsal import Completion, Event, EventKind, TrainingSession, Way
from signpost.domain.scenario import Scenario
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.storage.training_database import TrainingDatabase
from signpost.training.debrief import Debrief, debrief, points_of, suggested_marks
from signpost.training.progress import Done
from signpost.usecases.prove_who import Proof, allowed

if TYPE_CHECKING:
    from signpost.storage.training_store import KeptSession

LONGEST_REMARK = 2_000


class Rehearse:
    """The rehearsals of this PC."""

    def __init__(self, training: TrainingDatabase, live: Database) -> None:
        self._training = training
        self._live = live

    def start(
        self,
        scenario: Scenario,
        trainee_id: str,
        way: Way,
        now: datetime,
        *,
        actor_id: str = "",
        observer_id: str = "",
    ) -> TrainingSession:
        """Begin a session: the phone rings."""
        session = TrainingSession(
            new_id(now), scenario.id, scenario.version, trainee_id, way, actor_id, observer_id
        )
        with self._training.transaction() as store:
            store.start(session, now)
        return self.add(session, 0.0, EventKind.RANG, scenario.opening)

    def add(
        self, session: TrainingSession, seconds: float, kind: EventKind, what: str
    ) -> TrainingSession:
        """Add a line to the timeline; it is on disk when this returns."""
        longer = session.with_event(seconds, kind, what)
        with self._training.transaction() as store:
            store.add(session.id, longer.events[-1])
        return longer

    def leave(self, session: TrainingSession, seconds: float, now: datetime) -> TrainingSession:
        """The trainee leaves it, at any moment and without a mark."""
        left = self.add(session, seconds, EventKind.LEFT, "")
        with self._training.transaction() as store:
            store.end(session.id, now)
        return left

    def end(self, scenario: Scenario, session: TrainingSession, now: datetime) -> None:
        """The session is over; the marks that the timeline gives are kept at once."""
        with self._training.transaction() as store:
            store.end(session.id, now)
            store.keep_marks(session.id, suggested_marks(scenario, session), "", now)

    def unfinished(self, trainee_id: str) -> tuple["KeptSession", ...]:
        """Sessions that can be gone on with: the PC was turned off, or a real call came in."""
        with self._training.transaction() as store:
            return tuple(each for each in store.all(trainee_id) if each.ended_at is None)

    def mark(
        self,
        proof: Proof | None,
        scenario: Scenario,
        session_id: str,
        marks: Mapping[str, int],
        now: datetime,
    ) -> Debrief:
        """Keep a trainer's marks. Raises UserMistake, NotAllowedError, and ValueError for a mark
        outside 0 to 2.
        """
        known = {point.id for point in points_of(scenario)}
        if not set(marks) <= known:
            raise UserMistake("marks", "This point does not belong to the scenario.")
        with self._live.reading() as stores:
            trainer = allowed(stores, proof, Deed.RUN_TRAINING, now)
        with self._training.transaction() as store:
            kept = store.one(session_id)
            found = debrief(scenario, kept.session, marks)
            store.keep_marks(session_id, found.marks, trainer.id if trainer else "", now)
        return found

    def remark(self, session_id: str, remarks: str, next_step: str) -> None:
        """Keep what was said in the debrief, and what was agreed."""
        for text, field in ((remarks, "remarks"), (next_step, "next_step")):
            if len(text) > LONGEST_REMARK:
                raise UserMistake(field, f"Write at most {LONGEST_REMARK} characters.")
        with self._training.transaction() as store:
            store.keep_remarks(session_id, remarks, next_step)

    def look_back(self, reader: StaffMember, scenario: Scenario, session_id: str) -> Debrief:
        """The debrief of a session, for the person themselves and those who may see marks.

        Raises NotAllowedError for anybody else.
        """
        with self._training.transaction() as store:
            kept = store.one(session_id)
        if reader.id != kept.session.trainee_id and not may(reader.roles, Deed.SEE_MARKS):
            raise NotAllowedError(Deed.SEE_MARKS)
        return debrief(scenario, kept.session, kept.marks)

    def done(self, scenarios: Sequence[Scenario]) -> tuple[Done, ...]:
        """Every marked session, for progress."""
        by_id = {scenario.id: scenario for scenario in scenarios}
        with self._training.transaction() as store:
            kept = [each for each in store.all() if each.marks and not each.session.was_left]
        return tuple(
            _done(by_id[each.session.scenario_id], each)
            for each in kept
            if each.session.scenario_id in by_id
        )

    def complete(
        self, proof: Proof | None, scenario: Scenario, session_id: str, now: datetime
    ) -> Completion:
        """Write a completion into the live data: the one thing that crosses, audited.

        Raises UserMistake while a must is missed or not marked, and NotAllowedError.
        """
        with self._training.transaction() as store:
            kept = store.one(session_id)
        musts = [point.id for point in points_of(scenario) if point.must]
        if any(not kept.marks.get(point) for point in musts):
            raise UserMistake("marks", "A point that may not be missed has no mark yet, or 0.")
        completion = Completion(
            kept.session.trainee_id,
            scenario.id,
            kept.session.scenario_version,
            kept.ended_at or now,
            musts_met=True,
        )
        with self._live.transaction() as stores:
            trainer = allowed(stores, proof, Deed.RUN_TRAINING, now)
            stores.completions.add(completion, new_id(now), trainer.id if trainer else None)
            stores.audit.add(
                now,
                trainer.id if trainer else None,
                AuditEvent.TRAINING_COMPLETED,
                {"person": completion.person_id, "scenario": scenario.id},
            )
        return completion

    def completions(self) -> tuple[Completion, ...]:
        """Who completed what, oldest first: what managers may see."""
        with self._live.reading() as stores:
            return stores.completions.all()


def _done(scenario: Scenario, kept: "KeptSession") -> Done:
    found = debrief(scenario, kept.session, kept.marks)
    return Done(
        kept.session.trainee_id,
        scenario.id,
        kept.session.scenario_version,
        local_time(kept.started_at).date(),
        tuple(point.id for point in found.missed_musts),
        found.seconds_to_recognise,
    )


def timeline_words(event: Event) -> str:
    """A line of the timeline as a person reads it: minutes and seconds, then what happened."""
    minutes, seconds = divmod(int(event.seconds), 60)
    return f"{minutes}:{seconds:02} {_KIND_WORDS[event.kind]} {event.what}".rstrip()


_KIND_WORDS = {
    EventKind.RANG: "The phone rings:",
    EventKind.CALLER_SAID: "Caller:",
    EventKind.ASKED: "Asked:",
    EventKind.FACT_CAME_OUT: "Came out:",
    EventKind.WORDS_TYPED: "Typed:",
    EventKind.PROMPT_RAISED: "Prompt raised:",
    EventKind.PROMPT_ANSWERED: "Prompt answered:",
    EventKind.ACTION_TAKEN: "Action taken:",
    EventKind.SERVICE_CHOSEN: "Service chosen:",
    EventKind.SAVED: "Saved:",
    EventKind.LINE_DROPPED: "The line dropped",
    EventKind.PARKED_FOR_REAL_CALL: "Set aside for a real call",
    EventKind.LEFT: "Left",
}
