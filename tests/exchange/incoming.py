"""Reads directories of others for tests: extracts of real files, or what a test writes itself."""

import os
import shutil
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from signpost.domain.incoming import Incoming, PlaceList
from signpost.domain.opening_hours import check_hours
from signpost.domain.service import Service, ServiceAtLocation
from signpost.errors import UserMistake
from signpost.exchange.directory_in import read_incoming
from signpost.exchange.kinds_by_term import KindsByTerm, read_kinds_by_term
from tests.exchange.seed import SEED

FILES = Path(__file__).parent / "files"


@lru_cache(maxsize=1)
def shipped_kinds() -> KindsByTerm:
    """The table of terms that ships."""
    return read_kinds_by_term(SEED / "kinds_by_term.csv")[0]


def read(path: Path) -> Incoming:
    """Read as the program does."""
    return read_incoming(path, kinds=shipped_kinds())


def saved_on(path: Path, day: date) -> Path:
    """Say that a file, or every file of a folder, was saved on this day."""
    moment = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    for each in [path] if path.is_file() else path.iterdir():
        os.utime(each, (moment, moment))
    return path


def copy_of(name: str, to: Path, day: date) -> Path:
    """A copy of an extract, saved on this day."""
    source = FILES / name
    made = to / source.name
    if source.is_dir():
        shutil.copytree(source, made)
    else:
        shutil.copy(source, made)
    return saved_on(made, day)


def written(to: Path, name: str, raw: bytes) -> Path:
    """A file of these bytes."""
    (to / name).write_bytes(raw)
    return to / name


def list_of(found: Incoming, title: str) -> PlaceList:
    """The list with this title."""
    (single,) = (each for each in found.lists if each.title == title)
    return single


def place(found: Incoming, location_id: str) -> ServiceAtLocation:
    """The place with this id."""
    (single,) = (each for each in found.places if each.location.id == location_id)
    return single


def service(found: Incoming, name: str) -> Service:
    """The service with this name, whether or not its kind is known."""
    drafts = [each.draft for each in found.unkinded]
    (single,) = (each for each in (*found.services, *drafts) if each.name == name)
    return single


def said(found: Incoming) -> str:
    """Everything that was refused or emptied, a line each."""
    return "\n".join(map(str, (*found.refused, *found.emptied)))


def look_at(path: Path) -> Incoming | None:
    """What is read, checked to be whole; None when it was refused in a sentence."""
    mistake = ""
    try:
        found = read(path)
    except UserMistake as refused:
        mistake = refused.sentence
    if mistake:
        assert mistake[-1] in ".)"
        assert len(mistake) < 600
        return None
    for fault in (*found.refused, *found.emptied):
        assert fault.file
        assert fault.sentence.strip()
    services = [*found.services, *(each.draft for each in found.unkinded)]
    ids = [each.id for each in services]
    assert len(ids) == len(set(ids))
    for each in services:
        _is_whole(each)
    for place in found.places:
        _place_is_whole(place)
    return found


def _is_whole(service: Service) -> None:
    assert service.id
    assert service.name
    check_hours(service.schedule)
    for place in service.locations:
        _place_is_whole(place)


def _place_is_whole(place: ServiceAtLocation) -> None:
    assert place.location.id
    check_hours(place.schedule)
