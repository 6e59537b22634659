"""A small directory in the database, and people who may or may not change it."""

from datetime import date, datetime, timedelta

from signpost.build import Desk
from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.eligibility import AgeRule, Evidence
from signpost.domain.place import Location
from signpost.domain.service import (
    Access,
    Assurance,
    Organization,
    Phone,
    Service,
    ServiceAtLocation,
    Status,
)
from signpost.domain.service_kind import ServiceKind
from signpost.domain.staff import Role, StaffMember
from signpost.storage.database import Database
from signpost.usecases.keep_directory import Author
from tests.desk import NOW

TODAY = date(2026, 3, 9)
PHYSIO = Service(
    "P1",
    "Hill physiotherapy",
    ServiceKind.PHYSIOTHERAPY,
    Organization("P1", "Hill Practice", "FA512"),
    phones=(Phone("01632 960111", "reception"),),
    schedule="Mo-Fr 09:00-17:00; PH off",
    access=(Access.SELF_REFERRAL,),
    rules=(AgeRule(18, None, Evidence("a page")),),
    assurance=Assurance(date(2026, 1, 5), "KP", date(2026, 7, 5)),
)
LOCAL = Service(
    "L1",
    "Community midwives",
    ServiceKind.MATERNITY,
    Organization("L1", ""),
    is_local=True,
    is_filled=False,
    unconfirmed_phone="01632 960222",
)
OLD = Service(
    "O1",
    "Walking group",
    ServiceKind.WELLBEING,
    Organization("O1", "Parks"),
    alternate_names=("strollers",),
    assurance=Assurance(date(2025, 1, 1), "", date(2025, 7, 1)),
    status=Status.ACTIVE,
)
PHARMACIES = Service(
    "PF",
    "Pharmacy First",
    ServiceKind.PHARMACY_FIRST,
    Organization("PF", "Pharmacies"),
    locations=(
        ServiceAtLocation(
            Location("FA1", "High Street Pharmacy", postal_code="BS1 4DJ", ods_code="FA1"),
            (Phone("01632 960333"),),
            "Mo-Sa 09:00-18:00; PH off",
        ),
    ),
)


def fill(database: Database, *services: Service, feed: str = "starter") -> None:
    """Put services into the practice's directory, as no person's edit."""
    with database.transaction() as stores:
        stores.directory_writer().edit(
            DirectoryChange(0, ChangeKind.STARTER, NOW), services, edited={}, feed=feed
        )


def a_manager(desk: Desk) -> Author:
    """Somebody who may change the directory, an hour after it was filled."""
    person = desk.choose_recorder.add("MM", "Mo Manager", NOW, Role.MANAGER)
    return by(person)


def by(person: StaffMember, hours: int = 1) -> Author:
    """A person some hours later."""
    return Author(person.id, NOW + timedelta(hours=hours))


def later(author: Author, when: datetime) -> Author:
    """The same person at another time."""
    return Author(author.staff_id, when)
