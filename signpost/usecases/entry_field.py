"""One field of a directory entry as people read it and fill it in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, TypeVar

from signpost.errors import UserMistake
from signpost.usecases.typed_values import read_text

E = TypeVar("E")


class Control(StrEnum):
    """What a field is filled in with. `SEVERAL` choices are joined by |."""

    LINE = "line"
    TEXT = "text"
    HOURS = "hours"
    CHOICE = "choice"
    YES_NO = "yes_no"
    SEVERAL = "several"


@dataclass(frozen=True)
class EntryField(Generic[E]):
    """A field; `key` is the column's name, `group` the heading that it stands under.

    `show` gives its text, `change` the entry with what was typed in it; the date is today.
    `choices` are values with their words.
    """

    key: str
    title: str
    group: str
    show: Callable[[E], str]
    change: Callable[[E, str, date], E]
    control: Control = Control.LINE
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()

    def read(self, entry: E, typed: str, today: date) -> E:
        """The entry with what was typed. Raises UserMistake that names this field."""
        try:
            return self.change(entry, typed, today)
        except UserMistake as mistake:
            raise UserMistake(self.key, mistake.sentence) from mistake


def stored_at(
    path: str,
    read: Callable[[str], Any] = read_text,
    show: Callable[[Any], str] = str,
) -> tuple[Callable[[Any], str], Callable[[Any, str, date], Any]]:
    """How to show and change what stands at a path such as "organization.name"."""
    *outer, name = path.split(".")

    def shown(entry: Any) -> str:
        return show(getattr(_inside(entry, outer), name))

    def changed(entry: Any, typed: str, _today: date) -> Any:
        value = replace(_inside(entry, outer), **{name: read(typed)})
        return replace(entry, **{outer[0]: value}) if outer else value

    return shown, changed


def _inside(entry: Any, outer: list[str]) -> Any:
    return getattr(entry, outer[0]) if outer else entry
