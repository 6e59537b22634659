"""The search index's tables, and opening its file.

A document is a service at one of its places, or a service without any. Documents are numbered in
the order of map_cells, those without a place first, so that a stretch of numbers is a part of the
map and full-text questions can be asked of that part alone. Documents added by an edit (strays)
come after all others and are looked at wherever the search starts.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

FORMAT = 1
"""Raised when tables or words change: an index of another format is built again."""
BUSY_SECONDS = 5

TABLES = """
CREATE TABLE state (
  format INTEGER, generation INTEGER, begun INTEGER, ended INTEGER,
  placeless INTEGER, ordered INTEGER, worn INTEGER
);
CREATE TABLE rule_set (number INTEGER PRIMARY KEY, rules TEXT UNIQUE);
CREATE TABLE listing (
  number INTEGER PRIMARY KEY, id TEXT UNIQUE, kind TEXT, title TEXT, names TEXT, rule_set INTEGER,
  schedule TEXT, places INTEGER, status TEXT, paused_until TEXT, is_unfilled INTEGER,
  review_due TEXT, priority INTEGER
);
CREATE INDEX listing_priority ON listing (kind, priority);
CREATE TABLE spot (
  document INTEGER PRIMARY KEY, listing INTEGER, location_id TEXT, latitude REAL, longitude REAL,
  schedule TEXT, counts INTEGER, code INTEGER
);
CREATE INDEX spot_listing ON spot (listing, document);
CREATE INDEX spot_code ON spot (code);
CREATE TABLE called (name TEXT, listing INTEGER, document INTEGER,
  PRIMARY KEY (name, document)) WITHOUT ROWID;
CREATE TABLE called_alone (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT UNIQUE, documents INTEGER);
CREATE TABLE near_word (hash INTEGER, word INTEGER, PRIMARY KEY (hash, word)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  name, place, other, marks, content='', columnsize=0, detail=column, prefix='1 2 3',
  tokenize="ascii tokenchars '_'"
);
"""


@dataclass(frozen=True)
class IndexState:
    """Of which generation an index is. `begun` and `ended` count the directory's rows that this
    generation began and ended, as they were when it was built. `placeless` is the last document
    without a place, `ordered` the last before the strays; `worn` counts documents that edits have
    replaced or added.
    """

    generation: int
    begun: int
    ended: int
    placeless: int
    ordered: int
    worn: int


def open_index(path: Path, *, writes: bool = False) -> sqlite3.Connection:
    """A connection to an index; it may be used by one thread after another."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=False,
    )
    connection.execute("PRAGMA cache_size = -8000")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA synchronous = NORMAL" if writes else "PRAGMA query_only = ON")
    return connection


def state_of(connection: sqlite3.Connection) -> IndexState | None:
    """What an index says of itself; None when it is of another format."""
    row = connection.execute("SELECT * FROM state").fetchone()
    return IndexState(*row[1:]) if row and row[0] == FORMAT else None


def write_state(connection: sqlite3.Connection, state: IndexState) -> None:
    """What an index says of itself from now on."""
    connection.execute("DELETE FROM state")
    connection.execute(
        "INSERT INTO state VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            FORMAT,
            state.generation,
            state.begun,
            state.ended,
            state.placeless,
            state.ordered,
            state.worn,
        ),
    )


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A transaction that takes the index's write lock at once."""
    with closing(open_index(path, writes=True)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
