"""The one door to the database: opened by whoever first needs it, so that the window never waits
for it.

SQLAlchemy is imported on first use only; this module itself is light.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from signpost.storage.failures import database_failures

if TYPE_CHECKING:
    from signpost.storage.engine import Watch
    from signpost.storage.opening import Opened
    from signpost.storage.stores import Stores

FILE_NAME = "signpost.db"


class Database:
    """This PC's database. Safe to use from several threads; each transaction has its own
    connection.

    `place` is the data folder, or the URL of a PostgreSQL database.
    """

    def __init__(self, place: Path | str) -> None:
        self._place = place
        self._opened: Opened | None = None
        # Two lanes may need the database first at the same moment; it is opened once.
        self._opening = Lock()
        self._watch: Watch | None = None

    def open(self) -> tuple[str, ...]:
        """Open it, when it is not open yet; returns sentences that the person should read.

        Raises NotAvailable when it cannot be opened, is newer than this program, or must be
        migrated while another process uses it.
        """
        return self._open().sentences

    @contextmanager
    def transaction(self) -> Iterator["Stores"]:
        """Stores whose changes are all on disk when the block ends, or none of them."""
        with self._stores(writes=True) as stores:
            yield stores

    @contextmanager
    def reading(self) -> Iterator["Stores"]:
        """Stores for reading one consistent state."""
        with self._stores(writes=False) as stores:
            yield stores

    def commits_seen(self) -> int | None:
        """A number that is another one once anybody has written; None where that cannot be told.

        Costs microseconds: for what must know on every key whether to look again.
        """
        opened = self._open()
        if self._watch is None:
            from signpost.storage.engine import Watch  # noqa: PLC0415 - see this module's first lines

            self._watch = Watch(opened.engine)
        return self._watch.commits_seen()

    def close(self) -> None:
        """Close every connection; the next use opens it again."""
        with self._opening:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    @contextmanager
    def _stores(self, *, writes: bool) -> Iterator["Stores"]:
        opened = self._open()
        from sqlalchemy.orm import Session  # noqa: PLC0415 - see this module's first lines

        from signpost.storage.engine import READ, WRITE  # noqa: PLC0415
        from signpost.storage.stores import Stores  # noqa: PLC0415

        engine = opened.engine.execution_options(begin=WRITE if writes else READ)
        with database_failures(), Session(engine) as session, session.begin() as transaction:
            yield Stores(session, opened.practice_id)
            if not writes:
                transaction.rollback()

    def _open(self) -> "Opened":
        with self._opening:
            if self._opened is None:
                from signpost.storage import opening  # noqa: PLC0415 - see this module's first lines

                if isinstance(self._place, Path):
                    self._opened = opening.open_file(self._place / FILE_NAME)
                else:
                    self._opened = opening.open_server(self._place)
            return self._opened
