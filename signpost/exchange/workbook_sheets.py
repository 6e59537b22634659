"""The sheets of a workbook (XLSX) as text, read in a stream: what a person sees in the cells."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from xml.etree.ElementTree import ParseError

from signpost.errors import UserMistake
from signpost.exchange.file_parts import Part
from signpost.exchange.reading import ROWS_BETWEEN_LOOKS, Reading

_ZIP_MARK = b"PK\x03\x04"
_NAMES_INSIDE = (b"[Content_Types].xml", b"_rels/", b"xl/", b"docProps/")
_MOST_COLUMNS = 200
# What the library raises for a file that is not what it says it is.
_DAMAGED = (
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    AssertionError,
)


def is_workbook(part: Part) -> bool:
    """Whether a part is a workbook, told by its first bytes."""
    return part.head.startswith(_ZIP_MARK) and any(name in part.head for name in _NAMES_INSIDE)


def workbook_sheets(part: Part, reading: Reading) -> dict[str, list[list[str]]]:
    """The rows of each sheet by its name in lower case, from the first, empty ones too.

    Raises UserMistake when the workbook is damaged, and ReadingCancelledError.
    """
    raw = part.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about looks that we do not read
            sheets = {title: list(_rows(rows, reading)) for title, rows in _sheets(raw)}
    except UserMistake:
        raise
    except _DAMAGED as error:
        raise UserMistake(
            "file",
            f"{part.name} is not a workbook that can be read: it is damaged or locked with a"
            " password. Open it in a spreadsheet and save it again as XLSX.",
        ) from error
    reading.advance(len(raw))
    return sheets


def _sheets(raw: bytes) -> Iterator[tuple[str, Iterator[tuple[object, ...]]]]:
    import openpyxl  # noqa: PLC0415 - only when a workbook is read

    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # what a file says of its own size is not always true
            rows = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)
            yield sheet.title.strip().lower(), rows
    finally:
        book.close()


def _rows(rows: Iterator[tuple[object, ...]], reading: Reading) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number % ROWS_BETWEEN_LOOKS == 0:
            reading.look()
        cells = [cell_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def cell_text(value: object) -> str:
    """A cell as our own CSV would have it: dates like 2026-11-03, yes and no, 18 and not 18.0."""
    match value:
        case None:
            text = ""
        case bool():
            text = "yes" if value else "no"
        case float() if value.is_integer():
            text = str(int(value))
        case datetime() if value.time() == time():
            text = value.date().isoformat()
        case time():
            text = f"{value:%H:%M}"
        case date():
            text = value.isoformat()
        case _:
            text = str(value).strip()
    return text
