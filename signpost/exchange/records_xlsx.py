"""The records as a spreadsheet: a sheet for each table, and one that says what they hold. Written
row by row, so that memory stays small; the library is imported only here.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from signpost.domain.local_time import local_time
from signpost.domain.record_field import REVISION_FIELDS, SHOWN_FIELDS, hyphened
from signpost.errors import UserMistake
from signpost.exchange.column_meanings import MEANINGS
from signpost.exchange.csv_file import defused
from signpost.exchange.layout import turned
from signpost.exchange.record_source import (
    ExportRequest,
    Preview,
    RecordSource,
    Written,
)
from signpost.exchange.record_tables import first_rows
from signpost.exchange.signposts_csv import signposts_layout
from signpost.exchange.whole_file import whole_file

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""How many rows a sheet holds below its header."""

_DAYS = frozenset({"event_date", "follow_up_due"})
_MOMENTS = frozenset(
    {"recorded_at", "entered_at", "promised_by", "raised_at", "acted_at", "made_at"}
)
_NUMBERS = frozenset({"age_years", "version"})
_READ_IDS = frozenset({"signpost_id", "made_by"})
_VALUES = frozenset({"before", "after"})
_LONGEST_CELL = 32_767
_WIDE = {"need_text": 50, "associated_text": 60, "reason": 40, "before": 40, "after": 40}
_WIDTH, _SHORT = 18, 12


@dataclass(frozen=True)
class _Looks:
    """The formats of a workbook's cells."""

    heading: "Format"
    text: "Format"
    day: "Format"
    moment: "Format"
    number: "Format"
    title: "Format"
    wrapped: "Format"


def write_xlsx(out: Path, source: RecordSource, request: ExportRequest) -> Written:
    """Write the workbook. Raises UserMistake for more records than a sheet holds, NotAvailable when
    it cannot be written.
    """
    import xlsxwriter  # noqa: PLC0415 - only when a workbook is wanted
    from xlsxwriter.exceptions import XlsxFileError  # noqa: PLC0415

    with (
        whole_file(out, "signposts.xlsx") as part,
        # The library's own temporary files hold callers' words: they stay beside the file.
        tempfile.TemporaryDirectory(
            dir=part.parent, prefix=part.name, ignore_cleanup_errors=True
        ) as folder,
    ):
        try:
            with xlsxwriter.Workbook(part, {"constant_memory": True, "tmpdir": folder}) as book:
                rows = _fill(book, source, request)
        except XlsxFileError as error:
            raise OSError(str(error)) from error
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        written = Written(rows)
        request.before_it_appears(written)
    return written


def look_at_xlsx(source: RecordSource, request: ExportRequest, rows: int) -> Preview:
    """The first rows of the first sheet."""
    return first_rows(signposts_layout(request), source, rows, "Signposts")


_STAFF = ("id", "initials", "name", "role")


def _fill(book: "Workbook", source: RecordSource, request: ExportRequest) -> int:
    looks = _looks(book)
    rows = _signposts(book, looks, source, request)
    _sheet(book, looks, "Prompts", SHOWN_FIELDS, source.shown())
    _sheet(book, looks, "Corrections", REVISION_FIELDS, source.revisions())
    people = (
        (person.id, person.initials, person.name, person.role.value)
        for person in request.staff.values()
    )
    _sheet(book, looks, "Staff", _STAFF, people)
    _about(book, looks, request, rows)
    return rows


def _signposts(
    book: "Workbook", looks: _Looks, source: RecordSource, request: ExportRequest
) -> int:
    layout = signposts_layout(request)

    def rows() -> Iterable[Sequence[object]]:
        for batch in source.batches(layout.fields, with_voided=layout.with_voided):
            yield from layout.rows(turned(batch, layout.fields), len(batch))

    return _sheet(book, looks, "Signposts", layout.captions, rows())


def _sheet(
    book: "Workbook",
    looks: _Looks,
    title: str,
    captions: tuple[str, ...],
    rows: Iterable[Sequence[object]],
) -> int:
    sheet = book.add_worksheet(title)
    for column, caption in enumerate(captions):
        sheet.set_column(column, column, _WIDE.get(caption, max(_SHORT, len(caption) + 2)))
        sheet.write_string(0, column, caption, looks.heading)
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # they are ids
    writers = [_writer(sheet, looks, caption) for caption in captions]
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise UserMistake(
                "format", "A spreadsheet holds 1,048,575 records: choose fewer days, or signposts."
            )
        for column, cell in enumerate(row):
            if cell is not None and cell != "":
                writers[column](count, column, cell)
    sheet.autofilter(0, 0, max(count, 1), len(captions) - 1)
    return count


def _writer(sheet: "Worksheet", looks: _Looks, caption: str) -> Callable[[int, int, Any], object]:
    """Writes one column's cells with their type: a text stays text, whatever it looks like."""
    if caption in _DAYS:
        return lambda row, column, day: sheet.write_datetime(
            row, column, datetime.fromisoformat(day), looks.day
        )
    if caption in _MOMENTS:
        return lambda row, column, moment: sheet.write_datetime(
            row, column, datetime.fromisoformat(moment[:19]), looks.moment
        )
    if caption in _NUMBERS:
        return lambda row, column, number: sheet.write_number(row, column, number, looks.number)
    if caption in _READ_IDS:
        return lambda row, column, digits: sheet.write_string(
            row, column, hyphened(digits.replace("-", "")), looks.text
        )
    if caption in _VALUES:
        return lambda row, column, values: sheet.write_string(
            row, column, json.dumps(values, ensure_ascii=False)[:_LONGEST_CELL], looks.text
        )
    return lambda row, column, text: sheet.write_string(
        row, column, defused(str(text))[:_LONGEST_CELL], looks.text
    )


def _about(book: "Workbook", looks: _Looks, request: ExportRequest, rows: int) -> None:
    sheet = book.add_worksheet("About")
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90, looks.wrapped)
    lines: list[tuple[str, str]] = [
        ("Practice", f"{request.practice.name} {request.practice.ods_code}".strip()),
        ("Written", f"{local_time(request.made_at):%Y-%m-%d %H:%M}, {rows} records"),
        *(("Filter", words) for words in request.selection.in_words()),
        ("Identifiable", "Yes: keep this file as you keep the clinical record."),
        ("Ids", "Ids are text. Saving a sheet as CSV and opening that spoils long ones."),
        *MEANINGS.items(),
    ]
    sheet.write_string(0, 0, "What this file holds", looks.title)
    for row, (name, meaning) in enumerate(lines, start=1):
        sheet.write_string(row, 0, name, looks.wrapped)
        sheet.write_string(row, 1, meaning, looks.wrapped)


def _looks(book: "Workbook") -> _Looks:
    return _Looks(
        heading=book.add_format({"bold": True, "bg_color": "#d8dde0", "bottom": 1}),
        text=book.add_format({"num_format": "@"}),  # stays text also when somebody edits it
        day=book.add_format({"num_format": "yyyy-mm-dd"}),
        moment=book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        number=book.add_format({"num_format": "0"}),
        title=book.add_format({"bold": True}),
        wrapped=book.add_format({"text_wrap": True}),
    )
