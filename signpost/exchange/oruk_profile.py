"""The UK profile of Open Referral, version 3.0: an HSDS object as the profile has it.

The profile drops fields that receptionists need. What they say goes where it allows text: into the
description of the service (who may use it, ways in, wait, telephone numbers) and of the location
(the telephone numbers and notice of that place).
"""

from typing import Any

from signpost.domain.service import Service
from signpost.exchange.open_referral_place import filled
from signpost.exchange.open_referral_service import hsds_service
from signpost.exchange.open_referral_terms import FIELDS
from signpost.exchange.own_fields import with_own_fields
from signpost.exchange.stable_uuid import derived_uuid

_TOLD = (
    ("alternate_name", "Also called"),
    ("eligibility_description", "Who it is for"),
    ("application_process", "How to get in"),
    ("wait_time", "Usual wait"),
)
"""Fields that the profile lacks, and how the description names them."""

_TERM_FIELDS = ("id", "name", "description", "taxonomy", "taxonomy_id", "term_uri")


def oruk_service(service: Service) -> dict[str, Any]:
    """The object of a service, with every field that the profile has and no other."""
    fields = with_own_fields(_in_profile(hsds_service(service)), service)
    return fields | {"attributes": [_attribute(each) for each in fields["attributes"]]}


def _in_profile(fields: dict[str, Any]) -> dict[str, Any]:
    told = [f"{title}: {fields[key]}" for key, title in _TOLD if key in fields]
    told += _telephone(fields)
    description = "\n\n".join(part for part in (fields.get("description", ""), *told) if part)
    places = fields.get("service_at_locations", [])
    schedules = [row for owner in (fields, *places) for row in owner.get("schedules", [])]
    lacking = {key for key, _ in _TOLD} | {"phones"}
    return filled(
        {key: value for key, value in fields.items() if key not in lacking}
        | {
            "description": description,
            "schedules": schedules,
            "service_at_locations": [_at_location(place) for place in places],
        }
    )


def _at_location(place: dict[str, Any]) -> dict[str, Any]:
    told = [place.get("description", ""), *_telephone(place)]
    description = "\n\n".join(part for part in told if part)
    return {
        "id": place["id"],
        "service_id": place["service_id"],
        "location_id": place["location_id"],
        "location": filled(place["location"] | {"description": description}),
    }


def _telephone(owner: dict[str, Any]) -> list[str]:
    numbers = [
        f"{phone['number']} ({phone['description']})" if "description" in phone else phone["number"]
        for phone in owner.get("phones", [])
    ]
    return [f"Telephone: {', '.join(numbers)}"] if numbers else []


def _attribute(attribute: dict[str, Any]) -> dict[str, Any]:
    """Without a value of its own: our fields stand in the description of a term of their own."""
    term = attribute["taxonomy_term"]
    kept = {key: term[key] for key in _TERM_FIELDS}
    if term["term_uri"] == FIELDS:
        kept |= {
            "id": derived_uuid("taxonomy_term", FIELDS, attribute["link_id"]),
            "description": attribute["value"],
        }
    return {
        "id": attribute["id"],
        "link_id": attribute["link_id"],
        "taxonomy_term_id": kept["id"],
        "link_type": attribute["link_type"],
        "taxonomy_term": kept | {"term": term["name"]},
    }
