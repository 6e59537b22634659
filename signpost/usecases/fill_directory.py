"""Puts the directory that comes with the program into the database, once; and tells when a newer
release brings another one. What a practice has is never overwritten here.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.faults import ContentFault
from signpost.domain.place import PRACTICE, Location
from signpost.domain.service import ServiceAtLocation
from signpost.exchange.directory_file import read_directory
from signpost.paths import bundled
from signpost.storage.database import Database
from signpost.usecases.choose_directory import DirectoryName

if TYPE_CHECKING:
    from signpost.storage.directory_store import DirectoryStore

FEED = "starter"
EXAMPLE_OWNER = "019384a2-6f00-7c41-9d3e-5b1f0c2a7e64"
"""Whose directory the example practice's is: no practice's."""


class FillDirectory:
    """Fills directories of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fill(self, name: DirectoryName, now: datetime) -> tuple[ContentFault, ...]:
        """Put that directory in when there is none, or (the example's) when the program brings
        another one. Returns the faults of the files that were read.
        """
        owner, sources = owner_of(name), sources_of(name)
        with self._database.reading() as stores:
            if not _is_wanted(stores.directory(owner), name, sources):
                return ()
        found = read_directory(*sources)
        places = []
        if found.directory.practice is not None:
            here = Location(PRACTICE, "The practice", position=found.directory.practice)
            places.append(ServiceAtLocation(here))
        with self._database.transaction() as stores:
            if _is_wanted(stores.directory(owner), name, sources):  # no other window was quicker
                stores.directory_writer(owner).edit(
                    DirectoryChange(
                        0, ChangeKind.STARTER, now, feed=FEED, note=_fingerprint(sources)
                    ),
                    found.directory.services,
                    places,
                    edited={},
                    feed=FEED,
                )
        return found.faults

    def newer_starter(self) -> Path | None:
        """The folder of a starter directory that the practice's own was not filled from, to be
        imported if somebody wants it; None when there is none.
        """
        sources = sources_of(DirectoryName.STARTER)
        with self._database.reading() as stores:
            before = stores.directory().latest(ChangeKind.STARTER)
        is_newer = before is not None and before.note != _fingerprint(sources)
        return sources[0] if is_newer else None


def owner_of(name: DirectoryName) -> str | None:
    """Whose directory that is; None is this practice."""
    return EXAMPLE_OWNER if name is DirectoryName.EXAMPLE else None


def _is_wanted(store: "DirectoryStore", name: DirectoryName, sources: Sequence[Path]) -> bool:
    if not store.generation():
        return True
    before = store.latest(ChangeKind.STARTER)
    is_example = name is DirectoryName.EXAMPLE
    return is_example and (before is None or before.note != _fingerprint(sources))


def sources_of(name: DirectoryName) -> tuple[Path, ...]:
    """The folders that come with the program; later ones are laid over earlier ones."""
    seed = bundled("directory_seed")
    if name is DirectoryName.EXAMPLE:
        return seed / "starter", seed / "example"
    return (seed / "starter",)


def _fingerprint(sources: Sequence[Path]) -> str:
    """The same for the same files."""
    found = hashlib.sha256()
    for folder in sources:
        for file in sorted(folder.glob("*.csv")):
            found.update(file.name.encode())
            found.update(file.read_bytes())
    return found.hexdigest()[:16]
