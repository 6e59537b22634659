"""The index files of a data folder: one for each owner of a directory and each time it was built.

A file is named by the generation it was built at and how often that was done; edits are put into
it since. A file in use is never replaced (Windows would refuse): whoever finds none, or one that is
damaged or too far behind, builds another, and the older ones are taken away.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from signpost.errors import NotAvailable
from signpost.storage.failures import file_failures
from signpost.storage.search.index_build import (
    MOST_WORN,
    bring_up_to_date,
    build_index,
    is_of_this_directory,
)
from signpost.storage.search.index_fill import Progress
from signpost.storage.search.index_reader import IndexReader
from signpost.storage.search.index_schema import IndexState, open_index, state_of
from signpost.storage.search.index_source import IndexSource

FOLDER = "search"
_TAILS = ("", "-wal", "-shm", "-journal")
_log = logging.getLogger(__name__)


class IndexFolder:
    """The indexes of one owner's directory."""

    def __init__(self, data_dir: Path, owner_id: str) -> None:
        self._folder = data_dir / FOLDER
        self._owner_id = owner_id

    def reader(self, generation: int) -> IndexReader | None:
        """The newest index that is not ahead of a generation; None when there is none."""
        for path, _ in self._files(generation):
            with suppress(sqlite3.Error):
                connection = open_index(path)
                try:
                    state = state_of(connection)
                except sqlite3.Error:
                    connection.close()
                    raise
                if state is not None and state.generation <= generation:
                    return IndexReader(connection, state)
                connection.close()
        return None

    def bring_up_to_date(self, source: IndexSource) -> bool:
        """Put edits into the newest index; False when another must be built."""
        path, state = self._newest(source.generation)
        if path is None or state is None or state.worn > MOST_WORN:
            return False
        if state.generation == source.generation:
            return is_of_this_directory(source, state)
        try:
            return bring_up_to_date(source, path)
        except sqlite3.Error as error:
            _log.warning("a search index cannot be used: %s", type(error).__name__)
            return False

    def build(self, source: IndexSource, progress: Progress = lambda _done, _total: None) -> None:
        """Build an index of this beside the others. Raises NotAvailable when the disk refuses."""
        at = source.generation
        sentence = f"The search index could not be written in {self._folder}."
        with _disk_failures(sentence):
            self._folder.mkdir(parents=True, exist_ok=True)
            builds = [build for _, (generation, build) in self._files(at) if generation == at]
            name = f"{self._owner_id}-{at}-{max(builds, default=0) + 1}"
            half = self._folder / f"{name}.{os.getpid()}.half"
            try:
                build_index(source, half, progress)
                half.replace(self._folder / f"{name}.db")
            finally:
                _remove(half)

    def tidy(self, generation: int) -> None:
        """Take away what is older than the newest index of a generation, where nobody has it
        open.
        """
        for path, _ in self._files(generation)[1:]:
            _remove(path)

    def _newest(self, generation: int) -> tuple[Path | None, IndexState | None]:
        for path, _ in self._files(generation):
            with suppress(sqlite3.Error), closing(open_index(path)) as connection:
                state = state_of(connection)
                if state is not None and state.generation <= generation:
                    return path, state
        return None, None

    def _files(self, generation: int) -> list[tuple[Path, tuple[int, int]]]:
        """Files built at a generation or before, newest first; each with the generation, and how
        many had been built at it.
        """
        found = []
        for path in self._folder.glob(f"{self._owner_id}-*.db"):
            numbers = path.stem.removeprefix(f"{self._owner_id}-").split("-")
            if len(numbers) == 2 and all(each.isdecimal() for each in numbers):  # noqa: PLR2004
                at = (int(numbers[0]), int(numbers[1]))
                if at[0] <= generation:
                    found.append((path, at))
        return sorted(found, key=lambda each: each[1], reverse=True)


@contextmanager
def _disk_failures(sentence: str) -> Iterator[None]:
    remedy = "Make room on the disk, then start Signpost again."
    try:
        with file_failures(sentence, remedy):
            yield
    except sqlite3.Error as error:
        _log.warning("%s (%s)", sentence, type(error).__name__)
        raise NotAvailable(sentence, remedy) from error


def _remove(path: Path) -> None:
    """Take a file away, if nobody has it open."""
    for tail in _TAILS:
        with suppress(OSError):
            path.with_name(path.name + tail).unlink(missing_ok=True)
