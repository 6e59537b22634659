"""Reading the directory of a practice as it is now, or as it was at an earlier generation."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Select, Table, and_, func, or_, select
from sqlalchemy.orm import Session

from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.service import Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.storage.directory_models import (
    DirectoryChangeRow,
    DirectoryRow,
    LocationRow,
    ServiceAtLocationRow,
    ServiceRow,
)
from signpost.storage.directory_rows import Columns, place_of, place_with, service_of

# As tables: what is read are columns; mapped objects would cost five times as much.
SERVICES = cast(Table, ServiceRow.__table__)
LOCATIONS = cast(Table, LocationRow.__table__)
LINKS = cast(Table, ServiceAtLocationRow.__table__)
IDS_AT_A_TIME = 500

_T = TypeVar("_T")


def live_at(table: Table, practice_id: str, generation: int) -> ColumnElement[bool]:
    """Which versions of a table's rows are live at a generation."""
    columns = table.c
    return and_(
        columns.practice_id == practice_id,
        columns.from_generation <= generation,
        or_(columns.until_generation.is_(None), columns.until_generation > generation),
    )


def in_chunks(values: Sequence[_T], size: int = IDS_AT_A_TIME) -> Iterator[Sequence[_T]]:
    """The values some at a time: a statement can name only so many."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


class DirectoryStore:
    """The services and places of one practice (or of the example practice)."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def generation(self) -> int:
        """The number of the live state; 0 for a directory that was never filled."""
        row = self._session.get(DirectoryRow, self._practice_id)
        return 0 if row is None else row.live_generation

    def services(
        self, ids: Iterable[str], generation: int | None = None, most_places: int | None = None
    ) -> dict[str, Service]:
        """Services by id, as they are now or were at a generation; unknown ids are left out.

        With `most_places` a service with more places comes without any.
        """
        at = self.generation() if generation is None else generation
        found: dict[str, Service] = {}
        for chunk in in_chunks(list(dict.fromkeys(ids))):
            rows = self._live(SERVICES, at, SERVICES.c.id.in_(chunk))
            found |= self._built(rows, at, most_places)
        return found

    def services_at(self, wanted: Mapping[str, Collection[str]]) -> dict[str, Service]:
        """Services by id, each with only those of its places that are named, as they are now."""
        at = self.generation()
        found: dict[str, Service] = {}
        for chunk in in_chunks(list(wanted)):
            named = {place for each in chunk for place in wanted[each]}
            links = self._live(
                LINKS, at, and_(LINKS.c.service_id.in_(chunk), LINKS.c.location_id.in_(named))
            )
            links = [row for row in links if row.location_id in wanted[row.service_id]]
            rows = self._live(SERVICES, at, SERVICES.c.id.in_(chunk))
            found |= self._put_together(rows, links, at)
        return found

    def every_service(self, generation: int | None = None) -> Iterator[Service]:
        """All services in the order of their ids, each with all its places."""
        at = self.generation() if generation is None else generation
        last = ""
        while True:
            page = self._live(SERVICES, at, SERVICES.c.id > last, limit=IDS_AT_A_TIME)
            if not page:
                return
            yield from self._built(page, at, None).values()
            last = page[-1].id

    def count(self) -> int:
        """How many services there are now."""
        live = live_at(SERVICES, self._practice_id, self.generation())
        return self._session.scalar(select(func.count()).select_from(SERVICES).where(live)) or 0

    def places(
        self, ids: Iterable[str], generation: int | None = None
    ) -> dict[str, ServiceAtLocation]:
        """Places by their id, with their own telephone numbers and hours."""
        at = self.generation() if generation is None else generation
        found: dict[str, ServiceAtLocation] = {}
        for chunk in in_chunks(list(dict.fromkeys(ids))):
            rows = self._live(LOCATIONS, at, LOCATIONS.c.id.in_(chunk))
            found |= {row.id: place_of(row) for row in rows}
        return found

    def of_kinds(self, kinds: Iterable[ServiceKind]) -> tuple[str, ...]:
        """Ids of the services of these kinds."""
        wanted = SERVICES.c.kind.in_([kind.value for kind in kinds])
        return tuple(row.id for row in self._live(SERVICES, self.generation(), wanted))

    def given_at(self, location_id: str) -> tuple[str, ...]:
        """Ids of the services given at a place now."""
        at = self.generation()
        rows = self._live(LINKS, at, LINKS.c.location_id == location_id)
        return tuple(row.service_id for row in rows)

    def places_of(
        self, service_id: str, location_ids: Iterable[str]
    ) -> tuple[ServiceAtLocation, ...]:
        """Some places of a service, in the order asked for."""
        wanted, at = list(location_ids), self.generation()
        places = self.places(wanted, at)
        own = {
            row.location_id: row
            for chunk in in_chunks(wanted)
            for row in self._live(
                LINKS, at, and_(LINKS.c.service_id == service_id, LINKS.c.location_id.in_(chunk))
            )
        }
        return tuple(
            place_with(own[each], places[each]) for each in wanted if each in own and each in places
        )

    def rows(self, table: Table, ids: Sequence[str], generation: int) -> Sequence[Columns]:
        """Rows of services or places as they are stored, live at a generation."""
        return [
            row
            for chunk in in_chunks(ids)
            for row in self._live(table, generation, table.c.id.in_(chunk))
        ]

    def briefly(self, table: Table, *columns: str) -> Iterator[Columns]:
        """Id, name and some more columns of every live row, as they come."""
        wanted = [table.c[name] for name in ("id", "name", *columns)]
        live = live_at(table, self._practice_id, self.generation())
        yield from self._session.execute(select(*wanted).where(live))

    def changes(self, limit: int = 200) -> tuple[DirectoryChange, ...]:
        """The latest steps of the directory, newest first."""
        rows = self._session.scalars(
            select(DirectoryChangeRow)
            .where(DirectoryChangeRow.practice_id == self._practice_id)
            .order_by(DirectoryChangeRow.generation.desc())
            .limit(limit)
        )
        return tuple(_change(row) for row in rows)

    def latest(self, kind: ChangeKind) -> DirectoryChange | None:
        """The latest step of a kind; None when there was none."""
        row = self._session.scalar(
            select(DirectoryChangeRow)
            .where(
                DirectoryChangeRow.practice_id == self._practice_id,
                DirectoryChangeRow.kind == kind.value,
            )
            .order_by(DirectoryChangeRow.generation.desc())
            .limit(1)
        )
        return None if row is None else _change(row)

    def versions(self, service_id: str) -> tuple[tuple[int, Service], ...]:
        """Every state of a service with the generation that made it, oldest first."""
        live = self.generation()
        rows = self._session.execute(
            select(SERVICES.c.from_generation)
            .where(
                SERVICES.c.practice_id == self._practice_id,
                SERVICES.c.id == service_id,
                SERVICES.c.from_generation <= live,
            )
            .order_by(SERVICES.c.from_generation)
        )
        generations = [row.from_generation for row in rows]
        return tuple((each, self.services([service_id], each)[service_id]) for each in generations)

    def _live(
        self, table: Table, at: int, condition: ColumnElement[bool], limit: int | None = None
    ) -> Sequence[Columns]:
        asked: Select[Any] = select(table).where(live_at(table, self._practice_id, at), condition)
        order = (table.c.service_id, table.c.location_id) if table is LINKS else (table.c.id,)
        return self._session.execute(asked.order_by(*order).limit(limit)).all()

    def _built(
        self, rows: Sequence[Columns], at: int, most_places: int | None
    ) -> dict[str, Service]:
        return self._put_together(rows, self._links([row.id for row in rows], at, most_places), at)

    def _put_together(
        self, rows: Sequence[Columns], given: Iterable[Columns], at: int
    ) -> dict[str, Service]:
        links: dict[str, list[Columns]] = {}
        for row in given:
            links.setdefault(row.service_id, []).append(row)
        places = self.places((row.location_id for each in links.values() for row in each), at)
        return {
            row.id: service_of(
                row,
                [
                    place_with(link, places[link.location_id])
                    for link in links.get(row.id, ())
                    if link.location_id in places
                ],
            )
            for row in rows
        }

    def _links(self, ids: Sequence[str], at: int, most_places: int | None) -> Sequence[Columns]:
        if most_places is not None:
            ids = self._with_few_places(ids, at, most_places)
        return self._live(LINKS, at, LINKS.c.service_id.in_(ids)) if ids else ()

    def _with_few_places(self, ids: Sequence[str], at: int, most: int) -> Sequence[str]:
        counted = self._session.execute(
            select(LINKS.c.service_id)
            .where(live_at(LINKS, self._practice_id, at), LINKS.c.service_id.in_(ids))
            .group_by(LINKS.c.service_id)
            .having(func.count() <= most)
        )
        return [row.service_id for row in counted]


def _change(row: DirectoryChangeRow) -> DirectoryChange:
    return DirectoryChange(
        row.generation,
        ChangeKind(row.kind),
        row.made_at,
        row.made_by,
        row.feed,
        row.file_name,
        row.note,
        row.added,
        row.changed,
        row.removed,
        row.undoes,
    )
