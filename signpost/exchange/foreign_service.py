"""A service as other people's Open Referral files have it: UK profile, HSDS 2 and 3, with what real
feeds leave out or write differently.
"""

from collections.abc import Iterable
from datetime import date

from signpost.domain.eligibility import AgeRule, EntryRule, Evidence
from signpost.domain.incoming import Unkinded
from signpost.domain.service import Assurance, Organization, Service, ServiceAtLocation, Status
from signpost.domain.service_kind import ServiceKind
from signpost.exchange import contact_values
from signpost.exchange.entity import LONGEST_TEXT, Entity
from signpost.exchange.foreign_place import (
    checked,
    earliest,
    hours_of,
    ods_code_of,
    phones_of,
    place_of,
)
from signpost.exchange.foreign_terms import terms_of
from signpost.exchange.kinds_by_term import KindsByTerm

_STATUSES = {
    "": Status.ACTIVE,
    "active": Status.ACTIVE,
    "temporarily closed": Status.PAUSED,
    "inactive": Status.CLOSED,
    "defunct": Status.CLOSED,
}
_NO_OLDEST = 99
"""A last age from here on is no limit: feeds write 99, 100 or 120 for it."""
_NO_KIND_YET = ServiceKind.SELF_CARE


def foreign_service(
    entity: Entity, source: str, on: date | None, kinds: KindsByTerm, ids: set[str]
) -> Service | Unkinded | None:
    """The service, with a kind where its terms certainly mean one; None when it is refused.

    `source` names the feed; `on` is the day of the file; `ids` are those of services before it.
    """
    service_id, name = entity.text("id"), entity.text("name")
    if not service_id or not name:
        missing = "name" if service_id else "id"
        entity.refuse(f"has no {missing}, so it could not be shown or known again.")
        return None
    if service_id in ids:
        entity.refuse(f'has the id "{service_id[:60]}" of another. Each needs one of its own.')
        return None
    ids.add(service_id)
    places = [found for each in _at_locations(entity) if (found := place_of(each, on, name))]
    hours = hours_of(entity, on)
    said = [hours, *(found for _, found in places)]
    terms = terms_of(entity)
    organization = entity.only("organization")
    draft = Service(
        id=service_id,
        name=name,
        kind=_NO_KIND_YET,
        organization=_organization(organization, entity),
        alternate_names=tuple(filter(None, (entity.text("alternate_name"),))),
        description=_description(entity, (found.words for found in said), on),
        phones=phones_of(entity) or phones_of(organization),
        url=checked(entity, "url", contact_values.web_address),
        email=checked(entity, "email", contact_values.email_address),
        application_process=entity.passage("application_process"),
        eligibility_description=_who_may_use_it(entity),
        rules=_rules(entity, source),
        locations=_once(place for place, _ in places),
        schedule=hours.schedule,
        alert=entity.passage("alert"),
        status=_status(entity),
        wait_time=entity.passage("wait_time"),
        assurance=Assurance(
            assured_date=entity.day("assured_date"),
            assured_by=checked(entity, "assurer_email", contact_values.email_address),
            review_date=earliest([found.until for found in said]),
            source=source,
        ),
        snomed_code=terms.snomed_code,
        snomed_term=terms.snomed_term,
    )
    waiting = Unkinded(draft, terms.names)
    kind = kinds.kind_of([terms.snomed_code]) or kinds.kind_of(terms.all)
    return waiting if kind is None else waiting.of_kind(kind)


def _at_locations(entity: Entity) -> list[Entity]:
    return entity.objects("service_at_locations", "services_at_location", "service_at_location")


def _once(places: Iterable[ServiceAtLocation]) -> tuple[ServiceAtLocation, ...]:
    by_id: dict[str, ServiceAtLocation] = {}
    for place in places:
        by_id.setdefault(place.location.id, place)
    return tuple(by_id.values())


def _organization(organization: Entity, service: Entity) -> Organization:
    return Organization(
        organization.text("id") or service.text("organization_id") or service.text("id"),
        organization.text("name"),
        ods_code_of(organization),
    )


def _status(entity: Entity) -> Status:
    """An unknown status counts as paused: nobody is sent where it is not certain."""
    text = entity.text("status").lower()
    if text not in _STATUSES:
        entity.empty("status", f'"{text[:60]}" is not known, so the service counts as paused.')
    return _STATUSES.get(text, Status.PAUSED)


def _description(entity: Entity, words: Iterable[str], on: date | None) -> str:
    """What it is, what it costs, and its hours in the source's own words where only those are."""
    parts = [entity.passage("description")]
    costs = [entity.text("fees", "fees_description"), *map(_cost, _current_costs(entity, on))]
    told = "; ".join(dict.fromkeys(filter(None, costs)))
    parts += [f"Cost: {told}"] if told else []
    hours = "; ".join(dict.fromkeys(filter(None, words)))
    parts += [f"Hours, in the source's words: {hours}"] if hours else []
    return " ".join(_sentence(part) for part in parts if part)[:LONGEST_TEXT]


def _current_costs(entity: Entity, on: date | None) -> list[Entity]:
    ends = [(each, each.day("valid_to")) for each in entity.objects("cost_options")]
    return [each for each, end in ends if end is None or on is None or end >= on]


def _cost(option: Entity) -> str:
    amount = option.text("amount")
    price = f"{option.text('currency') or '£'}{amount}" if amount else ""
    said = " ".join(filter(None, (price, option.text("amount_description"))))
    return ": ".join(filter(None, (option.text("option"), said)))


def _sentence(text: str) -> str:
    return text if text[-1] in ".?!:;" else f"{text}."


def _who_may_use_it(entity: Entity) -> str:
    parts = [entity.passage("eligibility_description")]
    for each in entity.objects("eligibilitys", "eligibility"):
        parts.append(each.text("eligibility", "eligibility_description"))
    areas = [each.text("name", "service_area") for each in entity.objects("service_areas")]
    told = ", ".join(dict.fromkeys(filter(None, areas)))
    parts += [f"Area: {told}"] if told else []
    return " ".join(_sentence(part) for part in parts if part)[:LONGEST_TEXT]


def _rules(entity: Entity, source: str) -> tuple[EntryRule, ...]:
    """Ages, if the file says one range of them and it can be right."""
    owners = [entity, *entity.objects("eligibilitys", "eligibility")]
    ranges = {
        (each.text("minimum_age"), each.text("maximum_age"))
        for each in owners
        if each.text("minimum_age") or each.text("maximum_age")
    }
    if len(ranges) > 1:
        entity.empty("minimum_age", "is said several times, differently. No ages are checked.")
    if len(ranges) != 1:
        return ()
    youngest, oldest = ranges.pop()
    try:
        low, high = float(youngest or 0), float(oldest or _NO_OLDEST)
    except ValueError:
        low, high = 1.0, 0.0
    if not 0 <= low <= high:
        entity.empty("minimum_age", f'"{youngest}" to "{oldest}" cannot be ages in years.')
        return ()
    upper = None if high >= _NO_OLDEST else float(int(high) + 1)
    rule = AgeRule(low or None, upper, Evidence(source))
    return () if rule.age_min_years is None and upper is None else (rule,)
