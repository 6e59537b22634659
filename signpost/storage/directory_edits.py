"""A person's changes to single entries: only the columns that differ are written, and named as
edited, so that no import overwrites them unasked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from signpost.domain.directory_change import DirectoryChange
from signpost.domain.service import Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.storage.directory_rows import Columns, place_values, service_values
from signpost.storage.directory_store import LINKS, LOCATIONS, SERVICES, DirectoryStore, live_at
from signpost.storage.directory_versions import Versions
from signpost.storage.directory_writer import DirectoryWriter

_OUR_OWN = frozenset({"practice_id", "from_generation", "until_generation"})
_OWN_HERE: Mapping[str, Any] = {"phones": None, "schedule": None, "alert": None}


class DirectoryEdits:
    """Changes entries of one practice's directory; each call is one step of its history.

    Every call returns the new generation; the generation and counts of `change` are filled in
    here. Where a service is given is left alone unless the call says otherwise, so that a service
    with ten thousand places is changed as quickly as one with none.
    """

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id
        self._store = DirectoryStore(session, practice_id)
        self._writer = DirectoryWriter(session, practice_id)
        self._versions = Versions(session, practice_id)

    def put_service(self, change: DirectoryChange, service: Service) -> int:
        """This service as it now is, new or known, without its places."""
        return self._put(change, SERVICES, [service_values(service)])

    def put_place(self, change: DirectoryChange, place: ServiceAtLocation) -> int:
        """This place as it now is, with the telephone numbers and hours of its own."""
        return self._put(change, LOCATIONS, [place_values(place)])

    def give_at(self, change: DirectoryChange, service_id: str, place: ServiceAtLocation) -> int:
        """The service is given at this place, new or known, from now on."""
        base = self._store.generation()
        self._write(LOCATIONS, [place_values(place)], base)
        self._versions.end(LINKS, [(service_id, place.location.id)], base, base + 1)
        link = {"service_id": service_id, "location_id": place.location.id, "feed": ""}
        self._versions.begin(LINKS, [{**link, **_OWN_HERE}], base + 1)
        return self._writer.make_live(replace(change, generation=base + 1, changed=1))

    def take_from(self, change: DirectoryChange, service_id: str, location_id: str) -> int:
        """The service is given at this place no longer."""
        base = self._store.generation()
        self._versions.end(LINKS, [(service_id, location_id)], base, base + 1)
        return self._writer.make_live(replace(change, generation=base + 1, changed=1))

    def remove(self, change: DirectoryChange, service_id: str) -> int:
        """Take a service out, and where it was given; its history stays."""
        base = self._store.generation()
        links = self._session.execute(
            select(LINKS.c.location_id).where(
                live_at(LINKS, self._practice_id, base), LINKS.c.service_id == service_id
            )
        )
        keys = [(service_id, row.location_id) for row in links]
        self._versions.end(LINKS, keys, base, base + 1)
        return self._writer.remove(change, [service_id])

    def prioritise(self, change: DirectoryChange, kind: ServiceKind, priority: int) -> int:
        """All services of a kind get the practice's priority of that kind."""
        ids = self._store.of_kinds([kind])
        rows = self._store.rows(SERVICES, ids, self._store.generation())
        return self._put(
            change, SERVICES, [{"id": row.id, "practice_priority": priority} for row in rows]
        )

    def _put(
        self, change: DirectoryChange, table: Table, entries: Sequence[Mapping[str, Any]]
    ) -> int:
        base = self._store.generation()
        added, changed = self._write(table, entries, base)
        if not added + changed:
            return base
        return self._writer.make_live(
            replace(change, generation=base + 1, added=added, changed=changed)
        )

    def _write(
        self, table: Table, entries: Sequence[Mapping[str, Any]], base: int
    ) -> tuple[int, int]:
        """Write what differs; returns how many entries are new and how many changed."""
        ids = [values["id"] for values in entries]
        known = {row.id: row for row in self._store.rows(table, ids, base)}
        fresh = [
            row
            for values in entries
            if (row := _version(table, known.get(values["id"]), values)) is not None
        ]
        replaced = [(row["id"],) for row in fresh if row["id"] in known]
        self._versions.end(table, replaced, base, base + 1)
        self._versions.begin(table, fresh, base + 1)
        return len(fresh) - len(replaced), len(replaced)


def _version(
    table: Table, known: Columns | None, values: Mapping[str, Any]
) -> dict[str, Any] | None:
    """The next version of an entry; None when nothing differs."""
    if known is None:
        return {**values, "feed": "", "edited": []}
    before = {
        column.name: getattr(known, column.name)
        for column in table.columns
        if column.name not in _OUR_OWN
    }
    changed = {column: value for column, value in values.items() if value != before[column]}
    if not changed:
        return None
    return {**before, **changed, "edited": sorted({*before["edited"], *changed})}
