"""Imports in a process of their own: reading and comparing 50,000 entries keeps a processor busy
for many seconds, and the desk must answer the next key all the same.
"""

import multiprocessing
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TypeVar

from signpost.domain.incoming import Incoming
from signpost.domain.service_kind import ServiceKind
from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.directory_in import read_incoming
from signpost.exchange.kinds_by_term import read_kinds_by_term
from signpost.exchange.reading import ReadingCancelledError
from signpost.paths import bundled
from signpost.storage.database import Database
from signpost.usecases.import_directory import (
    ImportChoices,
    ImportDirectory,
    Preview,
    Progress,
)

LOOK_SECONDS = 0.1
STOP = "stop"
_T = TypeVar("_T")


@dataclass(frozen=True)
class FileContents:
    """What a file holds, and what has to be said before it is compared.

    `lists` are titles of lists of places with the kinds of service that they usually give and how
    many places there are. `terms` are the file's own words for services without a kind of ours,
    each with how many services bear it; the term "" stands for services that say nothing.
    """

    feed: str
    services: int
    lists: tuple[tuple[str, tuple[ServiceKind, ...], int], ...]
    terms: tuple[tuple[str, int], ...]
    refused: int


class ImportInChild:
    """Imports into the directory of a data folder; each call waits for its process to end.

    `progress` is told how much of how much is done; `cancelled` is asked several times a second.
    Every call raises what ImportDirectory's raises, and NotAvailable when the process ends by
    itself: then nothing has been changed.
    """

    def __init__(self, data_dir: Path, owner_id: str | None = None) -> None:
        self._data_dir = data_dir
        self._owner_id = owner_id

    def look(self, path: Path, progress: Progress, cancelled: Callable[[], bool]) -> FileContents:
        """Read a file and tell what is in it; nothing is stored."""
        return self._in_child(FileContents, _look, progress, cancelled, path)

    def stage(
        self,
        path: Path,
        choices: ImportChoices,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> Preview:
        """Read a file, compare it with the directory, and stage what is new or different."""
        return self._in_child(Preview, _stage, progress, cancelled, path, choices)

    def confirm(
        self,
        made_at: datetime,
        made_by: str | None,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> int:
        """Make what is staged live; returns the new generation."""
        return self._in_child(int, _confirm, progress, cancelled, made_at, made_by)

    def _in_child(
        self,
        answer: type[_T],
        work: Callable[..., object],
        progress: Progress,
        cancelled: Callable[[], bool],
        *words: Any,
    ) -> _T:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        child = context.Process(
            target=_run, args=(theirs, self._data_dir, self._owner_id, work, *words), daemon=True
        )
        child.start()
        theirs.close()
        try:
            found = _listen(ours, child, progress, cancelled)
        finally:
            child.join(LOOK_SECONDS)
            if child.is_alive():
                child.terminate()
                child.join()
            ours.close()
        if isinstance(found, _Failure):
            raise found.kind(*found.words)
        if not isinstance(found, answer):
            raise NotAvailable(
                "The import ended by itself. Nothing has been changed.",
                "Try again; if it happens again, restart the PC.",
            )
        return found


def _listen(
    ours: Connection, child: Any, progress: Progress, cancelled: Callable[[], bool]
) -> object:
    """The child's answer; None when it ended without one."""
    asked_to_stop = False
    while True:
        if cancelled() and not asked_to_stop:
            ours.send(STOP)
            asked_to_stop = True
        if not ours.poll(LOOK_SECONDS):
            if not child.is_alive() and not ours.poll():
                return None
            continue
        try:
            done, value = ours.recv()
        except EOFError:
            return None
        if done:
            return value
        progress(*value)


@dataclass(frozen=True)
class _Failure:
    """What a child could not do: which exception to raise here, made of which words."""

    kind: type[Exception]
    words: tuple[str, ...] = ()


def _run(
    theirs: Connection,
    data_dir: Path,
    owner_id: str | None,
    work: Callable[..., object],
    *words: Any,
) -> None:
    """In the child: do the work and send its answer, or what went wrong."""
    answer: object
    try:
        answer = work(_Line(theirs), data_dir, owner_id, *words)
    except ReadingCancelledError:
        answer = _Failure(ReadingCancelledError)
    except UserMistake as mistake:
        answer = _Failure(UserMistake, (mistake.field, mistake.sentence))
    except NotAvailable as failure:
        answer = _Failure(NotAvailable, (failure.sentence, failure.remedy))
    theirs.send((True, answer))
    theirs.close()


class _Line:
    """The child's end: tells progress, and hears whether to stop."""

    def __init__(self, theirs: Connection) -> None:
        self._theirs = theirs
        self._stopped = False

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self._theirs.send((False, (done, total)))

    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        self._stopped = self._stopped or self._theirs.poll()
        return self._stopped


def _read(line: _Line, path: Path) -> Incoming:
    """The file's directory; other people's words mean the kinds that the seed's table says."""
    kinds, _ = read_kinds_by_term(bundled("directory_seed/kinds_by_term.csv"))
    return read_incoming(path, line.progress, line.cancelled, kinds)


def _look(line: _Line, _data_dir: Path, _owner_id: str | None, path: Path) -> FileContents:
    incoming = _read(line, path)
    terms = Counter(each.terms[0] if each.terms else "" for each in incoming.unkinded)
    return FileContents(
        incoming.feed,
        len(incoming.services) + len(incoming.unkinded),
        tuple((each.title, each.kinds, len(each.places)) for each in incoming.lists),
        tuple(terms.most_common()),
        len(incoming.refused),
    )


def _stage(
    line: _Line, data_dir: Path, owner_id: str | None, path: Path, choices: ImportChoices
) -> Preview:
    incoming = _read(line, path)
    database = Database(data_dir)
    try:
        imports = ImportDirectory(database, owner_id)
        return imports.stage(incoming, path.name, choices, line.progress, line.cancelled)
    finally:
        database.close()


def _confirm(
    _line: _Line, data_dir: Path, owner_id: str | None, made_at: datetime, made_by: str | None
) -> int:
    database = Database(data_dir)
    try:
        return ImportDirectory(database, owner_id).confirm(made_at, made_by)
    finally:
        database.close()
