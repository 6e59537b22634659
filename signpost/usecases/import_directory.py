"""Bringing a file into the directory: staged with a preview, confirmed or given up, and undone.

Nothing is live before it is confirmed. Staging and confirming write in many small transactions, so
that a call is saved as quickly meanwhile; what makes it live is one small one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from signpost.domain.directory_change import (
    ChangeKind,
    Decision,
    DirectoryChange,
    ImportLine,
    LineKind,
)
from signpost.domain.faults import ContentFault
from signpost.domain.incoming import Incoming, Unkinded
from signpost.domain.service import Service
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake
from signpost.exchange.reading import ReadingCancelledError
from signpost.storage.database import Database

ENTRIES_AT_A_TIME = 250

if TYPE_CHECKING:
    from signpost.storage.directory_staging import Staging, Steps

Progress = Callable[[int, int], None]
_T = TypeVar("_T")


@dataclass(frozen=True)
class ImportChoices:
    """What the manager says about a file before it is compared.

    `offered_at` names, for a list of places by its title, the services of the practice that are
    given there; a list that is not named is offered at every service of the list's kinds.
    `kind_of_term` gives services without a kind the kind of one of their own terms. `whole`: the
    file is the whole directory, so that entries which it does not have go.
    """

    offered_at: Mapping[str, Sequence[str]] = field(default_factory=dict)
    kind_of_term: Mapping[str, ServiceKind] = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True)
class Preview:
    """What a staged import would do: how many lines of each kind, and how many would be done."""

    feed: str
    file_name: str
    counts: Mapping[LineKind, int]
    taken: Mapping[LineKind, int]

    @property
    def changes_nothing(self) -> bool:
        """Whether confirming it would leave the directory as it is."""
        return not any(self.taken.values())


class ImportDirectory:
    """Imports into one directory: the practice's own (`owner_id` None), or another's."""

    def __init__(self, database: Database, owner_id: str | None = None) -> None:
        self._database = database
        self._owner_id = owner_id

    def stage(
        self,
        incoming: Incoming,
        file_name: str,
        choices: ImportChoices,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Preview:
        """Compare a file with the directory and stage what is new or different.

        Raises UserMistake while another import waits, and ReadingCancelledError when `cancelled`
        says so: then nothing is left of it.
        """
        services, without_kind = _kinded(incoming, choices.kind_of_term)
        with self._database.transaction() as stores:
            stores.directory_writer(self._owner_id).begin_stage(incoming.feed, file_name)
        try:
            work = _Work(self._database, self._owner_id, incoming, services, choices)
            for done in work.run():
                progress(done, work.total)
                _stop_if(cancelled())
            work.finish([*incoming.refused, *incoming.emptied, *without_kind])
        except BaseException:
            self.give_up()
            raise
        preview = self.preview()
        if preview is None:
            raise UserMistake("import", "The import was given up elsewhere. Read the file again.")
        return preview

    def preview(self) -> Preview | None:
        """What is staged and waits to be confirmed; None when nothing does."""
        with self._database.reading() as stores:
            state = stores.directory_writer(self._owner_id).staged_file()
            if state is None:
                return None
            decisions = stores.decisions(self._owner_id)
            return Preview(*state, decisions.counts(), decisions.taken())

    def lines(self, kind: LineKind, after: int = 0) -> tuple[ImportLine, ...]:
        """A page of the preview's lines of a kind, those after a position."""
        with self._database.reading() as stores:
            return stores.decisions(self._owner_id).lines(kind, after)

    def decide(
        self, kind: LineKind, decision: Decision, positions: Iterable[int] | None = None
    ) -> None:
        """What becomes of lines of a kind (None: of all of them)."""
        with self._database.transaction() as stores:
            stores.decisions(self._owner_id).decide(kind, decision, positions)

    def confirm(
        self,
        made_at: datetime,
        made_by: str | None,
        before_live: Callable[[int], None] = lambda _generation: None,
    ) -> int:
        """Make the staged import live; returns the directory's new generation.

        `before_live` is told the generation once everything is staged as decided: it makes the
        search index ready. Entries that somebody edited meanwhile stay as they were edited.
        """
        after = 0
        while True:
            with self._database.transaction() as stores:
                after = stores.decisions(self._owner_id).carry_out(after)
            if not after:
                break
        with self._database.reading() as stores:
            writer = stores.directory_writer(self._owner_id)
            staged, state = writer.staged(), writer.staged_file()
            taken = stores.decisions(self._owner_id).taken()
        if staged is None or state is None:
            raise UserMistake("import", "There is no import to confirm any more. Read it again.")
        before_live(staged[0])
        change = DirectoryChange(
            staged[0],
            ChangeKind.IMPORT,
            made_at,
            made_by,
            *state,
            added=taken.get(LineKind.NEW, 0),
            changed=taken.get(LineKind.CHANGED, 0) + taken.get(LineKind.DUPLICATE, 0),
            removed=taken.get(LineKind.REMOVED, 0),
        )
        return self._make_live(change)

    def give_up(self) -> None:
        """Take away what is staged, if anything is; the directory stays as it is."""
        more = True
        while more:
            with self._database.transaction() as stores:
                more = stores.directory_writer(self._owner_id).drop_some_staged()

    def undo(self, generation: int, made_at: datetime, made_by: str | None) -> int:
        """Bring back what was before a step; entries edited since then stay as they are.

        Returns the new generation. Raises UserMistake when there is no such step, or while an
        import waits to be confirmed.
        """
        with self._database.transaction() as stores:
            steps = {each.generation: each for each in stores.directory(self._owner_id).changes()}
            if generation not in steps:
                raise UserMistake("import", "This step cannot be undone any more.")
            stores.directory_writer(self._owner_id).begin_stage("", "")
        try:
            undone = steps[generation]
            self._stage_undo(generation)
        except BaseException:
            self.give_up()
            raise
        return self._make_live(
            replace(
                undone,
                kind=ChangeKind.UNDO,
                made_at=made_at,
                made_by=made_by,
                added=undone.removed,
                removed=undone.added,
                undoes=generation,
            )
        )

    def step(self, generation: int) -> DirectoryChange | None:
        """A step of the directory; None when it is not among the latest."""
        with self._database.reading() as stores:
            steps = stores.directory(self._owner_id).changes()
        return next((each for each in steps if each.generation == generation), None)

    def _stage_undo(self, generation: int) -> None:
        for place in range(3):
            after: tuple[str, ...] | None = ()
            while after is not None:
                with self._database.transaction() as stores:
                    writer = stores.directory_writer(self._owner_id)
                    after = writer.stage_undo(generation, place, after) or None

    def _make_live(self, change: DirectoryChange) -> int:
        with self._database.transaction() as stores:
            writer = stores.directory_writer(self._owner_id)
            staged = writer.staged()
            writer.swap(change)
        more = True
        while more and staged is not None:
            with self._database.transaction() as stores:
                more = stores.directory_writer(self._owner_id).drop_some_lines(staged[0])
        return staged[0] if staged else 0


