"""A backup looked into, and put in the place of the data file."""

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from signpost.errors import NotAvailable
from signpost.storage.driver import is_plain, module, opened
from signpost.storage.file_lock import InUse
from signpost.storage.key_file import KeyFile


def records_in(path: Path, beside: Path) -> tuple[int, datetime | None] | None:
    """How many records a copy of the data file `beside` holds and when the last was made; None
    when it cannot be read.
    """
    try:
        with opened(path, _key_for(path, beside)) as connection:
            number, last = connection.execute(
                "SELECT count(*), max(entered_at) FROM signpost"
            ).fetchone()
    except module().Error:
        return None
    moment = datetime.fromisoformat(last).replace(tzinfo=UTC) if last else None
    return number, moment


def ids_in(path: Path, beside: Path) -> tuple[frozenset[str], frozenset[str]] | None:
    """Ids of records, and generations of the directory; None when it cannot be read."""
    try:
        with opened(path, _key_for(path, beside)) as connection:
            records = frozenset(row[0] for row in connection.execute("SELECT id FROM signpost"))
            generations = frozenset(
                f"{row[0]} {row[1]}"
                for row in connection.execute(
                    "SELECT practice_id, generation FROM directory_change"
                )
            )
    except module().Error:
        return None
    return records, generations


def put_in_place(backup: Path, database: Path) -> Path:
    """Put a copy of the backup in the place of the data file; returns where the latter is kept.

    Raises NotAvailable when the backup is not whole, or while another process uses the file.
    """
    in_use = InUse(database.with_name(database.name + ".in-use"))
    try:
        if not in_use.alone():
            raise NotAvailable(
                "Another window or user is using the data file.",
                "Close Signpost there (log the other user off), then restore again.",
            )
        return _replaced(backup, database)
    except OSError as error:
        raise NotAvailable(
            "The backup could not be put in place.",
            "Make room on the disk, then restore again. What was there is kept.",
        ) from error
    finally:
        in_use.release()


def _replaced(backup: Path, database: Path) -> Path:
    fresh = database.with_suffix(".restored")
    shutil.copyfile(backup, fresh)
    if not _is_whole(fresh, _key_for(backup, database)):
        fresh.unlink()
        raise NotAvailable(
            f"The backup {backup.name} is damaged. Nothing was changed.", "Choose another backup."
        )
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    kept = database.with_name(f"signpost-before-restore-{stamp}.db")
    if database.exists():
        _write_out(database)
        # Copied, not moved: at no moment is there no data file.
        shutil.copyfile(database, kept)
        for tail in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                database.with_name(database.name + tail).rename(kept.with_name(kept.name + tail))
    fresh.replace(database)
    return kept


def _write_out(database: Path) -> None:
    """Bring what still stands in the log into the file; a damaged one stays as it is."""
    with suppress(module().Error), opened(database, _key_for(database, database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _is_whole(path: Path, key: str | None) -> bool:
    try:
        with opened(path, key) as connection:
            found: bool = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return found
    except module().Error:
        return False


def _key_for(path: Path, beside: Path) -> str | None:
    """A copy is locked as the data file is whose copy it is."""
    return None if is_plain(path) else KeyFile(beside.parent).read()
