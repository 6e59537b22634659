"""One thing of an Open Referral file (a service, a phone, a schedule …) with where it stands."""

import html
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from signpost.exchange.reading import Reading

FILE, WHERE = "_file", "_where"
"""Keys that a table's reader adds, so that mistakes are named by file and row."""

LONGEST_TEXT = 2_000
_TAG = re.compile(r"<[^<>]{0,500}>")
_NOTHING = frozenset({"n/a", "none", "null", "nan", "-", "[]"})


class Entity:
    """Its fields by name. Texts come without HTML; "n/a" and the like count as empty."""

    def __init__(self, fields: Mapping[str, Any], file: str, where: str, reading: Reading) -> None:
        self.fields = fields
        self._file = str(fields.get(FILE, file))
        self._where = str(fields.get(WHERE, where))
        self._reading = reading

    def text(self, *names: str) -> str:
        """The first of these fields that says something; numbers as text; empty when none does."""
        for name in names:
            value = self.fields.get(name)
            if isinstance(value, float):
                return repr(value).removesuffix(".0")
            if isinstance(value, int) and not isinstance(value, bool):
                return f"{value:d}"
            if isinstance(value, str) and value and value.strip().lower() not in _NOTHING:
                return _plain(value)
        return ""

    def passage(self, name: str) -> str:
        """A longer text; cut off, and told, where it is far too long to read in a call."""
        text = self.text(name)
        if len(text) > LONGEST_TEXT:
            self.empty(name, f"is longer than {LONGEST_TEXT:,} letters; the rest was left out.")
            text = text[:LONGEST_TEXT].rpartition(" ")[0] or text[:LONGEST_TEXT]
        return text

    def day(self, name: str) -> date | None:
        """The day of a date or moment; None when empty or, told, no date."""
        text = self.text(name)
        try:
            return date.fromisoformat(text[:10]) if text else None
        except ValueError:
            self.empty(name, f'"{text[:60]}" is not a date such as 2026-11-03.')
            return None

    def objects(self, *names: str) -> list["Entity"]:
        """The things in the first of these fields that holds any."""
        for name in names:
            value = self.fields.get(name)
            found = [value] if isinstance(value, Mapping) else value
            if isinstance(found, list) and any(isinstance(each, Mapping) for each in found):
                return [
                    Entity(each, self._file, self._inside(name, number, found), self._reading)
                    for number, each in enumerate(found, start=1)
                    if isinstance(each, Mapping)
                ]
        return []

    def only(self, name: str) -> "Entity":
        """The one thing in a field; an empty one when there is none."""
        found = self.objects(name)
        return found[0] if found else Entity({}, self._file, self._where, self._reading)

    def refuse(self, sentence: str) -> None:
        """Leave the whole thing out."""
        self._reading.refuse(self._file, self._where, sentence)

    def empty(self, field: str, sentence: str) -> None:
        """Leave one field out."""
        self._reading.empty(self._file, f"{self._where}, {field}".removeprefix(", "), sentence)

    def _inside(self, name: str, number: int, found: list[Any]) -> str:
        place = f"{name} {number}" if len(found) > 1 else name
        return f"{self._where}, {place}".removeprefix(", ")


def _plain(text: str) -> str:
    """Text without HTML, on one line."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    return " ".join(text.replace("\\n", " ").replace("\0", "").split())
