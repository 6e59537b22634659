"""The one door to the database: opened by whoever first needs it, so that the window never waits for it.

SQLAlchemy is imported on first use only; this module itself is light.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from signpost.storage.stores import Stores


class Database:
    """This PC's database. Safe to use from several threads; each transaction has its own connection."""

    def __init__(self, data_dir: Path, practice_name: str = "", ods_code: str = "") -> None:
        self._data_dir = data_dir

    def open(self) -> tuple[str, ...]:
        """Open and, when this process is alone, migrate; returns sentences the person should read."""
        raise NotImplementedError

    @contextmanager
    def transaction(self) -> Iterator["Stores"]:
        """Stores whose changes are all on disk when the block ends, or none of them."""
        raise NotImplementedError
        yield

    @contextmanager
    def reading(self) -> Iterator["Stores"]:
        """Stores for reading one consistent state."""
        raise NotImplementedError
        yield

    def close(self) -> None:
        """Close every connection."""
