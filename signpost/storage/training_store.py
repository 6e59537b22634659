"""Rehearsals in the training file: kept line by line as they happen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from signpost.domain.rehearsal import Event, EventKind, TrainingSession, Way
from signpost.errors import UserMistake
from signpost.storage.training_models import EventRow, MarkRow, SessionRow, TeamResultRow


@dataclass(frozen=True)
class KeptSession:
    """A rehearsal with what was said of it. `ended_at` None: it can be gone on with.

    `marked_by` is empty while only the timeline has given marks.
    """

    session: TrainingSession
    started_at: datetime
    ended_at: datetime | None
    marks: Mapping[str, int]
    marked_by: str
    remarks: str
    next_step: str


class TrainingStore:
    """The rehearsals of one training file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def start(self, training: TrainingSession, now: datetime) -> None:
        """Keep a rehearsal that begins."""
        self._session.execute(
            insert(SessionRow).values(
                id=training.id,
                scenario_id=training.scenario_id,
                scenario_version=training.scenario_version,
                trainee_id=training.trainee_id,
                way=training.way.value,
                actor_id=training.actor_id,
                observer_id=training.observer_id,
                started_at=now,
                ended_at=None,
                marked_by="",
                marked_at=None,
                remarks="",
                next_step="",
            )
        )

    def add(self, session_id: str, event: Event) -> None:
        """Keep a line of the timeline."""
        last = self._session.scalar(
            select(func.max(EventRow.position)).where(EventRow.session_id == session_id)
        )
        self._session.execute(
            insert(EventRow).values(
                session_id=session_id,
                position=(last or 0) + 1,
                seconds=event.seconds,
                kind=event.kind.value,
                what=event.what,
            )
        )

    def end(self, session_id: str, now: datetime) -> None:
        """The rehearsal is over."""
        self._set(session_id, ended_at=now)

    def keep_marks(
        self, session_id: str, marks: Mapping[str, int], marked_by: str, now: datetime
    ) -> None:
        """Keep marks by point, in place of earlier ones."""
        self._session.execute(delete(MarkRow).where(MarkRow.session_id == session_id))
        rows = [
            {"session_id": session_id, "point_id": point, "mark": mark}
            for point, mark in marks.items()
        ]
        if rows:
            self._session.execute(insert(MarkRow), rows)
        self._set(session_id, marked_by=marked_by, marked_at=now)

    def keep_remarks(self, session_id: str, remarks: str, next_step: str) -> None:
        """Keep what the trainer said, and what was agreed."""
        self._set(session_id, remarks=remarks, next_step=next_step)

    def one(self, session_id: str) -> KeptSession:
        """A rehearsal by its id. Raises UserMistake when there is none."""
        row = self._session.get(SessionRow, session_id)
        if row is None:
            raise UserMistake("session", "This rehearsal is not in the training file of this PC.")
        return self._kept(row)

    def all(self, trainee_id: str | None = None) -> tuple[KeptSession, ...]:
        """All rehearsals, or one person's, oldest first."""
        asked = select(SessionRow).order_by(SessionRow.started_at, SessionRow.id)
        if trainee_id is not None:
            asked = asked.where(SessionRow.trainee_id == trainee_id)
        return tuple(self._kept(row) for row in self._session.scalars(asked))

    def add_team_result(
        self, result_id: str, scenario: tuple[str, int], held_at: datetime, counts: Iterable[int]
    ) -> None:
        """Keep what a team answered: right, wrong, not sure."""
        right, wrong, not_sure = counts
        self._session.execute(
            insert(TeamResultRow).values(
                id=result_id,
                scenario_id=scenario[0],
                scenario_version=scenario[1],
                held_at=held_at,
                right=right,
                wrong=wrong,
                not_sure=not_sure,
            )
        )

    def _kept(self, row: SessionRow) -> KeptSession:
        events = self._session.scalars(
            select(EventRow).where(EventRow.session_id == row.id).order_by(EventRow.position)
        )
        marks = self._session.scalars(select(MarkRow).where(MarkRow.session_id == row.id))
        return KeptSession(
            TrainingSession(
                row.id,
                row.scenario_id,
                row.scenario_version,
                row.trainee_id,
                Way(row.way),
                row.actor_id,
                row.observer_id,
                tuple(Event(each.seconds, EventKind(each.kind), each.what) for each in events),
            ),
            row.started_at,
            row.ended_at,
            {each.point_id: each.mark for each in marks},
            row.marked_by,
            row.remarks,
            row.next_step,
        )

    def _set(self, session_id: str, **values: object) -> None:
        self._session.execute(
            update(SessionRow).where(SessionRow.id == session_id).values(**values)
        )
