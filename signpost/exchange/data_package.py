"""HSDS as a data package: CSV tables of version 2 or 3, joined to services as its JSON has them."""

from collections.abc import Mapping, Sequence
from typing import Any

from signpost.errors import UserMistake
from signpost.exchange.csv_file import restored
from signpost.exchange.entity import FILE, WHERE
from signpost.exchange.file_parts import Part
from signpost.exchange.headed_rows import delimiter_of, header_of
from signpost.exchange.reading import Reading
from signpost.exchange.text_rows import rows_of

_TABLES = {
    "organizations": "organization",
    "services": "service",
    "locations": "location",
    "services_at_location": "at_location",
    "services_at_locations": "at_location",
    "service_at_location": "at_location",
    "service_at_locations": "at_location",
    "addresses": "addresses",
    "physical_addresses": "addresses",
    "phones": "phones",
    "contacts": "contacts",
    "schedules": "schedules",
    "regular_schedules": "schedules",
    "eligibility": "eligibility",
    "eligibilities": "eligibility",
    "cost_options": "cost_options",
    "service_areas": "service_areas",
    "organization_identifiers": "organization_identifiers",
    "attributes": "attributes",
    "taxonomies": "vocabulary",  # its names stand in the terms as well
    "taxonomy_terms": "term",
    "taxonomy": "term",
    "services_taxonomy": "services_taxonomy",
    "service_taxonomy": "services_taxonomy",
}
_PACKAGE = "datapackage.json"
# What belongs to what: a table, and the columns that name its owner, the closest owner first.
_OWNERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "organization_identifiers": (("organization_id", "organization"),),
    "addresses": (("location_id", "location"),),
    "contacts": (
        ("service_at_location_id", "at_location"),
        ("service_id", "service"),
        ("organization_id", "organization"),
        ("location_id", "location"),
    ),
    "phones": (
        ("contact_id", "contacts"),
        ("service_at_location_id", "at_location"),
        ("service_id", "service"),
        ("location_id", "location"),
        ("organization_id", "organization"),
    ),
    "schedules": (
        ("service_at_location_id", "at_location"),
        ("service_id", "service"),
        ("location_id", "location"),
    ),
    "eligibility": (("service_id", "service"),),
    "cost_options": (("service_id", "service"),),
    "service_areas": (("service_id", "service"),),
    "services_taxonomy": (("service_id", "service"),),
    "attributes": (("link_id", "service"), ("link_id", "at_location"), ("link_id", "location")),
    "at_location": (("service_id", "service"),),
}
_REFERENCES = (
    ("service", "organization_id", "organization", "organization"),
    ("at_location", "location_id", "location", "location"),
    ("attributes", "taxonomy_term_id", "term", "taxonomy_term"),
    ("services_taxonomy", "taxonomy_id", "term", "taxonomy"),
)
_NAMED_BY_ID = {"organization", "location", "term"}
_UNDER = {"at_location": "service_at_locations"}
_NUMBERS = frozenset({"latitude", "longitude", "minimum_age", "maximum_age", "amount", "interval"})

Json = dict[str, Any]
Tables = dict[str, list[Json]]


def is_package(part: Part) -> bool:
    """Whether a part is a table of HSDS, told by its name, since the standard fixes that, and by
    its columns.
    """
    return part.short_name == _PACKAGE or _table_of(part) is not None


def package_services(parts: Sequence[Part], reading: Reading) -> list[Json]:
    """The services of a data package as objects. Raises UserMistake and ReadingCancelledError."""
    tables: Tables = {}
    for part in parts:
        table = _table_of(part)
        if table is not None:
            tables.setdefault(table, []).extend(_rows(part, reading))
    if not tables.get("service"):
        raise UserMistake("file", "There is no table of services in it (services.csv).")
    by_id = {table: _by_id(table, rows, reading) for table, rows in tables.items()}
    for table, ways in _OWNERS.items():
        for row in tables.get(table, []):
            _give(row, table, ways, by_id, reading)
    _refer(tables, by_id, reading)
    first = by_id["service"]
    return [row for row in tables["service"] if first.get(row.get("id", ""), row) is row]


def _table_of(part: Part) -> str | None:
    table = _TABLES.get(part.short_name.lower().removesuffix(".csv"))
    header = header_of(part)
    if table == "service" and not {"organization_id", "program_id"} & set(header):
        return None
    return table if "id" in header else None


def _rows(part: Part, reading: Reading) -> list[Json]:
    header: list[str] = []
    found: list[Json] = []
    for number, cells in rows_of(part, reading, delimiter_of(part)):
        if not header:
            header = [cell.lower() for cell in cells]
        elif len(cells) > len(header):
            reading.refuse(
                part.name,
                f"row {number}",
                f"has {len(cells)} cells where the header has {len(header)}: the row is broken.",
            )
        else:
            fields = {
                column: _number(cell) if column in _NUMBERS else restored(cell)
                for column, cell in zip(header, cells, strict=False)
                if cell
            }
            found.append(fields | {FILE: part.name, WHERE: f"row {number}"})
    return found


def _number(cell: str) -> float | str:
    try:
        return float(cell)
    except ValueError:
        return cell


def _by_id(table: str, rows: Sequence[Json], reading: Reading) -> dict[str, Json]:
    """Rows by id; a second one with an id is told. Rows without an id can still belong to
    something, but nothing to them.
    """
    found: dict[str, Json] = {}
    for row in rows:
        if "id" not in row:
            if table in _NAMED_BY_ID:
                reading.refuse(row[FILE], row[WHERE], "has no id, so nothing can belong to it.")
            continue
        first = found.setdefault(row["id"], row)
        if first is not row:
            reading.refuse(row[FILE], row[WHERE], f'has the id "{row["id"]}" of {first[WHERE]}.')
    return found


def _give(
    row: Json,
    table: str,
    ways: Sequence[tuple[str, str]],
    by_id: Mapping[str, Mapping[str, Json]],
    reading: Reading,
) -> None:
    """Put a row under what it belongs to; one that belongs to nothing here is refused."""
    named = [(column, row[column]) for column, _ in ways if column in row]
    for column, owner in ways:
        found = by_id.get(owner, {}).get(row.get(column, ""))
        if found is not None:
            found.setdefault(_UNDER.get(table, table), []).append(row)
            return
    columns = " or ".join(dict.fromkeys(column for column, _ in ways))
    column, owner_id = named[0] if named else (columns, "")
    sentence = (
        f'belongs to {column} "{owner_id}", which is not in the package.'
        if named
        else f"has no {columns}, so it belongs to nothing."
    )
    reading.refuse(row[FILE], row[WHERE], sentence)


def _refer(tables: Tables, by_id: Mapping[str, Mapping[str, Json]], reading: Reading) -> None:
    """Put what rows name by id into them: organizations, locations, terms."""
    for table, column, other, field in _REFERENCES:
        for row in tables.get(table, []):
            found = by_id.get(other, {}).get(row.get(column, ""))
            if found is not None:
                row[field] = found
            elif column in row:
                sentence = f'"{row[column]}" is not in the package.'
                reading.empty(row[FILE], f"{row[WHERE]}, {column}", sentence)
