"""A directory's services as the cells of its tables: what the reader of the same tables takes back.

Lists are written with | between their parts; a part's own | and backslash get a backslash before.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from signpost.domain.caller import WEEKS_A_YEAR
from signpost.domain.eligibility import (
    AgeRule,
    Among,
    AreaRule,
    EntryRule,
    PregnancyRule,
    QuestionRule,
    SexRule,
)
from signpost.domain.place import Position
from signpost.domain.protocol import Answer
from signpost.domain.service import Phone, Service, ServiceAtLocation
from signpost.exchange.csv_file import defused
from signpost.exchange.directory_row import EMPTY, Row
from signpost.exchange.entry_rules import plain_rules

Cells = Mapping[str, str]

_MOST = 999
_UNITS = (("", 1.0), ("m", 12.0), ("w", WEEKS_A_YEAR), ("d", 365.25))
_BABY_UNITS = (*_UNITS[1:], _UNITS[0])
_BABY_YEARS = 2.0
_RULE_COLUMNS = ("minimum_age", "maximum_age", "sex", "pregnant")


def service_cells(service: Service) -> dict[str, str]:
    """The row of services.csv. Its ages, sex and pregnancy are filled in where that says all the
    rules there are; else they are empty and `rule_cells` has them.
    """
    assurance = service.assurance
    cells = {
        "id": service.id,
        "name": service.name,
        "alternate_name": listed(service.alternate_names),
        "kind": service.kind.value,
        "topics": listed(service.topics),
        "organization": service.organization.name,
        "organization_id": _unless(service.organization.id, service.id),
        "ods_code": service.organization.ods_code,
        "description": service.description,
        "check_first": service.check_first,
        "eligibility_description": service.eligibility_description,
        "accepts_children": yes_no(service.accepts_children),
        "access": listed(way.value for way in service.access),
        "application_process": service.application_process,
        "referral_needed": yes_or_empty(service.referral_needed),
        "seen_in_person": yes_or_empty(service.seen_in_person),
        "phone": phones_cell(service.phones),
        "phone_unconfirmed": service.unconfirmed_phone,
        "email": service.email,
        "url": service.url,
        "opening_hours": service.schedule,
        "alert": service.alert,
        "status": service.status.value,
        "paused_until": day_cell(service.paused_until),
        "pause_reason": service.pause_reason,
        "wait_time": service.wait_time,
        "wait_date": day_cell(service.wait_date),
        "practice_priority": str(service.practice_priority or ""),
        "owner": service.owner,
        "local": yes_no(service.is_local),
        "filled": "" if service.is_filled is not service.is_local else yes_no(service.is_filled),
        "assured_date": day_cell(assurance.assured_date),
        "assured_by": assurance.assured_by,
        "review_date": day_cell(assurance.review_date),
        "verified": assurance.verified.value,
        "unverified": assurance.unverified,
        "source": assurance.source,
        "snomed_code": service.snomed_code,
        "snomed_term": service.snomed_term,
    }
    return cells | _plain_rule_cells(service, cells)


def rule_cells(service: Service, cells: Cells) -> Iterator[dict[str, str]]:
    """The rows of eligibility.csv; none when the service's own row, `cells`, says its rules."""
    if not cells.keys().isdisjoint(_RULE_COLUMNS):
        return
    for rule in service.rules:
        evidence = rule.evidence
        yield {
            "service_id": service.id,
            **_rule_cells(rule),
            "falls_to": cell_of(rule.falls_to),
            "local": yes_or_empty(evidence.is_local),
            "source": evidence.source,
            "nation": evidence.nation,
            "source_date": day_cell(evidence.source_date),
            "review_date": day_cell(evidence.review_date),
        }


def location_cells(place: ServiceAtLocation) -> dict[str, str]:
    """The row of locations.csv, without the services given there."""
    location = place.location
    return {
        "id": location.id,
        "name": location.name,
        "location_type": location.location_type.value,
        "address": location.address,
        "postal_code": location.postal_code,
        **position_cells(location.position),
        "ods_code": location.ods_code,
        **_own_cells(place),
    }


def at_location_cells(service_id: str, place: ServiceAtLocation, row: Cells) -> dict[str, str]:
    """The row of service_at_location.csv: what differs from the place's own row; empty when nothing
    does. Safe to write as it is.
    """
    own = _own_cells(place)
    differing = {key: defused(cell) or EMPTY for key, cell in own.items() if cell != row[key]}
    if not differing:
        return {}
    ids = {"service_id": service_id, "location_id": place.location.id}
    return {key: defused(cell) for key, cell in ids.items()} | differing


