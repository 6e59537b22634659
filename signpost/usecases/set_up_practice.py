"""Setting up the practice: its name and code, its people, who is on duty, how long to wait for an
answer. Every part may be left out and done later.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signpost.domain.practice_details import (
    checked_answer_minutes,
    checked_ods_code,
    checked_practice_name,
    checked_review_months,
)
from signpost.domain.signpost import Practice
from signpost.domain.staff import Duty, StaffMember
from signpost.errors import UserMistake
from signpost.storage.database import FILE_NAME, Database
from signpost.usecases.choose_recorder import add_person
from signpost.usecases.confirm_duty import DutyTyped, insert_duty


@dataclass(frozen=True)
class SetUpTyped:
    """What was typed, as it was typed. `people` are (initials, name); empty pairs are passed over.
    `duty` None: not asked now.
    """

    name: str = ""
    ods_code: str = ""
    answer_minutes: str = ""
    people: tuple[tuple[str, str], ...] = ()
    duty: DutyTyped | None = None
    review_months: str = ""


@dataclass(frozen=True)
class SetUp:
    """How the practice stands afterwards. `added` are the people of this time, in order; `duty` is
    None when none was confirmed.
    """

    practice: Practice
    people: tuple[StaffMember, ...]
    added: tuple[StaffMember, ...]
    duty: Duty | None


class SetUpPractice:
    """Keeps what a practice says about itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def practice(self) -> Practice:
        """The practice of this PC and whether it is live."""
        with self._database.reading() as stores:
            return stores.practice.current()

    def set_up(self, typed: SetUpTyped, recorder_id: str | None, now: datetime) -> SetUp:
        """Keep all that was typed, or nothing. Raises UserMistake naming the field.

        A person's field carries their place: initials_0, name_0. The duty clinician is confirmed by
        the recorder, else by the first person who was added.
        """
        name, code = checked_practice_name(typed.name), checked_ods_code(typed.ods_code)
        minutes = checked_answer_minutes(typed.answer_minutes)
        months = checked_review_months(typed.review_months)
        with self._database.transaction() as stores:
            stores.practice.describe(name, code, minutes, months)
            added: list[StaffMember] = []
            for index, (initials, person) in enumerate(typed.people):
                if not (initials.strip() or person.strip()):
                    continue
                try:
                    added.append(add_person(stores, initials, person, now))
                except UserMistake as mistake:
                    raise UserMistake(f"{mistake.field}_{index}", mistake.sentence) from mistake
            author = recorder_id or (added[0].id if added else None)
            duty = insert_duty(stores, typed.duty, author, now) if typed.duty else None
            return SetUp(stores.practice.current(), stores.staff.active(), tuple(added), duty)


def practice_of(data_dir: Path | None) -> Practice | None:
    """The practice of a data folder; None, and nothing is made, when it has no database yet.

    Raises NotAvailable when its database cannot be opened.
    """
    if data_dir is None or not (data_dir / FILE_NAME).exists():
        return None
    database = Database(data_dir)
    try:
        return SetUpPractice(database).practice()
    finally:
        database.close()
