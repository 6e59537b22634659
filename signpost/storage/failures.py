"""Failures of disk and database drivers, turned into sentences; the cause goes to the log.

Drivers are imported where one of them has failed, because this module is part of the start.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from signpost.errors import NotAvailable
from signpost.storage.driver import (
    BUSY,
    CORRUPT,
    FULL,
    NOT_A_DATABASE,
    READ_ONLY,
    error_code,
)

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


def is_damaged(error: BaseException) -> bool:
    """Whether SQLite says that the file itself is not (any more) a database."""
    return error_code(error) in {CORRUPT, NOT_A_DATABASE}


def _sentence_and_remedy(cause: BaseException | None) -> tuple[str, str]:
    code = error_code(cause)
    if not code:
        return "The database does not answer.", "The call is kept here; try again in a moment."
    damaged = (
        "The database file is damaged.",
        "The call is kept; go on on the paper sheet and tell whoever looks after this PC.",
    )
    return {
        CORRUPT: damaged,
        NOT_A_DATABASE: damaged,
        FULL: (
            "The disk is full.",
            "The call is kept; make room on the disk, then save again.",
        ),
        BUSY: (
            "Another window is using the database.",
            "The call is kept; save again in a moment.",
        ),
        READ_ONLY: (
            "The database may not be written by this Windows user.",
            "The call is kept; tell whoever looks after this PC.",
        ),
    }.get(
        code,
        (
            "The database could not be written or read.",
            "The call is kept; try again, then tell whoever looks after this PC.",
        ),
    )
