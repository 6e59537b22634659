"""Exporting records: signposts.csv, layout version 2, one row for each record in its latest
state.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from signpost.errors import UserMistake
from signpost.exchange.signposts_csv import write_signposts
from signpost.storage.database import Database


@dataclass(frozen=True)
class Exported:
    """What an export wrote, and how many rehearsal records it left out."""

    file: Path
    rows: int
    rehearsal_left_out: int


class ExportSignposts:
    """Writes the records of a span of days."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def export(
        self, first: date, last: date, out: Path, *, include_rehearsal: bool = False
    ) -> Exported:
        """Write the records from one local day to another, both included; replaces `out` only when
        complete.

        Raises UserMistake for a span that ends before it starts, NotAvailable when the file cannot
        be written.
        """
        if last < first:
            raise UserMistake("to", "The last day lies before the first: swap them.")
        with self._database.reading() as stores:
            practice = stores.practice.current()
            left_out = 0 if include_rehearsal else stores.signposts.count_rehearsal(first, last)
            found = stores.signposts.between(first, last, include_rehearsal=include_rehearsal)
            rows = write_signposts(out, found, practice)
        return Exported(out, rows, left_out)
