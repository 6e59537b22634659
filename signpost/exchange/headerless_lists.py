"""Lists of places without a header: ODS files of 27 columns, and pharmacies in ten."""

from collections.abc import Mapping, Sequence
from datetime import date

from signpost.domain.incoming import Incoming
from signpost.domain.place import Location
from signpost.domain.service import ServiceAtLocation
from signpost.exchange.file_parts import Part
from signpost.exchange.place_row import PlaceRow
from signpost.exchange.place_sorts import (
    DENTISTS,
    GP_PRACTICES,
    OPTICIANS,
    OTHERS,
    PHARMACIES,
    Places,
    PlaceSort,
)
from signpost.exchange.reading import Reading
from signpost.exchange.text_rows import head_rows, rows_of

_ODS = {
    0: "code", 1: "name", 4: "address 1", 5: "address 2", 6: "address 3", 7: "address 4",
    8: "address 5", 9: "postcode", 11: "close date", 12: "status", 17: "telephone", 25: "setting",
}  # fmt: skip
_ODS_COLUMNS = 27
_TEN = dict(enumerate(
    ("code", "name", "address 1", "address 2", "address 3", "town", "postcode", "telephone",
     "latitude", "longitude")
))  # fmt: skip
_ADDRESS = ("address 1", "address 2", "address 3", "address 4", "address 5", "town")
_OPEN = {"a", "active", ""}
_GP_SETTINGS = {"4", "ro76"}


def is_ods(part: Part) -> bool:
    """Whether a part is an ODS file, told by the width of its rows and the code in front."""
    return _is_list(part, _ODS_COLUMNS)


def is_ten_columns(part: Part) -> bool:
    """Whether a part is a list of pharmacies in ten columns."""
    rows = head_rows(part)
    return _is_list(part, len(_TEN)) and bool(PHARMACIES.ods_code(rows[0][0]))


def read_ods(parts: Sequence[Part], reading: Reading) -> Incoming:
    """Read ODS files. Raises UserMistake and ReadingCancelledError."""
    places = Places(reading)
    for part in parts:
        for row in _rows(part, reading, _ODS, _ODS_COLUMNS):
            if not _is_closed(row, part.saved_on):
                _take(row, _sort(row), places)
    return Incoming(feed="ODS", lists=places.lists())


def read_ten_columns(parts: Sequence[Part], reading: Reading) -> Incoming:
    """Read lists of pharmacies. Raises UserMistake and ReadingCancelledError."""
    places = Places(reading)
    for part in parts:
        for row in _rows(part, reading, _TEN, len(_TEN)):
            _take(row, PHARMACIES, places)
    return Incoming(feed="List of pharmacies", lists=places.lists())


def _is_list(part: Part, width: int) -> bool:
    rows = head_rows(part)
    return bool(rows) and len(rows[0]) == width and bool(OTHERS.ods_code(rows[0][0]))


def _rows(part: Part, reading: Reading, columns: Mapping[int, str], width: int) -> list[PlaceRow]:
    found: list[PlaceRow] = []
    for number, cells in rows_of(part, reading):
        row = PlaceRow(
            part.name,
            number,
            {name: cells[place] for place, name in columns.items() if place < len(cells)},
            reading,
        )
        if len(cells) != width:
            row.refuse(f"has {len(cells)} cells where the list has {width}: the row is broken.")
        else:
            found.append(row)
    return found


def _is_closed(row: PlaceRow, saved_on: date | None) -> bool:
    """Whether the row says so; it is then refused."""
    name, status, closed = row.text("name"), row.text("status"), row.text("close date")
    if status.lower() not in _OPEN:
        row.refuse(f"{name} has the status {status}, so it is not offered.")
        return True
    try:
        day = date.fromisoformat(closed) if closed else None
    except ValueError:
        day = date.min
    if day is None or (saved_on is not None and day > saved_on):
        return False
    row.refuse(f"{name} closed on {closed}, so it is not offered.")
    return True


def _sort(row: PlaceRow) -> PlaceSort:
    code = row.text("code")
    if GP_PRACTICES.ods_code(code) and row.text("setting").lower() in _GP_SETTINGS:
        return GP_PRACTICES
    for sort in (PHARMACIES, DENTISTS, OPTICIANS):
        if sort.ods_code(code) == code.upper():
            return sort
    return OTHERS


def _take(row: PlaceRow, sort: PlaceSort, places: Places) -> None:
    name, code = row.text("name"), sort.ods_code(row.text("code"))
    if not name:
        row.refuse("has no name, so nobody could be sent there.")
        return
    if not code:
        row.refuse(f'"{row.text("code")}" is not an ODS code of {sort.title.lower()}.')
        return
    place = ServiceAtLocation(
        Location(
            id=f"{sort.mark}-{code}",
            name=name,
            address=row.address(_ADDRESS, name),
            postal_code=row.postal_code("postcode"),
            position=row.position("latitude", "longitude"),
            ods_code=code,
        ),
        row.phones("telephone"),
    )
    places.add(sort, place, row.file, f"row {row.number}")
