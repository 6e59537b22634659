"""Changing the directory: edits at once, imports staged beside the live rows and swapped in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from signpost.domain.directory_change import DirectoryChange
from signpost.domain.service import Service, ServiceAtLocation
from signpost.errors import UserMistake
from signpost.storage.directory_models import DirectoryChangeRow, DirectoryRow, ImportLineRow
from signpost.storage.directory_rows import link_values, place_values, service_values
from signpost.storage.directory_store import LINKS, LOCATIONS, SERVICES, DirectoryStore
from signpost.storage.directory_versions import ROWS_AT_A_TIME, TABLES, Key, Versions

STAGED_AHEAD = 1_000_000
"""A staged import is numbered this far ahead, so that edits made meanwhile come before it."""


class DirectoryWriter:
    """Writes one practice's directory. What is read back is DirectoryStore's."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id
        self._store = DirectoryStore(session, practice_id)
        self._versions = Versions(session, practice_id)

    def edit(
        self,
        change: DirectoryChange,
        services: Sequence[Service] = (),
        places: Sequence[ServiceAtLocation] = (),
        *,
        edited: Mapping[str, Sequence[str]],
        feed: str = "",
    ) -> int:
        """Put these entries in at once; returns the new generation.

        The places of `services` are stored with them. `edited` names, by entry id, the columns that
        a person changed, which no import overwrites without asking. New entries get `feed`; known
        ones keep theirs. The generation and counts of `change` are filled in here.
        """
        base = self._store.generation()
        generation = base + 1
        kept = self._kept([service.id for service in services], base, SERVICES)
        every_place = {place.location.id: place for each in services for place in each.locations}
        every_place |= {place.location.id: place for place in places}
        self._put_places(every_place, edited, feed, base, generation)
        rows = [
            {
                **service_values(service),
                **_provenance(kept.get(service.id), edited.get(service.id, ()), feed),
            }
            for service in services
        ]
        self._versions.end(SERVICES, [(service.id,) for service in services], base, generation)
        self._versions.begin(SERVICES, rows, generation)
        self._put_links(services, feed, base, generation)
        added = sum(service.id not in kept for service in services)
        return self.make_live(
            replace(change, generation=generation, added=added, changed=len(services) - added)
        )

    def remove(self, change: DirectoryChange, service_ids: Sequence[str]) -> int:
        """Take services out at once; their history stays. Returns the new generation."""
        base = self._store.generation()
        generation = base + 1
        self._versions.end(SERVICES, [(each,) for each in service_ids], base, generation)
        return self.make_live(replace(change, generation=generation, removed=len(service_ids)))

    def begin_stage(self, feed: str, file_name: str) -> int:
        """Start staging; returns the generation to stage at.

        Raises UserMistake while another import is staged.
        """
        row = self._state()
        if row.staged_generation is not None:
            raise UserMistake(
                "import",
                "Another import waits for somebody to confirm it or give it up: do that first.",
            )
        row.staged_from = row.live_generation
        row.staged_generation = row.live_generation + STAGED_AHEAD
        row.staged_feed, row.staged_file = feed, file_name
        self._session.flush()
        return row.staged_generation

    def staged(self) -> tuple[int, int] | None:
        """The staged generation and the live one when staging began; None when nothing is."""
        row = self._session.get(DirectoryRow, self._practice_id)
        if row is None or row.staged_generation is None or row.staged_from is None:
            return None
        return row.staged_generation, row.staged_from

    def staged_file(self) -> tuple[str, str] | None:
        """What the staged import is from and its file's name; None when nothing is staged."""
        row = self._session.get(DirectoryRow, self._practice_id)
        if row is None or row.staged_generation is None:
            return None
        return row.staged_feed, row.staged_file

    def stage_undo(self, of: int, table: int, after: Key) -> Key:
        """Stage a part of what was before a step, table by table; returns where to go on.

        Empty when a table is done. Raises UserMistake when nothing is being staged.
        """
        generation, base = self.staged_or_told()
        return self._versions.reverse(TABLES[table], of, base, generation, after)

    def drop_some_staged(self) -> bool:
        """Take a part of what is staged away; whether there is more to take away."""
        staged = self.staged()
        if staged is None:
            return False
        generation, _ = staged
        for table in TABLES:
            keys = self._versions.some_of(table, generation)
            if keys:
                self._versions.drop_staged(table, keys, generation)
                return True
        if self.drop_some_lines(generation):
            return True
        row = self._state()
        row.staged_generation = row.staged_from = None
        self._session.flush()
        return False

    def drop_some_lines(self, generation: int) -> bool:
        """Take some lines of a preview away; whether there may be more."""
        mine = (
            ImportLineRow.practice_id == self._practice_id,
            ImportLineRow.generation == generation,
        )
        first = self._session.scalar(select(func.min(ImportLineRow.position)).where(*mine))
        if first is None:
            return False
        self._session.execute(
            delete(ImportLineRow).where(*mine, ImportLineRow.position < first + ROWS_AT_A_TIME)
        )
        return True

    def swap(self, change: DirectoryChange) -> int:
        """Make what is staged live, but for entries that somebody edited meanwhile: those stay.

        Returns how many new versions were dropped for it. Raises UserMistake when nothing is
        staged.
        """
        generation, base = self.staged_or_told()
        kept = 0
        for table in TABLES:
            keys = self._versions.touched(table, base, generation)
            self._versions.drop_staged(table, keys, generation)
            kept += len(keys)
        row = self._state()
        row.staged_generation = row.staged_from = None
        self._session.flush()
        self.make_live(replace(change, generation=generation))
        return kept

    def make_live(self, change: DirectoryChange) -> int:
        """From now on the directory is at the change's generation, which is written down."""
        self._state()
        self._session.execute(
            update(DirectoryRow)
            .where(DirectoryRow.practice_id == self._practice_id)
            .values(live_generation=change.generation)
        )
        self._session.execute(
            insert(DirectoryChangeRow).values(
                practice_id=self._practice_id,
                generation=change.generation,
                kind=change.kind.value,
                made_by=change.made_by,
                made_at=change.made_at,
                feed=change.feed,
                file_name=change.file_name,
                note=change.note,
                added=change.added,
                changed=change.changed,
                removed=change.removed,
                undoes=change.undoes,
            )
        )
        return change.generation

    def staged_or_told(self) -> tuple[int, int]:
        """The staged generation and the one before. Raises UserMistake when nothing is staged."""
        staged = self.staged()
        if staged is None:
            raise UserMistake("import", "There is no import to confirm any more. Read it again.")
        return staged

    def _state(self) -> DirectoryRow:
        row = self._session.get(DirectoryRow, self._practice_id)
        if row is None:
            row = DirectoryRow(
                practice_id=self._practice_id,
                live_generation=0,
                staged_generation=None,
                staged_from=None,
                staged_feed="",
                staged_file="",
            )
            self._session.add(row)
            self._session.flush()
        return row

    def _kept(self, ids: Iterable[str], base: int, table: Any) -> dict[str, tuple[str, list[str]]]:
        """Feed and edited columns of entries that are there, by id."""
        rows = self._store.rows(table, list(ids), base)
        return {row.id: (row.feed, list(row.edited)) for row in rows}

    def _put_places(
        self,
        places: Mapping[str, ServiceAtLocation],
        edited: Mapping[str, Sequence[str]],
        feed: str,
        base: int,
        generation: int,
    ) -> None:
        known = self._store.places(places, base)
        kept = self._kept(places, base, LOCATIONS)
        new = {
            each: place
            for each, place in places.items()
            if each not in known or (each in edited and known[each] != place)
        }
        self._versions.end(LOCATIONS, [(each,) for each in new], base, generation)
        rows = [
            {**place_values(place), **_provenance(kept.get(each), edited.get(each, ()), feed)}
            for each, place in new.items()
        ]
        self._versions.begin(LOCATIONS, rows, generation)

    def _put_links(
        self, services: Sequence[Service], feed: str, base: int, generation: int
    ) -> None:
        before = self._store.services([service.id for service in services], base)
        now = self._store.places(
            {place.location.id for each in services for place in each.locations}, generation
        )
        ended: list[Key] = []
        begun: list[dict[str, Any]] = []
        for service in services:
            old = before[service.id].locations if service.id in before else ()
            gone, fresh = set(old) - set(service.locations), set(service.locations) - set(old)
            ended += [(service.id, place.location.id) for place in gone]
            begun += [
                {
                    "service_id": service.id,
                    "feed": feed,
                    **link_values(place, now.get(place.location.id, place)),
                }
                for place in service.locations
                if place in fresh
            ]
        self._versions.end(LINKS, ended, base, generation)
        self._versions.begin(LINKS, begun, generation)


def _provenance(
    kept: tuple[str, list[str]] | None, edited: Sequence[str], feed: str
) -> dict[str, Any]:
    """Where an entry comes from, and which of its columns were changed by hand."""
    known_feed, before = kept or (feed, [])
    return {"feed": known_feed, "edited": sorted({*before, *edited})}
