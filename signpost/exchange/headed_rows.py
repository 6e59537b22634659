"""The rows of a list with a header, each as cells by column; rows of another length are refused."""

from collections.abc import Iterable, Iterator

from signpost.exchange.file_parts import Part
from signpost.exchange.place_row import PlaceRow
from signpost.exchange.reading import Reading
from signpost.exchange.text_rows import NOT_SIGN, head_rows, head_text, rows_of


def header_of(part: Part) -> tuple[str, ...]:
    """The column names in the first row, in lower case."""
    rows = head_rows(part, delimiter_of(part))
    return tuple(cell.lower() for cell in rows[0]) if rows else ()


def delimiter_of(part: Part) -> str:
    """The sign between cells: nhs.uk's, a comma, or a tab."""
    first = head_text(part).partition("\n")[0]
    if NOT_SIGN in first:
        return NOT_SIGN
    return "\t" if first.count("\t") > first.count(",") else ","


def tell_missing(part: Part, reading: Reading, expected: Iterable[str]) -> None:
    """Tell the columns that such a file should have and this one has not."""
    missing = [column for column in expected if column not in header_of(part)]
    if missing:
        named = ", ".join(missing)
        reading.empty(part.name, "row 1", f"has no column {named}, so what it says is missing.")


def headed_rows(part: Part, reading: Reading, needed: str) -> Iterator[PlaceRow]:
    """Rows under a header, by column names in lower case. A row without `needed`, or with more or
    fewer cells than the header, is refused.
    """
    header: list[str] = []
    for number, cells in rows_of(part, reading, delimiter_of(part)):
        if not header:
            header = [cell.lower() for cell in cells]
            continue
        row = PlaceRow(part.name, number, dict(zip(header, cells, strict=False)), reading)
        if len(cells) != len(header):
            row.refuse(
                f"has {len(cells)} cells where the header has {len(header)}: the row is broken."
            )
        elif not row.text(needed):
            row.refuse(f"has no {needed}, so nothing can be joined to it.")
        else:
            yield row
