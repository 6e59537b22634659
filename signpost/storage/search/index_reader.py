"""Asks the search index: which documents of a part of the map, which listings, which words."""

import json
import logging
import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import date
from sys import intern
from typing import Any, NamedTuple

from signpost.domain.eligibility import EntryRule
from signpost.domain.listing import FEW_PLACES, Listing, Spot
from signpost.domain.place import Position
from signpost.domain.service import Status
from signpost.domain.service_kind import ServiceKind
from signpost.errors import NotAvailable
from signpost.storage.directory_rows import rules_of
from signpost.storage.directory_store import in_chunks
from signpost.storage.search.index_schema import IndexState
from signpost.storage.search.index_vocabulary import beginning_with, meant_by
from signpost.storage.search.map_cells import Stretch

_log = logging.getLogger(__name__)
_FULL_TEXT = """
SELECT w.rowid, s.listing, s.latitude, s.longitude
FROM words w CROSS JOIN spot s ON s.document = w.rowid
WHERE w.words MATCH ? AND w.rowid BETWEEN ? AND ? LIMIT ?
"""
_CALLED = """
SELECT s.document, s.listing, s.latitude, s.longitude
FROM called c JOIN spot s ON s.document = c.document
WHERE c.name = ? AND c.document BETWEEN ? AND ? LIMIT ?
"""
_PLACES_OF = """
SELECT document, document, latitude, longitude
FROM spot WHERE listing = ? AND document BETWEEN ? AND ? LIMIT ?
"""
_LISTINGS = """
SELECT number, id, kind, title, names, rule_set, schedule, places, status, paused_until,
  is_unfilled, review_due
FROM listing WHERE number IN ({})
"""
_SPOTS = """
SELECT listing, location_id, latitude, longitude, schedule FROM spot
WHERE counts AND listing IN ({}) ORDER BY location_id
"""
_SPOTS_OF_DOCUMENTS = """
SELECT location_id, latitude, longitude, schedule FROM spot
WHERE counts AND document IN ({})
"""


_NAMES_AMONG = "SELECT DISTINCT name FROM called WHERE name IN ({})"
_ALONE = "SELECT name FROM called_alone WHERE name >= ? AND name < ? ORDER BY name LIMIT ?"
_FIRST_FROM = "SELECT document FROM spot WHERE code >= ? ORDER BY code, document LIMIT 1"


class Found(NamedTuple):
    """A document, the listing it is of (or itself), and where it is."""

    document: int
    number: int
    latitude: float | None
    longitude: float | None


Asked = Callable[[int, int, int], list[Found]]
"""What is asked of documents from one number to another, with the most that are wanted."""


class IndexReader:
    """Reads one index through one connection; used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, state: IndexState) -> None:
        self._connection = connection
        self.state = state
        self.is_damaged = False
        self._rule_sets: dict[int, tuple[EntryRule, ...]] = {}

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def matching(self, expression: str) -> Asked:
        """Documents that match a full-text expression."""
        return lambda first, last, most: self._found(_FULL_TEXT, expression, first, last, most)

    def called(self, name: str) -> Asked:
        """Documents of services of this name."""
        return lambda first, last, most: self._found(_CALLED, name, first, last, most)

    def places_of(self, number: int) -> Asked:
        """The places of a listing, as documents."""
        return lambda first, last, most: self._found(_PLACES_OF, number, first, last, most)

    def documents_in(self, stretch: Stretch) -> tuple[int, int] | None:
        """The first and last document of a stretch of the map; None when none is there."""
        first, after = (self._first_from(code) for code in stretch)
        return (first, after - 1) if first < after else None

    def listings(self, numbers: Collection[int]) -> dict[int, Listing]:
        """Listings by number; one with very many places comes without them."""
        rows = self._among(_LISTINGS, tuple(numbers))
        few = tuple(row[0] for row in rows if 0 < row[7] <= FEW_PLACES)
        spots: dict[int, list[Spot]] = {}
        for number, *place in self._among(_SPOTS, few):
            spots.setdefault(number, []).append(_spot(*place))
        return {row[0]: self._listing(row, tuple(spots.get(row[0], ()))) for row in rows}

    def spots(self, documents: Sequence[int]) -> tuple[Spot, ...]:
        """The places that these documents are of."""
        return tuple(_spot(*row) for row in self._among(_SPOTS_OF_DOCUMENTS, tuple(documents)))

    def names_among(self, names: Sequence[str]) -> set[str]:
        """Which of these are names of services."""
        return {name for (name,) in self._among(_NAMES_AMONG, tuple(names))}

    def single_names_from(self, start: str, most: int) -> list[str]:
        """Names of one word that begin so."""
        return [name for (name,) in self._ask(_ALONE, (start, f"{start}\uffff", most))]

    def priority_of(self, kind: ServiceKind) -> int:
        """The highest priority that a service of a kind carries."""
        asked = "SELECT max(priority) FROM listing WHERE kind = ?"
        [(found,)] = self._ask(asked, (kind.value,))
        return found or 0

    def beginning_with(self, start: str) -> list[str]:
        """The commonest words of the directory that begin so."""
        return beginning_with(self._ask, start)

    def meant_by(self, typed: str) -> list[str]:
        """Words, or beginnings of words, that were likely meant, likeliest first."""
        return meant_by(self._ask, typed)

    def _ask(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """All rows. Raises NotAvailable when the file cannot be read: it is then made again."""
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self.is_damaged = True
            _log.warning("the search index cannot be read: %s", type(error).__name__)
            raise NotAvailable(
                "The search index is damaged and is being made again.",
                "Services can be searched in a moment; nothing else is lost.",
            ) from error

    def _among(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """All rows for any of these values."""
        return [
            row
            for chunk in in_chunks(values)
            for row in self._ask(statement.format(", ".join("?" * len(chunk))), chunk)
        ]

    def _found(self, statement: str, *asked: str | int) -> list[Found]:
        return list(map(Found._make, self._ask(statement, asked)))

    def _first_from(self, code: int) -> int:
        """The first document that stands at a code or after it."""
        rows = self._ask(_FIRST_FROM, (code,))
        return int(rows[0][0]) if rows else self.state.ordered + 1

    def _listing(self, row: Sequence[Any], spots: tuple[Spot, ...]) -> Listing:
        (_, id_, kind, title, names, rule_set, schedule, places, status, until, unfilled, due) = row
        return Listing(
            id_,
            ServiceKind(kind),
            title,
            tuple(names.split("|")),
            self._rules(rule_set),
            intern(schedule),
            spots,
            places,
            Status(status),
            _day(until),
            bool(unfilled),
            _day(due),
        )

    def _rules(self, number: int) -> tuple[EntryRule, ...]:
        """A set of rules is one and the same value for all listings that have it."""
        if number not in self._rule_sets:
            asked = "SELECT rules FROM rule_set WHERE number = ?"
            [(written,)] = self._ask(asked, (number,))
            self._rule_sets[number] = rules_of(json.loads(written))
        return self._rule_sets[number]


def _spot(location_id: str, latitude: float | None, longitude: float | None, schedule: str) -> Spot:
    if latitude is None or longitude is None:
        return Spot(location_id, None, intern(schedule))
    return Spot(location_id, Position(latitude, longitude), intern(schedule))


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
