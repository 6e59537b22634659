"""Writes a directory as an HSDS 3.0 data package: CSV tables and their description."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from signpost.domain.service import Service
from signpost.exchange.csv_file import defused
from signpost.exchange.csv_tables import write_csv_tables
from signpost.exchange.directory_cells import decimal_cell
from signpost.exchange.hsds_tables import (
    ADDRESSES,
    AREAS,
    AT_LOCATION,
    ATTRIBUTES,
    IDENTIFIERS,
    LOCATIONS,
    NUMBERS,
    ORGANIZATIONS,
    PACKAGE,
    PHONES,
    SCHEDULES,
    SERVICES,
    TABLES,
    TAXONOMIES,
    TERMS,
    package_description,
)
from signpost.exchange.open_referral_pages import full_hsds_service

Json = Mapping[str, Any]
Found = Iterator[tuple[str, Json]]


def write_hsds_package(services: Iterable[Service], out: Path) -> int:
    """Write a folder, or one ZIP file when `out` ends in .zip. Returns the number of services.

    An organization or location that several services share is written once, as the first has it.
    Raises NotAvailable when it cannot be written; what was there is then still there.
    """
    rows = _rows(full_hsds_service(service) for service in services)
    beside = {PACKAGE: package_description()}
    return write_csv_tables(out, TABLES, rows, encoding="utf-8", beside=beside)[SERVICES]


def _rows(services: Iterable[Json]) -> Iterator[tuple[str, list[str]]]:
    """Every row once, in the order of the columns."""
    shared: set[tuple[str, str]] = set()
    for fields in services:
        for table, row in _of_service(fields):
            key = table, row["id"]
            if table in _SHARED:
                if key in shared:
                    continue
                shared.add(key)
            yield table, [_cell(column, row.get(column)) for column in TABLES[table]]


_SHARED = frozenset({ORGANIZATIONS, IDENTIFIERS, LOCATIONS, ADDRESSES, TERMS, TAXONOMIES})


def _of_service(fields: Json) -> Found:
    organization = fields["organization"]
    yield ORGANIZATIONS, organization
    yield from _listed(IDENTIFIERS, organization.get("organization_identifiers"))
    yield SERVICES, fields
    yield from _of_owner(fields)
    yield from _listed(AREAS, fields.get("service_areas"))
    for place in fields.get("service_at_locations", ()):
        location = place["location"]
        yield LOCATIONS, location
        yield from _listed(ADDRESSES, location.get("addresses"))
        yield AT_LOCATION, place
        yield from _of_owner(place)
    for attribute in fields["attributes"]:
        term = attribute["taxonomy_term"]
        about = {"id": term["taxonomy_id"], "name": term["taxonomy"]}
        yield TAXONOMIES, about | {"description": term["description"]}
        yield TERMS, term
        yield ATTRIBUTES, attribute


def _of_owner(owner: Json) -> Found:
    yield from _listed(PHONES, owner.get("phones"))
    yield from _listed(SCHEDULES, owner.get("schedules"))


def _listed(table: str, rows: Iterable[Json] | None) -> Found:
    return ((table, row) for row in rows or ())


def _cell(column: str, value: object) -> str:
    if isinstance(value, int | float):
        return decimal_cell(value)
    text = "" if value is None else str(value)
    return text if column in NUMBERS else defused(text)
