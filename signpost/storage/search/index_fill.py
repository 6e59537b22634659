"""Puts services into the search index: what is read of them goes into temporary tables, and from
there, in the order of the map, into documents.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeVar

from signpost.domain.listing import FEW_PLACES, plain_names, said_names
from signpost.domain.service import Service, Status
from signpost.storage.directory_rows import service_values
from signpost.storage.search.index_source import IndexSource, PlaceRow
from signpost.storage.search.index_text import (
    list_marks_of,
    marks_of,
    name_text,
    other_text,
    place_text,
)
from signpost.storage.search.map_cells import NOWHERE, code_of

Progress = Callable[[int, int], None]
_T = TypeVar("_T")

DOCUMENTS_AT_A_TIME = 2_000
TELL_EVERY = 500

_TEMPORARY = """
CREATE TEMP TABLE place (
  id TEXT PRIMARY KEY, code INTEGER, latitude REAL, longitude REAL, is_virtual INTEGER,
  schedule TEXT, words TEXT
);
CREATE TEMP TABLE link (service_id TEXT, location_id TEXT, schedule TEXT);
CREATE TEMP TABLE told (
  number INTEGER PRIMARY KEY, id TEXT UNIQUE, is_unfilled INTEGER, in_person INTEGER, name TEXT,
  other TEXT, marks TEXT, list_marks TEXT
);
CREATE TEMP TABLE said (name TEXT, number INTEGER);
"""
_GIVEN = f"""
CREATE TEMP TABLE given AS
  SELECT t.number, p.id AS location_id, p.latitude, p.longitude, p.code, p.words,
    coalesce(l.schedule, p.schedule) AS schedule
  FROM link l JOIN told t ON t.id = l.service_id JOIN place p ON p.id = l.location_id
  WHERE NOT t.is_unfilled AND NOT (t.in_person AND p.is_virtual);
CREATE INDEX temp.given_number ON given (number);
CREATE TEMP TABLE ordered AS
  SELECT * FROM (
    SELECT number, location_id, latitude, longitude, code, words, schedule, 1 AS counts,
      code <> {NOWHERE} OR number NOT IN (SELECT number FROM given WHERE code <> {NOWHERE})
        AS is_listed
    FROM given
    UNION ALL
    SELECT number, NULL, NULL, NULL, {NOWHERE}, '', '', 0, 1 FROM told
    WHERE number NOT IN (SELECT number FROM given)
  ) ORDER BY code, number, location_id;
"""  # noqa: S608 - no value comes from outside
_SPOTS = """
INSERT INTO spot
  SELECT rowid + :after, number, location_id, latitude, longitude, schedule, counts,
    CASE WHEN :is_stray THEN NULL ELSE code END
  FROM temp.ordered ORDER BY rowid
"""
_WORDS = """
INSERT INTO words (rowid, name, place, other, marks)
  SELECT o.rowid + :after, t.name, o.words, t.other,
    t.marks || CASE WHEN o.is_listed THEN ' ' || t.list_marks ELSE '' END
  FROM temp.ordered o JOIN temp.told t ON t.number = o.number
  WHERE o.rowid BETWEEN :first AND :last ORDER BY o.rowid
"""
_CALLED = f"""
INSERT OR IGNORE INTO called
  SELECT s.name, o.number, o.rowid + :after
  FROM temp.ordered o JOIN temp.said s ON s.number = o.number
    JOIN listing l ON l.number = o.number
  WHERE o.is_listed AND (l.places <= {FEW_PLACES}
    OR o.rowid = (SELECT min(rowid) FROM temp.ordered WHERE number = o.number))
"""  # noqa: S608
_CALLED_ALONE = """
INSERT OR IGNORE INTO called_alone SELECT DISTINCT name FROM temp.said WHERE name NOT LIKE '% %'
"""
_PLACES = """
UPDATE listing SET places = (SELECT count(*) FROM temp.given g WHERE g.number = listing.number)
WHERE number IN (SELECT number FROM temp.told)
"""


class _Told:
    """Tells how far it is: half of it is reading, half of it is writing words."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self.total = total
        self._done = 0

    def counted(self, rows: Iterable[_T]) -> Iterator[_T]:
        """The rows, telling now and then."""
        for row in rows:
            yield row
            self._done += 1
            if not self._done % TELL_EVERY:
                self.tell(self._done)

    def tell(self, done: float) -> None:
        """So much is done."""
        self._progress(min(int(done), self.total), self.total)


