"""Reads a directory of services from CSV files into domain values, collecting every fault."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signpost.domain.directory import Directory
from signpost.domain.eligibility import EntryRule
from signpost.domain.faults import ContentFault
from signpost.domain.opening_hours import HoursError, check_hours
from signpost.domain.place import PRACTICE, Location, LocationType, Position
from signpost.domain.service import (
    Access,
    Assurance,
    Organization,
    Service,
    ServiceAtLocation,
    Status,
    Verified,
)
from signpost.domain.service_kind import ServiceKind
from signpost.domain.snomed_id import is_concept_id
from signpost.exchange.directory_row import Row
from signpost.exchange.directory_tables import Tables, read_tables
from signpost.exchange.entry_rules import plain_rules, written_rule


@dataclass(frozen=True)
class DirectoryFile:
    """The directory as read, without rows that could not be used, and what was wrong with them."""

    directory: Directory
    faults: tuple[ContentFault, ...]


def read_directory(*sources: Path) -> DirectoryFile:
    """Read a folder (or services file), later ones laid over earlier ones.

    Never raises for what stands in the files. `read_directory(starter, example)` is how a local
    directory fills in the starter's entries.
    """
    faults: list[ContentFault] = []
    return directory_of(read_tables(sources, faults), faults)


def directory_of(tables: Tables, faults: list[ContentFault]) -> DirectoryFile:
    """The directory in these tables; mistakes are added to `faults`, which the rows share."""
    rules = _rules(tables)
    places = _places(tables)
    services = [
        service
        for row in tables.services
        if (service := _service(row, rules.get(row.text("id"), ()), places)) is not None
    ]
    _note_unknown(tables, {service.id for service in services})
    practice = next((_position(r) for r in tables.locations if r.text("id") == PRACTICE), None)
    return DirectoryFile(Directory(services, practice), tuple(faults))


def _service(
    row: Row,
    rules: Sequence[EntryRule],
    places: dict[str, list[ServiceAtLocation]],
) -> Service | None:
    service_id, name = row.text("id"), row.needed("name")
    kind = row.choice("kind", ServiceKind)
    if kind is None or not name:
        if not row.text("kind"):
            row.needed("kind")
        return None
    assurance = _assurance(row)
    plain = plain_rules(row, assurance.review_date)
    if plain and rules:
        row.fault("minimum_age", "says what eligibility.csv says too. State rules in one of them.")
    is_local = bool(row.yes_no("local"))
    is_filled = row.yes_no("filled")
    return Service(
        id=service_id,
        name=name,
        kind=kind,
        organization=Organization(
            row.text("organization_id") or service_id,
            row.text("organization"),
            row.text("ods_code"),
        ),
        alternate_names=row.items("alternate_name"),
        description=row.text("description"),
        topics=row.items("topics"),
        phones=row.phones("phone"),
        unconfirmed_phone=row.text("phone_unconfirmed"),
        url=_url(row),
        email=row.text("email"),
        access=row.choices("access", Access),
        application_process=row.text("application_process"),
        check_first=row.text("check_first"),
        eligibility_description=row.text("eligibility_description"),
        rules=tuple(rules) or plain,
        accepts_children=row.yes_no("accepts_children"),
        locations=tuple(places.get(service_id, ())),
        schedule=_hours(row),
        alert=row.text("alert"),
        status=row.choice("status", Status) or Status.ACTIVE,
        paused_until=row.day("paused_until"),
        pause_reason=row.text("pause_reason"),
        wait_time=row.text("wait_time"),
        wait_date=row.day("wait_date"),
        practice_priority=row.whole("practice_priority"),
        assurance=assurance,
        is_local=is_local,
        is_filled=not is_local if is_filled is None else is_filled,
        seen_in_person=bool(row.yes_no("seen_in_person")),
        referral_needed=bool(row.yes_no("referral_needed")),
        snomed_code=_snomed(row),
        snomed_term=row.text("snomed_term"),
        owner=row.text("owner"),
    )


def _assurance(row: Row) -> Assurance:
    return Assurance(
        assured_date=row.day("assured_date"),
        assured_by=row.text("assured_by"),
        review_date=row.day("review_date"),
        source=row.text("source"),
        verified=row.choice("verified", Verified) or Verified.NO,
        unverified=row.text("unverified"),
    )


def _rules(tables: Tables) -> dict[str, list[EntryRule]]:
    rules: dict[str, list[EntryRule]] = {}
    for row in tables.eligibility:
        rule = written_rule(row)
        if rule is not None:
            rules.setdefault(row.text("service_id"), []).append(rule)
    return rules


def _places(tables: Tables) -> dict[str, list[ServiceAtLocation]]:
    places: dict[str, list[ServiceAtLocation]] = {}
    for row in tables.locations:
        location = Location(
            id=row.text("id"),
            name=row.needed("name"),
            location_type=row.choice("location_type", LocationType) or LocationType.PHYSICAL,
            address=row.text("address"),
            postal_code=row.text("postal_code"),
            position=_position(row),
            ods_code=row.text("ods_code"),
        )
        place = _place(location, row)
        for service_id in row.items("services"):
            own = tables.at_locations.get((service_id, location.id))
            places.setdefault(service_id, []).append(
                place if own is None else _place(location, own.over(row))
            )
    return places


def _place(location: Location, row: Row) -> ServiceAtLocation:
    return ServiceAtLocation(location, row.phones("phone"), _hours(row), row.text("alert"))


def _note_unknown(tables: Tables, known: set[str]) -> None:
    given: set[tuple[str, str]] = set()
    for row in tables.locations:
        given.update((service_id, row.text("id")) for service_id in row.items("services"))
        for service_id in row.items("services"):
            if service_id not in known:
                row.fault("services", f'"{service_id}" is not in services.csv.')
    for row in tables.eligibility:
        if row.text("service_id") not in known:
            row.fault("service_id", f'"{row.text("service_id")}" is not in services.csv.')
    for (service_id, location_id), row in tables.at_locations.items():
        if (service_id, location_id) not in given:
            row.fault(
                "service_id", f'"{service_id}" is not given at "{location_id}" in locations.csv.'
            )


def _position(row: Row) -> Position | None:
    latitude, longitude = row.degrees("latitude", 90), row.degrees("longitude", 180)
    return None if latitude is None or longitude is None else Position(latitude, longitude)


def _hours(row: Row) -> str:
    hours = row.text("opening_hours")
    if hours:
        try:
            check_hours(hours)
        except HoursError as error:
            row.fault("opening_hours", str(error))
            return ""
    return hours


def _url(row: Row) -> str:
    url = row.text("url")
    if url and not url.startswith(("https://", "http://")):
        row.fault("url", "must begin with https:// or http://.")
        return ""
    return url


def _snomed(row: Row) -> str:
    code = row.text("snomed_code")
    if code and not is_concept_id(code):
        row.fault(
            "snomed_code", f'"{code}" fails its check digit: a digit is wrong or was cut off.'
        )
        return ""
    if code and not row.text("snomed_term"):
        row.fault("snomed_term", "is empty and belongs to the code.")
    return code
