"""Keeping the directory true: every deed of the person who answers for its entries."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.local_time import local_time
from signpost.domain.permission import Deed, demand, may
from signpost.domain.place import Location
from signpost.domain.record_id import new_id
from signpost.domain.review import checked
from signpost.domain.service import Organization, Service, ServiceAtLocation, Status
from signpost.domain.service_kind import ServiceKind
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.prove_who import Proof, allowed
from signpost.usecases.typed_entry import Typed, missing_to_fill, typed_place, typed_service
from signpost.usecases.typed_values import read_day, read_phones, read_text, read_whole

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

_T = TypeVar("_T")
GONE = "Somebody has taken this entry out of the directory meanwhile."


class Mark(StrEnum):
    """What a saved form says besides: nothing, checked today, or (local entries) filled in."""

    NONE = "none"
    CHECKED = "checked"
    FILLED = "filled"


@dataclass(frozen=True)
class Author:
    """Who changes something, and when: the id of the person who was chosen (None: nobody), and
    their proof, once people have PINs.
    """

    staff_id: str | None
    now: datetime
    proof: Proof | None = None

    @property
    def today(self) -> date:
        """The day, by England's clocks."""
        return local_time(self.now).date()


class KeepDirectory:
    """Changes entries of one directory: the practice's own (`owner_id` None), or another's.

    Every deed raises UserMistake when the author may not change the directory, and when the entry
    is not there any more.
    """

    def __init__(self, database: Database, owner_id: str | None = None) -> None:
        self._database = database
        self._owner_id = owner_id

    def save(self, service_id: str, typed: Typed, author: Author, mark: Mark = Mark.NONE) -> str:
        """Keep what was typed about a service; an empty id makes a new one. Returns its id.

        Raises EntryMistakes for what cannot be used: then nothing is kept.
        """
        with self._step(author) as (stores, person, change):
            before = (
                self._service(stores, service_id) if service_id else _new_service(typed, author)
            )
            after = typed_service(before, typed, author.today)
            if mark is Mark.FILLED:
                after = _filled(after, stores.places(self._owner_id).count(after.id))
            if mark is not Mark.NONE:
                after = self._checked(stores, after, person, author)
            stores.edits(self._owner_id).put_service(change, after)
            return after.id

    def save_place(self, service_id: str, location_id: str, typed: Typed, author: Author) -> str:
        """Keep what was typed about a place; an empty id makes a new one at which the service is
        given. Returns the place's id.

        What a place says holds for every service that is given there.
        """
        with self._step(author) as (stores, _, change):
            edits = stores.edits(self._owner_id)
            if location_id:
                place = stores.directory(self._owner_id).places([location_id]).get(location_id)
                if place is None:
                    raise UserMistake("", GONE)
                edits.put_place(change, typed_place(place, typed, author.today))
                return location_id
            self._service(stores, service_id)
            empty = ServiceAtLocation(Location(new_id(author.now), ""))
            made = typed_place(empty, {"name": "", **typed}, author.today)
            edits.give_at(change, service_id, made)
            return made.location.id

    def take_place(self, service_id: str, location_id: str, author: Author) -> None:
        """The service is given at this place no longer; the place stays for others."""
        with self._step(author) as (stores, _, change):
            stores.edits(self._owner_id).take_from(change, service_id, location_id)

    def checked_today(self, service_id: str, author: Author) -> None:
        """Somebody has looked at everything that the entry says, and it is true today."""
        with self._step(author) as (stores, person, change):
            service = self._service(stores, service_id)
            seen = self._checked(stores, service, person, author)
            stores.edits(self._owner_id).put_service(change, seen)

    def pause(self, service_id: str, reason: str, until: str, author: Author) -> None:
        """The service takes nobody until the morning of a day (empty: until further notice).

        Raises UserMistake naming reason or until.
        """
        why = read_text(reason)
        if not why:
            raise UserMistake("reason", "Say why, in a few words: desks see it on the suggestion.")
        day = _in_field("until", lambda: read_day(until))
        if day is not None and day <= author.today:
            raise UserMistake("until", "This day has come already. Type a later one, or none.")

        def paused(service: Service) -> Service:
            return replace(service, status=Status.PAUSED, paused_until=day, pause_reason=why)

        self._change(service_id, author, paused)

    def take_up(self, service_id: str, author: Author) -> None:
        """The service takes people again, after a pause or after it was closed."""
        self._change(service_id, author, lambda service: _standing(service, Status.ACTIVE))

    def close(self, service_id: str, author: Author) -> None:
        """The service is there no longer: it is not suggested, and stays in the list of closed."""
        self._change(service_id, author, lambda service: _standing(service, Status.CLOSED))

    def remove(self, service_id: str, author: Author) -> None:
        """Take an entry out of the directory; records and history keep it."""
        with self._step(author) as (stores, _, change):
            name = self._service(stores, service_id).name
            stores.edits(self._owner_id).remove(replace(change, note=name), service_id)

    def confirm_number(self, service_id: str, author: Author) -> None:
        """The number that nobody had confirmed is right: it is shown from now on.

        Raises UserMistake when it is not a number that exists.
        """

        def confirmed(service: Service) -> Service:
            phones = _in_field("phone_unconfirmed", lambda: read_phones(service.unconfirmed_phone))
            return replace(service, phones=(*service.phones, *phones), unconfirmed_phone="")

        self._change(service_id, author, confirmed)

    def prioritise(self, kind: ServiceKind, priority: str, author: Author) -> None:
        """What the practice wants tried first, by kind; never one business before another."""
        number = _in_field("practice_priority", lambda: read_whole(priority))
        with self._step(author) as (stores, _, change):
            told = replace(change, note=f"{kind.label}: {number}")
            stores.edits(self._owner_id).prioritise(told, kind, number)

    def restore(self, service_id: str, generation: int, author: Author) -> None:
        """Bring back what the entry said at an earlier generation; where it is given stays."""
        with self._step(author, ChangeKind.RESTORE) as (stores, _, change):
            then = stores.directory(self._owner_id).services([service_id], generation, 0)
            if service_id not in then:
                raise UserMistake("", "This version cannot be brought back any more.")
            stores.edits(self._owner_id).put_service(change, then[service_id])

    def may_change(self, author: Author) -> bool:
        """Whether this person may change the directory; others read it."""
        with self._database.reading() as stores:
            try:
                keeper(stores, author)
            except UserMistake:
                return False
            return True

    def _checked(
        self, stores: "Stores", service: Service, person: StaffMember, author: Author
    ) -> Service:
        months = stores.practice.current().review_months
        return checked(service, author.today, person.initials, months)

    def _change(
        self, service_id: str, author: Author, changed: Callable[[Service], Service]
    ) -> None:
        with self._step(author) as (stores, _, change):
            service = self._service(stores, service_id)
            stores.edits(self._owner_id).put_service(change, changed(service))

    def _service(self, stores: "Stores", service_id: str) -> Service:
        """The service, without its places."""
        found = stores.directory(self._owner_id).services([service_id], most_places=0)
        if service_id not in found:
            raise UserMistake("", GONE)
        return found[service_id]

    @contextmanager
    def _step(
        self, author: Author, kind: ChangeKind = ChangeKind.EDIT
    ) -> "Iterator[tuple[Stores, StaffMember, DirectoryChange]]":
        """The one place that asks who may change the directory."""
        with self._database.transaction() as stores:
            person = keeper(stores, author)
            yield stores, person, DirectoryChange(0, kind, author.now, person.id)


