"""Saving a call: one durable record however often the key is pressed, and ten seconds to take it
back.
"""

import logging
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from signpost.domain.call import Blocker, Call, blockers
from signpost.domain.call_number import new_call_number
from signpost.domain.record_id import new_id
from signpost.domain.signpost import ContentStamp, Referral, Signpost
from signpost.errors import NotAvailable, SignpostError, UserMistake
from signpost.storage.database import Database
from signpost.storage.open_call_files import OpenCallFiles
from signpost.usecases.call_to_record import free_text_mistakes, record_of

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

logger = logging.getLogger(__name__)
UNDO_FOR = timedelta(seconds=10)
UNDONE = "undone"
NUMBERS_TO_TRY = 8


class StillToDo(UserMistake):
    """The call cannot be saved yet; carries every blocker, in the order they should be dealt
    with.
    """

    def __init__(self, found: tuple[Blocker, ...]) -> None:
        super().__init__(found[0].field, found[0].sentence)
        self.blockers = found


@dataclass(frozen=True)
class SavedCall:
    """A call that is on disk. `call` is kept in memory only, for undo; `call_number` is the one
    recorded.
    """

    signpost_id: str
    call_number: str
    entered_at: datetime
    referral: Referral
    call: Call = field(repr=False)
    was_saved_before: bool = False
    number_changed: bool = False


class RecordSignpost:
    """Turns a finished call into a record."""

    def __init__(self, files: OpenCallFiles, database: Database) -> None:
        self._files = files
        self._database = database

    def save(self, call: Call, content: ContentStamp, now: datetime) -> SavedCall:
        """Record a call durably, then remove it from the open calls.

        The same call saved again is the same record. Raises StillToDo while something stands before
        saving, NotAvailable when the record cannot be written: the open call is then kept.
        """
        found = blockers(call) + free_text_mistakes(call)
        if found:
            raise StillToDo(found)
        saved = self._insert(call, content, now)
        try:
            self._files.remove(call.id)
        except NotAvailable:
            logger.warning("an open call stays on disk after its record; the next start removes it")
        return saved

    def undo(self, saved: SavedCall, now: datetime) -> Call:
        """Void a record saved within the last ten seconds; returns its call, open again.

        The call keeps its number. Raises UserMistake when it is too late or was done already.
        """
        if now - saved.entered_at > UNDO_FOR:
            raise UserMistake(
                "undo", "Undo is possible for ten seconds: void the record in today's list instead."
            )
        reopened = replace(
            saved.call,
            id=new_id(now),
            call_number=saved.call_number,
            parked_at=None,
            parked_with="",
            reopens=saved.signpost_id,
        )
        try:
            with self._database.transaction() as stores:
                standing = stores.signposts.one(saved.signpost_id)
                if standing.voided_at is not None:
                    raise UserMistake("undo", "This record is void already.")
                # Kept before the void is on disk, so that the call is never in neither place. If
                # the program dies in between, `reopens` makes the next save void the first record.
                self._files.keep(reopened)
                _void_undone(stores, standing, saved.call.recorder_id, now)
        except SignpostError:
            self._files.remove(reopened.id)
            raise
        return reopened

    def _insert(self, call: Call, content: ContentStamp, now: datetime) -> SavedCall:
        numbered, body_length = call, len(call.call_number.partition("-")[0])
        for _ in range(NUMBERS_TO_TRY):
            with self._database.transaction() as stores:
                author = stores.staff.one(call.recorder_id or "")
                if call.reopens:
                    _void_undone(stores, stores.signposts.one(call.reopens), author.id, now)
                signpost = record_of(numbered, content, stores.practice.current(), author, now)
                outcome = stores.signposts.insert(signpost)
                if outcome.was_there:
                    return _saved(stores.signposts.one(call.id), call, was_saved_before=True)
            if outcome.stored:
                return _saved(signpost, call)
            numbered = replace(call, call_number=new_call_number(body_length))
        raise NotAvailable("No free call number was found.", "Save again; the call is kept.")


def _void_undone(stores: "Stores", standing: Signpost, author: str | None, now: datetime) -> None:
    if standing.voided_at is None:
        stores.signposts.void(standing, new_id(now), author or standing.recorded_by_id, UNDONE, now)


def _saved(signpost: Signpost, call: Call, *, was_saved_before: bool = False) -> SavedCall:
    return SavedCall(
        signpost_id=signpost.id,
        call_number=signpost.call_number,
        entered_at=signpost.entered_at,
        referral=signpost.referral,
        call=call,
        was_saved_before=was_saved_before,
        number_changed=signpost.call_number != call.call_number,
    )
