"""Opening this PC's database: looked at first, set aside when damaged, migrated only by a process
that is alone.
"""

import logging
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select
from sqlalchemy.orm import Session

from signpost.domain.record_id import new_id
from signpost.domain.signpost import RecordMode
from signpost.errors import NotAvailable
from signpost.storage.backup import back_up
from signpost.storage.data_file import DataFile, data_file
from signpost.storage.driver import module, new_key, opened
from signpost.storage.engine import WRITE, server_engine, sqlite_engine
from signpost.storage.failures import database_failures, file_failures, is_damaged
from signpost.storage.file_lock import InUse
from signpost.storage.key_file import KeyFile
from signpost.storage.migrating import MIGRATIONS, is_behind, known_versions, migrate, version_of
from signpost.storage.tables import PracticeRow

logger = logging.getLogger(__name__)
PATIENCE_SECONDS = 20.0
LOOK_AGAIN_SECONDS = 0.05
CHECKED_WHOLE_BYTES = 8 * 1024 * 1024  # 20 ms a megabyte


@dataclass(frozen=True)
class Opened:
    """An open database at this program's version, and sentences about what happened on the way."""

    engine: Engine
    practice_id: str
    sentences: tuple[str, ...]
    in_use: InUse | None = None

    def close(self) -> None:
        """Close every connection, and use the file no longer."""
        self.engine.dispose()
        if self.in_use is not None:
            self.in_use.release()


class _DamagedError(Exception):
    """The file is not a database that SQLite can read."""


def open_file(
    path: Path, migrations: Path = MIGRATIONS, patience_seconds: float = PATIENCE_SECONDS
) -> Opened:
    """Open the SQLite file, created (and locked with a key of this PC) when it is not there.

    Raises NotAvailable when this PC has no key for it, when it is newer than this program, when the
    folder cannot be written, or when it must be migrated and another process keeps using it.
    """
    in_use = InUse(path.with_name(path.name + ".in-use"))
    with ExitStack() as released_on_failure:
        released_on_failure.callback(in_use.release)
        with file_failures(f"The folder {path.parent} cannot be used.", _RIGHTS):
            path.parent.mkdir(parents=True, exist_ok=True)
            file = DataFile(path, _key_of(path, in_use, patience_seconds))
            sentences = _made_ready(file, in_use, migrations, patience_seconds)
        engine = sqlite_engine(path, file.key)
        opened = Opened(engine, _practice_id(engine), sentences, in_use)
        released_on_failure.pop_all()
    return opened


_RIGHTS = "Check the rights to it, then start Signpost again."


def open_server(url: str) -> Opened:
    """Open a PostgreSQL database; migrations queue behind one another on an advisory lock."""
    engine = server_engine(url)
    with database_failures(), engine.begin() as connection:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(73746910)")
        if is_behind(version_of(connection), "on the server", known_versions()):
            migrate(connection)
    return Opened(engine, _practice_id(engine), ())


def _key_of(path: Path, in_use: InUse, patience_seconds: float) -> str | None:
    """The key for this file; a new file gets one, made by one process alone."""
    until = time.monotonic() + patience_seconds
    keys = KeyFile(path.parent)
    while True:
        if path.exists() and path.stat().st_size:
            return data_file(path).key
        found = keys.read()
        if found is not None:
            return found
        if in_use.alone():
            if keys.read() is None:
                keys.keep(new_key())
            in_use.release()
        elif time.monotonic() > until:
            raise NotAvailable(*_IN_USE)
        else:
            time.sleep(LOOK_AGAIN_SECONDS)


_IN_USE = (
    "Signpost has to update its database, and another window or user is using it.",
    "Close Signpost there (log the other user off), then start it here again.",
)


def _made_ready(
    file: DataFile, in_use: InUse, migrations: Path, patience_seconds: float
) -> tuple[str, ...]:
    """Whole and at this program's version, with `in_use` shared; returns sentences about what was
    done.
    """
    sentences: list[str] = []
    until = time.monotonic() + patience_seconds
    while True:
        if in_use.share() and not _needs_work(file, migrations):
            return tuple(sentences)
        if in_use.alone():
            sentences += _work(file, migrations)
            continue
        if time.monotonic() > until:
            raise NotAvailable(*_IN_USE)
        time.sleep(LOOK_AGAIN_SECONDS)


def _needs_work(file: DataFile, migrations: Path) -> bool:
    try:
        return is_behind(_look(file), file.path, known_versions(migrations))
    except _DamagedError:
        return True


def _work(file: DataFile, migrations: Path) -> list[str]:
    """Set aside what is damaged, migrate what is behind. This process is alone with the file."""
    sentences, path = [], file.path
    try:
        version = _look(file)
    except _DamagedError:
        aside = _set_aside(path)
        version = None
        sentences.append(
            f"The database could not be read. It is kept untouched as {aside}, and Signpost has "
            "begun a new, empty one: tell whoever looks after this PC, so that the old records are "
            "recovered."
        )
    if is_behind(version, path, known_versions(migrations)):
        if version is not None:
            back_up(path, version, path.parent / "backups", file.key)
        engine = sqlite_engine(path, file.key)
        try:
            with engine.connect().execution_options(begin=WRITE) as connection, connection.begin():
                migrate(connection, migrations)
        finally:
            engine.dispose()
    return sentences


def _look(file: DataFile) -> str | None:
    """The file's version; None when it is not there or blank. Raises _DamagedError when it cannot
    be read.
    """
    path = file.path
    if not path.exists():
        return None
    error_type = module().Error
    try:
        with opened(path, file.key, PATIENCE_SECONDS) as connection:
            if path.stat().st_size <= CHECKED_WHOLE_BYTES:
                found = connection.execute("PRAGMA quick_check(1)").fetchone()
                if found != ("ok",):
                    raise _DamagedError
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE name = 'alembic_version'"
            )
            if tables.fetchone() is None:
                return None
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(row[0]) if row else None
    except error_type as error:
        if is_damaged(error) or path.is_dir():
            logger.warning("the database cannot be read: %s", type(error).__name__)
            raise _DamagedError from error
        raise NotAvailable(
            f"The database {path} cannot be opened.",
            "Check that it may be read and written, then start Signpost again.",
        ) from error


def _set_aside(path: Path) -> Path:
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    aside = path.with_name(f"{path.stem}-unreadable-{stamp}{path.suffix}")
    path.rename(aside)
    for tail in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + tail).rename(aside.with_name(aside.name + tail))
    return aside


def _practice_id(engine: Engine) -> str:
    """The practice of this database, minted when there is none."""
    writing = engine.execution_options(begin=WRITE)
    with database_failures(), Session(writing) as session, session.begin():
        found = session.scalar(select(PracticeRow.practice_id).limit(1))
        if found is None:
            now = datetime.now(UTC)
            found = new_id(now)
            session.execute(
                insert(PracticeRow),
                {
                    "practice_id": found,
                    "name": "",
                    "ods_code": "",
                    "mode": RecordMode.REHEARSAL.value,
                    "created_at": now,
                },
            )
    return found
