"""The places of a service as Open Referral has them: service_at_location, location, address."""

from collections.abc import Iterable
from typing import Any

from signpost.domain.place import Location
from signpost.domain.service import Phone, ServiceAtLocation
from signpost.exchange.open_referral_schedule import schedule_rows
from signpost.exchange.stable_uuid import derived_uuid, location_uuid

ODS = "ODS"
"""The scheme of the codes that NHS organisations and their sites have."""

NOT_RECORDED = "not recorded"
"""Stands in the parts of an address that the formats ask for and we do not have."""


def at_location(service: str, service_id: str, place: ServiceAtLocation) -> dict[str, Any]:
    """The service, whose UUID is `service`, at one place, with its telephone numbers and hours."""
    location = location_uuid(place.location.id)
    own_id = derived_uuid("service_at_location", service_id, place.location.id)
    owner = {"service_at_location_id": own_id}
    return filled(
        {
            "id": own_id,
            "service_id": service,
            "location_id": location,
            "description": place.alert,
            "phones": phone_rows(place.phones, owner),
            "schedules": schedule_rows(place.schedule, owner),
            "location": _location(place.location, location),
        }
    )


def phone_rows(phones: Iterable[Phone], owner: dict[str, str]) -> list[dict[str, Any]]:
    """Telephone numbers of what `owner` names by its id."""
    return [
        filled(
            {
                "id": derived_uuid("phone", *owner.values(), str(number)),
                **owner,
                "number": phone.number,
                "description": phone.description,
            }
        )
        for number, phone in enumerate(phones)
    ]


def filled(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something: an empty one is left out."""
    return {key: value for key, value in fields.items() if value not in ("", None, [], {})}


def _location(location: Location, uuid: str) -> dict[str, Any]:
    position = location.position
    return filled(
        {
            "id": uuid,
            "location_type": location.location_type.value,
            "name": location.name,
            "latitude": None if position is None else position.latitude,
            "longitude": None if position is None else position.longitude,
            "external_identifier": location.ods_code,
            "external_identifier_type": ODS if location.ods_code else "",
            "addresses": _addresses(location, uuid),
        }
    )


def _addresses(location: Location, uuid: str) -> list[dict[str, str]]:
    """Our one line: what stands before its last comma is the street, what follows the town."""
    if not (location.address or location.postal_code):
        return []
    street, comma, town = location.address.rpartition(", ")
    return [
        {
            "id": derived_uuid("address", location.id),
            "location_id": uuid,
            "address_1": (street if comma else town) or NOT_RECORDED,
            "city": (town if comma else "") or NOT_RECORDED,
            "state_province": NOT_RECORDED,
            "postal_code": location.postal_code or NOT_RECORDED,
            "country": "GB",
            "address_type": location.location_type.value,
        }
    ]
