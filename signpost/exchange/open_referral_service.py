"""A service as an HSDS 3 object: what Open Referral has a field for, in that field."""

import re
from collections.abc import Iterator
from math import ceil
from typing import Any

from signpost.domain.eligibility import AgeRule, AreaRule, EntryRule
from signpost.domain.eligibility_words import rules_in_words
from signpost.domain.local_time import day_in_words
from signpost.domain.service import Organization, Service, Status
from signpost.exchange.open_referral_place import ODS, at_location, filled, phone_rows
from signpost.exchange.open_referral_schedule import schedule_rows
from signpost.exchange.open_referral_terms import attribute, kind_term, snomed_term, topic_term
from signpost.exchange.stable_uuid import derived_uuid, organization_uuid, service_uuid

_ADDRESS = re.compile(r"https?://[\w.~:/?#@!$&'()*+,;=%-]+", re.ASCII)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
"""The formats want whole addresses; another text stays among our own fields."""

STATUSES = {
    Status.ACTIVE: "active",
    Status.PAUSED: "temporarily closed",
    Status.CLOSED: "defunct",
}
UNFILLED = "inactive"
"""The status of a local entry that its practice has not filled in: nobody can use it yet."""


def hsds_service(service: Service) -> dict[str, Any]:
    """The object with its places, organization and attributes; empty fields are left out.

    Its texts are for people: entry rules, pauses and ways in are said in words. Our own fields are
    not in it (`with_own_fields` adds them).
    """
    uuid = service_uuid(service.id)
    owner = {"service_id": uuid}
    organization = organization_uuid(service.organization.id, service.id)
    ages = [rule for rule in service.rules if isinstance(rule, AgeRule)]
    checked = service.assurance.assured_date
    return filled(
        {
            "id": uuid,
            "organization_id": organization,
            "name": service.name,
            "alternate_name": "; ".join(service.alternate_names),
            "description": service.description,
            "url": service.url if _ADDRESS.fullmatch(service.url) else "",
            "email": service.email if _EMAIL.fullmatch(service.email) else "",
            "status": UNFILLED if service.is_unfilled else STATUSES[service.status],
            "application_process": _ways_in(service),
            "wait_time": service.wait_time,
            "eligibility_description": _who_may_use_it(service),
            "minimum_age": _youngest(ages),
            "maximum_age": _oldest(ages),
            "assured_date": None if checked is None else checked.isoformat(),
            "alert": _alert(service),
            "phones": phone_rows(service.phones, owner),
            "schedules": schedule_rows(service.schedule, owner),
            "service_areas": _areas(service.rules, uuid),
            "service_at_locations": [
                at_location(uuid, service.id, place) for place in service.locations
            ],
            "organization": _organization(service.organization, service, organization),
            "attributes": [attribute("service", uuid, term) for term in _terms(service)],
        }
    )


def _terms(service: Service) -> Iterator[dict[str, Any]]:
    yield kind_term(service.kind.value, service.kind.label)
    for topic_id in dict.fromkeys(service.topics):
        yield topic_term(topic_id)
    if service.snomed_code:
        yield snomed_term(service.snomed_code, service.snomed_term)


def _organization(organization: Organization, service: Service, uuid: str) -> dict[str, Any]:
    """It must have a name and a description there: without a name it is called as its service."""
    name = organization.name or service.name
    fields: dict[str, Any] = {"id": uuid, "name": name, "description": name}
    if organization.ods_code:
        fields["organization_identifiers"] = [
            {
                "id": derived_uuid("organization_identifier", uuid, organization.ods_code),
                "organization_id": uuid,
                "identifier_scheme": ODS,
                "identifier_type": ODS,
                "identifier": organization.ods_code,
            }
        ]
    return fields


def _who_may_use_it(service: Service) -> str:
    parts = [service.eligibility_description, *rules_in_words(service.rules)]
    if service.accepts_children is not None:
        parts.append("Children are seen" if service.accepts_children else "Children are not seen")
    if service.check_first:
        parts.append(f"Check first: {service.check_first}")
    return sentences(parts)


def _ways_in(service: Service) -> str:
    ways = ", ".join(way.words for way in service.access)
    return service.application_process or ways[:1].upper() + ways[1:]


def _alert(service: Service) -> str:
    parts = [service.alert]
    if service.status is Status.PAUSED:
        until = service.paused_until
        paused = "Paused" if until is None else f"Paused until {day_in_words(until)}"
        reason = service.pause_reason
        parts.append(f"{paused}: {reason}" if reason else paused)
    return sentences(parts)


def sentences(parts: list[str]) -> str:
    """Texts one after the other, each once and ending as a sentence; one alone stays as it is."""
    said = list({part.rstrip(".").casefold(): part for part in parts if part}.values())
    if len(said) == 1:
        return said[0]
    return " ".join(part if part[-1] in ".?!:" else f"{part}." for part in said)


def _youngest(ages: list[AgeRule]) -> float | None:
    lows = [rule.age_min_years for rule in ages if rule.age_min_years is not None]
    if not lows:
        return None
    return int(max(lows)) if float(max(lows)).is_integer() else round(max(lows), 2)


def _oldest(ages: list[AgeRule]) -> int | None:
    """The last whole year that is still accepted."""
    highs = [rule.age_max_years for rule in ages if rule.age_max_years is not None]
    return max(ceil(min(highs)) - 1, 0) if highs else None


def _areas(rules: tuple[EntryRule, ...], uuid: str) -> list[dict[str, str]]:
    areas = dict.fromkeys(rule.area for rule in rules if isinstance(rule, AreaRule))
    return [
        {"id": derived_uuid("service_area", uuid, area), "service_id": uuid, "name": area}
        for area in areas
    ]
