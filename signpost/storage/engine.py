"""Engines for both databases, with what makes SQLite durable and its transactions real."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from signpost.storage.driver import connect, module

if TYPE_CHECKING:
    import sqlite3

READ, WRITE = "BEGIN", "BEGIN IMMEDIATE"


def sqlite_engine(path: Path, key: str | None = None) -> Engine:
    """An engine over one SQLite file, created when it is not there; `key` None for a plain one."""
    engine = create_engine(
        "sqlite://",
        module=module(),
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        hide_parameters=True,  # caller's words must not reach a log through an error
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


class Watch:
    """Tells whether anybody has written to a SQLite file, over a connection of its own; used by one
    thread at a time.
    """

    def __init__(self, engine: Engine) -> None:
        is_file = engine.dialect.name == "sqlite"
        self._connection = engine.raw_connection() if is_file else None

    def commits_seen(self) -> int | None:
        """Another number after each commit; None where that cannot be told."""
        if self._connection is None:
            return None
        cursor = self._connection.cursor()
        (number,) = cursor.execute("PRAGMA data_version").fetchone()
        cursor.close()
        return int(number)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()


def server_engine(url: str) -> Engine:
    """An engine over a PostgreSQL database; two connections at most, because a server has only
    about 100.
    """
    return create_engine(url, pool_size=1, max_overflow=1, pool_pre_ping=True, hide_parameters=True)


def _on_connect(connection: "sqlite3.Connection", _record: Any) -> None:
    # The driver would otherwise commit before DDL and begin only before the first write: a failed
    # migration would stay half done, and a savepoint would not roll back.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    # A write that began as a read could find the file taken half way; IMMEDIATE waits its turn.
    connection.exec_driver_sql(connection.get_execution_options().get("begin", READ))
