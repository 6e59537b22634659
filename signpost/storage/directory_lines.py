"""What an import tells in lines, and what is known of its file while it is staged."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Date, Table

from signpost.domain.directory_change import Decision, FieldChange, ImportLine, LineKind
from signpost.storage.directory_models import ImportLineRow
from signpost.storage.directory_rows import Columns
from signpost.storage.directory_store import LOCATIONS, SERVICES, DirectoryStore

SERVICE, LOCATION = "service", "location"
TABLE_OF: Mapping[str, Table] = {SERVICE: SERVICES, LOCATION: LOCATIONS}
_HOW_ALIKE = {
    "ods_code": "It has the same ODS code as {name}.",
    "name": "It has the same name and postcode as {name}.",
}


class Coming:
    """What is known of a file while it is staged, some entries at a time.

    `spoken` are the columns of services that the file says anything about in any row: the others
    are none of its business and stay as they are here. `same` holds, by the file's id of a place,
    the id of the same place here.
    """

    def __init__(self, feed: str, spoken: Iterable[str], store: DirectoryStore) -> None:
        self.feed = feed
        self.spoken = frozenset(spoken)
        self.same: dict[str, str] = {}
        self._position = 0
        self._by_code: dict[tuple[str, ...], tuple[str, str]] = {}
        self._by_name: dict[tuple[str, ...], tuple[str, str]] = {}
        for row in store.briefly(SERVICES, "kind", "ods_code"):
            self._by_code.setdefault((SERVICE, row.kind, row.ods_code), (row.id, row.name))
        for row in store.briefly(LOCATIONS, "ods_code", "postal_code"):
            self._by_code.setdefault((LOCATION, row.ods_code), (row.id, row.name))
            self._by_name.setdefault((_plain(row.name), row.postal_code), (row.id, row.name))

    def next_position(self) -> int:
        """The position of the next line of the preview."""
        self._position += 1
        return self._position

    def twin(self, entity: str, values: Mapping[str, Any]) -> tuple[str, str, str] | None:
        """Id and name of the entry that a new one looks like, and how; None when there is none.

        Alike are the same ODS code (of services: of the same kind), or, of places, the same name
        and postcode.
        """
        code = values["ods_code"]
        key = (SERVICE, values["kind"], code) if entity == SERVICE else (LOCATION, code)
        found = self._by_code.get(key) if code else None
        how = "ods_code"
        if found is None and entity == LOCATION and values["postal_code"]:
            found = self._by_name.get((_plain(values["name"]), values["postal_code"]))
            how = "name"
        if found is None:
            return None
        if entity == LOCATION:
            self.same[values["id"]] = found[0]
        return (*found, how)


def import_line(row: ImportLineRow) -> ImportLine:
    """A line as the screen shows it."""
    return ImportLine(
        row.position,
        LineKind(row.kind),
        row.entity,
        row.entity_id,
        row.name,
        tuple(FieldChange(*field) for field in row.fields),
        row.reason,
        row.other_id,
        Decision(row.decision),
    )


def json_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Column values as JSON can hold them: days as text."""
    return {
        column: value.isoformat() if isinstance(value, date) else value
        for column, value in values.items()
    }


def column_values(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Column values again, from JSON."""
    return {
        column: date.fromisoformat(value)
        if value is not None and isinstance(table.c[column].type, Date)
        else value
        for column, value in values.items()
    }


def new_line(
    kind: LineKind,
    entity: str,
    entity_id: str,
    name: str,
    fields: Iterable[FieldChange] = (),
) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "entity": entity,
        "entity_id": entity_id,
        "other_id": "",
        "name": name,
        "fields": [[each.field, each.before, each.after] for each in fields],
        "reason": "",
        "decision": Decision.TAKE.value,
        "theirs": {},
    }


def duplicate_line(
    entity: str, values: Mapping[str, Any], twin: tuple[str, str, str]
) -> dict[str, Any]:
    other_id, name, how = twin
    return {
        **new_line(LineKind.DUPLICATE, entity, values["id"], values["name"]),
        "other_id": other_id,
        "reason": _HOW_ALIKE[how].format(name=name),
        "decision": Decision.LEAVE.value,
        "theirs": json_values(values),
    }


def own_at_place(row: Columns) -> dict[str, Any]:
    names = ("location_id", "phones", "schedule", "alert")
    return {name: getattr(row, name) for name in names}


def _plain(name: str) -> str:
    return " ".join(name.lower().split())
