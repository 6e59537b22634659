"""CSV files as every export writes them: whole or not at all, and harmless to open in a
spreadsheet.
"""

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from signpost.exchange.whole_file import whole_file

# A spreadsheet runs a cell that begins with one of these; the last four are their full-width forms.
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - meant
_PHONE_SIGNS = frozenset("+0123456789 ()-")
_SHORTEST_PHONE = 7


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


def write_csv(out: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write UTF-8 with BOM, CR LF and RFC 4180 quoting; the file takes its place only when it is
    whole.

    Returns the number of rows. Raises NotAvailable when the file cannot be written.
    """
    with whole_file(out, "signposts.csv") as part:
        return _write(part, header, rows)


def _write(part: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    count = 0
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(header)
        for count, row in enumerate(rows, start=1):  # noqa: B007 - the last number is the answer
            writer.writerow(row)
        file.flush()
        os.fsync(file.fileno())
    return count
