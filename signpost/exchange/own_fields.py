"""What Open Referral has no field for travels as one attribute of JSON, and comes back as cells of
our own tables: nothing is lost between two Signposts.

An attribute holds only the cells that a reader would not get from the entry's other fields.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from signpost.domain.service import Service
from signpost.exchange.directory_cells import location_cells, rule_cells, service_cells
from signpost.exchange.open_referral_terms import FIELDS, attribute, code_of, fields_term
from signpost.exchange.standard_cells import standard_location_cells, standard_service_cells

RULES = "entry_rules"
"""Beside the cells of a service: its rows of eligibility.csv, each an object of cells."""

Json = Mapping[str, Any]


def with_own_fields(fields: dict[str, Any], service: Service) -> dict[str, Any]:
    """The object of a service, with attributes for what its other fields do not say.

    Attributes of places stand among those of the service, for the UK profile has no other room.
    """
    cells = service_cells(service)
    own: dict[str, Any] = _missing(cells, standard_service_cells(fields))
    rules = [
        {key: cell for key, cell in row.items() if cell and key != "service_id"}
        for row in rule_cells(service, cells)
    ]
    if rules:
        own[RULES] = rules
    attributes = [*fields["attributes"], _attribute("service", fields["id"], own)]
    for at_location, place in zip(
        fields.get("service_at_locations", ()), service.locations, strict=True
    ):
        missing = _missing(location_cells(place), standard_location_cells(at_location))
        attributes.append(_attribute("service_at_location", at_location["id"], missing))
    return fields | {"attributes": [each for each in attributes if each]}


def own_fields(fields: Json) -> dict[str, dict[str, Any]]:
    """The cells that a service's attributes carry, by the UUID of what they belong to.

    Empty for an entry that Signpost did not write, or whose attributes cannot be read.
    """
    places = _objects(fields.get("service_at_locations"))
    lists = [fields, *places]
    found: dict[str, dict[str, Any]] = {}
    for each in (each for owner in lists for each in _objects(owner.get("attributes"))):
        cells = _cells_of(each)
        if cells is not None:
            found[str(each.get("link_id"))] = cells
    return found


def _missing(cells: Mapping[str, str], standard: Mapping[str, str]) -> dict[str, str]:
    columns = cells.keys() | standard.keys()
    return {
        column: cells.get(column, "")
        for column in sorted(columns)
        if cells.get(column, "") != standard.get(column, "")
    }


def _attribute(entity: str, link_id: str, own: Mapping[str, Any]) -> dict[str, Any]:
    if not own:
        return {}
    value = json.dumps(own, ensure_ascii=False, separators=(",", ":"))
    return attribute(entity, link_id, fields_term(), value)


def _cells_of(each: Json) -> dict[str, Any] | None:
    """The UK profile's attributes have no value: there it stands in the term's description."""
    term = each.get("taxonomy_term")
    if not isinstance(term, Mapping) or code_of(term, FIELDS) is None:
        return None
    try:
        cells = json.loads(each.get("value") or term.get("description") or "")
    except (TypeError, ValueError):
        return None
    return cells if isinstance(cells, dict) else None


def _objects(value: object) -> Iterable[Json]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
