"""One row of a directory CSV: reads its cells, and says by row and column what is wrong."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from signpost.domain.caller import OLDEST_YEARS, WEEKS_A_YEAR, parse_age
from signpost.domain.faults import ContentFault
from signpost.domain.service import Phone
from signpost.errors import UserMistake
from signpost.exchange.csv_file import restored

Choice = TypeVar("Choice", bound=StrEnum)

EMPTY = "-"
"""Written in a cell of an overlay, it empties what stands below; an empty cell leaves it."""

_NUMBER = re.compile(r"\+?\d[\d ]{1,18}")
_UNITS_A_YEAR = {"w": WEEKS_A_YEAR, "m": 12.0, "d": 365.25}
_EXACT_YEARS = re.compile(r"\d{1,3}\.\d{3,}")
_UNDER = re.compile(r"under\s+(.+)", re.IGNORECASE)
_ITEM = re.compile(r"(?:\\[\\|]|[^|])+")
_ESCAPED = re.compile(r"\\([\\|])")
_YES_NO = {"yes": True, "no": False}


class Row:
    """The cells of one row; `number` is the line in the file, the header being 1."""

    def __init__(
        self, file: str, number: int, cells: Mapping[str, str], faults: list[ContentFault]
    ) -> None:
        self.file = file
        self.number = number
        self.cells = cells
        self._faults = faults
        self._told: set[ContentFault] = set()

    def over(self, lower: "Row") -> "Row":
        """This row laid over another: a cell that is empty here leaves the other's."""
        cells = dict(lower.cells) | {key: cell for key, cell in self.cells.items() if cell}
        return Row(self.file, self.number, cells, self._faults)

    def fault(self, column: str, sentence: str) -> None:
        """Note a mistake in a column of this row."""
        fault = ContentFault(self.file, f"row {self.number}, {column}", sentence)
        if fault not in self._told:
            self._told.add(fault)
            self._faults.append(fault)

    def text(self, column: str) -> str:
        """The cell's text; empty when there is none."""
        cell = self.cells.get(column, "")
        return "" if cell == EMPTY else restored(cell)

    def needed(self, column: str) -> str:
        """The cell's text, which must be there."""
        text = self.text(column)
        if not text:
            self.fault(column, "is empty and is needed.")
        return text

    def items(self, column: str) -> tuple[str, ...]:
        """The parts of a cell, written with | between them. A part's own | is written \\|."""
        text = self.text(column)
        if "|" not in text and "\\" not in text:
            return (text.strip(),) if text.strip() else ()
        parts = (_ESCAPED.sub(r"\1", part.strip()) for part in _ITEM.findall(text))
        return tuple(part for part in parts if part)

    def yes_no(self, column: str) -> bool | None:
        """yes, no, or None for an empty cell."""
        text = self.text(column).lower()
        if text and text not in _YES_NO:
            self.fault(column, f'"{text}" is not understood: write yes or no, or leave it empty.')
        return _YES_NO.get(text)

    def choice(self, column: str, choices: type[Choice]) -> Choice | None:
        """One of the known values; None for an empty or unknown one."""
        text = self.text(column)
        if not text:
            return None
        try:
            return choices(text)
        except ValueError:
            self.fault(column, f'"{text}" is not known. Write one of: {", ".join(choices)}.')
            return None

    def choices(self, column: str, known: type[Choice]) -> tuple[Choice, ...]:
        """Several of the known values, written with | between them."""
        found: list[Choice] = []
        for part in self.items(column):
            try:
                found.append(known(part))
            except ValueError:
                self.fault(column, f'"{part}" is not known. Write some of: {", ".join(known)}.')
        return tuple(found)

    def day(self, column: str) -> date | None:
        """A date such as 2026-11-03; None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.fault(column, f'"{text}" is not a date. Write it like 2026-11-03.')
            return None

    def whole(self, column: str) -> int:
        """A whole number; 0 for an empty cell."""
        text = self.text(column)
        if text and not re.fullmatch(r"-?\d{1,6}", text):
            self.fault(column, f'"{text}" is not a whole number.')
            return 0
        return int(text or 0)

    def degrees(self, column: str, most: float) -> float | None:
        """Degrees between -most and most; None for an empty cell."""
        text = self.text(column)
        if not text:
            return None
        if re.fullmatch(r"-?\d{1,3}(\.\d+)?", text) and abs(float(text)) <= most:
            return float(text)
        self.fault(column, f'"{text}" is not a number of degrees up to {most:.0f}.')
        return None

    def age_from(self, column: str) -> float | None:
        """The lowest age accepted, in years; None for an empty cell."""
        return self._years(column, self.text(column))

    def age_up_to(self, column: str) -> float | None:
        """The first age no longer accepted, in years: 17, or "under 18", until the 18th birthday.

        "5w" means until six weeks old.
        """
        text = self.text(column)
        under = _UNDER.fullmatch(text)
        if under is not None:
            return self._years(column, under[1])
        last = self._years(column, text)
        number = re.match(r"[\d.]+", text)
        if last is None or number is None:
            return last
        unit = re.search(r"[a-z]", text.lower())
        return (float(number.group()) + 1) / (_UNITS_A_YEAR.get(unit.group(), 1.0) if unit else 1.0)

    def _years(self, column: str, text: str) -> float | None:
        if _EXACT_YEARS.fullmatch(text) and float(text) <= OLDEST_YEARS:
            return float(text)
        try:
            return parse_age(text)
        except UserMistake as mistake:
            self.fault(column, mistake.sentence)
            return None

    def phones(self, column: str) -> tuple[Phone, ...]:
        """Numbers with | between them, each with what it is for before a colon if need be."""
        found: list[Phone] = []
        for part in self.items(column):
            description, _, number = part.rpartition(":")
            if not _NUMBER.fullmatch(number.strip()):
                self.fault(column, f'"{number.strip()}" is not a telephone number.')
                continue
            found.append(Phone(number.strip(), description.strip()))
        return tuple(found)
