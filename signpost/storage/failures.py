"""Failures of disk and database drivers, turned into sentences; the cause goes to the log."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from signpost.errors import NotAvailable

logger = logging.getLogger(__name__)


@contextmanager
def file_failures(sentence: str, remedy: str) -> Iterator[None]:
    """Anything the disk refuses inside this block becomes NotAvailable with this sentence."""
    try:
        yield
    except OSError as error:
        logger.warning("%s (%s, errno %s)", sentence, type(error).__name__, error.errno)
        raise NotAvailable(sentence, remedy) from error


@contextmanager
def database_failures() -> Iterator[None]:
    """A database that refuses or is gone inside this block becomes NotAvailable."""
    from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError  # noqa: PLC0415 - kept off the start

    try:
        yield
    except IntegrityError:
        raise  # a rule of the tables was broken: a bug, not a failure of the machine
    except (DatabaseError, InterfaceError) as error:
        logger.warning("the database refused: %s", error.orig)
        cause = error.orig if isinstance(error.orig, sqlite3.Error) else None
        raise NotAvailable(*_sentence_and_remedy(cause)) from error


def is_damaged(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is not (any more) a database."""
    return _code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _code(error: sqlite3.Error) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _sentence_and_remedy(cause: sqlite3.Error | None) -> tuple[str, str]:
    if cause is None:
        return "The database does not answer.", "The call is kept here; try again in a moment."
    if is_damaged(cause):
        return (
            "The database file is damaged.",
            "The call is kept; go on on the paper sheet and tell whoever looks after this PC.",
        )
    return {
        sqlite3.SQLITE_FULL: (
            "The disk is full.",
            "The call is kept; make room on the disk, then save again.",
        ),
        sqlite3.SQLITE_BUSY: (
            "Another window is using the database.",
            "The call is kept; save again in a moment.",
        ),
        sqlite3.SQLITE_READONLY: (
            "The database may not be written by this Windows user.",
            "The call is kept; tell whoever looks after this PC.",
        ),
    }.get(
        _code(cause),
        (
            "The database could not be written or read.",
            "The call is kept; try again, then tell whoever looks after this PC.",
        ),
    )
