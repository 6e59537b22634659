"""An import beside the live directory: compared entry by entry, staged, told in lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from signpost.domain.directory_change import Decision, LineKind
from signpost.domain.directory_diff import changes_between
from signpost.domain.faults import ContentFault
from signpost.domain.place import PRACTICE
from signpost.domain.service import Service, ServiceAtLocation
from signpost.storage.directory_lines import (
    LOCATION,
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
    SERVICES,
    DirectoryStore,
    in_chunks,
    live_at,
)
from signpost.storage.directory_versions import TABLES, Key, Versions

_KEPT_COLUMNS = [
    column.name
    for column in SERVICES.columns
    if column.name not in {"practice_id", "from_generation", "until_generation"}
]
_LINES = cast(Table, ImportLineRow.__table__)


ROWS_A_WRITE = 200
"""So that no write of an import keeps a save waiting for long."""


@dataclass
class Steps:
    """What is to be written to stage a part of an import: versions to end and to begin, lines."""

    ended: list[tuple[Table, Key]] = field(default_factory=list)
    begun: list[tuple[Table, dict[str, Any]]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)

    def __add__(self, other: "Steps") -> "Steps":
        return Steps(self.ended + other.ended, self.begun + other.begun, self.lines + other.lines)

    def parts(self) -> Iterator["Steps"]:
        """The same in small pieces, each for a transaction of its own."""
        for some in in_chunks(self.ended, ROWS_A_WRITE):
            yield Steps(ended=list(some))
        for begun in in_chunks(self.begun, ROWS_A_WRITE):
            yield Steps(begun=list(begun))
        for lines in in_chunks(self.lines, ROWS_A_WRITE):
            yield Steps(lines=list(lines))


class Staging:
    """One import on its way: staged at one generation, compared with another.

    All but `write` only read, and say what is to be written.
    """

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

    def write(self, steps: Steps) -> None:
        """Stage what was said; the caller's transaction should hold little else."""
        for table in TABLES:
            ended = [key for whose, key in steps.ended if whose is table]
            self._versions.end(table, ended, self._base, self._generation)
            begun = [row for whose, row in steps.begun if whose is table]
            self._versions.begin(table, begun, self._generation)
        lines = [
            {
                "practice_id": self._practice_id,
                "generation": self._generation,
                "position": self._coming.next_position(),
                **line,
            }
            for line in steps.lines
        ]
        if lines:
            self._session.execute(insert(_LINES), lines)

    def places(self, places: Sequence[ServiceAtLocation]) -> Steps:
        """Places of the file that are new or different."""
        steps, _ = self._put(LOCATION, [(place_values(each), ()) for each in places], frozenset())
        return steps

    def services(self, services: Sequence[Service]) -> Steps:
        """Services of the file that are new or different, and where they are given; the places
        have been written before.
        """
        links = self._links_in(services)
        incoming = [(service_values(each), links[each.id]) for each in services]
        steps, left_out = self._put(SERVICE, incoming, self._coming.spoken)
        kept = {each: new for each, new in links.items() if each not in left_out}
        return steps + self._replace_links(kept)

    def offered(self, service_id: str, places: Sequence[ServiceAtLocation]) -> Steps:
        """That a service of the practice is given at these places of a list, and no longer at
        those of an earlier file of the feed.
        """
        wanted = {self._coming.same.get(each.location.id, each.location.id) for each in places}
        rows = self._session.execute(
            select(LINKS.c.location_id, LINKS.c.feed).where(
                live_at(LINKS, self._practice_id, self._base), LINKS.c.service_id == service_id
            )
        ).all()
        gone = [
            row.location_id
            for row in rows
            if row.feed == self._coming.feed and row.location_id not in wanted
        ]
        new = [
            {"location_id": each, "phones": None, "schedule": None, "alert": None}
            for each in sorted(wanted - {row.location_id for row in rows})
        ]
        return Steps(
            ended=[(LINKS, (service_id, each)) for each in gone],
            begun=[(LINKS, link) for link in self._full(service_id, new)],
        )

    def filled(self, service_ids: Sequence[str]) -> Steps:
        """That these services count as filled in, now that a list says where they are given."""
        steps = Steps()
        for row in self._store.rows(SERVICES, service_ids, self._base):
            if row.is_local and not row.is_filled:
                ours = {name: getattr(row, name) for name in _KEPT_COLUMNS}
                fields = changes_between({"is_filled": False}, {"is_filled": True})
                steps.ended.append((SERVICES, (row.id,)))
                steps.begun.append((SERVICES, {**ours, "is_filled": True}))
                steps.lines.append(new_line(LineKind.CHANGED, SERVICE, row.id, row.name, fields))
        return steps

    def missing(self, entity: str, seen: frozenset[str], *, whole: bool) -> Steps:
        """The end of entries that this file brought before, or (`whole`) of any others, and that
        it no longer has.
        """
        table = TABLE_OF[entity]
        asked = select(table.c.id, table.c.name).where(
            live_at(table, self._practice_id, self._base)
        )
        rows = self._session.execute(
            asked if whole else asked.where(table.c.feed == self._coming.feed)
        )
        gone = [row for row in rows if row.id not in seen and row.id != PRACTICE]
        return Steps(
            ended=[(table, (row.id,)) for row in gone],
            lines=[new_line(LineKind.REMOVED, entity, row.id, row.name) for row in gone],
        )

    def refused(self, faults: Iterable[ContentFault]) -> Steps:
        """Rows that were left out, and values that could not be used."""
        return Steps(
            lines=[
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
    ) -> tuple[Steps, set[str]]:
        """What differs, and the ids of entries that are left out as duplicates."""
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
        ended: list[tuple[Table, Key]] = [
            (table, (values["id"],)) for values in staged if values["id"] in known
        ]
        return Steps(ended, [(table, values) for values in staged], lines), left_out

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

    def _replace_links(self, links: Mapping[str, Sequence[dict[str, Any]]]) -> Steps:
        rows = [
            row
            for ids in in_chunks(list(links))
            for row in self._session.execute(
                select(LINKS).where(
                    live_at(LINKS, self._practice_id, self._base), LINKS.c.service_id.in_(ids)
                )
            )
        ]
        before = {(row.service_id, row.location_id): own_at_place(row) for row in rows}
        now = {
            (service_id, link["location_id"]): link
            for service_id, its in links.items()
            for link in its
        }
        fresh = [
            (whose, link) for (whose, at), link in now.items() if before.get((whose, at)) != link
        ]
        return Steps(
            ended=[(LINKS, key) for key, link in before.items() if now.get(key) != link],
            begun=[(LINKS, row) for whose, link in fresh for row in self._full(whose, [link])],
        )

    def _full(self, service_id: str, links: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [{"service_id": service_id, "feed": self._coming.feed, **link} for link in links]
