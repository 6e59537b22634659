"""Writes a directory as our own CSV files, in a folder or a ZIP file: read in again they give the
same directory.
"""

import csv
import os
import zipfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from signpost.domain.place import Position
from signpost.domain.service import Service
from signpost.exchange.directory_columns import COLUMNS, SERVICES
from signpost.exchange.directory_table_rows import table_rows
from signpost.exchange.whole_file import whole_file, whole_folder


def write_directory_csv(
    services: Iterable[Service], out: Path, practice: Position | None = None
) -> int:
    """Write a folder of CSV files, or one ZIP file of them when `out` ends in .zip.

    Returns the number of services. Raises NotAvailable when it cannot be written; what was there is
    then still there.
    """
    if out.suffix.lower() != ".zip":
        with whole_folder(out, COLUMNS) as part:
            return _write(part, services, practice)
    with whole_file(out, "directory.zip") as part, TemporaryDirectory() as folder:
        count = _write(Path(folder), services, practice)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
            for table in COLUMNS:
                packed.write(Path(folder) / table, table)
        return count


def _write(folder: Path, services: Iterable[Service], practice: Position | None) -> int:
    """UTF-8 with BOM, CR LF: what spreadsheets open without asking."""
    count = 0
    with ExitStack() as stack:
        files = {
            table: stack.enter_context((folder / table).open("w", encoding="utf-8-sig", newline=""))
            for table in COLUMNS
        }
        writers = {table: csv.writer(file, lineterminator="\r\n") for table, file in files.items()}
        for table, writer in writers.items():
            writer.writerow(COLUMNS[table])
        for table, row in table_rows(services, practice):
            writers[table].writerow(row)
            count += table == SERVICES
        for file in files.values():
            file.flush()
            os.fsync(file.fileno())
    return count
