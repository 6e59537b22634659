"""Telephone numbers and places as other people's Open Referral files have them."""

from collections.abc import Iterable, Sequence
from datetime import date

from signpost.domain.place import Location, LocationType, Position
from signpost.domain.service import Phone, ServiceAtLocation
from signpost.errors import UserMistake
from signpost.exchange import contact_values
from signpost.exchange.entity import Entity
from signpost.exchange.phone_number import phones_in
from signpost.exchange.repeated_hours import RepeatedHours, repeated_hours

_SCHEDULES = ("schedules", "regular_schedules", "schedule", "regular_schedule")
_LINES = ("address_1", "address_2", "city", "region", "state_province")
_LONGEST_DESCRIPTION = 80
_NO_TELEPHONE = {"fax", "textphone", "tty"}


def hours_of(owner: Entity, on: date | None) -> RepeatedHours:
    """The hours of a service, place or service at a place."""
    return repeated_hours(owner.objects(*_SCHEDULES), on)


def phones_of(*owners: Entity) -> tuple[Phone, ...]:
    """The numbers of these things and of their contacts, each once; no fax."""
    found: dict[str, Phone] = {}
    for owner in owners:
        for phone in owner.objects("phones", "phone"):
            _add(found, phone, "")
        for contact in owner.objects("contacts", "contact"):
            for phone in contact.objects("phones", "phone"):
                _add(found, phone, contact.text("title", "department"))
    return tuple(found.values())


def place_of(
    at_location: Entity, on: date | None, instead: str
) -> tuple[ServiceAtLocation, RepeatedHours] | None:
    """A service at a location, and how its hours were found; None when there is no location.

    `instead` is its name where the file gives none.
    """
    location = at_location.only("location")
    if not location.text("id"):
        at_location.refuse("names no location with an id, so it cannot be kept.")
        return None
    hours = hours_of(at_location, on)
    if not (hours.schedule or hours.words):
        hours = hours_of(location, on)
    address = _address(location)
    place = ServiceAtLocation(
        Location(
            id=location.text("id"),
            name=location.text("name") or address.text("address_1") or instead,
            location_type=_location_type(location),
            address=_one_line(address.text(column) for column in _LINES),
            postal_code=checked(address, "postal_code", contact_values.postal_code),
            position=_position(location),
            ods_code=_ods_code(location),
        ),
        phones_of(at_location, location),
        hours.schedule,
    )
    return place, hours


def checked(entity: Entity, field: str, rule: contact_values.Rule, *others: str) -> str:
    """A field held to its rule; empty, and told, when it fails."""
    try:
        return rule(entity.text(field, *others))
    except UserMistake as mistake:
        entity.empty(field, mistake.sentence)
        return ""


def ods_code_of(owner: Entity) -> str:
    """The ODS code among an organization's identifiers; empty when there is none."""
    for identifier in owner.objects("organization_identifiers", "identifiers"):
        scheme = identifier.text("identifier_type") + identifier.text("identifier_scheme")
        if "ods" in scheme.lower():
            return checked(identifier, "identifier", contact_values.ods_code)
    return ""


def _add(found: dict[str, Phone], phone: Entity, whose: str) -> None:
    if phone.text("type").lower() in _NO_TELEPHONE:
        return
    text = phone.text("number")
    extension = phone.text("extension")
    numbers = phones_in(f"{text} ext. {extension}" if extension else text)
    if text and not numbers:
        phone.empty("number", f'"{text[:60]}" holds no telephone number that exists here.')
    for number in numbers:
        said = ", ".join(filter(None, (phone.text("description") or whose, number.description)))
        found.setdefault(number.number, Phone(number.number, said[:_LONGEST_DESCRIPTION]))


def _address(location: Entity) -> Entity:
    found = location.objects("addresses", "physical_addresses", "address")
    physical = [each for each in found if each.text("address_type", "type") != "postal"]
    return (physical or found or [location])[0]


def _one_line(lines: Iterable[str]) -> str:
    kept: dict[str, str] = {}
    for line in lines:
        kept.setdefault(line.casefold(), line.strip(" ,"))
    return ", ".join(filter(None, kept.values()))


def _location_type(location: Entity) -> LocationType:
    text = location.text("location_type").lower()
    if not text or text in set(LocationType):
        return LocationType(text or LocationType.PHYSICAL)
    location.empty("location_type", f'"{text[:60]}" is not physical, postal or virtual.')
    return LocationType.PHYSICAL


def _position(location: Entity) -> Position | None:
    try:
        return contact_values.position(location.text("latitude"), location.text("longitude"))
    except UserMistake as mistake:
        location.empty("latitude", mistake.sentence)
        return None


def _ods_code(location: Entity) -> str:
    if "ods" not in location.text("external_identifier_type").lower():
        return ""
    return checked(location, "external_identifier", contact_values.ods_code)


def earliest(days: Sequence[date | None]) -> date | None:
    """The first of these days that is one."""
    return min((day for day in days if day is not None), default=None)
