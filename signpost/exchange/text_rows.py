"""The text of a file from outside and its rows, in whichever character set and with whichever sign
between cells.
"""

import csv
import io
from collections.abc import Iterator

from signpost.errors import UserMistake
from signpost.exchange.file_parts import Part
from signpost.exchange.reading import ROWS_BETWEEN_LOOKS, Reading

NOT_SIGN = "\N{NOT SIGN}"
"""What nhs.uk writes between cells; it never quotes."""

LONGEST_CELL = 20_000
_TOO_LONG = "has a cell too long to be right; it was cut off."
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def decoded(raw: bytes) -> str:
    """Bytes as text: UTF-8 or UTF-16 where they are that, else Windows-1252.

    A byte that means nothing there becomes U+FFFD; NUL is left out.
    """
    if raw.startswith(_UTF16_MARKS):
        text = raw.decode("utf-16", errors="replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", errors="replace")
    return text.replace("\0", "")


def head_text(part: Part) -> str:
    """The beginning of a part as text, for recognising it."""
    if part.head.startswith(_UTF16_MARKS):
        return part.head.decode("utf-16", errors="ignore")
    for short in range(4):  # a sign of several bytes may be cut through
        try:
            return part.head[: len(part.head) - short].decode("utf-8-sig").replace("\0", "")
        except UnicodeDecodeError:
            continue
    return decoded(part.head)


def head_rows(part: Part, delimiter: str = ",") -> list[list[str]]:
    """The first whole rows of a part, for recognising it."""
    head = head_text(part)
    whole = head if len(part.head) == part.size else head.rpartition("\n")[0]
    return list(_cells(whole, delimiter, strict=False))


def rows_of(
    part: Part, reading: Reading, delimiter: str = ",", longest: int = LONGEST_CELL
) -> Iterator[tuple[int, list[str]]]:
    """Each row's number, the first being 1, and its trimmed cells; rows without text are left out.
    A cell longer than `longest` is cut off and told.

    Raises UserMistake when a quoted cell never ends, for then rows would be missing, and
    ReadingCancelledError.
    """
    raw = part.read()
    text = decoded(raw)
    if _UNREADABLE in text:
        reading.empty(part.name, "", "has signs that cannot be read; a ? in a box stands for them.")
    told = 0
    number = 0
    try:
        for number, cells in enumerate(_cells(text, delimiter, strict=True), start=1):
            if number % ROWS_BETWEEN_LOOKS == 0:
                step = min(len(raw) - told, ROWS_BETWEEN_LOOKS * 100)
                told += step
                reading.advance(step)
            if max(map(len, cells), default=0) > longest:
                reading.empty(part.name, f"row {number}", _TOO_LONG)
                cells = [cell[:longest] for cell in cells]  # noqa: PLW2901 - the same, cut
            if any(cells):
                yield number, cells
    except csv.Error as error:
        raise UserMistake(
            "file",
            f"{part.name} cannot be read after row {number}: a quotation mark is missing or too"
            " much. Save it again as CSV, or download it again.",
        ) from error
    reading.advance(len(raw) - told)


def _cells(text: str, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    if delimiter == NOT_SIGN:
        for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            yield [cell.strip() for cell in line.split(NOT_SIGN)]
        return
    if len(text) > csv.field_size_limit():  # of the whole process: only ever raised
        csv.field_size_limit(len(text))
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict):
        yield [cell.strip() for cell in cells]
