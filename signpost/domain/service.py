"""A service that people can be signposted to, in Open Referral (HSDS) words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from signpost.domain.eligibility import EntryRule
from signpost.domain.place import Location
from signpost.domain.service_kind import ServiceKind


class Access(StrEnum):
    """A way in."""

    WALK_IN = "walk_in"
    PHONE = "phone"
    TEXT = "text"
    ONLINE = "online"
    SELF_REFERRAL = "self_referral"
    ELECTRONIC_REFERRAL = "electronic_referral"
    BOOKING = "booking"
    PRACTICE_REFERRAL = "practice_referral"

    @property
    def words(self) -> str:
        """The way in, for the screen."""
        return _ACCESS_WORDS[self]


_ACCESS_WORDS = {
    Access.WALK_IN: "walk in",
    Access.PHONE: "telephone",
    Access.TEXT: "text message",
    Access.ONLINE: "online",
    Access.SELF_REFERRAL: "self-referral",
    Access.ELECTRONIC_REFERRAL: "electronic referral by the practice",
    Access.BOOKING: "reception books",
    Access.PRACTICE_REFERRAL: "the practice refers",
}


class Status(StrEnum):
    """Whether a service takes people. A pause may carry the day from which it takes them again."""

    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Verified(StrEnum):
    """How far the entry was confirmed from public sources before the practice checked it."""

    YES = "yes"
    PART = "part"
    NO = "no"


@dataclass(frozen=True)
class Organization:
    """Who gives the service. `ods_code` may be empty."""

    id: str
    name: str
    ods_code: str = ""


@dataclass(frozen=True)
class Phone:
    """A number that was confirmed; `description` says what for when there are several."""

    number: str
    description: str = ""


@dataclass(frozen=True)
class ServiceAtLocation:
    """The service at one place. `schedule` is OSM opening_hours text; empty means not known."""

    location: Location
    phones: tuple[Phone, ...] = ()
    schedule: str = ""
    alert: str = ""


@dataclass(frozen=True)
class Assurance:
    """When the entry was last checked and by whom, and when to look again; None means not yet.

    `unverified` says what public sources leave open.
    """

    assured_date: date | None = None
    assured_by: str = ""
    review_date: date | None = None
    source: str = ""
    verified: Verified = Verified.NO
    unverified: str = ""


@dataclass(frozen=True)
class Service:
    """One entry of the directory.

    `topics` are the topics it is specifically for; empty means any topic that lists its kind.
    `schedule` is the service's own hours in OSM syntax (a telephone line); places have their own.
    `is_local` entries must be filled in by the practice; `is_filled` says whether that was done.
    `seen_in_person` services are never given at virtual locations. `practice_priority` orders kinds
    (higher first) and never one business above another. `accepts_children` None means not known.
    `owner` is who in the practice keeps the entry true.
    """

    id: str
    name: str
    kind: ServiceKind
    organization: Organization
    alternate_names: tuple[str, ...] = ()
    description: str = ""
    topics: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    unconfirmed_phone: str = ""
    url: str = ""
    email: str = ""
    access: tuple[Access, ...] = ()
    application_process: str = ""
    check_first: str = ""
    eligibility_description: str = ""
    rules: tuple[EntryRule, ...] = ()
    accepts_children: bool | None = None
    locations: tuple[ServiceAtLocation, ...] = ()
    schedule: str = ""
    alert: str = ""
    status: Status = Status.ACTIVE
    paused_until: date | None = None
    pause_reason: str = ""
    wait_time: str = ""
    wait_date: date | None = None
    practice_priority: int = 0
    assurance: Assurance = Assurance()
    is_local: bool = False
    is_filled: bool = True
    seen_in_person: bool = False
    referral_needed: bool = False
    snomed_code: str = ""
    snomed_term: str = ""
    owner: str = ""

    @property
    def is_unfilled(self) -> bool:
        """A local entry not filled in by the practice: no phone, hours or places are shown."""
        return self.is_local and not self.is_filled

    def is_paused(self, today: date) -> bool:
        """Whether it takes nobody on this day."""
        return is_paused_on(self.status, self.paused_until, today)

    @property
    def review_due(self) -> date | None:
        """The earliest day by which the entry or one of its rules is to be looked at again."""
        days = [self.assurance.review_date, *(rule.evidence.review_date for rule in self.rules)]
        return min((day for day in days if day is not None), default=None)

    def is_stale(self, today: date) -> bool:
        """Whether that day has passed."""
        due = self.review_due
        return due is not None and today > due


def is_paused_on(status: Status, paused_until: date | None, day: date) -> bool:
    """Whether it takes nobody on a day; a pause ends on the morning of `paused_until`."""
    return status is Status.PAUSED and (paused_until is None or day < paused_until)
