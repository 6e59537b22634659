"""Who is recording: a person picked in one key, never a shared Windows account."""

from datetime import datetime

from signpost.domain.record_id import new_id
from signpost.domain.staff import Role, StaffMember, checked_initials, checked_name
from signpost.errors import UserMistake
from signpost.storage.database import Database


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
        person = StaffMember(new_id(now), checked_initials(initials), checked_name(name), role)
        with self._database.transaction() as stores:
            for other in stores.staff.active():
                if (
                    other.initials == person.initials
                    and other.name.casefold() == person.name.casefold()
                ):
                    return other
                if other.initials == person.initials:
                    raise UserMistake(
                        "initials",
                        f"{other.initials} is {other.name}: add a letter or a second initial.",
                    )
            stores.staff.insert(person)
        return person

    def retire(self, staff_id: str) -> None:
        """Take a person off the list of recorders; what they recorded stays theirs."""
        with self._database.transaction() as stores:
            stores.staff.deactivate(staff_id)
