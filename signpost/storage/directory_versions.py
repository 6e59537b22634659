"""New versions of rows, ended and begun at a generation: the only writes to them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Table,
    and_,
    bindparam,
    delete,
    insert,
    literal,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.orm import Session

from signpost.storage.directory_store import LINKS, LOCATIONS, SERVICES, in_chunks

TABLES = (SERVICES, LOCATIONS, LINKS)
ROWS_AT_A_TIME = 2_000

Key = tuple[str, ...]


def key_columns(table: Table) -> tuple[str, ...]:
    """What tells one entry of a table from another, besides the practice."""
    return ("service_id", "location_id") if table is LINKS else ("id",)


class Versions:
    """The versions of one practice's rows."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def begin(self, table: Table, rows: Iterable[Mapping[str, Any]], generation: int) -> None:
        """New versions from a generation on; `rows` hold every column but practice and
        generations.
        """
        new = [
            {
                "practice_id": self._practice_id,
                "from_generation": generation,
                "until_generation": None,
                **row,
            }
            for row in rows
        ]
        if new:
            self._session.execute(insert(table), new)

    def end(self, table: Table, keys: Iterable[Key], base: int, generation: int) -> None:
        """The versions live at `base` of these entries are live no longer from a generation on."""
        names = key_columns(table)
        wanted = [
            {f"key_{name}": part for name, part in zip(names, key, strict=True)} for key in keys
        ]
        if not wanted:
            return
        same = [table.c[name] == bindparam(f"key_{name}") for name in names]
        self._session.connection().execute(
            update(table)
            .where(
                table.c.practice_id == self._practice_id,
                *same,
                table.c.from_generation <= base,
                or_(table.c.until_generation.is_(None), table.c.until_generation > base),
            )
            .values(until_generation=generation),
            wanted,
        )

    def drop_staged(self, table: Table, keys: Sequence[Key], generation: int) -> None:
        """These entries stay as they are: nothing staged is left of them."""
        for chunk in in_chunks(list(keys)):
            named = self._named(table, chunk)
            self._session.execute(
                delete(table).where(self._mine(table), table.c.from_generation == generation, named)
            )
            self._session.execute(
                update(table)
                .where(self._mine(table), table.c.until_generation == generation, named)
                .values(until_generation=None)
            )

    def drop_new(self, table: Table, entity_id: str, generation: int) -> None:
        """Take back the version that begins at a generation; what it replaces stays ended."""
        self._session.execute(
            delete(table).where(
                self._mine(table),
                table.c.from_generation == generation,
                table.c.id == entity_id,
            )
        )

    def touched(self, table: Table, base: int, generation: int) -> list[Key]:
        """Entries that are staged, and that somebody has edited since."""
        names = key_columns(table)
        columns = [table.c[name] for name in names]
        # Two questions, so that each finds its rows by an index.
        edited: set[Key] = set()
        for moment in (table.c.from_generation, table.c.until_generation):
            rows = self._session.execute(
                select(*columns).where(self._mine(table), moment > base, moment < generation)
            )
            edited |= {tuple(row) for row in rows}
        found: set[Key] = set()
        for chunk in in_chunks(sorted(edited)):
            rows = self._session.execute(
                select(*columns).where(
                    self._mine(table),
                    self._named(table, chunk),
                    or_(
                        table.c.from_generation == generation,
                        table.c.until_generation == generation,
                    ),
                )
            )
            found |= {tuple(row) for row in rows}
        return sorted(found)

    def some_of(self, table: Table, generation: int) -> list[Key]:
        """Some of the entries that a generation began or ended; none when there are no more."""
        names = key_columns(table)
        rows = self._session.execute(
            select(*(table.c[name] for name in names))
            .where(
                self._mine(table),
                or_(
                    table.c.from_generation == generation,
                    table.c.until_generation == generation,
                ),
            )
            .distinct()
            .limit(ROWS_AT_A_TIME)
        )
        return [tuple(row) for row in rows]

    def reverse(self, table: Table, of: int, base: int, generation: int, after: Key) -> Key:
        """Stage, for some entries in the order of their keys, what was before generation `of`.

        Entries that were edited later stay as they are. Returns the last key that was looked at;
        empty when there are no more.
        """
        names = key_columns(table)
        columns = [table.c[name] for name in names]
        later = tuple_(*columns) > tuple_(*(literal(part) for part in after)) if after else None
        condition: list[ColumnElement[bool]] = [] if later is None else [later]
        rows = self._session.execute(
            select(*columns)
            .where(
                self._mine(table),
                or_(table.c.from_generation == of, table.c.until_generation == of),
                *condition,
            )
            .distinct()
            .order_by(*columns)
            .limit(ROWS_AT_A_TIME)
        )
        keys = [tuple(row) for row in rows]
        if not keys:
            return ()
        untouched = self._untouched(table, keys, of, base)
        self.end(table, untouched, base, generation)
        self._bring_back(table, untouched, of, generation)
        return keys[-1]

    def _untouched(self, table: Table, keys: Sequence[Key], of: int, base: int) -> list[Key]:
        names = key_columns(table)
        later: set[Key] = set()
        for chunk in in_chunks(keys):
            rows = self._session.execute(
                select(*(table.c[name] for name in names)).where(
                    self._mine(table),
                    self._named(table, chunk),
                    or_(
                        and_(table.c.from_generation > of, table.c.from_generation <= base),
                        and_(table.c.until_generation > of, table.c.until_generation <= base),
                    ),
                )
            )
            later |= {tuple(row) for row in rows}
        return [key for key in keys if key not in later]

    def _bring_back(self, table: Table, keys: Sequence[Key], of: int, generation: int) -> None:
        copied = [column.name for column in table.columns]
        changed: dict[str, ColumnElement[Any]] = {
            "from_generation": literal(generation),
            "until_generation": literal(None),
        }
        for chunk in in_chunks(keys):
            values = [changed.get(name, table.c[name]) for name in copied]
            old = select(*values).where(
                self._mine(table), table.c.until_generation == of, self._named(table, chunk)
            )
            self._session.execute(insert(table).from_select(copied, old))

    def _mine(self, table: Table) -> ColumnElement[bool]:
        mine: ColumnElement[bool] = table.c.practice_id == self._practice_id
        return mine

    def _named(self, table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
        names = key_columns(table)
        if len(names) == 1:
            return table.c[names[0]].in_([key[0] for key in keys])
        return tuple_(*(table.c[name] for name in names)).in_(list(keys))
