"""The tables, as docs/DATA.md describes them. Every shared table leads its primary key with the
practice.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Uuid,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from signpost.domain.approval import ItemKind, ItemState
from signpost.domain.call import ArrangedInstead, CheckAnswer, DeclineReason, Outcome, PromptAction
from signpost.domain.caller import AGE_BANDS, Channel, Sex, WhoIsCalling
from signpost.domain.signpost import FollowUpOutcome, RecordMode, Referral
from signpost.domain.staff import Role, Session
from signpost.storage.column_types import PlainText, UtcDateTime


class Base(DeclarativeBase):
    """What all tables share: names for constraints, and types for annotations."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        str: PlainText(),
        datetime: UtcDateTime(),
        dict[str, Any]: JSON(),
        list[Any]: JSON(),
    }


def one_of(column: str, values: type[StrEnum] | Iterable[str]) -> CheckConstraint:
    """The column holds one of these words (or NULL, where it may)."""
    words = ", ".join(f"'{value!s}'" for value in values)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def _practice_key() -> Mapped[str]:
    return mapped_column(Uuid(as_uuid=False), ForeignKey("practice.practice_id"), primary_key=True)


def _id_key() -> Mapped[str]:
    return mapped_column(Uuid(as_uuid=False), primary_key=True)


def _id() -> Mapped[str]:
    return mapped_column(Uuid(as_uuid=False))


class PracticeRow(Base):
    """The practice of this PC."""

    __tablename__ = "practice"
    __table_args__ = (one_of("mode", RecordMode),)

    practice_id: Mapped[str] = _id_key()
    name: Mapped[str]
    ods_code: Mapped[str]
    mode: Mapped[str]
    created_at: Mapped[datetime]
    answer_minutes: Mapped[int] = mapped_column(server_default=text("5"))
    review_months: Mapped[int] = mapped_column(server_default=text("6"))


class StaffRow(Base):
    """A person who records."""

    __tablename__ = "staff"
    __table_args__ = (one_of("role", Role),)

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _id_key()
    initials: Mapped[str]
    name: Mapped[str]
    role: Mapped[str]
    active: Mapped[bool]
    also: Mapped[list[Any]] = mapped_column(server_default=text("'[]'"))
    account: Mapped[str] = mapped_column(server_default=text("''"))
    pin_hash: Mapped[str] = mapped_column(server_default=text("''"))
    pin_failures: Mapped[int] = mapped_column(server_default=text("0"))
    pin_refused_until: Mapped[datetime | None]


