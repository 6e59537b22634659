"""The tables of an HSDS 3.0 data package that Signpost fills, and the package's description."""

import json
from collections.abc import Mapping
from typing import Any

PACKAGE = "datapackage.json"

ORGANIZATIONS, SERVICES, AT_LOCATION = (
    "organizations.csv",
    "services.csv",
    "service_at_location.csv",
)
LOCATIONS, ADDRESSES, PHONES = "locations.csv", "addresses.csv", "phones.csv"
SCHEDULES, AREAS, ATTRIBUTES = "schedules.csv", "service_areas.csv", "attributes.csv"
TERMS, TAXONOMIES = "taxonomy_terms.csv", "taxonomies.csv"
IDENTIFIERS = "organization_identifiers.csv"

TABLES: Mapping[str, tuple[str, ...]] = {
    ORGANIZATIONS: ("id", "name", "description"),
    SERVICES: (
        "id",
        "organization_id",
        "name",
        "alternate_name",
        "description",
        "url",
        "email",
        "status",
        "application_process",
        "wait_time",
        "eligibility_description",
        "minimum_age",
        "maximum_age",
        "assured_date",
        "alert",
    ),
    AT_LOCATION: ("id", "service_id", "location_id", "description"),
    LOCATIONS: (
        "id",
        "location_type",
        "name",
        "latitude",
        "longitude",
        "external_identifier",
        "external_identifier_type",
    ),
    ADDRESSES: (
        "id",
        "location_id",
        "address_1",
        "city",
        "state_province",
        "postal_code",
        "country",
        "address_type",
    ),
    PHONES: ("id", "service_id", "service_at_location_id", "number", "description"),
    SCHEDULES: (
        "id",
        "service_id",
        "service_at_location_id",
        "freq",
        "interval",
        "byday",
        "description",
        "opens_at",
        "closes_at",
        "notes",
    ),
    AREAS: ("id", "service_id", "name"),
    ATTRIBUTES: ("id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value"),
    TERMS: ("id", "code", "name", "description", "taxonomy", "taxonomy_id", "term_uri"),
    TAXONOMIES: ("id", "name", "description"),
    IDENTIFIERS: ("id", "organization_id", "identifier_scheme", "identifier_type", "identifier"),
}
"""The columns that we fill, in the standard's order; the others it has may be left out."""

NUMBERS = frozenset({"minimum_age", "maximum_age", "latitude", "longitude", "interval"})
_TYPES = {
    **dict.fromkeys(NUMBERS, "number"),
    "assured_date": "date",
    "opens_at": "time",
    "closes_at": "time",
}
_FORMATS = {"url": "uri", "term_uri": "uri", "email": "email"}
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    ORGANIZATIONS: ("id", "name", "description"),
    SERVICES: ("id", "organization_id", "name", "status"),
    AT_LOCATION: ("id", "service_id", "location_id"),
    LOCATIONS: ("id", "location_type"),
    ADDRESSES: tuple(each for each in TABLES[ADDRESSES] if each != "location_id"),
    PHONES: ("id", "number"),
    ATTRIBUTES: ("id", "link_id", "taxonomy_term_id", "link_entity"),
    TERMS: ("id", "name", "description"),
    TAXONOMIES: ("id", "name", "description"),
    IDENTIFIERS: ("id", "organization_id", "identifier_type", "identifier"),
}
_RESOURCES = {table: table.removesuffix(".csv").removesuffix("s") for table in TABLES} | {
    ADDRESSES: "address",
    TAXONOMIES: "taxonomy",
}
_REFERENCES = {
    f"{resource}_id": resource
    for table, resource in _RESOURCES.items()
    if table not in {PHONES, SCHEDULES}
}


def package_description() -> str:
    """datapackage.json: a Tabular Data Package of these tables."""
    package = {
        "name": "human_services_data",
        "title": "Human Services Data Specification",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "homepage": "http://docs.openreferral.org",
        "resources": [_resource(table) for table in TABLES],
    }
    return json.dumps(package, indent=1) + "\n"


def _resource(table: str) -> dict[str, Any]:
    columns = TABLES[table]
    keys = [
        {"fields": column, "reference": {"resource": _REFERENCES[column], "fields": "id"}}
        for column in columns
        if column in _REFERENCES
    ]
    schema: dict[str, Any] = {
        "primaryKey": "id",
        "fields": [_field(table, column) for column in columns],
    }
    return {
        "name": _RESOURCES[table],
        "path": table,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema | ({"foreignKeys": keys} if keys else {}),
    }


def _field(table: str, column: str) -> dict[str, Any]:
    is_id = column == "id" or column.endswith("_id")
    found = "uuid" if is_id else _FORMATS.get(column)
    return {
        "name": column,
        "type": _TYPES.get(column, "string"),
        **({"format": found} if found else {}),
        "constraints": {
            "required": column in _REQUIRED.get(table, ("id",)),
            "unique": column == "id",
        },
    }
