"""The training file: of its own, locked with a key of its own, in a folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from signpost.errors import NotAvailable
from signpost.storage.data_file import data_file
from signpost.storage.driver import new_key
from signpost.storage.failures import database_failures, file_failures
from signpost.storage.key_file import KeyFile

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from signpost.storage.training_store import TrainingStore

FOLDER, NAME = "training", "training.db"


class TrainingDatabase:
    """The training file of a data folder; opened by whoever first needs it."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / FOLDER
        self._engine: Engine | None = None
        self._opening = Lock()

    @contextmanager
    def transaction(self) -> Iterator["TrainingStore"]:
        """The store; everything done in the block is on disk at its end, or nothing."""
        engine = self._open()
        from sqlalchemy.orm import Session  # noqa: PLC0415 - like the live database, late

        from signpost.storage.engine import WRITE  # noqa: PLC0415
        from signpost.storage.training_store import TrainingStore  # noqa: PLC0415

        writing = engine.execution_options(begin=WRITE)
        with database_failures(), Session(writing) as session, session.begin():
            yield TrainingStore(session)

    def close(self) -> None:
        """Close every connection; the next use opens it again."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _open(self) -> "Engine":
        with self._opening:
            if self._engine is None:
                self._engine = _opened(self.folder)
            return self._engine


def _opened(folder: Path) -> "Engine":
    from signpost.storage.engine import sqlite_engine  # noqa: PLC0415 - it needs SQLAlchemy
    from signpost.storage.training_models import VERSION, TrainingBase  # noqa: PLC0415

    path = folder / NAME
    with file_failures(f"The folder {folder} cannot be used.", "Check the rights to it."):
        folder.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size:
        key = data_file(path).key
    else:
        key = KeyFile(folder).read() or new_key()
        KeyFile(folder).keep(key)
    engine = sqlite_engine(path, key)
    with database_failures(), engine.begin() as connection:
        version = connection.exec_driver_sql("PRAGMA user_version").scalar()
        if version not in (0, VERSION):
            raise NotAvailable(
                f"The training file {path} was last used by another Signpost.",
                "Nothing in it was changed. Install the newer Signpost here, then try again.",
            )
        TrainingBase.metadata.create_all(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
    return engine
