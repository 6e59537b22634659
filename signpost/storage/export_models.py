"""The tables that exports need: the practice's codes and wording, the key of its pseudonyms, and
the exports that run unattended.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from signpost.domain.code_mapping import CodedEvent, CodedThing
from signpost.domain.standing_export import Period
from signpost.storage.tables import Base, one_of


def _practice_key() -> Mapped[str]:
    return mapped_column(Uuid(as_uuid=False), ForeignKey("practice.practice_id"), primary_key=True)


def _text_key() -> Mapped[str]:
    return mapped_column(String(200), primary_key=True)


class GivenCodeRow(Base):
    """A code that the practice gave to a kind of service or to one service."""

    __tablename__ = "given_code"
    __table_args__ = (one_of("thing", CodedThing), one_of("event", CodedEvent))

    practice_id: Mapped[str] = _practice_key()
    thing: Mapped[str] = _text_key()
    thing_id: Mapped[str] = _text_key()
    event: Mapped[str] = _text_key()
    concept_id: Mapped[str]
    term: Mapped[str]
    source: Mapped[str]
    code_set_date: Mapped[date | None]


class ExportWordingRow(Base):
    """A wording of files that is not the program's own."""

    __tablename__ = "export_wording"

    practice_id: Mapped[str] = _practice_key()
    name: Mapped[str] = _text_key()
    value: Mapped[str]


class PseudonymKeyRow(Base):
    """The key of the practice's pseudonyms; it leaves the practice in no file."""

    __tablename__ = "pseudonym_key"

    practice_id: Mapped[str] = _practice_key()
    key: Mapped[str]
    made_at: Mapped[datetime]


class StandingExportRow(Base):
    """An export that runs unattended. Its format is a plain word: formats may be added."""

    __tablename__ = "standing_export"
    __table_args__ = (
        one_of("period", Period),
        ForeignKeyConstraint(["practice_id", "made_by"], ["staff.practice_id", "staff.id"]),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    name: Mapped[str]
    format: Mapped[str]
    period: Mapped[str]
    folder: Mapped[str]
    reason: Mapped[str]
    expires_on: Mapped[date]
    made_by: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