def position_cells(position: Position | None) -> dict[str, str]:
    """Latitude and longitude to the last digit; empty when not known."""
    if position is None:
        return {"latitude": "", "longitude": ""}
    return {
        "latitude": decimal_cell(position.latitude),
        "longitude": decimal_cell(position.longitude),
    }


def listed(parts: Iterable[str]) -> str:
    """Several parts as one cell."""
    return "|".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def phones_cell(phones: Iterable[Phone]) -> str:
    """Telephone numbers, each with what it is for before a colon."""
    return listed(
        f"{phone.description}: {phone.number}" if phone.description else phone.number
        for phone in phones
    )


def youngest_cell(years: float | None) -> str:
    """The lowest age accepted, in the unit in which it is a whole number: 18, 3m, 6w."""
    if years is None:
        return ""
    for unit, per_year in _UNITS:
        number = round(years * per_year)
        if number / per_year == years and number <= _MOST:
            return f"{number}{unit}"
    return decimal_cell(years)


def oldest_cell(years: float | None) -> str:
    """The last age accepted, from the first that no longer is: 17 when that is 18."""
    if years is None:
        return ""
    for unit, per_year in _BABY_UNITS if years < _BABY_YEARS else _UNITS:
        number = round(years * per_year) - 1
        if 0 <= number <= _MOST and (number + 1) / per_year == years:
            return f"{number}{unit}"
    return f"under {decimal_cell(years)}"


def decimal_cell(number: float) -> str:
    """A number with every digit that it takes to read the same one back, never as 1e-05."""
    return f"{Decimal(repr(float(number))):f}".removesuffix(".0")


def yes_no(value: bool | None) -> str:
    """yes, no, or empty for not known."""
    return "" if value is None else "yes" if value else "no"


def yes_or_empty(value: bool) -> str:
    """yes; empty for no."""
    return "yes" if value else ""


def day_cell(day: date | None) -> str:
    """A date such as 2026-11-03; empty for none."""
    return "" if day is None else day.isoformat()


def cell_of(value: StrEnum | None) -> str:
    """A known value as it is written; empty for none."""
    return "" if value is None else value.value


def _unless(value: str, usual: str) -> str:
    return "" if value == usual else value


def _own_cells(place: ServiceAtLocation) -> dict[str, str]:
    return {
        "phone": phones_cell(place.phones),
        "opening_hours": place.schedule,
        "alert": place.alert,
    }


def _plain_rule_cells(service: Service, cells: Cells) -> dict[str, str]:
    """Ages, sex and pregnancy as columns of the service, if reading them gives just its rules."""
    plain: dict[str, str] = {}
    for rule in service.rules:
        if isinstance(rule, AreaRule | QuestionRule):
            return {}
        plain |= {column: cell for column, cell in _rule_cells(rule).items() if cell}
    plain.pop("rule", None)
    row = Row("", 0, {key: defused(cell) for key, cell in {**cells, **plain}.items()}, [])
    return plain if plain_rules(row, service.assurance.review_date) == service.rules else {}


def _rule_cells(rule: EntryRule) -> dict[str, str]:
    match rule:
        case AgeRule():
            return {"rule": "age"} | _ages(rule.age_min_years, rule.age_max_years)
        case SexRule():
            return {"rule": "sex", "sex": rule.sex.value}
        case PregnancyRule():
            return {"rule": "pregnancy", "pregnant": yes_no(rule.pregnant)} | _among(rule.among)
        case AreaRule():
            covers = yes_no(rule.covers_practice)
            return {"rule": "area", "area": rule.area, "covers_practice": covers}
        case QuestionRule():
            return {
                "rule": "question",
                "question_id": rule.id,
                "question": rule.text,
                "because": rule.because,
                "met_by": yes_no(rule.met_by is Answer.YES),
                "if_not_met": "not_met" if rule.refuses else "check",
            } | _among(rule.among)


def _ages(low: float | None, high: float | None) -> dict[str, str]:
    return {"minimum_age": youngest_cell(low), "maximum_age": oldest_cell(high)}


def _among(among: Among) -> dict[str, str]:
    return _ages(among.age_min_years, among.age_max_years) | {"sex": cell_of(among.sex)}
