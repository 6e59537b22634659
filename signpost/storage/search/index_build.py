"""Building a search index whole, and bringing one up to date after an edit."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from signpost.storage.search.index_fill import IndexFill, Progress
from signpost.storage.search.index_schema import TABLES, IndexState, state_of, write_state, writing
from signpost.storage.search.index_source import IndexSource
from signpost.storage.search.index_vocabulary import add_words, write_vocabulary

MOST_CHANGED = 400
"""More changed services than these are better served by a new index."""
MOST_WORN = 5_000
"""An index with more replaced documents and strays is better built anew."""

_LET_GO = (
    "DELETE FROM called WHERE listing = ?",
    "DELETE FROM spot WHERE listing = ?",
    "DELETE FROM listing WHERE number = ?",
)


def build_index(source: IndexSource, path: Path, progress: Progress) -> None:
    """Write a whole index to a file that nobody uses yet. `progress` may raise, to stop it."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        run = connection.execute
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -64000"):
            run(f"PRAGMA {pragma}")
        connection.executescript(TABLES)
        run("BEGIN")
        fill = IndexFill(connection, source)
        last = fill.add(progress=progress)
        fill.clear()
        run("INSERT INTO words (words) VALUES ('optimize')")
        write_vocabulary(connection)
        (placeless,) = run("SELECT coalesce(max(document), 0) FROM spot WHERE code < 0").fetchone()
        begun, ended = source.begun_and_ended()
        write_state(connection, IndexState(source.generation, begun, ended, placeless, last, 0))
        run("COMMIT")
        run("PRAGMA journal_mode = WAL")


def bring_up_to_date(source: IndexSource, path: Path) -> bool:
    """Put in what was edited since; False when that is so much that a new index is needed.

    Whoever else brings it up to date at the same moment waits, and then finds nothing to do.
    """
    with writing(path) as connection:
        state = state_of(connection)
        if state is None or state.generation > source.generation:
            return False
        if state.generation == source.generation:
            return True
        changed = source.changed_since(state.generation, MOST_CHANGED)
        if changed is None:
            return False
        (last,) = connection.execute("SELECT coalesce(max(document), 0) FROM spot").fetchone()
        replaced = sum(_let_go(connection, service_id) for service_id in changed)
        fill = IndexFill(connection, source)
        strays = fill.add(changed, after=last) - last
        add_words(connection, fill.texts())
        fill.clear()
        begun, ended = source.begun_and_ended()
        write_state(
            connection,
            IndexState(
                source.generation,
                begun,
                ended,
                state.placeless,
                state.ordered,
                state.worn + replaced + strays,
            ),
        )
        return True


def is_of_this_directory(source: IndexSource, state: IndexState | None) -> bool:
    """Whether an index was made from what this generation is, and not from an import that was given
    up at the same number.
    """
    return state is not None and (state.begun, state.ended) == source.begun_and_ended()


def _let_go(connection: sqlite3.Connection, service_id: str) -> int:
    """Take a service out; its words stay, as documents that nothing stands behind."""
    run: Callable[..., sqlite3.Cursor] = connection.execute
    found = run("SELECT number FROM listing WHERE id = ?", (service_id,)).fetchone()
    if found is None:
        return 0
    (documents,) = run("SELECT count(*) FROM spot WHERE listing = ?", found).fetchone()
    for statement in _LET_GO:
        run(statement, found)
    return int(documents)
