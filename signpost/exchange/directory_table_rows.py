"""A directory as rows of our own tables, one after the other, safe to open in a spreadsheet."""

from collections.abc import Iterable, Iterator

from signpost.domain.place import PRACTICE, Location, Position
from signpost.domain.service import Service, ServiceAtLocation
from signpost.exchange.csv_file import defused
from signpost.exchange.directory_cells import (
    Cells,
    at_location_cells,
    listed,
    location_cells,
    rule_cells,
    service_cells,
)
from signpost.exchange.directory_columns import (
    AT_LOCATION,
    COLUMNS,
    ELIGIBILITY,
    LOCATIONS,
    SERVICES,
)

NUMBERS = frozenset({"latitude", "longitude", "practice_priority"})
"""Columns that only ever hold numbers: their minus sign is no formula."""


def table_rows(
    services: Iterable[Service], practice: Position | None = None
) -> Iterator[tuple[str, list[str]]]:
    """The file that a row belongs to and its cells, in the order of COLUMNS; places come last.

    A location that several services name is written once, as the first of them has it; what another
    has of its own there (telephone, hours, alert) goes to service_at_location.csv. The places of a
    service are read back in the order in which the whole directory first names them.
    """
    places: dict[str, tuple[dict[str, str], list[str]]] = {}
    for service in services:
        cells = service_cells(service)
        yield SERVICES, _row(SERVICES, cells)
        for rule in rule_cells(service, cells):
            yield ELIGIBILITY, _row(ELIGIBILITY, rule)
        for place in service.locations:
            row, given = places.setdefault(place.location.id, (location_cells(place), []))
            given.append(service.id)
            own = at_location_cells(service.id, place, row)
            if own:
                yield AT_LOCATION, [own.get(column, "") for column in COLUMNS[AT_LOCATION]]
    if practice is not None and PRACTICE not in places:
        here = ServiceAtLocation(Location(PRACTICE, "The practice", position=practice))
        places[PRACTICE] = location_cells(here), []
    for row, given in places.values():
        yield LOCATIONS, _row(LOCATIONS, row | {"services": listed(given)})


def _row(table: str, cells: Cells) -> list[str]:
    return [
        cell if column in NUMBERS else defused(cell)
        for column in COLUMNS[table]
        for cell in (cells.get(column, ""),)
    ]
