"""Who works at the practice: the people a record can name as its author, and today's duty
clinician.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from signpost.errors import UserMistake

NOON_BREAK_HOUR = 13
LONGEST_INITIALS = 4
LONGEST_NAME = 80
SHORTEST_PIN, LONGEST_PIN = 6, 32


class Role(StrEnum):
    """What a person is at the practice; the values are those of signposts.csv."""

    RECEPTION = "reception"
    MANAGER = "manager"
    TRAINER = "trainer"
    CLINICAL_LEAD = "clinical_lead"


@dataclass(frozen=True)
class StaffMember:
    """A person who records calls. Inactive people stay, because their records do.

    `role` is what they mainly are, which their records carry; `also` are further roles that they
    hold. `account` is their own account on this PC, by which they are signed in; empty when they
    have none of their own: a shared account is nobody's.
    """

    id: str
    initials: str
    name: str
    role: Role
    active: bool = True
    also: frozenset[Role] = frozenset()
    account: str = ""
    has_pin: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        """All roles that they hold; everybody at the practice may do what reception may."""
        return self.also | {self.role, Role.RECEPTION}


class Session(StrEnum):
    """Half a working day; the duty clinician is confirmed once in each."""

    MORNING = "morning"
    AFTERNOON = "afternoon"

    @property
    def label(self) -> str:
        """The session in words."""
        return "this morning" if self is Session.MORNING else "this afternoon"


@dataclass(frozen=True)
class Duty:
    """The duty clinician and back-up that a person confirmed for one session, and how to reach
    them.
    """

    id: str
    day: date
    session: Session
    clinician: str
    how_to_reach: str
    backup: str
    backup_how_to_reach: str
    confirmed_by: str
    confirmed_at: datetime


def session_at(local: datetime) -> Session:
    """The session that a local time falls into."""
    return Session.MORNING if local.hour < NOON_BREAK_HOUR else Session.AFTERNOON


def checked_initials(typed: str) -> str:
    """Initials as they are kept: upper case, one to four letters. Raises UserMistake otherwise."""
    initials = typed.strip().upper()
    if not initials.isalpha() or len(initials) > LONGEST_INITIALS:
        raise UserMistake("initials", "Type your initials: one to four letters, such as KP.")
    return initials


def checked_name(typed: str) -> str:
    """A person's name as it is kept. Raises UserMistake when it is empty or too long."""
    name = " ".join(typed.split())
    if not name:
        raise UserMistake("name", "Type your name, so that the record says who made it.")
    if len(name) > LONGEST_NAME:
        raise UserMistake("name", f"Type a name of at most {LONGEST_NAME} characters.")
    return name


def checked_pin(typed: str) -> str:
    """A PIN as it is kept: six figures or more, or any longer words. Raises UserMistake."""
    pin = typed.strip()
    if not SHORTEST_PIN <= len(pin) <= LONGEST_PIN:
        raise UserMistake(
            "pin", f"Type a PIN of {SHORTEST_PIN} to {LONGEST_PIN} figures or letters."
        )
    if len(set(pin)) < SHORTEST_PIN // 2 or pin in _COUNTING or pin in _COUNTING[::-1]:
        raise UserMistake("pin", "That PIN is too easy to guess: mix at least three figures.")
    return pin


_COUNTING = "01234567890"
