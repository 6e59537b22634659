"""NHSBSA's lists of pharmacies: the consolidated pharmaceutical list, with each day's hours, and
contractor details, with telephone numbers.
"""

from collections.abc import Sequence

from signpost.domain.incoming import Incoming
from signpost.domain.place import Location, LocationType
from signpost.domain.service import ServiceAtLocation
from signpost.domain.weekly_hours import Span, hours_text
from signpost.exchange.clock_times import weekday
from signpost.exchange.day_times import day_times
from signpost.exchange.file_parts import Part
from signpost.exchange.headed_rows import headed_rows, header_of, tell_missing
from signpost.exchange.place_row import PlaceRow
from signpost.exchange.place_sorts import APPLIANCES, PHARMACIES, Places
from signpost.exchange.reading import Reading

_CODES = ("pharmacy_ods_code_f_code", "contractor_code")
_NAMES = ("pharmacy_trading_name", "trading_name", "organisation_name", "contractor_name")
_TYPES = ("pharmacy_type", "contract_type", "contractor_type")
_HOURS = "pharmacy_opening_hours_"
_AT_A_DISTANCE = ("distance", "dsp", "internet")
_NO_MEDICINES = ("appliance", "dac")


def is_nhsbsa(part: Part) -> bool:
    """Whether a part is one of these lists, told by its header."""
    header = set(header_of(part))
    return not header.isdisjoint(_CODES) and not header.isdisjoint(_NAMES)


def read_nhsbsa(parts: Sequence[Part], reading: Reading) -> Incoming:
    """Read the lists. Raises UserMistake and ReadingCancelledError."""
    places = Places(reading)
    for part in parts:
        header = header_of(part)
        tell_missing(part, reading, ("post_code",))
        code = next(column for column in _CODES if column in header)
        address = [column for column in header if column.startswith("address")]
        for row in headed_rows(part, reading, code):
            _take(row, code, address, places)
    return Incoming(feed="NHSBSA pharmaceutical list", lists=places.lists())


def _take(row: PlaceRow, code: str, address: Sequence[str], places: Places) -> None:
    name, sort_words = row.text(*_NAMES), row.text(*_TYPES).lower()
    ods_code = PHARMACIES.ods_code(row.text(code))
    if not name:
        row.refuse("has no name, so nobody could be sent there.")
        return
    if not ods_code:
        row.refuse(f'"{row.text(code)}" is not a pharmacy\'s ODS code: F and four signs.')
        return
    distant = any(word in sort_words for word in _AT_A_DISTANCE)
    place = ServiceAtLocation(
        Location(
            id=f"{PHARMACIES.mark}-{ods_code}",
            name=name,
            location_type=LocationType.VIRTUAL if distant else LocationType.PHYSICAL,
            address=row.address(address, name),
            postal_code=row.postal_code("post_code"),
            ods_code=ods_code,
        ),
        row.phones("phone_number"),
        _hours(row),
    )
    sort = APPLIANCES if any(word in sort_words for word in _NO_MEDICINES) else PHARMACIES
    places.add(sort, place, row.file, f"row {row.number}")


def _hours(row: PlaceRow) -> str:
    days: dict[int, Sequence[Span]] = {}
    for column in row.columns(_HOURS):
        day = weekday(column.removeprefix(_HOURS))
        spans = day_times(row.text(column))
        if day is None or spans is None:
            row.empty(
                column, f'"{row.text(column)[:60]}" cannot be read, so no hours are shown at all.'
            )
            return ""
        days[day] = spans
    return hours_text(days)
