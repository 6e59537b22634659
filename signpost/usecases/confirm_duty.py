"""The duty clinician of this session: who it is, how to reach them, and who confirmed it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from signpost.domain.local_time import local_time
from signpost.domain.record_id import new_id
from signpost.domain.staff import Duty, session_at
from signpost.errors import UserMistake
from signpost.storage.database import Database

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

LONGEST_TEXT = 120


@dataclass(frozen=True)
class DutyTyped:
    """Who is on duty and how to reach them, as typed."""

    clinician: str
    how_to_reach: str
    backup: str = ""
    backup_how_to_reach: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing was typed."""
        texts = (self.clinician, self.how_to_reach, self.backup, self.backup_how_to_reach)
        return not any(text.strip() for text in texts)


class ConfirmDuty:
    """Confirming the duty clinician and back-up, once in each session."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, now: datetime) -> Duty | None:
        """What was confirmed last for the session that it is now; None means nobody confirmed
        one.
        """
        local = local_time(now)
        with self._database.reading() as stores:
            return stores.duty.latest(local.date(), session_at(local))

    def last_confirmed(self) -> Duty | None:
        """The latest confirmation of any session: what a form may offer, never what counts as
        confirmed.
        """
        with self._database.reading() as stores:
            return stores.duty.latest()

    def confirm(
        self,
        *,
        clinician: str,
        how_to_reach: str,
        backup: str,
        backup_how_to_reach: str,
        recorder_id: str | None,
        now: datetime,
    ) -> Duty:
        """Confirm for the session that it is now. Raises UserMistake when the clinician or author
        is missing.
        """
        typed = DutyTyped(clinician, how_to_reach, backup, backup_how_to_reach)
        with self._database.transaction() as stores:
            return insert_duty(stores, typed, recorder_id, now)


def insert_duty(stores: "Stores", typed: DutyTyped, recorder_id: str | None, now: datetime) -> Duty:
    """Confirm a duty clinician in a transaction that is open. Raises UserMistake."""
    if recorder_id is None:
        raise UserMistake("recorder", "Choose who is confirming.")
    local = local_time(now)
    duty = Duty(
        id=new_id(now),
        day=local.date(),
        session=session_at(local),
        clinician=_checked("clinician", typed.clinician, "Type who the duty clinician is."),
        how_to_reach=_checked(
            "how_to_reach", typed.how_to_reach, "Type how to reach the duty clinician."
        ),
        backup=_checked("backup", typed.backup),
        backup_how_to_reach=_checked("backup_how_to_reach", typed.backup_how_to_reach),
        confirmed_by=recorder_id,
        confirmed_at=now,
    )
    stores.duty.insert(duty)
    return duty


def _checked(field: str, typed: str, if_missing: str = "") -> str:
    text = " ".join(typed.split())
    if if_missing and not text:
        raise UserMistake(field, if_missing)
    if len(text) > LONGEST_TEXT:
        raise UserMistake(field, f"Type at most {LONGEST_TEXT} characters.")
    return text
