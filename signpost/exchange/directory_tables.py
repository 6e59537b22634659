"""The CSV files of a directory as rows, one folder laid over another; columns checked."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from signpost.domain.faults import ContentFault
from signpost.exchange.directory_columns import (
    AT_LOCATION,
    COLUMNS,
    ELIGIBILITY,
    LOCATIONS,
    SERVICES,
)
from signpost.exchange.directory_row import Row

LONGEST_CELL = 2_000
LONGEST_LIST = 1_000_000
"""Of the services given at a place, which may be all there are."""


@dataclass(frozen=True)
class Tables:
    """The rows of a directory's files, in the order of the files.

    `at_locations` are by service and location: what a service has of its own at a place.
    """

    services: tuple[Row, ...]
    locations: tuple[Row, ...]
    eligibility: tuple[Row, ...]
    at_locations: Mapping[tuple[str, str], Row]


@dataclass(frozen=True)
class Sheet:
    """The cells of one table as they stand in a file, the header first; faults name it `name`."""

    name: str
    lines: Sequence[Sequence[str]]


def read_tables(sources: Iterable[Path], faults: list[ContentFault]) -> Tables:
    """Rows of these folders (or services files), later ones laid over earlier ones."""
    files = (source if source.is_file() else source / SERVICES for source in sources)
    return tables_over([_sheets(file, faults) for file in files], faults)


def tables_over(layers: Iterable[Mapping[str, Sheet]], faults: list[ContentFault]) -> Tables:
    """Rows of these sheets by table, later layers laid over earlier ones.

    A row whose id is there already changes only the cells that it fills. The eligibility rows of a
    service replace all earlier ones of that service.
    """
    services: dict[str, Row] = {}
    locations: dict[str, Row] = {}
    rules: dict[str, list[Row]] = {}
    at_locations: dict[tuple[str, str], Row] = {}
    for sheets in layers:
        rows = {table: _rows(sheets.get(table), table, faults) for table in COLUMNS}
        _lay_over(services, rows[SERVICES])
        _lay_over(locations, rows[LOCATIONS])
        fresh: dict[str, list[Row]] = {}
        for row in rows[ELIGIBILITY]:
            fresh.setdefault(row.needed("service_id"), []).append(row)
        rules.update(fresh)
        for row in rows[AT_LOCATION]:
            key = row.needed("service_id"), row.needed("location_id")
            at_locations[key] = row.over(at_locations[key]) if key in at_locations else row
    return Tables(
        tuple(services.values()),
        tuple(locations.values()),
        tuple(row for each in rules.values() for row in each),
        at_locations,
    )


def _lay_over(lower: dict[str, Row], rows: Iterable[Row]) -> None:
    """Take rows in by id; the second row with an id of the same file is a fault and left out."""
    seen: set[str] = set()
    for row in rows:
        row_id = row.needed("id")
        if row_id in seen:
            row.fault("id", f'"{row_id}" is used by a row above. Give each row its own id.')
        elif row_id:
            seen.add(row_id)
            lower[row_id] = row.over(lower[row_id]) if row_id in lower else row


def _sheets(services: Path, faults: list[ContentFault]) -> dict[str, Sheet]:
    """The tables beside and with a services file. Only that one must exist."""
    files = {table: services.with_name(table) for table in COLUMNS} | {SERVICES: services}
    there = {table: file for table, file in files.items() if table == SERVICES or file.exists()}
    sheets: dict[str, Sheet] = {}
    for table, file in there.items():
        name = f"{file.parent.name}/{file.name}"
        sheets[table] = Sheet(name, _lines(_text(file, name, faults), name, faults))
    return sheets


def _lines(text: str, name: str, faults: list[ContentFault]) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        faults.append(ContentFault(name, "", "is not a CSV file that can be read. Save it again."))
        return []


def _rows(sheet: Sheet | None, table: str, faults: list[ContentFault]) -> list[Row]:
    """The rows of one sheet; none when there is none or its header is wrong."""
    if sheet is None or not sheet.lines:
        return []
    header = [column.strip() for column in sheet.lines[0]]
    if not _header_is_good(header, sheet.name, table, faults):
        return []
    return [
        Row(sheet.name, number, _cells(header, line, sheet.name, number, faults), faults)
        for number, line in enumerate(sheet.lines[1:], start=2)
        if any(cell.strip() for cell in line)
    ]


def _text(path: Path, name: str, faults: list[ContentFault]) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError:
        faults.append(ContentFault(name, "", "cannot be read. Look whether it is there."))
    except UnicodeDecodeError:
        faults.append(ContentFault(name, "", 'is not in UTF-8. Save it as "CSV UTF-8".'))
    return ""


def _header_is_good(header: list[str], name: str, table: str, faults: list[ContentFault]) -> bool:
    known = COLUMNS[table]
    unknown = [column for column in header if column not in known]
    twice = {column for column in header if header.count(column) > 1}
    for column in (*unknown, *sorted(twice)):
        faults.append(
            ContentFault(
                name, f"row 1, {column}", f"is not a column here. Use: {', '.join(known)}."
            )
        )
    if known[0] not in header:
        faults.append(ContentFault(name, "row 1", f'needs a column called "{known[0]}".'))
    return known[0] in header and not twice


def _cells(
    header: list[str], line: Sequence[str], name: str, number: int, faults: list[ContentFault]
) -> dict[str, str]:
    if len(line) > len(header):
        faults.append(
            ContentFault(name, f"row {number}", "has more cells than the header has columns.")
        )
    cells = dict(zip(header, (cell.strip() for cell in line), strict=False))
    for column, cell in cells.items():
        longest = LONGEST_LIST if column == "services" else LONGEST_CELL
        if len(cell) > longest:
            faults.append(ContentFault(name, f"row {number}, {column}", "is too long to be right."))
            cells[column] = cell[:longest]
    return cells