class IndexFill:
    """Fills one index through one connection, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, source: IndexSource) -> None:
        self._connection = connection
        self._source = source
        self._rule_sets: dict[str, int] = {}

    def add(
        self,
        service_ids: Collection[str] | None = None,
        *,
        after: int | None = None,
        progress: Progress = lambda _done, _total: None,
    ) -> int:
        """Put services in (None: all of them); returns the number of the last document.

        `after` is the document that strays come after; None fills an empty index. `progress` may
        raise, to stop it.
        """
        run = self._connection.execute
        for statement in _TEMPORARY.split(";\n"):
            run(statement)
        told = _Told(progress, 0 if service_ids else 2 * sum(self._source.counts()))
        self._read(service_ids, told)
        for statement in _GIVEN.split(";\n"):
            run(statement)
        run(_PLACES)
        start = after or 0
        (documents,) = run("SELECT count(*) FROM temp.ordered").fetchone()
        run(_SPOTS, {"after": start, "is_stray": after is not None})
        run(_CALLED, {"after": start})
        run(_CALLED_ALONE)
        for first in range(1, documents + 1, DOCUMENTS_AT_A_TIME):
            last = first + DOCUMENTS_AT_A_TIME - 1
            run(_WORDS, {"after": start, "first": first, "last": last})
            told.tell(told.total // 2 * (1 + min(last, documents) / documents))
        return start + int(documents)

    def texts(self) -> Iterator[str]:
        """The words by which what was put in may be called: for the vocabulary."""
        for table, column in (("told", "name"), ("place", "words")):
            for (text,) in self._connection.execute(f"SELECT {column} FROM temp.{table}"):  # noqa: S608
                yield text

    def clear(self) -> None:
        """Let go of what was read."""
        for table in ("ordered", "given", "said", "told", "link", "place"):
            self._connection.execute(f"DROP TABLE IF EXISTS temp.{table}")

    def _read(self, service_ids: Collection[str] | None, told: "_Told") -> None:
        """Everything into temporary tables."""
        for service in told.counted(self._source.services(service_ids)):
            self._put_service(service)
        at_places: set[str] | None = None if service_ids is None else set()
        for link in told.counted(self._source.links(service_ids)):
            self._connection.execute("INSERT INTO temp.link VALUES (?, ?, ?)", link)
            if at_places is not None:
                at_places.add(link.location_id)
        for place in told.counted(self._source.places(at_places)):
            self._put_place(place)

    def _put_place(self, place: PlaceRow) -> None:
        at = place.position
        self._connection.execute(
            "INSERT INTO temp.place VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                place.id,
                code_of(at),
                at and at.latitude,
                at and at.longitude,
                place.is_virtual,
                place.schedule,
                place_text(*place.texts),
            ),
        )

    def _put_service(self, service: Service) -> None:
        run = self._connection.execute
        values = service_values(service)
        due = service.review_due
        number = run(
            "INSERT INTO listing VALUES (NULL, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)",
            (
                service.id,
                service.kind.value,
                service.name,
                "|".join(plain_names(service)),
                self._rule_set(values["eligibility"]),
                service.schedule,
                service.status.value,
                service.paused_until.isoformat() if service.paused_until else None,
                service.is_unfilled,
                due.isoformat() if due else None,
                None if service.status is Status.CLOSED else service.practice_priority,
            ),
        ).lastrowid
        run(
            "INSERT INTO temp.told VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                service.id,
                service.is_unfilled,
                service.seen_in_person,
                name_text(service),
                other_text(service),
                marks_of(service),
                list_marks_of(service),
            ),
        )
        if service.status is not Status.CLOSED:
            for name in said_names(service):
                run("INSERT INTO temp.said VALUES (?, ?)", (name, number))

    def _rule_set(self, rules: list[Any]) -> int:
        written = json.dumps(rules)
        if written not in self._rule_sets:
            run = self._connection.execute
            run("INSERT OR IGNORE INTO rule_set (rules) VALUES (?)", (written,))
            (number,) = run("SELECT number FROM rule_set WHERE rules = ?", (written,)).fetchone()
            self._rule_sets[written] = number
        return self._rule_sets[written]
