"""Reads back what Signpost wrote as Open Referral: services as rows of our own tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from signpost.domain.faults import ContentFault
from signpost.exchange.csv_file import defused
from signpost.exchange.directory_cells import listed
from signpost.exchange.directory_row import EMPTY, Row
from signpost.exchange.directory_tables import Tables
from signpost.exchange.own_fields import RULES, own_fields
from signpost.exchange.standard_cells import standard_location_cells, standard_service_cells

_AT_LOCATION = ("phone", "opening_hours", "alert")


def is_own_service(fields: Mapping[str, Any]) -> bool:
    """Whether Signpost wrote this service object: it carries our own fields."""
    return bool(own_fields(fields))


def own_tables(
    services: Iterable[Mapping[str, Any]], file: str, faults: list[ContentFault]
) -> Tables:
    """The rows of these service objects of a file, each of which Signpost wrote, numbered as they
    come.

    `directory_file.directory_of` makes services of them, by the same rules as from our CSV.
    """
    found = _Found(file, faults)
    for number, fields in enumerate(services, start=1):
        found.add(number, fields)
    return found.tables()


class _Found:
    """Rows so far; a location that several services name is one row."""

    def __init__(self, file: str, faults: list[ContentFault]) -> None:
        self._file = file
        self._faults = faults
        self._services: list[Row] = []
        self._rules: list[Row] = []
        self._locations: dict[str, tuple[Row, list[str]]] = {}
        self._at_locations: dict[tuple[str, str], Row] = {}

    def add(self, number: int, fields: Mapping[str, Any]) -> None:
        own = own_fields(fields)
        mine = dict(own.get(str(fields.get("id")), {}))
        rules = mine.pop(RULES, [])
        row = self._row(number, standard_service_cells(fields) | mine)
        self._services.append(row)
        service_id = row.text("id")
        for rule in rules if isinstance(rules, list) else []:
            if isinstance(rule, dict):
                self._rules.append(self._row(number, {**rule, "service_id": service_id}))
        for place in fields.get("service_at_locations") or []:
            if isinstance(place, Mapping):
                cells = standard_location_cells(place) | own.get(str(place.get("id")), {})
                self._add_place(number, service_id, self._row(number, cells))

    def tables(self) -> Tables:
        """All of it, each location with the services that are given there."""
        locations = [
            row.over(Row(row.file, row.number, {"services": defused(listed(given))}, []))
            for row, given in self._locations.values()
        ]
        return Tables(
            tuple(self._services), tuple(locations), tuple(self._rules), self._at_locations
        )

    def _add_place(self, number: int, service_id: str, row: Row) -> None:
        location_id = row.text("id")
        first, given = self._locations.setdefault(location_id, (row, []))
        given.append(service_id)
        cells = {
            column: row.cells.get(column, "") or EMPTY
            for column in _AT_LOCATION
            if row.cells.get(column, "") != first.cells.get(column, "")
        }
        if cells:
            self._at_locations[service_id, location_id] = Row(
                self._file, number, cells, self._faults
            )

    def _row(self, number: int, cells: Mapping[str, Any]) -> Row:
        texts = {column: defused(cell) for column, cell in cells.items() if isinstance(cell, str)}
        return Row(self._file, number, texts, self._faults)
