"""Writes a directory as a workbook: a sheet for each of our tables, and one that explains them."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.domain.place import Position
from signpost.domain.service import Service
from signpost.errors import NotAvailable
from signpost.exchange.column_notes import column_notes
from signpost.exchange.directory_columns import COLUMNS, SERVICES
from signpost.exchange.directory_table_rows import table_rows
from signpost.exchange.whole_file import whole_file

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

EXPLAINED = "columns"
"""The name of the sheet that explains the others; those are named as the CSV files."""

_MOST_LETTERS, _MOST_ROWS = 32_767, 1_048_576
_WIDE = frozenset({"name", "description", "address", "question", "because", "services"})
_NARROW_WIDTH, _WIDTH, _NOTE_WIDTH = 16, 36, 110


def write_directory_xlsx(
    services: Iterable[Service], out: Path, readme: Path, practice: Position | None = None
) -> int:
    """Write the workbook; every cell is text, so that no spreadsheet changes a code or a date.

    `readme` explains the columns. Returns the number of services. Raises NotAvailable when it
    cannot be written or a sheet cannot hold the directory.
    """
    import xlsxwriter  # noqa: PLC0415 - only when a workbook is wanted
    from xlsxwriter.exceptions import XlsxFileError  # noqa: PLC0415

    with whole_file(out, "directory.xlsx") as part:
        try:
            with xlsxwriter.Workbook(part, {"constant_memory": True}) as book:
                count = _fill(book, services, practice)
                _explain(book, column_notes(readme))
        except XlsxFileError as error:
            raise OSError(str(error)) from error
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        return count


def _fill(book: "Workbook", services: Iterable[Service], practice: Position | None) -> int:
    text = book.add_format({"num_format": "@", "valign": "top"})
    sheets = {table: _sheet(book, table, COLUMNS[table], text) for table in COLUMNS}
    rows = dict.fromkeys(COLUMNS, 0)
    for table, row in table_rows(services, practice):
        rows[table] += 1
        if rows[table] >= _MOST_ROWS or max(map(len, row)) > _MOST_LETTERS:
            raise NotAvailable(
                "The directory is too large for a workbook.",
                "Export it as CSV, which has no limit.",
            )
        for column, cell in enumerate(row):
            if cell:
                sheets[table].write_string(rows[table], column, cell, text)
    for table, sheet in sheets.items():
        sheet.autofilter(0, 0, rows[table], len(COLUMNS[table]) - 1)
    return rows[SERVICES]


def _sheet(book: "Workbook", table: str, columns: Iterable[str], text: "Format") -> "Worksheet":
    sheet = book.add_worksheet(table.removesuffix(".csv"))
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(columns):
        width = _WIDTH if column in _WIDE else max(_NARROW_WIDTH, len(column) + 4)
        sheet.set_column(number, number, width, text)
        sheet.write_string(0, number, column, _header(book))
    return sheet


def _explain(book: "Workbook", notes: Mapping[tuple[str, str], str]) -> None:
    wrapped = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
    sheet = book.add_worksheet(EXPLAINED)
    sheet.freeze_panes(1, 0)
    for number, (title, width) in enumerate(
        (("sheet", 20), ("column", 24), ("what to write", _NOTE_WIDTH))
    ):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, title, _header(book))
    for number, ((table, column), note) in enumerate(notes.items(), start=1):
        for place, cell in enumerate((table.removesuffix(".csv"), column, note)):
            sheet.write_string(number, place, cell, wrapped)


def _header(book: "Workbook") -> "Format":
    return book.add_format({"bold": True, "bg_color": "#E8EDEE", "num_format": "@"})
