"""Exports of several tables in a folder of their own, with a page that says what they are."""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from signpost.domain.record_field import RecordField
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
from signpost.exchange.record_tables import first_rows
from signpost.exchange.whole_file import whole_folder

READ_ME = "README.txt"


@dataclass(frozen=True)
class PlainTable:
    """A table that is no list of records: its file, header and rows."""

    file: str
    header: tuple[str, ...]
    rows: Iterable[Sequence[object]]


@dataclass(frozen=True)
class Folder:
    """Several tables. `layouts`, by file name, are filled from the records in one go; `rest` gives
    the tables of `other_files` once that is done; the first layout is shown as a preview.
    """

    form: CsvForm
    layouts: dict[str, Layout]
    other_files: tuple[str, ...]
    rest: Callable[[RecordSource], Iterable[PlainTable]]
    read_me: str

    @property
    def fields(self) -> tuple[RecordField, ...]:
        """What has to be read of each record."""
        names = (name for layout in self.layouts.values() for name in layout.fields)
        return tuple(dict.fromkeys(names))


def row_under(header: tuple[str, ...], **cells: object) -> tuple[object, ...]:
    """A row in the order of its header; what is not known stays empty."""
    row = tuple(cells.pop(name, "") for name in header)
    if cells:
        raise ValueError(f"the header has no {', '.join(cells)}")
    return row


def several_tables(folder_of: Callable[[ExportRequest], Folder]) -> tuple[Write, Look]:
    """The writing and the preview of a format that is a folder."""

    def write(out: Path, source: RecordSource, request: ExportRequest) -> Written:
        folder = folder_of(request)
        names = (*folder.layouts, *folder.other_files, READ_ME)
        with whole_folder(out, names) as part:
            written = _write_records(part, source, folder)
            for table in folder.rest(source):
                with csv_table(part / table.file, folder.form, table.header) as file:
                    file.write(table.rows)
                written = Written(
                    written.rows, written.lost_letters + file.lost_letters, written.shortened
                )
            (part / READ_ME).write_text(folder.read_me, encoding="utf-8", newline="\r\n")
            request.before_it_appears(written)
        return written

    def look(source: RecordSource, request: ExportRequest, rows: int) -> Preview:
        name, layout = next(iter(folder_of(request).layouts.items()))
        return first_rows(layout, source, rows, name)

    return write, look


def _write_records(part: Path, source: RecordSource, folder: Folder) -> Written:
    rows = 0
    with contextlib.ExitStack() as files:
        tables = {
            name: files.enter_context(csv_table(part / name, folder.form, layout.captions))
            for name, layout in folder.layouts.items()
        }
        for batch in source.batches(folder.fields, with_voided=True):
            read = turned(batch, folder.fields)
            for name, layout in folder.layouts.items():
                tables[name].write(layout.rows(read, len(batch)))
            rows += len(batch)
    return Written(
        rows,
        sum(table.lost_letters for table in tables.values()),
        sum(layout.shortened for layout in folder.layouts.values()),
    )
