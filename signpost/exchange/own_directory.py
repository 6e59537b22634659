"""Signpost's own tables from wherever they come: CSV files, a folder or ZIP of them, a workbook.

Stricter than the starter's reader: numbers and addresses must exist or have the right shape.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from signpost.domain.faults import ContentFault
from signpost.domain.incoming import Incoming
from signpost.errors import UserMistake
from signpost.exchange.contact_values import email_address, ods_code, postal_code, web_address
from signpost.exchange.directory_columns import (
    AT_LOCATION,
    COLUMNS,
    ELIGIBILITY,
    LOCATIONS,
    SERVICES,
)
from signpost.exchange.directory_file import directory_of
from signpost.exchange.directory_row import Row
from signpost.exchange.directory_tables import LONGEST_LIST, Sheet, Tables, tables_over
from signpost.exchange.file_parts import Part, parts_of
from signpost.exchange.headed_rows import delimiter_of, header_of
from signpost.exchange.phone_number import phone_number
from signpost.exchange.reading import Reading
from signpost.exchange.text_rows import rows_of
from signpost.exchange.workbook_sheets import workbook_sheets

_TOLD_BY = {
    SERVICES: {"id", "name", "kind"},
    LOCATIONS: {"id", "name", "services"},
    ELIGIBILITY: {"service_id", "rule"},
    AT_LOCATION: {"service_id", "location_id", "opening_hours"},
}
_REFUSING = {
    "id",
    "kind",
    "service_id",
    "location_id",
    "rule",
    "question_id",
    "question",
    "because",
}
_RULES: Mapping[str, Callable[[str], str]] = {
    "url": web_address,
    "email": email_address,
    "postal_code": postal_code,
    "ods_code": ods_code,
}


def is_own(part: Part) -> bool:
    """Whether a part is one of our tables, told by its header."""
    return _table_of(header_of(part)) is not None


def read_own(parts: Sequence[Part], path: Path, reading: Reading) -> Incoming:
    """Read our tables; beside a single services file, those that lie beside it as well.

    Raises UserMistake when there is no table of services, and ReadingCancelledError.
    """
    sheets: dict[str, Sheet] = {}
    for part in (*parts, *_beside(parts, path)):
        table = _table_of(header_of(part))
        if table is None or table in sheets:
            reading.refuse(part.name, "", "is a second table of its kind, or none of ours.")
        else:
            sheets[table] = _sheet(part.name, _lines(part, reading))
    return _incoming(sheets, reading)


def read_own_workbook(part: Part, reading: Reading) -> Incoming:
    """Read our tables from a workbook. Raises UserMistake and ReadingCancelledError."""
    found = workbook_sheets(part, reading)
    sheets = {
        table: _sheet(f"{part.name}, {name}", found[name])
        for table in COLUMNS
        if (name := table.removesuffix(".csv")) in found
    }
    return _incoming(sheets, reading)


def _table_of(header: Iterable[str]) -> str | None:
    columns = set(header)
    return next((table for table, needed in _TOLD_BY.items() if needed <= columns), None)


def _beside(parts: Sequence[Part], path: Path) -> list[Part]:
    if not path.is_file() or [_table_of(header_of(part)) for part in parts] != [SERVICES]:
        return []
    files = (path.with_name(table) for table in COLUMNS if table != SERVICES)
    return [part for file in files if file.is_file() for part in parts_of(file) if is_own(part)]


def _lines(part: Part, reading: Reading) -> list[list[str]]:
    lines: list[list[str]] = []
    for number, cells in rows_of(part, reading, delimiter_of(part), longest=LONGEST_LIST):
        lines += [[] for _ in range(number - 1 - len(lines))]
        lines.append(cells)
    return lines


def _sheet(name: str, lines: list[list[str]]) -> Sheet:
    """Its header in lower case, as a spreadsheet may capitalise it."""
    return Sheet(name, [[cell.lower() for cell in line] for line in lines[:1]] + lines[1:])


def _incoming(sheets: Mapping[str, Sheet], reading: Reading) -> Incoming:
    if not sheets.get(SERVICES, Sheet("", ())).lines:
        raise UserMistake(
            "file",
            "There is no table of services in it. It needs one called services, with the columns"
            " id, name and kind.",
        )
    faults: list[ContentFault] = []
    tables = tables_over([sheets], faults)
    return own_incoming(tables, faults, sheets[SERVICES].name, reading)


def own_incoming(
    tables: Tables, faults: list[ContentFault], services_file: str, reading: Reading
) -> Incoming:
    """The directory in these rows, whose mistakes are in `faults`."""
    for row in (*tables.services, *tables.locations, *tables.at_locations.values()):
        _check(row)
    reading.look()
    found = directory_of(tables, faults)
    for fault in faults:
        column = fault.key.rpartition(", ")[2]
        named = column == "name" and fault.file == services_file
        refuses = named or column in _REFUSING or column.startswith("row ") or not column
        tell = reading.refuse if refuses else reading.empty
        tell(fault.file, fault.key, fault.sentence)
    return Incoming(
        feed="Signpost",
        services=found.directory.services,
        practice=found.directory.practice,
    )


def _check(row: Row) -> None:
    """Empty the cells of a row whose numbers or addresses cannot be right, and tell them."""
    kept: list[str] = []
    for part in row.items("phone"):
        number = part.rpartition(":")[2]
        try:
            phone_number(number)
            kept.append(part)
        except UserMistake as mistake:
            row.fault("phone", mistake.sentence)
    cells = dict(row.cells)
    if len(kept) < len(row.items("phone")):
        cells["phone"] = "|".join(part.replace("\\", "\\\\").replace("|", "\\|") for part in kept)
    for column, rule in _RULES.items():
        try:
            written = rule(row.text(column))
        except UserMistake as mistake:
            row.fault(column, mistake.sentence)
            written = ""
        if written != row.text(column):
            cells[column] = written
    row.cells = cells
