"""One thing of an Open Referral file (a service, a phone, a schedule …) with where it stands."""

import html
import re
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

    def __init__(
        self, fields: dict[str, Any], file: str, where: str, reading: Reading, inside: str = ""
    ) -> None:
        self.fields = fields
        self._file = file
        self._above = where
        self._inside = inside
        self._reading = reading

    @property
    def _where(self) -> str:
        """Put together only when something has to be told: most things are read without a word."""
        return str(self.fields.get(WHERE) or ", ".join(filter(None, (self._above, self._inside))))

    def text(self, *names: str) -> str:
        """The first of these fields that says something; numbers as text; empty when none does."""
        for name in names:
            value = self.fields.get(name)
            if not value and value != 0:
                continue
            if isinstance(value, str):
                plain = _plain(value)
                if plain and plain.lower() not in _NOTHING:
                    return plain
            elif isinstance(value, float):
                return repr(value).removesuffix(".0")
            elif isinstance(value, int) and not isinstance(value, bool):
                return f"{value:d}"
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
            if not value:
                continue
            found = value if isinstance(value, list) else [value]
            things = [(at, each) for at, each in enumerate(found, 1) if isinstance(each, dict)]
            if things:
                single = len(found) == 1
                return [
                    Entity(
                        each,
                        str(each.get(FILE, self._file)),
                        self._where,
                        self._reading,
                        name if single else f"{name} {at}",
                    )
                    for at, each in things
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


def _plain(text: str) -> str:
    """Text without HTML, on one line."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", text))
    if "\\" in text or "\0" in text:
        text = text.replace("\\n", " ").replace("\0", "")
    return " ".join(text.split())
