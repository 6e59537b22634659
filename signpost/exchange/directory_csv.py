"""Writes a directory as our own CSV files, in a folder or a ZIP file: read in again they give the
same directory.
"""

from collections.abc import Iterable
from pathlib import Path

from signpost.domain.place import Position
from signpost.domain.service import Service
from signpost.exchange.csv_tables import write_csv_tables
from signpost.exchange.directory_columns import COLUMNS, SERVICES
from signpost.exchange.directory_table_rows import table_rows


def write_directory_csv(
    services: Iterable[Service], out: Path, practice: Position | None = None
) -> int:
    """Write a folder of CSV files, or one ZIP file of them when `out` ends in .zip.

    UTF-8 with BOM and CR LF: what spreadsheets open without asking. Returns the number of services.
    Raises NotAvailable when it cannot be written; what was there is then still there.
    """
    rows = table_rows(services, practice)
    return write_csv_tables(out, COLUMNS, rows, encoding="utf-8-sig")[SERVICES]
