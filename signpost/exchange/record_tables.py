"""Writes the tables of records that layouts describe, and shows their first rows."""

from collections.abc import Callable, Iterable
from pathlib import Path

from signpost.exchange.csv_file import CsvForm, csv_table
from signpost.exchange.layout import Layout, turned
from signpost.exchange.record_source import (
    ExportRequest,
    Look,
    Preview,
    RecordSource,
    Write,
    Written,
)
from signpost.exchange.whole_file import whole_file

LayoutOf = Callable[[ExportRequest], Layout]
HeadsOf = Callable[[ExportRequest, Layout], Iterable[tuple[str, ...]]]


def captions_alone(_: ExportRequest, layout: Layout) -> Iterable[tuple[str, ...]]:
    """What stands above the rows: the captions."""
    return (layout.captions,)


def one_table(
    layout_of: LayoutOf,
    form_of: Callable[[ExportRequest], CsvForm],
    heads_of: HeadsOf = captions_alone,
) -> tuple[Write, Look]:
    """The writing and the preview of a format that is one CSV file."""

    def write(out: Path, source: RecordSource, request: ExportRequest) -> Written:
        layout = layout_of(request)
        rows = 0
        with whole_file(out, f"{request.format}.csv") as part:
            with csv_table(part, form_of(request), *heads_of(request, layout)) as table:
                for batch in source.batches(layout.fields, with_voided=layout.with_voided):
                    table.write(layout.rows(turned(batch, layout.fields), len(batch)))
                    rows += len(batch)
            written = Written(rows, table.lost_letters, layout.shortened)
            request.before_it_appears(written)
        return written

    def look(source: RecordSource, request: ExportRequest, rows: int) -> Preview:
        return first_rows(layout_of(request), source, rows)

    return write, look


def first_rows(layout: Layout, source: RecordSource, rows: int, table: str = "") -> Preview:
    """The first rows of a table as text."""
    found: list[tuple[str, ...]] = []
    for batch in source.batches(layout.fields, with_voided=layout.with_voided):
        for row in layout.rows(turned(batch, layout.fields), len(batch)):
            found.append(tuple("" if cell is None else str(cell) for cell in row))
            if len(found) == rows:
                return Preview(layout.captions, tuple(found), table)
    return Preview(layout.captions, tuple(found), table)
