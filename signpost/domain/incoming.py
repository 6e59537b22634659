"""A directory as a file gives it, before anybody has said that it is to be used."""

from dataclasses import dataclass, replace
from datetime import date

from signpost.domain.faults import ContentFault
from signpost.domain.place import Position
from signpost.domain.service import Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind


@dataclass(frozen=True)
class PlaceList:
    """Places of one sort, such as every pharmacy of England.

    `kinds` are the kinds of service that such places usually give; empty where that cannot be told.
    It is for a manager to say at which services of the practice these places are to be offered. A
    place may stand in several lists; its `location.id` is then the same.
    """

    title: str
    kinds: tuple[ServiceKind, ...]
    places: tuple[ServiceAtLocation, ...]


@dataclass(frozen=True)
class Unkinded:
    """A service whose kind the file does not say, with the file's own words for what it is.

    The kind of `draft` means nothing: a manager chooses one, and `of_kind` makes the service.
    """

    draft: Service
    terms: tuple[str, ...] = ()

    def of_kind(self, kind: ServiceKind) -> Service:
        """The service, as one of this kind."""
        return replace(self.draft, kind=kind)


@dataclass(frozen=True)
class Incoming:
    """What a file holds. `feed` names where it comes from, the same for next month's file.

    `feed_date` is the day on which the file was saved; None when that is not known. `services` are
    whole entries with their own places. `lists` are places without services. `refused` says which
    rows were left out; `emptied` which values could not be used, so that only they are empty.
    `practice` is where distances start, if the file says so.
    """

    feed: str
    feed_date: date | None = None
    services: tuple[Service, ...] = ()
    unkinded: tuple[Unkinded, ...] = ()
    lists: tuple[PlaceList, ...] = ()
    refused: tuple[ContentFault, ...] = ()
    emptied: tuple[ContentFault, ...] = ()
    practice: Position | None = None

    @property
    def places(self) -> tuple[ServiceAtLocation, ...]:
        """The places of all lists, each once."""
        by_id = {place.location.id: place for each in self.lists for place in each.places}
        return tuple(by_id.values())
