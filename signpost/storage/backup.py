"""Copies of the database taken before each migration, each proved readable before anything is
changed.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.errors import NotAvailable
from signpost.storage.driver import opened

if TYPE_CHECKING:
    from sqlite3 import Connection

KEPT = 5


def back_up(database: Path, version: str, folder: Path, key: str | None = None) -> Path:
    """Copy the database while it is open, under the same key, check the copy, keep the last five.

    Raises NotAvailable when the copy does not hold what the database holds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"signpost-{version}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}.db"
    with opened(database, key) as source:
        with opened(copy, key) as target:
            source.backup(target)
        rows = _rows_of_each_table(source)
    with opened(copy, key) as target:
        whole = target.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not whole or _rows_of_each_table(target) != rows:
            raise NotAvailable(
                f"The copy {copy} that was made before updating the database is not complete.",
                "Nothing was updated. Make room on the disk, then start Signpost again.",
            )
    for old in sorted(folder.glob("signpost-*.db"), key=_when)[:-KEPT]:
        old.unlink()
    return copy


def _when(copy: Path) -> str:
    return copy.stem.rpartition("-")[2]


def _rows_of_each_table(connection: "Connection") -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own names
        for (name,) in names
    }