class DutyRow(Base):
    """One confirmation of a session's duty clinician; the latest of a session counts."""

    __tablename__ = "duty"
    __table_args__ = (
        one_of("session", Session),
        ForeignKeyConstraint(["practice_id", "confirmed_by"], ["staff.practice_id", "staff.id"]),
        Index(None, "practice_id", "day", "session"),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _id_key()
    day: Mapped[date]
    session: Mapped[str]
    clinician: Mapped[str]
    how_to_reach: Mapped[str]
    backup: Mapped[str]
    backup_how_to_reach: Mapped[str]
    confirmed_by: Mapped[str] = _id()
    confirmed_at: Mapped[datetime]


_STANDS = text("voided_at IS NULL")
_UNSENT = text("referral = 'to_send' AND voided_at IS NULL")


class SignpostRow(Base):
    """One saved call in its latest state."""

    __tablename__ = "signpost"
    __table_args__ = (
        one_of("record_mode", RecordMode),
        one_of("channel", Channel),
        one_of("who_is_calling", WhoIsCalling),
        one_of("age_band", ("", *AGE_BANDS)),
        one_of("sex", Sex),
        one_of("outcome", Outcome),
        one_of("decline_reason", DeclineReason),
        one_of("arranged_instead", ArrangedInstead),
        one_of("referral", Referral),
        one_of("follow_up_outcome", FollowUpOutcome),
        one_of("recorded_by_role", Role),
        ForeignKeyConstraint(["practice_id", "recorded_by"], ["staff.practice_id", "staff.id"]),
        ForeignKeyConstraint(
            ["practice_id", "referral_sent_by"], ["staff.practice_id", "staff.id"]
        ),
        Index(None, "practice_id", "event_date", "event_time"),
        # A call undone and saved again keeps its number, so only standing records are compared.
        Index(
            "uq_signpost_practice_id_call_number",
            "practice_id",
            "call_number",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index(
            "ix_signpost_unsent",
            "practice_id",
            "id",
            sqlite_where=_UNSENT,
            postgresql_where=_UNSENT,
        ),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _id_key()
    call_number: Mapped[str]
    record_mode: Mapped[str]
    example_practice: Mapped[bool]
    started_at: Mapped[datetime]
    entered_at: Mapped[datetime]
    event_date: Mapped[date]
    event_time: Mapped[str]
    duration_seconds: Mapped[int]
    recorded_by: Mapped[str] = _id()
    recorded_by_role: Mapped[str]
    channel: Mapped[str | None]
    who_is_calling: Mapped[str | None]
    patient_ref: Mapped[str | None]
    age_years: Mapped[int | None]
    age_band: Mapped[str]
    sex: Mapped[str | None]
    topic_id: Mapped[str]
    topic_title: Mapped[str]
    topic_group: Mapped[str]
    words: Mapped[str]
    content_version: Mapped[str]
    outcome: Mapped[str]
    decline_reason: Mapped[str | None]
    arranged_instead: Mapped[str | None]
    promised_by: Mapped[datetime | None]
    clinician_took_over: Mapped[str]
    clinician_asked: Mapped[str]
    clinician_asked_at: Mapped[datetime | None]
    clinician_answered: Mapped[str]
    clinician_answered_at: Mapped[datetime | None]
    consent: Mapped[bool | None]
    safety_net: Mapped[bool | None]
    understanding: Mapped[bool | None]
    note: Mapped[str]
    record_text: Mapped[str]
    leaflet_given: Mapped[bool]
    service_id: Mapped[str | None]
    service_name: Mapped[str]
    service_kind: Mapped[str]
    service_phone: Mapped[str]
    service_place: Mapped[str]
    service_hours: Mapped[str]
    service_how_to_access: Mapped[str]
    service_snomed_code: Mapped[str]
    service_snomed_term: Mapped[str]
    service_ods_code: Mapped[str]
    service_referral_needed: Mapped[bool]
    referral: Mapped[str]
    referral_sent_at: Mapped[datetime | None]
    referral_sent_by: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    follow_up_due: Mapped[date | None]
    follow_up_outcome: Mapped[str | None]
    revision_id: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    voided_at: Mapped[datetime | None]
    void_reason: Mapped[str]


class PromptRow(Base):
    """A prompt or check line that was shown in a call, with its answers and what was done."""

    __tablename__ = "signpost_prompt"
    __table_args__ = (
        one_of("kind", ("prompt", "check")),
        one_of("action", PromptAction),
        one_of("check_answer", CheckAnswer),
        ForeignKeyConstraint(
            ["practice_id", "signpost_id"], ["signpost.practice_id", "signpost.id"]
        ),
    )

    practice_id: Mapped[str] = _practice_key()
    signpost_id: Mapped[str] = _id_key()
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    protocol_id: Mapped[str]
    version: Mapped[int]
    title: Mapped[str]
    row_id: Mapped[str]
    answers: Mapped[list[Any]]
    because: Mapped[list[Any]]
    action: Mapped[str | None]
    raised_at: Mapped[datetime]
    acted_at: Mapped[datetime | None]
    clinician: Mapped[str]
    fell_to_check: Mapped[bool]
    check_reason: Mapped[str]
    check_answer: Mapped[str | None]


class RevisionRow(Base):
    """A correction or void: who, when, why, and the changed fields before and after."""

    __tablename__ = "signpost_revision"
    __table_args__ = (
        one_of("kind", ("correction", "void")),
        ForeignKeyConstraint(
            ["practice_id", "signpost_id"], ["signpost.practice_id", "signpost.id"]
        ),
        ForeignKeyConstraint(["practice_id", "made_by"], ["staff.practice_id", "staff.id"]),
        Index(None, "practice_id", "signpost_id"),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _id_key()
    signpost_id: Mapped[str] = _id()
    kind: Mapped[str]
    made_by: Mapped[str] = _id()
    made_at: Mapped[datetime]
    reason: Mapped[str]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


class AuditRow(Base):
    """An entry of the audit log; only ever added to."""

    __tablename__ = "audit_entry"

    practice_id: Mapped[str] = _practice_key()
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    who: Mapped[str]
    event: Mapped[str]
    details: Mapped[dict[str, Any]]
    chained_to: Mapped[str]
    hash: Mapped[str]


class CompletionRow(Base):
    """A scenario that a person completed; nothing of what was said in it."""

    __tablename__ = "training_completion"
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "person_id"], ["staff.practice_id", "staff.id"]),
        Index("ix_training_completion_person_id", "practice_id", "person_id"),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _id_key()
    person_id: Mapped[str] = _id()
    scenario_id: Mapped[str]
    scenario_version: Mapped[int]
    completed_at: Mapped[datetime]
    musts_met: Mapped[bool]
    trainer_id: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))


class JudgementRow(Base):
    """What somebody decided about an item of content at one wording; only ever added to."""

    __tablename__ = "judgement"
    __table_args__ = (
        one_of("kind", ItemKind),
        one_of("state", ItemState),
        ForeignKeyConstraint(["practice_id", "made_by"], ["staff.practice_id", "staff.id"]),
        Index("ix_judgement_item", "practice_id", "kind", "item_id"),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _id_key()
    kind: Mapped[str]
    item_id: Mapped[str]
    hash: Mapped[str]
    state: Mapped[str]
    made_by: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    made_at: Mapped[datetime]
    note: Mapped[str]


class ApprovedWordingRow(Base):
    """Exactly what was approved: the wording that stays in use until another is approved."""

    __tablename__ = "approved_wording"
    __table_args__ = (one_of("kind", ItemKind),)

    practice_id: Mapped[str] = _practice_key()
    kind: Mapped[str] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(primary_key=True)
    wording: Mapped[str]