def keeper(stores: "Stores", author: Author, deed: Deed = Deed.EDIT_DIRECTORY) -> StaffMember:
    """The person who changes the directory. Raises UserMistake when they may not.

    While nobody has a PIN for it no proof is asked; then it is whoever was chosen, and one with a
    fitting role once the practice has given anybody such a role.
    """
    person = allowed(stores, author.proof, deed, author.now)
    if person is not None:
        return person
    person = stores.staff.one(author.staff_id or "")
    if any(may(each.roles, deed) for each in stores.staff.active()):
        demand(person, deed)
    return person


def _new_service(typed: Typed, author: Author) -> Service:
    """A bare entry; the form must name it and its kind."""
    entry_id = new_id(author.now)
    typed_service(
        Service(entry_id, "", ServiceKind.SELF_CARE, Organization(entry_id, "")),
        {"name": "", "kind": "", **typed},
        author.today,
    )
    return Service(entry_id, "", ServiceKind(typed["kind"]), Organization(entry_id, ""))


def _filled(service: Service, place_count: int) -> Service:
    missing = missing_to_fill(service, place_count)
    if missing:
        raise UserMistake("phones", f"Before desks can be shown it: {', and '.join(missing)}.")
    return replace(service, is_filled=True)


def _standing(service: Service, status: Status) -> Service:
    return replace(service, status=status, paused_until=None, pause_reason="")


def _in_field(field: str, read: Callable[[], _T]) -> _T:
    try:
        return read()
    except UserMistake as mistake:
        raise UserMistake(field, mistake.sentence) from mistake
