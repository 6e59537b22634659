"""Somebody who reads a page that left the practice, and works out what it does not say: every table
is an equation, and what one equation gives away is put into the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from signpost.domain.figures.panel import HeatMap, Panel
from signpost.domain.figures.period import Period
from signpost.domain.figures.sheet import Sheet

Cell = tuple[str, ...]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Attacker:
    """What can be read of a page: `known` cells, and sums in which cells take part."""

    def __init__(self, panels: Iterable[Panel], period: Period) -> None:
        self._panels = {panel.key: panel for panel in panels}
        self.known: dict[Cell, int] = {}
        self._sums: list[tuple[list[tuple[int, Cell]], int]] = []
        for key in self._panels:
            if key not in {"volume", "hours", "ages", "gp_time", "services"}:
                self._read_parts(key)
        self._read_ages()
        self._read_days_and_hours(period)
        self._link()

    @property
    def cells(self) -> set[Cell]:
        """Every cell of the page, shown or hidden."""
        return set(self.known) | {cell for parts, _ in self._sums for _, cell in parts}

    def worked_out(self) -> dict[Cell, Fraction]:
        """Cells that the page hides and that follow from the rest of it."""
        hidden = sorted(self.cells - set(self.known))
        place = {cell: number for number, cell in enumerate(hidden)}
        rows: list[list[Fraction]] = []
        for parts, total in self._sums:
            row = [Fraction(0)] * (len(hidden) + 1)
            row[-1] = Fraction(total)
            for sign, cell in parts:
                if cell in place:
                    row[place[cell]] += sign
                else:
                    row[-1] -= sign * self.known[cell]
            rows.append(row)
        return {hidden[column]: value for column, value in _determined(rows, len(hidden)).items()}

    def _read_parts(self, key: str) -> None:
        panel = self._panels[key]
        if panel.table is None:
            return
        *rows, total = panel.table.rows
        self._read([((key, row[0]), row[1]) for row in rows], int(total[1].replace(",", "")))

    def _read(self, told: Sequence[tuple[Cell, str]], total: int) -> None:
        for cell, words in told:
            if words.replace(",", "").isdigit():
                self.known[cell] = int(words.replace(",", ""))
        self._sums.append(([(1, cell) for cell, _ in told], total))

    def _read_ages(self) -> None:
        panel = self._panels["ages"]
        if panel.table is None:
            return
        accepted, declined = (self.known[("outcomes", name)] for name in ("Accepted", "Declined"))
        rows = panel.table.rows
        self._read([(("ages", "accepted", row[0]), row[2]) for row in rows], accepted)
        self._read([(("ages", "declined", row[0]), row[3]) for row in rows], declined)
        for band, offered, *_ in rows:
            if offered.isdigit():
                parts = [(1, ("ages", "accepted", band)), (1, ("ages", "declined", band))]
                self._sums.append((parts, int(offered)))

    def _read_days_and_hours(self, period: Period) -> None:
        volume, hours = self._panels["volume"], self._panels["hours"]
        if volume.table is None or hours.table is None:
            return
        days: defaultdict[str, list[tuple[int, Cell]]] = defaultdict(list)
        names = {f"{day:%a} {day.day} {day:%b}": day for day in _days(period)}
        for name, words in volume.table.rows:
            cell = ("volume", name)
            if words.isdigit():
                self.known[cell] = int(words)
            days[WEEKDAYS[names[name].weekday()]].append((-1, cell))
        assert isinstance(hours.chart, HeatMap)
        every: list[tuple[int, Cell]] = []
        for name, counts in hours.chart.rows:
            cells = [("hours", name, hour) for hour in hours.chart.columns]
            for cell, count in zip(cells, counts, strict=True):
                if count.number is not None:
                    self.known[cell] = count.number
            parts = [(1, cell) for cell in cells]
            self._sums.append(([*parts, *days[name]], 0))
            every += parts
        self._sums.append((every, int(volume.sentence.split()[0].replace(",", ""))))

    def _link(self) -> None:
        """What is not administrative is the whole of another table."""
        topics, outcomes = self._panels["topics"], self._panels["outcomes"]
        if topics.table is not None and outcomes.table is not None:
            contacts, care = (
                int(panel.table.rows[-1][1].replace(",", "")) for panel in (outcomes, topics)
            )
            cell = ("outcomes", "Administrative contacts")
            if cell in self.cells:
                self._sums.append(([(1, cell)], contacts - care))


def services_left_over(sheet: Sheet, panels: Iterable[Panel]) -> dict[str, int]:
    """Of each kind that is told, what its named services leave to the others."""
    tables = {panel.key: panel.table for panel in panels}
    kinds, services = tables["kinds"], tables["services"]
    if kinds is None or services is None:
        return {}
    from signpost.domain.figures.statistics import kind_name  # noqa: PLC0415
    from signpost.domain.figures.tally import Measure  # noqa: PLC0415

    now = sheet.spans.now
    kind_of = {
        now.name("service", service): kind_name(kind) for _, kind, service in now.of(Measure.OFFER)
    }
    left = {row[0]: int(row[1].replace(",", "")) for row in kinds.rows[:-1]}
    for name, words, *_ in services.rows[:-1]:
        if kind_of.get(name) in left:
            left[kind_of[name]] -= int(words.replace(",", ""))
    return left


def _days(period: Period) -> list[date]:
    return [date.fromordinal(period.first.toordinal() + day) for day in range(period.days)]


def _determined(rows: list[list[Fraction]], width: int) -> dict[int, Fraction]:
    """The unknowns that have one value only, by elimination."""
    pivots: dict[int, list[Fraction]] = {}
    for row in rows:
        for column, pivot in pivots.items():
            if row[column]:
                factor = row[column]
                row[:] = [a - factor * b for a, b in zip(row, pivot, strict=True)]
        column = next((place for place in range(width) if row[place]), None)
        if column is None:
            continue
        row[:] = [value / row[column] for value in row]
        for other in pivots.values():
            if other[column]:
                factor = other[column]
                other[:] = [a - factor * b for a, b in zip(other, row, strict=True)]
        pivots[column] = row
    return {
        column: row[-1]
        for column, row in pivots.items()
        if sum(1 for value in row[:-1] if value) == 1
    }
