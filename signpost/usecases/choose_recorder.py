"""Who is recording: a person picked in one key, never a shared Windows account."""

from datetime import datetime
from typing import TYPE_CHECKING

from signpost.domain.record_id import new_id
from signpost.domain.staff import Role, StaffMember, checked_initials, checked_name
from signpost.errors import UserMistake
from signpost.storage.database import Database

if TYPE_CHECKING:
    from signpost.storage.stores import Stores


class ChooseRecorder:
    """The people who may be picked as recorder, and adding one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def recorders(self) -> tuple[StaffMember, ...]:
        """Everyone who may record, by initials, so that each keeps their place."""
        with self._database.reading() as stores:
            return stores.staff.active()

    def add(
        self, initials: str, name: str, now: datetime, role: Role = Role.RECEPTION
    ) -> StaffMember:
        """Add a person, as the first save asks. Raises UserMistake for unusable or taken initials.

        The same initials and name again are the same person.
        """
        with self._database.transaction() as stores:
            return add_person(stores, initials, name, now, role)

    def retire(self, staff_id: str) -> None:
        """Take a person off the list of recorders; what they recorded stays theirs."""
        with self._database.transaction() as stores:
            stores.staff.deactivate(staff_id)


def add_person(
    stores: "Stores", initials: str, name: str, now: datetime, role: Role = Role.RECEPTION
) -> StaffMember:
    """Add a person in a transaction that is open. Raises UserMistake."""
    person = StaffMember(new_id(now), checked_initials(initials), checked_name(name), role)
    for other in stores.staff.active():
        if other.initials != person.initials:
            continue
        if other.name.casefold() == person.name.casefold():
            return other
        raise UserMistake(
            "initials", f"{other.initials} is {other.name}: add a letter or a second initial."
        )
    stores.staff.insert(person)
    return person
