"""The history of one entry: every step that changed it, with what it was before and after."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, or_, select
from sqlalchemy.orm import Session

from signpost.domain.directory_change import ChangeKind, FieldChange
from signpost.domain.directory_diff import changes_between
from signpost.domain.directory_listing import EntryVersion
from signpost.storage.directory_lines import SERVICE, TABLE_OF
from signpost.storage.directory_models import DirectoryChangeRow
from signpost.storage.directory_rows import Columns
from signpost.storage.directory_store import LINKS, DirectoryStore, in_chunks

PLACES = "places"
"""What a change of where a service is given is called among the columns."""

_NOT_TOLD = frozenset(
    {"practice_id", "id", "from_generation", "until_generation", "feed", "edited"}
)


class DirectoryHistory:
    """Reads how entries of one practice's directory came to be as they are."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id
        self._live = DirectoryStore(session, practice_id).generation()

    def of(self, entity: str, entity_id: str) -> tuple[EntryVersion, ...]:
        """The steps that changed a service or a location, newest first."""
        rows = self._rows(TABLE_OF[entity], entity_id)
        given = self._given(entity_id) if entity == SERVICE else {}
        at = {row.from_generation for row in rows} | given.keys()
        at |= {row.until_generation for row in rows if row.until_generation is not None}
        steps = self._steps([each for each in at if each <= self._live])
        return tuple(
            _version(step, rows, given.get(generation))
            for generation, step in sorted(steps.items(), reverse=True)
        )

    def _rows(self, table: Table, entity_id: str) -> Sequence[Columns]:
        return self._session.execute(
            select(table)
            .where(
                table.c.practice_id == self._practice_id,
                table.c.id == entity_id,
                table.c.from_generation <= self._live,
            )
            .order_by(table.c.from_generation)
        ).all()

    def _given(self, service_id: str) -> dict[int, tuple[int, int]]:
        """At how many places the service was given from each generation on, and at how many no
        longer.
        """
        rows = self._session.execute(
            select(LINKS.c.from_generation, LINKS.c.until_generation, LINKS.c.location_id).where(
                LINKS.c.practice_id == self._practice_id,
                LINKS.c.service_id == service_id,
                or_(LINKS.c.from_generation <= self._live, LINKS.c.until_generation <= self._live),
            )
        )
        begun: dict[int, set[str]] = {}
        ended: dict[int, set[str]] = {}
        for since, until, location_id in rows:
            begun.setdefault(since, set()).add(location_id)
            if until is not None and until <= self._live:
                ended.setdefault(until, set()).add(location_id)
        return {
            each: (
                len(begun.get(each, set()) - ended.get(each, set())),
                len(ended.get(each, set()) - begun.get(each, set())),
            )
            for each in begun.keys() | ended.keys()
            if begun.get(each, set()) != ended.get(each, set())
        }

    def _steps(self, generations: Sequence[int]) -> dict[int, DirectoryChangeRow]:
        return {
            row.generation: row
            for chunk in in_chunks(generations)
            for row in self._session.scalars(
                select(DirectoryChangeRow).where(
                    DirectoryChangeRow.practice_id == self._practice_id,
                    DirectoryChangeRow.generation.in_(chunk),
                )
            )
        }


def _version(
    step: DirectoryChangeRow, rows: Sequence[Columns], given: tuple[int, int] | None
) -> EntryVersion:
    now = next((row for row in rows if row.from_generation == step.generation), None)
    before = next((row for row in rows if row.until_generation == step.generation), None)
    changes: tuple[FieldChange, ...] = ()
    if now is not None and before is not None:
        changes = changes_between(_told(before), _told(now))
    if given is not None and (before is not None or now is None):
        more, fewer = given
        changes += (FieldChange(PLACES, f"{fewer} taken away", f"{more} added"),)
    return EntryVersion(
        step.generation,
        ChangeKind(step.kind),
        step.made_at,
        step.made_by,
        step.file_name or step.feed,
        step.note,
        changes,
        is_first=now is not None and before is None,
        is_removed=now is None and before is not None,
    )


def _told(row: Columns) -> Mapping[str, Any]:
    return {name: value for name, value in row._asdict().items() if name not in _NOT_TOLD}
