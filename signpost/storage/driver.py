"""The one place that opens SQLite files: with SQLCipher, so that a file may be locked with a key.

SQLCipher reads plain files too (then `key` is None). It is imported on first use only.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Connection

BUSY_SECONDS = 10.0
KEY_DIGITS = 64
_PLAIN = b"SQLite format 3\x00"
CORRUPT, NOT_A_DATABASE, FULL, BUSY, READ_ONLY = 11, 26, 13, 5, 8
"""SQLite's own numbers for what went wrong (https://www.sqlite.org/rescode.html)."""


def module() -> Any:
    """The driver's module, in the shape of the standard library's sqlite3."""
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - see this module's first lines

    return dbapi2


def connect(path: Path, key: str | None, timeout: float = BUSY_SECONDS) -> "Connection":
    """Open a file, created when it is not there; `key` is 64 hex digits, or None for a plain one.

    A wrong key shows at the first statement: "file is not a database".
    """
    # SQLAlchemy's pool lends a connection to one thread at a time.
    connection: Connection = module().connect(str(path), timeout=timeout, check_same_thread=False)
    # The library would otherwise write what it could not decrypt to standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = {_raw(key)}")
    return connection


@contextmanager
def opened(path: Path, key: str | None, timeout: float = BUSY_SECONDS) -> Iterator["Connection"]:
    """A connection that is closed at the end."""
    with closing(connect(path, key, timeout)) as connection:
        yield connection


def new_key() -> str:
    """A raw 256-bit key from the system's own randomness, as 64 hex digits."""
    return os.urandom(KEY_DIGITS // 2).hex()


def is_plain(path: Path) -> bool:
    """Whether the file is an SQLite database that anybody can read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_PLAIN)) == _PLAIN
    except OSError:
        return False


def copy_locked(path: Path, key: str | None, copy: Path, copy_key: str | None) -> None:
    """Write everything in a database to a new file under another key; None means plain.

    The source may be in use: what was committed before is copied.
    """
    with opened(path, key) as source:
        wanted = "''" if copy_key is None else _raw(copy_key)
        source.execute(f"ATTACH DATABASE ? AS copied KEY {wanted}", (str(copy),))
        source.execute("SELECT sqlcipher_export('copied')")
        source.execute("DETACH DATABASE copied")


def change_key(path: Path, key: str, fresh: str) -> None:
    """Lock a file with another key, in place. Nobody else may use it meanwhile."""
    with opened(path, key) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA rekey = {_raw(fresh)}")


def error_code(error: BaseException | None) -> int:
    """SQLite's number for what went wrong; 0 for anything else."""
    code: int = getattr(error, "sqlite_errorcode", 0) or 0
    return code & 0xFF


def _raw(key: str) -> str:
    if len(key) != KEY_DIGITS or not all(digit in "0123456789abcdef" for digit in key):
        raise ValueError("a key is 64 hex digits")
    return f"\"x'{key}'\""
