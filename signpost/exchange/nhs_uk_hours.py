"""Opening times in the files of nhs.uk: one row for each span of each day of an organisation."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from signpost.domain.weekly_hours import Span, hours_text
from signpost.exchange.clock_times import weekday
from signpost.exchange.day_times import day_times
from signpost.exchange.file_parts import Part
from signpost.exchange.headed_rows import headed_rows
from signpost.exchange.place_row import PlaceRow
from signpost.exchange.reading import Reading

TIMES_COLUMNS = ("times", "isopen", "openingtimetype")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE_PARTS = 3


@dataclass
class _Hours:
    """What the rows say about one organisation; `broken` once one of them cannot be used."""

    days: dict[int, list[Span]] = field(default_factory=dict)
    dates: dict[date, list[Span]] = field(default_factory=dict)
    broken: bool = False


class OpeningTimes:
    """The opening times of every organisation, by its id."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._hours: dict[str, _Hours] = {}
        self._rows: dict[str, list[tuple[str, int]]] = {}

    def read(self, part: Part) -> None:
        """Take in a file of times. Dates before the day on which it was saved are left out."""
        past = 0
        for row in headed_rows(part, self._reading, "organisationid"):
            organisation = row.text("organisationid")
            self._rows.setdefault(organisation, []).append((row.file, row.number))
            hours = self._hours.setdefault(organisation, _Hours())
            if row.text("openingtimetype").lower() == "additional":
                past += not _take_date(row, hours, part.saved_on)
            else:
                _take_day(row, hours)
        if past:
            dates = "one date" if past == 1 else f"{past:,} dates"
            self._reading.refuse(
                part.name, "", f"{dates} with other hours left out: past when the file was saved."
            )

    def of(self, organisation: str) -> str:
        """Hours as the program reads them; empty when nothing certain is known."""
        self._rows.pop(organisation, None)
        hours = self._hours.pop(organisation, None)
        return "" if hours is None or hours.broken else hours_text(hours.days, hours.dates)

    def refuse_rest(self) -> None:
        """Tell every row whose organisation was not asked for."""
        for organisation, rows in self._rows.items():
            for file, number in rows:
                self._reading.refuse(
                    file,
                    f"row {number}",
                    f'gives hours of "{organisation}", which no file here lists.',
                )


def _take_day(row: PlaceRow, hours: _Hours) -> None:
    day = weekday(row.text("weekday"))
    if day is None:
        _break(row, hours, "weekday", f'"{row.text("weekday")}" is no day of the week.')
        return
    spans = hours.days.setdefault(day, [])
    spans.extend(_spans(row, hours))


def _take_date(row: PlaceRow, hours: _Hours, saved_on: date | None) -> bool:
    """Whether the row counts: not when its date was past."""
    text = row.text("additionalopeningdate", "additonalopeningdate")
    day = _date(text)
    if day is None:
        _break(row, hours, "AdditionalOpeningDate", f'"{text}" is no date such as Dec 25 2026.')
        return True
    if saved_on is not None and day < saved_on:
        return False
    spans = hours.dates.setdefault(day, [])
    spans.extend(_spans(row, hours))
    return True


def _spans(row: PlaceRow, hours: _Hours) -> Sequence[Span]:
    if row.text("isopen").lower() == "false":
        return ()
    spans = day_times(row.text("times"))
    if spans is not None:
        return spans
    _break(row, hours, "Times", f'"{row.text("times")}" cannot be right.')
    return ()


def _break(row: PlaceRow, hours: _Hours, column: str, sentence: str) -> None:
    hours.broken = True
    organisation = row.text("organisationid")
    row.empty(column, f"{sentence} No hours are shown for organisation {organisation}.")


def _date(text: str) -> date | None:
    """ "Dec 25 2026"; None when it is no date."""
    parts = text.lower().split()
    if len(parts) != _DATE_PARTS or parts[0] not in _MONTHS:
        return None
    try:
        return date(int(parts[2]), _MONTHS.index(parts[0]) + 1, int(parts[1]))
    except (ValueError, OverflowError):
        return None
