"""Builders of services, topics and places for tests."""

from typing import Any

from signpost.domain.eligibility import AgeRule, Evidence, QuestionRule
from signpost.domain.place import Location, LocationType, Position
from signpost.domain.service import Organization, Phone, Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.domain.topic import AgeVariant, Topic

SAYS = Evidence("a page")
HERE = Position(54.0, -1.5)


def service(service_id: str, kind: ServiceKind, **more: Any) -> Service:
    """A service that is open to everyone, with a telephone number."""
    values: dict[str, Any] = {
        "name": service_id,
        "organization": Organization(service_id, f"{service_id} Ltd"),
        "phones": (Phone("01632 960001"),),
        **more,
    }
    return Service(id=service_id, kind=kind, **values)


def topic(topic_id: str, *kinds: ServiceKind, **more: Any) -> Topic:
    """A topic that lists these kinds, best first."""
    values: dict[str, Any] = {"questions": (), "self_care": "", "unsuitable": "", **more}
    return Topic(topic_id, topic_id.capitalize(), "Group", (topic_id,), kinds, **values)


def variant(low: float | None, high: float | None, *kinds: ServiceKind) -> AgeVariant:
    """What a topic lists for an age group."""
    return AgeVariant(low, high, kinds)


def place(
    place_id: str, hours: str = "", miles_north: float = 0.0, *, is_virtual: bool = False
) -> ServiceAtLocation:
    """A place some miles north of the practice."""
    position = Position(HERE.latitude + miles_north / 69.09, HERE.longitude)
    kind = LocationType.VIRTUAL if is_virtual else LocationType.PHYSICAL
    location = Location(place_id, place_id, kind, position=None if is_virtual else position)
    return ServiceAtLocation(location, (Phone("01632 960002"),), hours)


def ages(low: float | None, high: float | None, falls_to: ServiceKind | None = None) -> AgeRule:
    """Only for these ages."""
    return AgeRule(low, high, SAYS, falls_to)


def question(question_id: str) -> QuestionRule:
    """A question that yes does not meet."""
    return QuestionRule(question_id, f"{question_id}?", question_id, SAYS)
