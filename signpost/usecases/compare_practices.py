"""Comparing practices: for a federation, from the monthly counts that each practice sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signpost.domain.figures.comparison import CountsRow, by_practice
from signpost.errors import UserMistake
from signpost.exchange.comparison_report import Comparison, write_comparison
from signpost.exchange.monthly_counts_in import read_monthly_counts


@dataclass(frozen=True)
class Compared:
    """Where a comparison is, and of how many practices."""

    file: Path
    practices: int


def compare_practices(files: Sequence[Path], out: Path, resources: Path, now: datetime) -> Compared:
    """Read the files and write the comparison; replaces `out` only when complete.

    Raises UserMistake for files that cannot be compared, NotAvailable when `out` cannot be written.
    """
    if not files:
        raise UserMistake("file", "Choose the monthly counts of at least one practice.")
    rows: list[CountsRow] = []
    sent: dict[tuple[str, str], Path] = {}
    for file in files:
        found = read_monthly_counts(file)
        for practice, month in {(row.practice, row.month) for row in found}:
            other = sent.setdefault((practice, month), file)
            if other is not file:
                raise UserMistake(
                    "file",
                    f"{month} of {practice} is in both {other.name} and {file.name}: "
                    "leave one of them out.",
                )
        rows += found
    practices = by_practice(rows)
    if not practices:
        raise UserMistake("file", "These files have no counts in them.")
    write_comparison(Comparison(practices), out, now, resources / "print", resources / "fonts")
    return Compared(out, len(practices))