class _Work:
    """Staging one file, some entries at a time."""

    def __init__(
        self,
        database: Database,
        owner_id: str | None,
        incoming: Incoming,
        services: Sequence[Service],
        choices: ImportChoices,
    ) -> None:
        self._database = database
        self._owner_id = owner_id
        self._services = services
        self._choices = choices
        # A list that is given to no service brings nothing: nobody could be sent to its places.
        offered = [(each, self._offered_at(each.title, each.kinds)) for each in incoming.lists]
        self._offered = [(each, ids) for each, ids in offered if ids]
        own = {place.location.id: place for each in services for place in each.locations}
        for each, _ in self._offered:
            own |= {place.location.id: place for place in each.places}
        self._places = own
        self.total = len(own) + len(services) + sum(len(each.places) for each, _ in self._offered)
        with database.reading() as stores:
            self._coming = stores.coming(incoming.feed, services, owner_id)

    def run(self) -> Iterator[int]:
        """Stage everything; gives how many entries are done, now and then."""
        done = 0
        for places in chunks(self._places.values()):
            with self._comparing() as staging:
                steps = staging.places(places)
            self._write(steps)
            done += len(places)
            yield done
        for services in chunks(self._services):
            with self._comparing() as staging:
                steps = staging.services(services)
            self._write(steps)
            done += len(services)
            yield done
        for each, service_ids in self._offered:
            for service_id in service_ids:
                with self._comparing() as staging:
                    steps = staging.offered(service_id, each.places)
                self._write(steps)
                yield done
            done += len(each.places)
            yield done

    def finish(self, faults: Sequence[ContentFault]) -> None:
        """Stage what goes, and tell what was refused."""
        whole, places = self._choices.whole, frozenset(self._places)
        services = frozenset(each.id for each in self._services)
        with self._comparing() as staging:
            steps = staging.missing("location", places, whole=whole)
            steps += staging.missing("service", services, whole=whole)
            offered = {service_id for _, ids in self._offered for service_id in ids}
            steps += staging.filled(sorted(offered - services))
            steps += staging.refused(faults)
        self._write(steps)

    @contextmanager
    def _comparing(self) -> Iterator["Staging"]:
        with self._database.reading() as stores:
            yield stores.staging(self._coming, self._owner_id)

    def _write(self, steps: "Steps") -> None:
        for part in steps.parts():
            with self._database.transaction() as stores:
                stores.staging(self._coming, self._owner_id).write(part)

    def _offered_at(self, title: str, kinds: Sequence[ServiceKind]) -> Sequence[str]:
        chosen = self._choices.offered_at.get(title)
        if chosen is not None:
            return chosen
        with self._database.reading() as stores:
            return stores.directory(self._owner_id).of_kinds(kinds)


def _stop_if(cancelled: bool) -> None:
    if cancelled:
        raise ReadingCancelledError


def _kinded(
    incoming: Incoming, kind_of_term: Mapping[str, ServiceKind]
) -> tuple[list[Service], list[ContentFault]]:
    """All services with a kind, and what is told of the others."""
    services, without = list(incoming.services), []
    for each in incoming.unkinded:
        kind = _kind_of(each, kind_of_term)
        if kind is not None:
            services.append(each.of_kind(kind))
            continue
        terms = ", ".join(each.terms) or "nothing"
        without.append(
            ContentFault(
                incoming.feed,
                each.draft.name,
                f"has no kind that Signpost knows (the file says {terms}). Choose a kind for it.",
            )
        )
    return services, without


def _kind_of(each: Unkinded, kind_of_term: Mapping[str, ServiceKind]) -> ServiceKind | None:
    found = (kind_of_term.get(term) for term in (*each.terms, ""))
    return next((kind for kind in found if kind is not None), None)


def chunks(values: Iterable[_T], size: int = ENTRIES_AT_A_TIME) -> Iterator[list[_T]]:
    """The values some at a time."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
