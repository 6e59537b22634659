"""The desk's fixtures, for the tests of this room."""

from tests.desk import blank, data_dir, database, desk, kim

__all__ = ["blank", "data_dir", "database", "desk", "kim"]
