"""Proving who somebody is with their own PIN, before a deed that not everybody may do.

The PIN is kept as an argon2 hash, which takes some 0.3 s to check: for the background lane.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from signpost.domain.audit import AuditEvent
from signpost.domain.permission import Deed, demand, may
from signpost.domain.staff import StaffMember, checked_pin
from signpost.errors import UserMistake
from signpost.storage.database import Database

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from signpost.storage.stores import Stores

TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
GOOD_FOR = timedelta(minutes=10)
"""How long a proof holds at a desk that is used meanwhile."""


@dataclass(frozen=True)
class Proof:
    """That a person proved who they are, and until when it is taken for granted."""

    person: StaffMember
    until: datetime

    def holds(self, now: datetime) -> bool:
        """Whether it is still taken for granted."""
        return now < self.until


class ProveWho:
    """PINs: setting one's own, and proving who one is with it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set_pin(self, staff_id: str, old: str, new: str, now: datetime) -> None:
        """Set one's own PIN. `old` is not looked at while there is none.

        Raises UserMistake for a wrong old PIN or an unusable new one.
        """
        pin = checked_pin(new)
        with self._database.reading() as stores:
            has_one = stores.staff.one(staff_id).has_pin
        if has_one:
            self.prove(staff_id, old, now)
        hashed = _hasher().hash(pin)
        with self._database.transaction() as stores:
            stores.staff.one(staff_id)
            stores.staff.keep_pin(staff_id, hashed)
            stores.audit.add(now, staff_id, AuditEvent.PIN_SET, {"person": staff_id})

    def take_pin_away(self, proof: Proof, staff_id: str, now: datetime) -> None:
        """A forgotten PIN: the person sets a new one at their next need. Raises UserMistake."""
        with self._database.transaction() as stores:
            allowed(stores, proof, Deed.MANAGE_PEOPLE, now)
            stores.staff.keep_pin(staff_id, "")
            details = {"person": staff_id, "pin": "taken away"}
            stores.audit.add(now, proof.person.id, AuditEvent.PERSON_CHANGED, details)

    def prove(self, staff_id: str, pin: str, now: datetime) -> Proof:
        """Check a PIN. Raises UserMistake when it is wrong, and after five wrong ones for a while
        without looking at it.
        """
        with self._database.reading() as stores:
            person = stores.staff.one(staff_id)
            hashed, failures, refused_until = stores.staff.pin_state(staff_id)
        if not hashed:
            raise UserMistake("pin", f"{person.name} has no PIN yet. Set one first.")
        if refused_until is not None and now < refused_until:
            minutes = -((now - refused_until) // timedelta(minutes=1))
            raise UserMistake(
                "pin", f"Too many wrong PINs. Wait {minutes} minutes, then try again."
            )
        if _matches(hashed, pin):
            with self._database.transaction() as stores:
                stores.staff.count_failures(staff_id, 0, None)
                stores.audit.add(now, staff_id, AuditEvent.SIGNED_IN, {})
            return Proof(person, now + GOOD_FOR)
        failures += 1
        wait = min(FIRST_WAIT * 2 ** max(failures - TRIES, 0), LONGEST_WAIT)
        until = now + wait if failures >= TRIES else None
        with self._database.transaction() as stores:
            stores.staff.count_failures(staff_id, failures, until)
            stores.audit.add(now, staff_id, AuditEvent.SIGN_IN_REFUSED, {"failures": str(failures)})
        raise UserMistake("pin", "That is not the PIN. Type it again.")

    def anybody_may(self, deed: Deed) -> bool:
        """Whether nobody could be asked for a PIN yet: no one with a fitting role has one.

        Until a practice has named its people, its deeds are done without proof, and written down.
        """
        with self._database.reading() as stores:
            return not _provable(stores, deed)


def allowed(stores: "Stores", proof: Proof | None, deed: Deed, now: datetime) -> StaffMember | None:
    """Who does a deed, in the transaction that does it: the person of the proof.

    None while nobody could prove it (see `anybody_may`). Raises UserMistake when the proof is
    missing or no longer holds, and NotAllowedError when the person may not.
    """
    if proof is None:
        if not _provable(stores, deed):
            return None
        raise UserMistake("pin", "Prove who you are with your PIN first.")
    if not proof.holds(now):
        raise UserMistake("pin", "Type your PIN again: it was some time ago.")
    person = stores.staff.one(proof.person.id)
    demand(person, deed)
    return person


def _provable(stores: "Stores", deed: Deed) -> bool:
    return any(each.has_pin and may(each.roles, deed) for each in stores.staff.active())


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415 - 20 ms that only a PIN pays

    return PasswordHasher()


def _matches(hashed: str, pin: str) -> bool:
    from argon2.exceptions import VerificationError  # noqa: PLC0415 - see _hasher

    try:
        return _hasher().verify(hashed, pin.strip())
    except VerificationError:
        return False
