"""The lines of a staged import: read page by page, decided on, and the decisions carried out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, or_, select, tuple_, update
from sqlalchemy.orm import Session

from signpost.domain.directory_change import Decision, ImportLine, LineKind
from signpost.storage.directory_lines import (
    LOCATION,
    SERVICE,
    TABLE_OF,
    column_values,
    import_line,
)
from signpost.storage.directory_models import ImportLineRow
from signpost.storage.directory_store import LINKS, SERVICES, DirectoryStore, live_at
from signpost.storage.directory_versions import Versions

LINES_AT_A_TIME = 500
_STAGED = (LineKind.NEW, LineKind.CHANGED, LineKind.REMOVED)
_OTHERWISE = [
    *((kind.value, Decision.LEAVE.value) for kind in _STAGED),
    (LineKind.KEPT.value, Decision.TAKE.value),
    (LineKind.DUPLICATE.value, Decision.TAKE.value),
    (LineKind.DUPLICATE.value, Decision.MERGE.value),
]
"""The lines whose decision is another than what was staged."""


class Decisions:
    """The lines of what is staged for one practice."""

    def __init__(self, session: Session, practice_id: str, staged: tuple[int, int]) -> None:
        self._session = session
        self._practice_id = practice_id
        self._generation, self._base = staged
        self._store = DirectoryStore(session, practice_id)
        self._versions = Versions(session, practice_id)
        self._mine = (
            ImportLineRow.practice_id == practice_id,
            ImportLineRow.generation == self._generation,
        )

    def counts(self) -> dict[LineKind, int]:
        """How many lines there are of each kind; kinds without lines are left out."""
        rows = self._session.execute(
            select(ImportLineRow.kind, func.count()).where(*self._mine).group_by(ImportLineRow.kind)
        )
        return {LineKind(kind): number for kind, number in rows}

    def taken(self) -> dict[LineKind, int]:
        """How many lines of each kind are to be carried out."""
        rows = self._session.execute(
            select(ImportLineRow.kind, func.count())
            .where(*self._mine, ImportLineRow.decision != Decision.LEAVE.value)
            .group_by(ImportLineRow.kind)
        )
        return {LineKind(kind): number for kind, number in rows}

    def lines(
        self, kind: LineKind, after: int = 0, limit: int = LINES_AT_A_TIME
    ) -> tuple[ImportLine, ...]:
        """Lines of a kind in their order, those after a position."""
        rows = self._session.scalars(
            select(ImportLineRow)
            .where(*self._mine, ImportLineRow.kind == kind.value, ImportLineRow.position > after)
            .order_by(ImportLineRow.position)
            .limit(limit)
        )
        return tuple(import_line(row) for row in rows)

    def decide(
        self, kind: LineKind, decision: Decision, positions: Iterable[int] | None = None
    ) -> None:
        """What becomes of these lines of a kind (None: all of them)."""
        changed = update(ImportLineRow).where(*self._mine, ImportLineRow.kind == kind.value)
        if positions is not None:
            changed = changed.where(ImportLineRow.position.in_(list(positions)))
        self._session.execute(changed.values(decision=decision.value))

    def carry_out(self, after: int) -> int:
        """Bring what is staged in line with some of the lines that were decided otherwise.

        Returns the position of the last line that was looked at; 0 when there are no more.
        """
        rows = self._session.scalars(
            select(ImportLineRow)
            .where(
                *self._mine,
                ImportLineRow.position > after,
                tuple_(ImportLineRow.kind, ImportLineRow.decision).in_(_OTHERWISE),
            )
            .order_by(ImportLineRow.position)
            .limit(LINES_AT_A_TIME)
        ).all()
        for row in rows:
            self._carry_out(row)
        return rows[-1].position if rows else 0

    def _carry_out(self, row: ImportLineRow) -> None:
        match LineKind(row.kind), Decision(row.decision):
            case ((LineKind.NEW | LineKind.CHANGED | LineKind.REMOVED), Decision.LEAVE):
                self._leave_as_it_is(row)
            case LineKind.KEPT, Decision.TAKE:
                self._write_over(row.entity, row.entity_id, row.theirs)
            case LineKind.DUPLICATE, Decision.MERGE:
                links = row.theirs.get("links", ())
                values = {
                    column: value
                    for column, value in row.theirs.items()
                    if column not in {"id", "links"} and value not in (None, "", [])
                }
                self._write_over(row.entity, row.other_id, values)
                self._add_links(row.other_id, links)
            case LineKind.DUPLICATE, Decision.TAKE if row.entity == SERVICE:
                values = dict(row.theirs)
                links = values.pop("links", ())
                fresh = {**column_values(SERVICES, values), "feed": "", "edited": []}
                self._versions.begin(SERVICES, [fresh], self._generation)
                self._add_links(row.entity_id, links)

    def _leave_as_it_is(self, row: ImportLineRow) -> None:
        self._versions.drop_staged(TABLE_OF[row.entity], [(row.entity_id,)], self._generation)
        column = "location_id" if row.entity == LOCATION else "service_id"
        if row.entity == SERVICE or row.kind == LineKind.NEW:
            self._drop_links(column, row.entity_id)

    def _drop_links(self, column: str, entity_id: str) -> None:
        keys = self._session.execute(
            select(LINKS.c.service_id, LINKS.c.location_id).where(
                LINKS.c.practice_id == self._practice_id,
                LINKS.c[column] == entity_id,
                or_(
                    LINKS.c.from_generation == self._generation,
                    LINKS.c.until_generation == self._generation,
                ),
            )
        )
        self._versions.drop_staged(LINKS, [tuple(key) for key in keys], self._generation)

    def _write_over(self, entity: str, entity_id: str, theirs: Mapping[str, Any]) -> None:
        """Stage these columns over the entry, as it is staged already or else as it is live."""
        table = TABLE_OF[entity]
        rows = self._store.rows(table, [entity_id], self._generation)
        if not rows:
            return
        row = rows[0]
        values = {
            column.name: getattr(row, column.name)
            for column in table.columns
            if column.name not in {"practice_id", "from_generation", "until_generation"}
        }
        values |= column_values(table, theirs)
        values["edited"] = [each for each in row.edited if each not in theirs]
        if row.from_generation == self._generation:
            self._versions.drop_new(table, entity_id, self._generation)
        else:
            self._versions.end(table, [(entity_id,)], self._base, self._generation)
        self._versions.begin(table, [values], self._generation)

    def _add_links(self, service_id: str, links: Sequence[Mapping[str, Any]]) -> None:
        rows = self._session.execute(
            select(LINKS.c.location_id).where(
                live_at(LINKS, self._practice_id, self._generation),
                LINKS.c.service_id == service_id,
            )
        )
        there = {row.location_id for row in rows}
        self._versions.begin(
            LINKS,
            [
                {**link, "service_id": service_id, "feed": ""}
                for link in links
                if link["location_id"] not in there
            ],
            self._generation,
        )
