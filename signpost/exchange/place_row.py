"""One row of a public list of places: what cannot be used is left empty and told by row."""

from collections.abc import Mapping, Sequence

from signpost.domain.place import Position
from signpost.domain.service import Phone
from signpost.errors import UserMistake
from signpost.exchange import contact_values
from signpost.exchange.phone_number import phones_in
from signpost.exchange.reading import Reading

_NOTHING = frozenset({"-", "[]", "n/a", "na", "none", "null", "unknown", "not applicable"})


class PlaceRow:
    """The cells of one row by column name; `number` is the row in the file, the first being 1."""

    def __init__(self, file: str, number: int, cells: Mapping[str, str], reading: Reading) -> None:
        self.file = file
        self.number = number
        self._cells = cells
        self._reading = reading

    def text(self, *columns: str) -> str:
        """The first of these cells that says something; empty when none does."""
        for column in columns:
            cell = self._cells.get(column)
            if cell and cell.lower() not in _NOTHING:
                return " ".join(cell.split())
        return ""

    def columns(self, beginning: str) -> list[str]:
        """The columns whose names begin so."""
        return [column for column in self._cells if column.startswith(beginning)]

    def refuse(self, sentence: str) -> None:
        """Leave the row out."""
        self._reading.refuse(self.file, f"row {self.number}", sentence)

    def empty(self, column: str, sentence: str) -> None:
        """Leave one cell out."""
        self._reading.empty(self.file, f"row {self.number}, {column}", sentence)

    def phones(self, column: str) -> tuple[Phone, ...]:
        """The telephone numbers of a cell."""
        text = self.text(column)
        found = phones_in(text)
        if text and not found:
            self.empty(column, f'"{text[:60]}" holds no telephone number that exists.')
        return found

    def postal_code(self, column: str) -> str:
        """A postcode."""
        try:
            return contact_values.postal_code(self.text(column))
        except UserMistake as mistake:
            self.empty(column, mistake.sentence)
            return ""

    def position(self, latitude: str, longitude: str) -> Position | None:
        """Where the place is."""
        try:
            return contact_values.position(self.text(latitude), self.text(longitude))
        except UserMistake as mistake:
            self.empty(latitude, mistake.sentence)
            return None

    def address(self, columns: Sequence[str], name: str) -> str:
        """The address in one line, without a line that repeats another or the name."""
        lines: dict[str, str] = {}
        for column in columns:
            line = self.text(column).strip(" ,.")
            lines.setdefault(line.casefold(), line)
        for said in ("", name.casefold()):
            lines.pop(said, None)
        return ", ".join(lines.values())
