"""CSV files as every export writes them: whole or not at all, and harmless to open in a
spreadsheet.
"""

import contextlib
import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

# A spreadsheet runs a cell that begins with one of these; the last four are their full-width forms.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - meant
_PHONE_SIGNS = frozenset("+0123456789 ()-")
_SHORTEST_PHONE = 7
_CP1252 = "cp1252"


@dataclass(frozen=True)
class CsvForm:
    """How a file is written: in UTF-8, with a byte order mark or without, or in cp1252; every cell
    quoted, or only those that need it. Lines end in CR LF.
    """

    encoding: str = "utf-8"
    byte_order_mark: bool = False
    quote_all: bool = False


OURS = CsvForm(byte_order_mark=True)


def defused(text: str) -> str:
    """Free text that no spreadsheet takes for a formula: an apostrophe goes before a risky first
    sign, or before the apostrophes that stand there already.

    A telephone number such as +44 1632 960123 stays as it is. `restored` takes it off again.
    """
    if text.lstrip("'")[:1] in FORMULA_STARTS and not _is_phone(text):
        return f"'{text}"
    return text


def restored(cell: str) -> str:
    """The text of a cell that `defused` wrote."""
    without = cell.removeprefix("'")
    return without if without != cell and without.lstrip("'")[:1] in FORMULA_STARTS else cell


def _is_phone(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return text[0] == "+" and digits >= _SHORTEST_PHONE and _PHONE_SIGNS.issuperset(text)


class CsvTable:
    """An open CSV file. `lost_letters` counts the letters that its encoding does not have."""

    def __init__(self, file: IO[str] | "_Cp1252File", form: CsvForm) -> None:
        self._file = file
        self._writer = csv.writer(
            file,
            lineterminator="\r\n",
            quoting=csv.QUOTE_ALL if form.quote_all else csv.QUOTE_MINIMAL,
        )

    @property
    def lost_letters(self) -> int:
        """How many letters were replaced by a question mark so far."""
        return self._file.lost if isinstance(self._file, _Cp1252File) else 0

    def write(self, rows: Iterable[Iterable[object]]) -> None:
        """Add rows; None is an empty cell."""
        self._writer.writerows(rows)


@contextlib.contextmanager
def csv_table(part: Path, form: CsvForm, *heads: Sequence[str]) -> Iterator[CsvTable]:
    """A new file that begins with these rows; it is safely on the disk when the block ends well."""
    with contextlib.ExitStack() as files:
        file: IO[Any]
        if form.encoding == _CP1252:
            file = files.enter_context(part.open("wb"))
            table = CsvTable(_Cp1252File(file), form)
        else:
            file = files.enter_context(part.open("w", encoding="utf-8", newline=""))
            table = CsvTable(file, form)
            if form.byte_order_mark:  # by hand: Python's utf-8-sig takes a third longer
                file.write("\N{BYTE ORDER MARK}")
        table.write(heads)
        yield table
        file.flush()
        os.fsync(file.fileno())


class _Cp1252File:
    """Takes text, writes cp1252, and counts what does not fit."""

    def __init__(self, binary: IO[bytes]) -> None:
        self._binary = binary
        self.lost = 0

    def write(self, text: str) -> int:
        """Write a row."""
        try:
            written = text.encode(_CP1252)
        except UnicodeEncodeError:
            written = text.encode(_CP1252, "replace")
            self.lost += written.count(b"?") - text.count("?")
        return self._binary.write(written)
