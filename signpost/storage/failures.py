"""Failures of disk and database drivers, turned into sentences; the cause goes to the log.

Drivers are imported where one of them has failed, because this module is part of the start.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from signpost.errors import NotAvailable

if TYPE_CHECKING:
    import sqlite3

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
    from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError  # noqa: PLC0415

    try:
        yield
    except IntegrityError:
        raise  # a rule of the tables was broken: a bug, not a failure of the machine
    except (DatabaseError, InterfaceError) as error:
        logger.warning("the database refused: %s", error.orig)
        raise NotAvailable(*_sentence_and_remedy(error.orig)) from error


def is_damaged(error: "sqlite3.Error") -> bool:
    """Whether SQLite says that the file itself is not (any more) a database."""
    import sqlite3  # noqa: PLC0415

    return _code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _code(error: BaseException) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def _sentence_and_remedy(cause: BaseException | None) -> tuple[str, str]:
    import sqlite3  # noqa: PLC0415

    if not isinstance(cause, sqlite3.Error):
        return "The database does not answer.", "The call is kept here; try again in a moment."
    damaged = (
        "The database file is damaged.",
        "The call is kept; go on on the paper sheet and tell whoever looks after this PC.",
    )
    return {
        sqlite3.SQLITE_CORRUPT: damaged,
        sqlite3.SQLITE_NOTADB: damaged,
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
