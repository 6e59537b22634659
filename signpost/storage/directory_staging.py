"""An import beside the live directory: compared entry by entry, staged, told in lines."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from signpost.domain.directory_change import Decision, LineKind
from signpost.domain.directory_diff import changes_between
from signpost.domain.faults import ContentFault
from signpost.domain.service import Service, ServiceAtLocation
from signpost.storage.directory_lines import (
    LOCATION,
    PRACTICE,
    SERVICE,
    TABLE_OF,
    Coming,
    duplicate_line,
    json_values,
    new_line,
    own_at_place,
)
from signpost.storage.directory_models import ImportLineRow
from signpost.storage.directory_rows import Columns, link_values, place_values, service_values
from signpost.storage.directory_store import (
    LINKS,
    DirectoryStore,
    in_chunks,
    live_at,
)
from signpost.storage.directory_versions import Versions


class Staging:
    """One import on its way: staged at one generation, compared with another."""

    def __init__(
        self,
        session: Session,
        practice_id: str,
        staged: tuple[int, int],
        coming: Coming,
    ) -> None:
        self._session = session
        self._practice_id = practice_id
        self._generation, self._base = staged
        self._coming = coming
        self._store = DirectoryStore(session, practice_id)
        self._versions = Versions(session, practice_id)

    def put_places(self, places: Sequence[ServiceAtLocation]) -> None:
        """Stage places of the file that are new or different."""
        self._put(LOCATION, [(place_values(place), ()) for place in places], frozenset())

    def put_services(self, services: Sequence[Service]) -> None:
        """Stage services of the file that are new or different, and where they are given."""
        links = self._links_in(services)
        incoming = [(service_values(each), links[each.id]) for each in services]
        left_out = self._put(SERVICE, incoming, self._coming.spoken)
        self._replace_links({each: new for each, new in links.items() if each not in left_out})

    def offer_at(self, service_id: str, places: Sequence[ServiceAtLocation]) -> None:
        """Stage that a service of the practice is given at these places of a list."""
        wanted = {self._coming.same.get(each.location.id, each.location.id) for each in places}
        rows = self._session.execute(
            select(LINKS.c.location_id).where(
                live_at(LINKS, self._practice_id, self._base), LINKS.c.service_id == service_id
            )
        )
        wanted -= {row.location_id for row in rows}
        links = [
            {"location_id": each, "phones": None, "schedule": None, "alert": None}
            for each in sorted(wanted)
        ]
        self._versions.begin(LINKS, self._full(service_id, links), self._generation)

    def end_missing(self, entity: str, seen: frozenset[str], *, whole: bool) -> None:
        """Stage the end of entries that this file brought before, or (`whole`) of any others, and
        that it no longer has.
        """
        table = TABLE_OF[entity]
        asked = select(table.c.id, table.c.name).where(
            live_at(table, self._practice_id, self._base)
        )
        rows = self._session.execute(
            asked if whole else asked.where(table.c.feed == self._coming.feed)
        )
        gone = [row for row in rows if row.id not in seen and row.id != PRACTICE]
        self._versions.end(table, [(row.id,) for row in gone], self._base, self._generation)
        self._add_lines([new_line(LineKind.REMOVED, entity, row.id, row.name) for row in gone])

    def end_missing_links(self, service_id: str, seen: frozenset[str]) -> None:
        """Stage that a service is given no longer where an earlier file of the feed said so."""
        rows = self._session.execute(
            select(LINKS.c.location_id).where(
                live_at(LINKS, self._practice_id, self._base),
                LINKS.c.service_id == service_id,
                LINKS.c.feed == self._coming.feed,
            )
        )
        gone = [(service_id, row.location_id) for row in rows if row.location_id not in seen]
        self._versions.end(LINKS, gone, self._base, self._generation)

    def refuse(self, faults: Iterable[ContentFault]) -> None:
        """Tell rows that were left out, and values that could not be used."""
        self._add_lines(
            [
                {
                    **new_line(LineKind.REFUSED, "", "", f"{each.file}, {each.key}".rstrip(", ")),
                    "reason": each.sentence,
                    "decision": Decision.LEAVE.value,
                }
                for each in faults
            ]
        )

    def _put(
        self,
        entity: str,
        incoming: Sequence[tuple[dict[str, Any], Sequence[dict[str, Any]]]],
        spoken: frozenset[str],
    ) -> set[str]:
        """Compare and stage; returns the ids of entries that were left out as duplicates."""
        table = TABLE_OF[entity]
        rows = self._store.rows(table, [values["id"] for values, _ in incoming], self._base)
        known = {row.id: row for row in rows}
        staged: list[dict[str, Any]] = []
        lines: list[dict[str, Any]] = []
        left_out: set[str] = set()
        for values, links in incoming:
            row = known.get(values["id"])
            twin = None if row else self._coming.twin(entity, values)
            if twin is not None:
                lines.append(duplicate_line(entity, {**values, "links": list(links)}, twin))
                left_out.add(values["id"])
            elif row is None:
                staged.append({**values, "feed": self._coming.feed, "edited": []})
                lines.append(new_line(LineKind.NEW, entity, values["id"], values["name"]))
            else:
                changed, told = self._compared(entity, row, values, spoken)
                staged += changed
                lines += told
        ended = [(values["id"],) for values in staged if values["id"] in known]
        self._versions.end(table, ended, self._base, self._generation)
        self._versions.begin(table, staged, self._generation)
        self._add_lines(lines)
        return left_out

    def _compared(
        self, entity: str, row: Columns, values: Mapping[str, Any], spoken: frozenset[str]
    ) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """What to stage for an entry that is there (nothing or one row), and its lines."""
        ours = {column: getattr(row, column) for column in values}
        theirs = {
            column: value
            for column, value in values.items()
            if value != ours[column] and (not spoken or column in spoken)
        }
        kept = {column: theirs.pop(column) for column in row.edited if column in theirs}
        staged, lines = [], []
        if theirs:
            feed, edited = self._coming.feed, list(row.edited)
            staged.append({**ours, **theirs, "feed": feed, "edited": edited})
            fields = changes_between(ours, theirs)
            lines.append(new_line(LineKind.CHANGED, entity, row.id, row.name, fields))
        if kept:
            line = new_line(LineKind.KEPT, entity, row.id, row.name, changes_between(ours, kept))
            line |= {"decision": Decision.LEAVE.value, "theirs": json_values(kept)}
            lines.append(line)
        return staged, lines

    def _links_in(self, services: Sequence[Service]) -> dict[str, list[dict[str, Any]]]:
        """Where the file says that its services are given, by service."""
        same = self._coming.same
        ids = {place.location.id for each in services for place in each.locations}
        now = self._store.places([same.get(each, each) for each in ids], self._generation)
        found: dict[str, list[dict[str, Any]]] = {}
        for service in services:
            links = found.setdefault(service.id, [])
            for place in service.locations:
                location_id = same.get(place.location.id, place.location.id)
                link = link_values(place, now.get(location_id, place))
                links.append({**link, "location_id": location_id})
        return found

    def _replace_links(self, links: Mapping[str, Sequence[dict[str, Any]]]) -> None:
        for ids in in_chunks(list(links)):
            rows = self._session.execute(
                select(LINKS).where(
                    live_at(LINKS, self._practice_id, self._base), LINKS.c.service_id.in_(ids)
                )
            ).all()
            before = {(row.service_id, row.location_id): own_at_place(row) for row in rows}
            now = {
                (service_id, link["location_id"]): link
                for service_id in ids
                for link in links[service_id]
            }
            gone = [key for key, link in before.items() if now.get(key) != link]
            self._versions.end(LINKS, gone, self._base, self._generation)
            for service_id in ids:
                fresh = [
                    link
                    for (whose, _), link in now.items()
                    if whose == service_id and before.get((service_id, link["location_id"])) != link
                ]
                self._versions.begin(LINKS, self._full(service_id, fresh), self._generation)

    def _full(self, service_id: str, links: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [{"service_id": service_id, "feed": self._coming.feed, **link} for link in links]

    def _add_lines(self, lines: Sequence[Mapping[str, Any]]) -> None:
        if not lines:
            return
        mine = (
            ImportLineRow.practice_id == self._practice_id,
            ImportLineRow.generation == self._generation,
        )
        last = self._session.scalar(select(func.max(ImportLineRow.position)).where(*mine)) or 0
        self._session.execute(
            insert(ImportLineRow),
            [
                {
                    "practice_id": self._practice_id,
                    "generation": self._generation,
                    "position": last + number,
                    **line,
                }
                for number, line in enumerate(lines, start=1)
            ],
        )
