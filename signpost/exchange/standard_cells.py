"""What the fields of Open Referral say, as cells of our own tables, where both mean just the same.

Writing and reading share it: what it gives back exactly needs no field of our own.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from signpost.domain.service import Phone, Status
from signpost.exchange.directory_cells import decimal_cell, listed, phones_cell
from signpost.exchange.open_referral_place import NOT_RECORDED, ODS
from signpost.exchange.open_referral_service import STATUSES
from signpost.exchange.open_referral_terms import KIND, SNOMED, TOPIC, code_of

Json = Mapping[str, Any]

_SAME_TEXT = (
    "name",
    "description",
    "url",
    "email",
    "application_process",
    "wait_time",
    "eligibility_description",
    "assured_date",
    "alert",
    "alternate_name",
)
_STATUSES: Mapping[str, Status] = {words: status for status, words in STATUSES.items()}


def standard_service_cells(fields: Json) -> dict[str, str]:
    """The cells of services.csv that a service object gives; `id` is its UUID."""
    organization = _object(fields.get("organization"))
    terms = [_object(each.get("taxonomy_term")) for each in _objects(fields.get("attributes"))]
    return {
        "id": _text(fields.get("id")),
        **{column: _text(fields.get(column)) for column in _SAME_TEXT},
        "status": _STATUSES.get(_text(fields.get("status")), Status.ACTIVE).value,
        "phone": _phones(fields),
        "organization": _text(organization.get("name")),
        "organization_id": _text(organization.get("id")),
        "ods_code": _ods_code(organization),
        "minimum_age": _number(fields.get("minimum_age")),
        "maximum_age": _number(fields.get("maximum_age")),
        "kind": next(_codes(terms, KIND), ""),
        "topics": listed(_codes(terms, TOPIC)),
        "snomed_code": next(_codes(terms, SNOMED), ""),
        "snomed_term": next(
            (_text(term.get("name")) for term in terms if code_of(term, SNOMED)), ""
        ),
    }


def standard_location_cells(at_location: Json) -> dict[str, str]:
    """The cells of locations.csv that a service at a location gives; `id` is the place's UUID."""
    location = _object(at_location.get("location"))
    address = next(iter(_objects(location.get("addresses"))), {})
    lines = _recorded(address.get("address_1")), _recorded(address.get("city"))
    is_ods = location.get("external_identifier_type") == ODS
    return {
        "id": _text(location.get("id")),
        "name": _text(location.get("name")),
        "location_type": _text(location.get("location_type")),
        "address": ", ".join(line for line in lines if line),
        "postal_code": _recorded(address.get("postal_code")),
        "latitude": _number(location.get("latitude")),
        "longitude": _number(location.get("longitude")),
        "ods_code": _text(location.get("external_identifier")) if is_ods else "",
        "phone": _phones(at_location),
        "alert": _text(at_location.get("description")),
    }


def _codes(terms: Iterable[Json], beginning: str) -> Iterator[str]:
    return (code for term in terms if (code := code_of(term, beginning)))


def _ods_code(organization: Json) -> str:
    identifiers = _objects(organization.get("organization_identifiers"))
    return next(
        (
            _text(each.get("identifier"))
            for each in identifiers
            if each.get("identifier_type") == ODS
        ),
        "",
    )


def _phones(owner: Json) -> str:
    return phones_cell(
        Phone(_text(each.get("number")), _text(each.get("description")))
        for each in _objects(owner.get("phones"))
    )


def _object(value: object) -> Json:
    return value if isinstance(value, Mapping) else {}


def _objects(value: object) -> list[Json]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _recorded(value: object) -> str:
    return "" if value == NOT_RECORDED else _text(value)


def _number(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return decimal_cell(value)
