"""Reads every row that can still be read out of a damaged database file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from signpost.storage.driver import module, opened

if TYPE_CHECKING:
    from sqlite3 import Connection

    from signpost.storage.data_file import DataFile

LONGEST_LEAP = 1 << 40
ROWS_AT_A_TIME = 500


@dataclass
class Salvaged:
    """What came of it: rows put in by table, rows that were there already, and tables of which a
    part or all could not be read.
    """

    put_in: dict[str, int] = field(default_factory=dict)
    were_there: dict[str, int] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)


def salvage(damaged: "DataFile", into: "DataFile", practice_id: str) -> Salvaged:
    """Put what can be read of `damaged` into a sound database, under the practice of that one.

    Rows that are there already stay as they are. All or nothing is put in.
    """
    result = Salvaged()
    with opened(damaged.path, damaged.key) as source, opened(into.path, into.key) as target:
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN IMMEDIATE")
        ours = practice_id.replace("-", "")
        theirs = {row[0] for row in _rows(source, "practice", '"practice_id"', result)}
        for table in _tables(target):
            columns = _shared_columns(source, target, table)
            if not columns:
                result.unreadable.add(table)
                continue
            listed = ", ".join(f'"{name}"' for name in columns)
            rows = (
                {
                    name: ours if name == "practice_id" and value in theirs else value
                    for name, value in zip(columns, row, strict=True)
                }
                for row in _rows(source, table, listed, result)
            )
            _put_in(target, table, rows, result)
        _go_on_with_directory(source, target, ours, result)
        _mend_orphans(target, ours)
        target.execute("COMMIT")
    return result


def _put_in(
    target: "Connection", table: str, rows: Iterable[Mapping[str, Any]], result: Salvaged
) -> None:
    put_in = were_there = 0
    for row in rows:
        listed = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _ in row)
        statement = f'INSERT OR IGNORE INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - our own names
        done = target.execute(statement, tuple(row.values())).rowcount
        put_in, were_there = put_in + done, were_there + 1 - done
    result.put_in[table], result.were_there[table] = put_in, were_there


def _rows(
    source: "Connection", table: str, listed: str, result: Salvaged
) -> Iterator[tuple[Any, ...]]:
    """Every row that can be read, leaping over what cannot."""
    statement = f'SELECT rowid, {listed} FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT ?'  # noqa: S608 - our own names
    after, leap = 0, 0
    while leap < LONGEST_LEAP:
        rows, is_broken = _read(source, statement, after + leap, 1 if leap else ROWS_AT_A_TIME)
        if rows and leap > 1:
            leap = _shortest_leap(source, statement, after, leap)
            rows, is_broken = _read(source, statement, after + leap, 1)
        yield from (row[1:] for row in rows)
        if is_broken:
            result.unreadable.add(table)
        elif not rows:
            return
        after, leap = (
            (rows[-1][0], 0)
            if rows and not is_broken
            else (
                rows[-1][0] if rows else after,
                1 if rows else leap * 2 or 1,
            )
        )


def _read(
    source: "Connection", statement: str, after: int, limit: int
) -> tuple[list[tuple[Any, ...]], bool]:
    """Rows until the end or until one cannot be read; whether the latter."""
    rows: list[tuple[Any, ...]] = []
    try:
        for row in source.execute(statement, (after, limit)):
            rows.append(row)
    except module().Error:
        return rows, True
    return rows, False


def _shortest_leap(source: "Connection", statement: str, after: int, leap: int) -> int:
    """The least leap from which a row can be read again, between half of this one and this one."""
    fails, works = leap // 2, leap
    while works - fails > 1:
        middle = (fails + works) // 2
        rows, is_broken = _read(source, statement, after + middle, 1)
        if is_broken or not rows:
            fails = middle
        else:
            works = middle
    return works


def _go_on_with_directory(
    source: "Connection", target: "Connection", ours: str, result: Salvaged
) -> None:
    """The later of the two states of the directory is the one in use; and who the practice is."""
    rows = _rows(source, "directory", '"live_generation"', result)
    latest = max((row[0] for row in rows), default=0)
    target.execute(
        "UPDATE directory SET live_generation = max(live_generation, ?) WHERE practice_id = ?",
        (latest, ours),
    )
    names = '"name", "ods_code", "mode", "answer_minutes"'
    for name, ods_code, mode, minutes in _rows(source, "practice", names, result):
        target.execute(
            "UPDATE practice SET name = ?, ods_code = ?, mode = ?, answer_minutes = ?"
            " WHERE practice_id = ? AND name = ''",
            (name, ods_code, mode, minutes, ours),
        )


def _tables(connection: "Connection") -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [name for (name,) in rows if name not in {"alembic_version", "practice"}]


def _shared_columns(source: "Connection", target: "Connection", table: str) -> list[str]:
    try:
        there = {row[1] for row in source.execute(f'PRAGMA table_info("{table}")')}
    except module().Error:
        return []
    return [row[1] for row in target.execute(f'PRAGMA table_info("{table}")') if row[1] in there]


def _mend_orphans(target: "Connection", ours: str) -> None:
    """A record whose author could not be read keeps a stand-in; parts of a lost record go."""
    for table, column in _AUTHORS:
        rows = target.execute(
            f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'  # noqa: S608 - our own names
            " AND (practice_id, " + column + ") NOT IN (SELECT practice_id, id FROM staff)"
        ).fetchall()
        for (staff_id,) in rows:
            target.execute(
                "INSERT OR IGNORE INTO staff (practice_id, id, initials, name, role, active)"
                " VALUES (?, ?, 'X', 'Name not recovered', 'reception', 0)",
                (ours, staff_id),
            )
    while broken := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in broken:
            target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608 - our own names


_AUTHORS = (
    ("signpost", "recorded_by"),
    ("signpost", "referral_sent_by"),
    ("signpost_revision", "made_by"),
    ("duty", "confirmed_by"),
)
