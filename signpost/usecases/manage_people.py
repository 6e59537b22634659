"""The people of the practice: their names, roles and accounts, changed by a manager."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from signpost.domain.audit import AuditEvent
from signpost.domain.permission import Deed
from signpost.domain.staff import Role, StaffMember, checked_initials, checked_name
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.prove_who import Proof, allowed

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

LONGEST_ACCOUNT = 120


@dataclass(frozen=True)
class PersonTyped:
    """What was typed of a person. `also` are roles besides the main one; `account` may be empty."""

    initials: str
    name: str
    role: Role
    also: frozenset[Role] = frozenset()
    account: str = ""


class ManagePeople:
    """Changes what people are. Adding one without roles of note is ChooseRecorder's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def everyone(self) -> tuple[StaffMember, ...]:
        """Everyone who works here now, by initials."""
        with self._database.reading() as stores:
            return stores.staff.active()

    def signed_in_by(self, account: str) -> StaffMember | None:
        """The person whose own account this is; None for an account that is nobody's or shared."""
        named = account.strip().casefold()
        found = [each for each in self.everyone() if each.account.casefold() == named]
        return found[0] if named and len(found) == 1 else None

    def change(
        self, proof: Proof | None, staff_id: str, typed: PersonTyped, now: datetime
    ) -> StaffMember:
        """Keep what a person is. Raises UserMistake naming the field, and NotAllowedError.

        There is always a manager: the last one cannot stop being it.
        """
        with self._database.transaction() as stores:
            before = stores.staff.one(staff_id)
            author = allowed(stores, proof, Deed.MANAGE_PEOPLE, now)
            becomes_lead = Role.CLINICAL_LEAD in {typed.role, *typed.also} - before.roles
            if becomes_lead:
                allowed(stores, proof, Deed.NAME_CLINICAL_LEAD, now)
            after = replace(
                before,
                initials=checked_initials(typed.initials),
                name=checked_name(typed.name),
                role=typed.role,
                also=typed.also - {typed.role},
                account=typed.account.strip()[:LONGEST_ACCOUNT],
            )
            _check(stores, before, after)
            stores.staff.change(after)
            details = {
                "person": staff_id,
                "roles": " ".join(sorted(role.value for role in after.roles)),
            }
            who = author.id if author else None
            stores.audit.add(now, who, AuditEvent.PERSON_CHANGED, details)
            return after

    def retire(self, proof: Proof | None, staff_id: str, now: datetime) -> None:
        """Take a person off the list; what they recorded stays theirs. Raises UserMistake."""
        with self._database.transaction() as stores:
            author = allowed(stores, proof, Deed.MANAGE_PEOPLE, now)
            before = stores.staff.one(staff_id)
            _keep_a_manager(stores, before, replace(before, active=False))
            stores.staff.deactivate(staff_id)
            details = {"person": staff_id, "active": "no"}
            who = author.id if author else None
            stores.audit.add(now, who, AuditEvent.PERSON_CHANGED, details)


def _check(stores: "Stores", before: StaffMember, after: StaffMember) -> None:
    others = [each for each in stores.staff.active() if each.id != after.id]
    for other in others:
        if other.initials == after.initials:
            raise UserMistake(
                "initials", f"{other.initials} is {other.name}: add a letter or a second initial."
            )
        if after.account and other.account.casefold() == after.account.casefold():
            raise UserMistake(
                "account",
                f"{other.name} has this account already. A shared account is nobody's: leave it"
                " empty for both.",
            )
    _keep_a_manager(stores, before, after)


def _keep_a_manager(stores: "Stores", before: StaffMember, after: StaffMember) -> None:
    stays = after.active and Role.MANAGER in after.roles
    if stays or Role.MANAGER not in before.roles:
        return
    others = [each for each in stores.staff.active() if each.id != after.id]
    if not any(Role.MANAGER in each.roles for each in others):
        raise UserMistake("role", "Make somebody else a manager first: there must be one.")
