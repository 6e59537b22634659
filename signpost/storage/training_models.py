"""The tables of the training file, which is a file of its own and never the live one."""

from datetime import datetime

from sqlalchemy import ForeignKey, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from signpost.domain.rehearsal import EventKind, Way
from signpost.storage.column_types import PlainText, UtcDateTime
from signpost.storage.tables import one_of

VERSION = 1
"""Written into the file; a file of another version is told and left alone."""


class TrainingBase(DeclarativeBase):
    """What all tables of the training file share."""

    metadata = MetaData()
    type_annotation_map = {str: PlainText(), datetime: UtcDateTime()}  # noqa: RUF012 - SQLAlchemy reads it


def _id() -> Mapped[str]:
    return mapped_column(Uuid(as_uuid=False), primary_key=True)


class SessionRow(TrainingBase):
    """A rehearsal: who, which scenario, how it ended, what the trainer said of it."""

    __tablename__ = "training_session"
    __table_args__ = (one_of("way", Way),)

    id: Mapped[str] = _id()
    scenario_id: Mapped[str]
    scenario_version: Mapped[int]
    trainee_id: Mapped[str]
    way: Mapped[str]
    actor_id: Mapped[str]
    observer_id: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    marked_by: Mapped[str]
    marked_at: Mapped[datetime | None]
    remarks: Mapped[str]
    next_step: Mapped[str]


class EventRow(TrainingBase):
    """A line of the timeline."""

    __tablename__ = "training_event"
    __table_args__ = (one_of("kind", EventKind),)

    session_id: Mapped[str] = mapped_column(
        Uuid(as_uuid=False), ForeignKey("training_session.id"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seconds: Mapped[float]
    kind: Mapped[str]
    what: Mapped[str]


class MarkRow(TrainingBase):
    """A mark for a point: 0, 1 or 2."""

    __tablename__ = "training_mark"

    session_id: Mapped[str] = mapped_column(
        Uuid(as_uuid=False), ForeignKey("training_session.id"), primary_key=True
    )
    point_id: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[int]


class TeamResultRow(TrainingBase):
    """What a team answered to a scenario on one shared screen, as counts."""

    __tablename__ = "training_team_result"

    id: Mapped[str] = _id()
    scenario_id: Mapped[str]
    scenario_version: Mapped[int]
    held_at: Mapped[datetime]
    right: Mapped[int]
    wrong: Mapped[int]
    not_sure: Mapped[int]
