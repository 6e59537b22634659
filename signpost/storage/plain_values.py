"""Columns as exports read them: as plain values that the driver need not turn into objects, because
making a million of each takes longer than reading them.
"""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Date, Integer, String, Uuid, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from signpost.storage.column_types import UtcDateTime


class IdDigits(FunctionElement[str]):
    """An id as its 32 hex digits."""

    inherit_cache = True
    type = String()


class DayText(FunctionElement[str]):
    """A day as yyyy-MM-dd."""

    inherit_cache = True
    type = String()


class MomentText(FunctionElement[str]):
    """A moment that begins yyyy-MM-dd HH:mm:ss, in UTC; a fraction may follow."""

    inherit_cache = True
    type = String()


class AsKept(FunctionElement[int]):
    """The order in which rows were put in: free in SQLite; elsewhere the id stands in."""

    inherit_cache = True
    type = Integer()


def as_read(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column in the form of `RecordField`."""
    if isinstance(column.type, Uuid):
        return IdDigits(column)
    if isinstance(column.type, UtcDateTime):
        return MomentText(column)
    if isinstance(column.type, Date):
        return DayText(column)
    if isinstance(column.type, Boolean):
        return type_coerce(column, Integer())
    return column


@compiles(IdDigits)
def _id(element: IdDigits, compiler: SQLCompiler, **words: Any) -> str:
    return f"replace(CAST({compiler.process(element.clauses, **words)} AS TEXT), '-', '')"


@compiles(DayText)
def _day(element: DayText, compiler: SQLCompiler, **words: Any) -> str:
    return f"to_char({compiler.process(element.clauses, **words)}, 'YYYY-MM-DD')"


@compiles(MomentText)
def _moment(element: MomentText, compiler: SQLCompiler, **words: Any) -> str:
    moment = compiler.process(element.clauses, **words)
    return f"to_char({moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')"


@compiles(AsKept)
def _as_kept(element: AsKept, compiler: SQLCompiler, **words: Any) -> str:
    return compiler.process(element.clauses, **words)


@compiles(IdDigits, "sqlite")
@compiles(DayText, "sqlite")
@compiles(MomentText, "sqlite")
def _as_stored(element: FunctionElement[str], compiler: SQLCompiler, **words: Any) -> str:
    return compiler.process(element.clauses, **words)


@compiles(AsKept, "sqlite")
def _as_kept_in_sqlite(element: AsKept, compiler: SQLCompiler, **words: Any) -> str:
    return f"{compiler.process(element.clauses, **words).rpartition('.')[0]}.rowid"
