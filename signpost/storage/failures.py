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


def is_damaged(error: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is not (any more) a database."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    }
