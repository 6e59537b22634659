"""What the search index is made from: the directory's rows, in streams."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Table, func, select
from sqlalchemy.orm import Session

from signpost.domain.place import LocationType, Position
from signpost.domain.service import Service
from signpost.storage.directory_rows import service_of
from signpost.storage.directory_store import LINKS, LOCATIONS, SERVICES, in_chunks, live_at

ROWS_AT_A_TIME = 1_000
TABLES = (SERVICES, LOCATIONS, LINKS)
_PLACE_COLUMNS = (
    "id",
    "name",
    "address",
    "postal_code",
    "latitude",
    "longitude",
    "location_type",
    "schedule",
)


class PlaceRow(NamedTuple):
    """A place as far as it is searched. `schedule` is its own; a service may have another there."""

    id: str
    texts: tuple[str, str, str]
    position: Position | None
    is_virtual: bool
    schedule: str


class LinkRow(NamedTuple):
    """A service is given at a place; `schedule` None: at the place's own hours."""

    service_id: str
    location_id: str
    schedule: str | None


class IndexSource:
    """One directory as it is at a generation. Ids None: everything."""

    def __init__(self, session: Session, practice_id: str, generation: int) -> None:
        self._session = session
        self._practice_id = practice_id
        self.generation = generation

    def services(self, ids: Collection[str] | None = None) -> Iterator[Service]:
        """Services without their places, in the order of their ids."""
        for row in self._rows(SERVICES, SERVICES.c, SERVICES.c.id, ids):
            yield service_of(row, ())

    def links(self, service_ids: Collection[str] | None = None) -> Iterator[LinkRow]:
        """Which services are given where."""
        columns = (LINKS.c.service_id, LINKS.c.location_id, LINKS.c.schedule)
        for row in self._rows(LINKS, columns, LINKS.c.service_id, service_ids):
            yield LinkRow(*row)

    def places(self, ids: Collection[str] | None = None) -> Iterator[PlaceRow]:
        """Places."""
        columns = [LOCATIONS.c[name] for name in _PLACE_COLUMNS]
        for row in self._rows(LOCATIONS, columns, LOCATIONS.c.id, ids):
            yield PlaceRow(
                row.id,
                (row.name, row.address, row.postal_code),
                None if row.latitude is None else Position(row.latitude, row.longitude),
                row.location_type == LocationType.VIRTUAL,
                row.schedule,
            )

    def counts(self) -> tuple[int, int, int]:
        """How many services, links and places there are."""
        services, links, places = (
            self._session.scalar(select(func.count()).select_from(table).where(self._live(table)))
            or 0
            for table in (SERVICES, LINKS, LOCATIONS)
        )
        return services, links, places

    def begun_and_ended(self) -> tuple[int, int]:
        """How many rows this generation began, and how many it ended."""
        return self._counted("from_generation"), self._counted("until_generation")

    def changed_since(self, generation: int, most: int) -> set[str] | None:
        """Ids of the services that are different, or given elsewhere, than they were at a
        generation; None when more than `most` rows are.
        """
        services: set[str] = set()
        places: set[str] = set()
        for table, key, into in (
            (SERVICES, SERVICES.c.id, services),
            (LINKS, LINKS.c.service_id, services),
            (LOCATIONS, LOCATIONS.c.id, places),
        ):
            for moment in (table.c.from_generation, table.c.until_generation):
                asked = select(key).where(
                    table.c.practice_id == self._practice_id,
                    moment > generation,
                    moment <= self.generation,
                )
                into.update(row[0] for row in self._session.execute(asked.limit(most + 1)))
        if len(services) + len(places) > most:
            return None
        for link in self._given_at(places):
            services.add(link)
        return services if len(services) <= most else None

    def _given_at(self, places: Collection[str]) -> Iterator[str]:
        for chunk in in_chunks(sorted(places)):
            asked = select(LINKS.c.service_id).where(
                LINKS.c.practice_id == self._practice_id,
                self._live(LINKS),
                LINKS.c.location_id.in_(chunk),
            )
            yield from (row[0] for row in self._session.execute(asked))

    def _rows(
        self,
        table: Table,
        columns: Sequence[ColumnElement[Any]] | Any,
        key: ColumnElement[str],
        ids: Collection[str] | None,
    ) -> Iterator[Any]:
        asked: Select[Any] = select(*columns).where(self._live(table))
        if ids is None:
            yield from self._streamed(asked.order_by(key))
            return
        for chunk in in_chunks(sorted(ids)):
            yield from self._streamed(asked.where(key.in_(chunk)).order_by(key))

    def _streamed(self, asked: Select[Any]) -> Iterator[Any]:
        return iter(self._session.execute(asked.execution_options(yield_per=ROWS_AT_A_TIME)))

    def _live(self, table: Table) -> ColumnElement[bool]:
        return live_at(table, self._practice_id, self.generation)

    def _counted(self, column: str) -> int:
        return sum(
            self._session.scalar(
                select(func.count()).where(
                    table.c.practice_id == self._practice_id,
                    table.c[column] == self.generation,
                )
            )
            or 0
            for table in TABLES
        )
