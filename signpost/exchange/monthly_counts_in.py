"""Reads monthly counts as practices export them, with their hidden numbers."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from signpost.domain.call import Outcome
from signpost.domain.figures.comparison import Between, CountsRow
from signpost.domain.suppression import NOT_SHOWN
from signpost.errors import UserMistake
from signpost.exchange.csv_file import restored

NEEDED = ("practice_ods_code", "month", "record_type", "code_term", "outcome", "signposts")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_SMALL = re.compile(r"<(\d{1,3})")
_DESTINATION = re.compile(r"^Signposting to (.*?)(?: \(local term\))?$")
_OUTCOMES = frozenset(outcome.value for outcome in Outcome)
_MOST_ROWS, _LONGEST = 200_000, 9


def read_monthly_counts(file: Path) -> tuple[CountsRow, ...]:
    """The rows of a file. Raises UserMistake naming file and row for what cannot be read."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            return tuple(_rows(file, csv.DictReader(opened)))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserMistake("file", f"{file} cannot be read ({reason}).") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise UserMistake(
            "file", f"{file.name} is not a CSV file in UTF-8. Export the monthly counts again."
        ) from error


def _rows(file: Path, reader: "csv.DictReader[str]") -> Iterator[CountsRow]:
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise UserMistake(
            "file",
            f"{file.name} is not a file of monthly counts: it has no column {missing[0]}. "
            "Export the format signposts-monthly.",
        )
    for number, cells in enumerate(reader, start=2):
        if number > _MOST_ROWS:
            raise UserMistake("file", f"{file.name} has more than {_MOST_ROWS:,} rows.")
        yield _row(file.name, number, {name: cells.get(name) or "" for name in NEEDED})


def _row(name: str, number: int, cells: dict[str, str]) -> CountsRow:
    month, outcome = cells["month"].strip(), cells["outcome"].strip()
    if not _MONTH.fullmatch(month):
        raise UserMistake(
            "file", f"{name}, row {number}: {month!r} is not a month such as 2026-03."
        )
    if outcome not in _OUTCOMES:
        raise UserMistake("file", f"{name}, row {number}: {outcome!r} is not an outcome.")
    term = restored(cells["code_term"].strip())
    found = _DESTINATION.fullmatch(term)
    return CountsRow(
        practice=cells["practice_ods_code"].strip() or f"({name})",
        month=month,
        record_type=cells["record_type"].strip(),
        destination=found[1] if found else term,
        outcome=outcome,
        signposts=_number(name, number, cells["signposts"].strip()),
    )


def _number(name: str, number: int, text: str) -> Between:
    small = _SMALL.fullmatch(text)
    if small:
        return Between(1, int(small[1]) - 1)
    if text == NOT_SHOWN:
        return Between(1, None)
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST):
        raise UserMistake("file", f"{name}, row {number}: {text!r} is not a number.")
    return Between(int(text), int(text))
