"""Copies of the database, each proved readable and complete before it counts as one."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.errors import NotAvailable
from signpost.storage.driver import module, opened

if TYPE_CHECKING:
    from sqlite3 import Connection

KEPT = 5
DAYS_KEPT = 14
"""The last five copies are kept, and the last of each of the last fourteen days."""

_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True)
class Copy:
    """A copy: where it is, when it was taken (UTC), and the version of its tables."""

    path: Path
    taken_at: datetime
    version: str


def back_up(database: Path, version: str, folder: Path, key: str | None = None) -> Path:
    """Copy the database while it is open, under the same key, check the copy, drop old ones.

    Raises NotAvailable when the copy does not hold what the database holds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken_at = datetime.now(UTC)
    copy = folder / f"signpost-{version}-{taken_at:{_STAMP}}.db"
    half = copy.with_suffix(".half")
    with opened(database, key) as source:
        source.execute("BEGIN")  # one state, whatever is written meanwhile
        rows = rows_of_each_table(source)
        with opened(half, key) as target:
            source.backup(target)
    if not _holds(half, key, rows):
        half.unlink(missing_ok=True)
        raise NotAvailable(
            f"The copy of the database in {folder} is not complete.",
            "Make room on the disk, then try again. Nothing else was changed.",
        )
    half.replace(copy)
    for old in _superfluous(copies_in(folder), taken_at):
        old.path.unlink()
    return copy


def copies_in(folder: Path) -> tuple[Copy, ...]:
    """The copies in a folder, oldest first; other files are passed over."""
    found = [_copy(path) for path in folder.glob("signpost-*-*.db")]
    return tuple(sorted((each for each in found if each), key=lambda each: each.taken_at))


def rows_of_each_table(connection: "Connection") -> dict[str, int]:
    """How many rows each table has."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - our own names
        for (name,) in names
    }


def _holds(copy: Path, key: str | None, rows: dict[str, int]) -> bool:
    """Whether a copy is whole and has these rows."""
    try:
        with opened(copy, key) as target:
            whole: bool = target.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return whole and rows_of_each_table(target) == rows
    except module().Error:
        return False


def _copy(path: Path) -> Copy | None:
    _, version, stamp = path.stem.split("-", 2) if path.stem.count("-") == 2 else ("", "", "")  # noqa: PLR2004 - three parts
    try:
        return Copy(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), version)
    except ValueError:
        return None


def _superfluous(copies: tuple[Copy, ...], now: datetime) -> list[Copy]:
    recent = [each for each in copies if now - each.taken_at < timedelta(days=DAYS_KEPT)]
    of_days = {each.taken_at.date(): each for each in recent}  # the last of a day wins
    kept = {*copies[-KEPT:], *of_days.values()}
    return [each for each in copies if each not in kept]
