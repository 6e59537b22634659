"""The directory's tables: versions of entries, numbered by generation, so that an import is staged
beside the live entries and every earlier state can be brought back.

A version is live while `from_generation <= directory.live_generation < until_generation` (an empty
`until_generation` never ends). docs/decisions/0009-directory-generations.md tells why.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKeyConstraint,
    Index,
    String,
    Uuid,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from signpost.domain.directory_change import ChangeKind, Decision, LineKind, ReportState
from signpost.domain.place import LocationType
from signpost.domain.service import Status, Verified
from signpost.storage.tables import Base, one_of


def _practice_key() -> Mapped[str]:
    # No foreign key: the example practice has a directory of its own and is no practice of this PC.
    return mapped_column(Uuid(as_uuid=False), primary_key=True)


def _text_key() -> Mapped[str]:
    return mapped_column(String(200), primary_key=True)


def _generation_key() -> Mapped[int]:
    return mapped_column(BigInteger, primary_key=True, autoincrement=False)


def _until() -> Mapped[int | None]:
    return mapped_column(BigInteger)


class DirectoryRow(Base):
    """Where a practice's directory stands; one row a practice."""

    __tablename__ = "directory"

    practice_id: Mapped[str] = _practice_key()
    live_generation: Mapped[int] = mapped_column(BigInteger)
    staged_generation: Mapped[int | None] = mapped_column(BigInteger)
    staged_from: Mapped[int | None] = mapped_column(BigInteger)
    staged_feed: Mapped[str] = mapped_column(server_default=text("''"))
    staged_file: Mapped[str] = mapped_column(server_default=text("''"))


class DirectoryChangeRow(Base):
    """One step of the directory: an edit, an import, a restore or an undo."""

    __tablename__ = "directory_change"
    __table_args__ = (one_of("kind", ChangeKind),)

    practice_id: Mapped[str] = _practice_key()
    generation: Mapped[int] = _generation_key()
    kind: Mapped[str]
    made_by: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    made_at: Mapped[datetime]
    feed: Mapped[str]
    file_name: Mapped[str]
    note: Mapped[str]
    added: Mapped[int]
    changed: Mapped[int]
    removed: Mapped[int]
    undoes: Mapped[int | None] = mapped_column(BigInteger)


class ServiceRow(Base):
    """A version of a service, with its organization."""

    __tablename__ = "service"
    __table_args__ = (
        one_of("status", Status),
        one_of("verified", Verified),
        Index("ix_service_from_generation", "practice_id", "from_generation"),
        Index("ix_service_until_generation", "practice_id", "until_generation"),
        Index("ix_service_kind", "practice_id", "kind"),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _text_key()
    from_generation: Mapped[int] = _generation_key()
    until_generation: Mapped[int | None] = _until()
    feed: Mapped[str]
    edited: Mapped[list[Any]]
    name: Mapped[str]
    alternate_name: Mapped[list[Any]]
    kind: Mapped[str]
    topics: Mapped[list[Any]]
    organization_id: Mapped[str]
    organization: Mapped[str]
    ods_code: Mapped[str]
    description: Mapped[str]
    check_first: Mapped[str]
    eligibility_description: Mapped[str]
    eligibility: Mapped[list[Any]]
    accepts_children: Mapped[bool | None]
    access: Mapped[list[Any]]
    application_process: Mapped[str]
    referral_needed: Mapped[bool]
    seen_in_person: Mapped[bool]
    phones: Mapped[list[Any]]
    phone_unconfirmed: Mapped[str]
    email: Mapped[str]
    url: Mapped[str]
    schedule: Mapped[str]
    alert: Mapped[str]
    status: Mapped[str]
    paused_until: Mapped[date | None]
    pause_reason: Mapped[str]
    wait_time: Mapped[str]
    wait_date: Mapped[date | None]
    practice_priority: Mapped[int]
    owner: Mapped[str]
    is_local: Mapped[bool]
    is_filled: Mapped[bool]
    assured_date: Mapped[date | None]
    assured_by: Mapped[str]
    review_date: Mapped[date | None]
    source: Mapped[str]
    verified: Mapped[str]
    unverified: Mapped[str]
    snomed_code: Mapped[str]
    snomed_term: Mapped[str]


class LocationRow(Base):
    """A version of a place, with its own telephone numbers and hours."""

    __tablename__ = "location"
    __table_args__ = (
        one_of("location_type", LocationType),
        Index("ix_location_from_generation", "practice_id", "from_generation"),
        Index("ix_location_until_generation", "practice_id", "until_generation"),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = _text_key()
    from_generation: Mapped[int] = _generation_key()
    until_generation: Mapped[int | None] = _until()
    feed: Mapped[str]
    edited: Mapped[list[Any]]
    name: Mapped[str]
    location_type: Mapped[str]
    address: Mapped[str]
    postal_code: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    ods_code: Mapped[str]
    phones: Mapped[list[Any]]
    schedule: Mapped[str]
    alert: Mapped[str]


class ServiceAtLocationRow(Base):
    """A version of the fact that a service is given at a place.

    Empty `phones`, `schedule` and `alert` mean that those of the place hold.
    """

    __tablename__ = "service_at_location"
    __table_args__ = (
        Index("ix_service_at_location_location_id", "practice_id", "location_id"),
        Index("ix_service_at_location_from_generation", "practice_id", "from_generation"),
        Index("ix_service_at_location_until_generation", "practice_id", "until_generation"),
    )

    practice_id: Mapped[str] = _practice_key()
    service_id: Mapped[str] = _text_key()
    location_id: Mapped[str] = _text_key()
    from_generation: Mapped[int] = _generation_key()
    until_generation: Mapped[int | None] = _until()
    feed: Mapped[str]
    phones: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    schedule: Mapped[str | None]
    alert: Mapped[str | None]


class ImportLineRow(Base):
    """A line of the preview of a staged import, and what the manager decided about it."""

    __tablename__ = "import_line"
    __table_args__ = (
        one_of("kind", LineKind),
        one_of("decision", Decision),
        Index("ix_import_line_kind", "practice_id", "generation", "kind", "position"),
    )

    practice_id: Mapped[str] = _practice_key()
    generation: Mapped[int] = _generation_key()
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    entity: Mapped[str]
    entity_id: Mapped[str]
    other_id: Mapped[str]
    name: Mapped[str]
    fields: Mapped[list[Any]]
    reason: Mapped[str]
    decision: Mapped[str]
    theirs: Mapped[dict[str, Any]]


class EntryReportRow(Base):
    """Somebody at a desk said that an entry is wrong."""

    __tablename__ = "entry_report"
    __table_args__ = (
        one_of("state", ReportState),
        ForeignKeyConstraint(["practice_id", "made_by"], ["staff.practice_id", "staff.id"]),
        Index("ix_entry_report_state", "practice_id", "state"),
    )

    practice_id: Mapped[str] = _practice_key()
    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    service_id: Mapped[str]
    service_name: Mapped[str]
    location_id: Mapped[str]
    what_is_wrong: Mapped[str]
    made_by: Mapped[str | None] = mapped_column(Uuid(as_uuid=False))
    made_at: Mapped[datetime]
    state: Mapped[str]
    answer: Mapped[str]
    answered_at: Mapped[datetime | None]
