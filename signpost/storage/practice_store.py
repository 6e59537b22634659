"""The practice's own rows: itself, its staff, its duty clinicians."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session as DbSession

from signpost.domain.signpost import Practice, RecordMode
from signpost.domain.staff import Duty, Role, Session, StaffMember
from signpost.errors import UserMistake
from signpost.storage.tables import DutyRow, PracticeRow, StaffRow


class PracticeStore:
    """The practice of this database."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def current(self) -> Practice:
        """What it says about itself, and its mode."""
        row = self._session.get_one(PracticeRow, self._practice_id)
        return Practice(
            self._practice_id,
            row.name,
            row.ods_code,
            RecordMode(row.mode),
            row.answer_minutes,
            row.review_months,
        )

    def describe(self, name: str, ods_code: str, answer_minutes: int, review_months: int) -> None:
        """Keep what it says about itself."""
        self._session.execute(
            update(PracticeRow)
            .where(PracticeRow.practice_id == self._practice_id)
            .values(
                name=name,
                ods_code=ods_code,
                answer_minutes=answer_minutes,
                review_months=review_months,
            )
        )

    def set_mode(self, mode: RecordMode) -> None:
        """Whether its calls are live or rehearsal from now on."""
        self._session.execute(
            update(PracticeRow)
            .where(PracticeRow.practice_id == self._practice_id)
            .values(mode=mode.value)
        )


class StaffStore:
    """The people who record."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def active(self) -> tuple[StaffMember, ...]:
        """Everyone who may be picked, by initials."""
        rows = self._session.scalars(
            select(StaffRow)
            .where(StaffRow.practice_id == self._practice_id, StaffRow.active.is_(True))
            .order_by(StaffRow.initials, StaffRow.id)
        )
        return tuple(_staff_member(row) for row in rows)

    def everyone_ever(self) -> tuple[StaffMember, ...]:
        """Everyone, those who left included, in the order in which they were added."""
        rows = self._session.scalars(
            select(StaffRow).where(StaffRow.practice_id == self._practice_id).order_by(StaffRow.id)
        )
        return tuple(_staff_member(row) for row in rows)

    def one(self, staff_id: str) -> StaffMember:
        """A person who may record. Raises UserMistake when there is none with this id."""
        row = self._session.get(StaffRow, (self._practice_id, staff_id)) if staff_id else None
        if row is None or not row.active:
            raise UserMistake(
                "recorder", "Choose who is recording: this person is not on the list."
            )
        return _staff_member(row)

    def initials(self) -> dict[str, str]:
        """Initials of everyone, those who left included, by id."""
        rows = self._session.execute(
            select(StaffRow.id, StaffRow.initials).where(StaffRow.practice_id == self._practice_id)
        )
        return {row.id: row.initials for row in rows}

    def insert(self, person: StaffMember) -> None:
        """Add a person."""
        self._session.execute(
            insert(StaffRow).values(
                practice_id=self._practice_id,
                id=person.id,
                initials=person.initials,
                name=person.name,
                role=person.role.value,
                active=person.active,
                also=sorted(role.value for role in person.also),
                account=person.account,
                pin_hash="",
                pin_failures=0,
            )
        )

    def change(self, person: StaffMember) -> None:
        """Keep what a person is now: initials, name, roles, account, active."""
        self._set(
            person.id,
            initials=person.initials,
            name=person.name,
            role=person.role.value,
            active=person.active,
            also=sorted(role.value for role in person.also),
            account=person.account,
        )

    def keep_pin(self, staff_id: str, pin_hash: str) -> None:
        """Keep the hash of a PIN; empty takes it away."""
        self._set(staff_id, pin_hash=pin_hash, pin_failures=0, pin_refused_until=None)

    def count_failures(self, staff_id: str, failures: int, until: datetime | None) -> None:
        """How many wrong PINs there were in a row, and until when none is looked at."""
        self._set(staff_id, pin_failures=failures, pin_refused_until=until)

    def pin_state(self, staff_id: str) -> tuple[str, int, datetime | None]:
        """The hash of the PIN (empty: none), wrong PINs in a row, and until when none is looked
        at.
        """
        row = self._session.get_one(StaffRow, (self._practice_id, staff_id))
        return row.pin_hash, row.pin_failures, row.pin_refused_until

    def _set(self, staff_id: str, **values: Any) -> None:
        self._session.execute(
            update(StaffRow)
            .where(StaffRow.practice_id == self._practice_id, StaffRow.id == staff_id)
            .values(**values)
        )

    def deactivate(self, staff_id: str) -> None:
        """Take a person off the list."""
        self._session.execute(
            update(StaffRow)
            .where(StaffRow.practice_id == self._practice_id, StaffRow.id == staff_id)
            .values(active=False)
        )


class DutyStore:
    """Confirmations of the duty clinician."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def latest(self, day: date | None = None, session: Session | None = None) -> Duty | None:
        """The latest confirmation, of one session or (without arguments) of any."""
        query = select(DutyRow).where(DutyRow.practice_id == self._practice_id)
        if day is not None and session is not None:
            query = query.where(DutyRow.day == day, DutyRow.session == session.value)
        row = self._session.scalars(
            query.order_by(DutyRow.confirmed_at.desc(), DutyRow.id.desc()).limit(1)
        ).first()
        return _duty(row) if row else None

    def insert(self, duty: Duty) -> None:
        """Add a confirmation; an earlier one of the same session stays and no longer counts."""
        self._session.add(
            DutyRow(
                practice_id=self._practice_id,
                id=duty.id,
                day=duty.day,
                session=duty.session.value,
                clinician=duty.clinician,
                how_to_reach=duty.how_to_reach,
                backup=duty.backup,
                backup_how_to_reach=duty.backup_how_to_reach,
                confirmed_by=duty.confirmed_by,
                confirmed_at=duty.confirmed_at,
            )
        )


def _staff_member(row: StaffRow) -> StaffMember:
    also = frozenset(Role(role) for role in row.also)
    return StaffMember(
        row.id,
        row.initials,
        row.name,
        Role(row.role),
        row.active,
        also,
        row.account,
        has_pin=bool(row.pin_hash),
    )


def _duty(row: DutyRow) -> Duty:
    return Duty(
        id=row.id,
        day=row.day,
        session=Session(row.session),
        clinician=row.clinician,
        how_to_reach=row.how_to_reach,
        backup=row.backup,
        backup_how_to_reach=row.backup_how_to_reach,
        confirmed_by=row.confirmed_by,
        confirmed_at=row.confirmed_at,
    )
