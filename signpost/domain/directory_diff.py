"""What differs between two states of an entry, field by field, in words that a manager can read."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from signpost.domain.directory_change import FieldChange

EMPTY = "(empty)"
"""How an empty field reads."""


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    """The fields, by column name, whose values differ, in the order of `after`.

    The values are those of the database's columns. A field that only one of them has is compared
    with an empty one.
    """
    return tuple(
        FieldChange(field, value_in_words(before.get(field)), value_in_words(value))
        for field, value in after.items()
        if before.get(field) != value
    )


def value_in_words(value: Any) -> str:
    """A column's value as people read it: lists with semicolons, yes and no, dates as written."""
    if value is None or value in ("", [], {}):
        return EMPTY
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        told = {key: each for key, each in value.items() if each not in (None, "", [], False)}
        return ", ".join(f"{key} {value_in_words(each)}" for key, each in told.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(_item(each) for each in value)
    return str(value)


def _item(value: Any) -> str:
    """One member of a list: a telephone number comes as number and what it is for."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        number, *purpose = (str(part) for part in value)
        told = " ".join(part for part in purpose if part)
        return f"{told}: {number}" if told else number
    return value_in_words(value)
