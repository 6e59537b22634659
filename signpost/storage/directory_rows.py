"""Services and places as rows and back: the one place that knows which column holds what."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Row

from signpost.domain.caller import Sex
from signpost.domain.eligibility import (
    AgeRule,
    Among,
    AreaRule,
    EntryRule,
    Evidence,
    PregnancyRule,
    QuestionRule,
    SexRule,
)
from signpost.domain.place import Location, LocationType, Position
from signpost.domain.protocol import Answer
from signpost.domain.service import (
    Access,
    Assurance,
    Organization,
    Phone,
    Service,
    ServiceAtLocation,
    Status,
    Verified,
)
from signpost.domain.service_kind import ServiceKind

Columns: TypeAlias = Row[Any]


def service_values(service: Service) -> dict[str, Any]:
    """The columns of a service, without practice, generation and feed."""
    assurance = service.assurance
    return {
        "id": service.id,
        "name": service.name,
        "alternate_name": list(service.alternate_names),
        "kind": service.kind.value,
        "topics": list(service.topics),
        "organization_id": service.organization.id,
        "organization": service.organization.name,
        "ods_code": service.organization.ods_code,
        "description": service.description,
        "check_first": service.check_first,
        "eligibility_description": service.eligibility_description,
        "eligibility": [_rule_values(rule) for rule in service.rules],
        "accepts_children": service.accepts_children,
        "access": [way.value for way in service.access],
        "application_process": service.application_process,
        "referral_needed": service.referral_needed,
        "seen_in_person": service.seen_in_person,
        "phones": _phone_values(service.phones),
        "phone_unconfirmed": service.unconfirmed_phone,
        "email": service.email,
        "url": service.url,
        "schedule": service.schedule,
        "alert": service.alert,
        "status": service.status.value,
        "paused_until": service.paused_until,
        "pause_reason": service.pause_reason,
        "wait_time": service.wait_time,
        "wait_date": service.wait_date,
        "practice_priority": service.practice_priority,
        "owner": service.owner,
        "is_local": service.is_local,
        "is_filled": service.is_filled,
        "assured_date": assurance.assured_date,
        "assured_by": assurance.assured_by,
        "review_date": assurance.review_date,
        "source": assurance.source,
        "verified": assurance.verified.value,
        "unverified": assurance.unverified,
        "snomed_code": service.snomed_code,
        "snomed_term": service.snomed_term,
    }


def spoken_columns(services: Iterable[Service]) -> set[str]:
    """The columns that any of these services says something in; always those of a bare entry."""
    spoken = {"id", "name", "kind", "organization_id", "organization"}
    for service in services:
        bare = service_values(Service("", "", service.kind, Organization("", "")))
        values = service_values(service)
        spoken |= {column for column, value in values.items() if value != bare[column]}
    return spoken


def place_values(place: ServiceAtLocation) -> dict[str, Any]:
    """The columns of a place, without practice, generation and feed."""
    location, position = place.location, place.location.position
    return {
        "id": location.id,
        "name": location.name,
        "location_type": location.location_type.value,
        "address": location.address,
        "postal_code": location.postal_code,
        "latitude": None if position is None else position.latitude,
        "longitude": None if position is None else position.longitude,
        "ods_code": location.ods_code,
        "phones": _phone_values(place.phones),
        "schedule": place.schedule,
        "alert": place.alert,
    }


def link_values(place: ServiceAtLocation, of_location: ServiceAtLocation) -> dict[str, Any]:
    """What a service has of its own at a place; None where it is as at the place itself."""
    same_phones = place.phones == of_location.phones
    return {
        "location_id": place.location.id,
        "phones": None if same_phones else _phone_values(place.phones),
        "schedule": None if place.schedule == of_location.schedule else place.schedule,
        "alert": None if place.alert == of_location.alert else place.alert,
    }


def service_of(row: Columns, places: Sequence[ServiceAtLocation]) -> Service:
    """A service from its row and its places."""
    return Service(
        id=row.id,
        name=row.name,
        kind=ServiceKind(row.kind),
        organization=Organization(row.organization_id, row.organization, row.ods_code),
        alternate_names=tuple(row.alternate_name),
        description=row.description,
        topics=tuple(row.topics),
        phones=_phones(row.phones),
        unconfirmed_phone=row.phone_unconfirmed,
        url=row.url,
        email=row.email,
        access=tuple(Access(way) for way in row.access),
        application_process=row.application_process,
        check_first=row.check_first,
        eligibility_description=row.eligibility_description,
        rules=rules_of(row.eligibility),
        accepts_children=row.accepts_children,
        locations=tuple(places),
        schedule=row.schedule,
        alert=row.alert,
        status=Status(row.status),
        paused_until=row.paused_until,
        pause_reason=row.pause_reason,
        wait_time=row.wait_time,
        wait_date=row.wait_date,
        practice_priority=row.practice_priority,
        assurance=Assurance(
            row.assured_date,
            row.assured_by,
            row.review_date,
            row.source,
            Verified(row.verified),
            row.unverified,
        ),
        is_local=row.is_local,
        is_filled=row.is_filled,
        seen_in_person=row.seen_in_person,
        referral_needed=row.referral_needed,
        snomed_code=row.snomed_code,
        snomed_term=row.snomed_term,
        owner=row.owner,
    )


def place_of(row: Columns) -> ServiceAtLocation:
    """A place from its row, with its own telephone numbers, hours and alert."""
    position = None if row.latitude is None else Position(row.latitude, row.longitude)
    location = Location(
        row.id,
        row.name,
        LocationType(row.location_type),
        row.address,
        row.postal_code,
        position,
        row.ods_code,
    )
    return ServiceAtLocation(location, _phones(row.phones), row.schedule, row.alert)


def place_with(link: Columns, place: ServiceAtLocation) -> ServiceAtLocation:
    """The place as it is for one service."""
    if link.phones is None and link.schedule is None and link.alert is None:
        return place
    return ServiceAtLocation(
        place.location,
        place.phones if link.phones is None else _phones(link.phones),
        place.schedule if link.schedule is None else link.schedule,
        place.alert if link.alert is None else link.alert,
    )


def _phone_values(phones: Iterable[Phone]) -> list[list[str]]:
    return [[phone.number, phone.description] for phone in phones]


def _phones(values: Iterable[Sequence[str]]) -> tuple[Phone, ...]:
    return tuple(Phone(number, description) for number, description in values)


def _rule_values(rule: EntryRule) -> dict[str, Any]:
    """A rule as JSON; absent keys mean None or the usual value."""
    own: dict[str, Any]
    match rule:
        case AgeRule():
            own = {"rule": "age", "from": rule.age_min_years, "under": rule.age_max_years}
        case SexRule():
            own = {"rule": "sex", "sex": rule.sex.value}
        case PregnancyRule():
            own = {"rule": "pregnancy", "pregnant": rule.pregnant, **_among_values(rule.among)}
        case AreaRule():
            own = {"rule": "area", "area": rule.area, "covers_practice": rule.covers_practice}
        case QuestionRule():
            own = {
                "rule": "question",
                "question_id": rule.id,
                "question": rule.text,
                "because": rule.because,
                "met_by": rule.met_by.value,
                "refuses": rule.refuses,
                **_among_values(rule.among),
            }
    evidence = rule.evidence
    return {
        **own,
        "falls_to": rule.falls_to and rule.falls_to.value,
        "source": evidence.source,
        "nation": evidence.nation,
        "source_date": _iso(evidence.source_date),
        "review_date": _iso(evidence.review_date),
        "is_local": evidence.is_local,
    }


def _among_values(among: Among) -> dict[str, Any]:
    return {
        "among_from": among.age_min_years,
        "among_under": among.age_max_years,
        "among_sex": among.sex and among.sex.value,
    }


def rules_of(values: Iterable[Mapping[str, Any]]) -> tuple[EntryRule, ...]:
    """Entry rules from their JSON."""
    return tuple(_rule(each) for each in values)


def _rule(values: Mapping[str, Any]) -> EntryRule:
    falls_to = ServiceKind(values["falls_to"]) if values["falls_to"] else None
    evidence = Evidence(
        values["source"],
        values["nation"],
        _day(values["source_date"]),
        _day(values["review_date"]),
        values["is_local"],
    )
    match values["rule"]:
        case "age":
            return AgeRule(values["from"], values["under"], evidence, falls_to)
        case "sex":
            return SexRule(Sex(values["sex"]), evidence, falls_to)
        case "pregnancy":
            return PregnancyRule(values["pregnant"], evidence, _among(values), falls_to)
        case "area":
            return AreaRule(values["area"], values["covers_practice"], evidence, falls_to)
    return QuestionRule(
        values["question_id"],
        values["question"],
        values["because"],
        evidence,
        Answer(values["met_by"]),
        values["refuses"],
        _among(values),
        falls_to,
    )


def _among(values: Mapping[str, Any]) -> Among:
    sex = Sex(values["among_sex"]) if values["among_sex"] else None
    return Among(values["among_from"], values["among_under"], sex)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
