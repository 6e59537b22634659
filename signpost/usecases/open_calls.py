"""Calls in progress: starting, autosaving, parking, discarding, and bringing them back at the next
start.
"""

from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime

from signpost.domain.call import Call
from signpost.domain.call_number import body_length_for, new_call_number
from signpost.domain.record_id import new_id
from signpost.errors import NotAvailable, UserMistake
from signpost.storage.database import Database
from signpost.storage.open_call_files import OpenCallFiles

NUMBERS_KEPT_READY = 8


@dataclass(frozen=True)
class RestoredCalls:
    """What a start found: calls to go on with, sentences about files kept aside, calls open in
    another window.
    """

    calls: tuple[Call, ...]
    sentences: tuple[str, ...]
    held_elsewhere: int


class OpenCalls:
    """The calls in progress on this PC. Start, park and resume need no disk; the rest belongs to
    the worker.
    """

    def __init__(self, files: OpenCallFiles, database: Database) -> None:
        self._files = files
        self._database = database
        self._numbers: deque[str] = deque()
        self._body_length = body_length_for(0)

    def start(self, now: datetime, recorder_id: str | None = None) -> Call:
        """A new, empty call with its call number. No I/O: fit for the GUI thread."""
        try:
            number = self._numbers.popleft()
        except IndexError:
            number = new_call_number(self._body_length)
        return Call(new_id(now), number, now, recorder_id)

    def autosave(self, call: Call) -> None:
        """Keep a call durably; costs nothing when it is unchanged or empty. Raises NotAvailable
        when it cannot.
        """
        if call.is_empty and not self._files.is_kept(call.id):
            return
        self._files.keep(call)

    def park(self, call: Call, now: datetime, parked_with: str = "") -> Call:
        """The call as parked; autosave it next. Raises UserMistake when an open prompt has nobody
        looking after it.
        """
        if call.open_prompts and not parked_with.strip():
            raise UserMistake(
                "parked_with",
                "A prompt is still open: type who has this caller before parking the call.",
            )
        return replace(call, parked_at=now, parked_with=parked_with.strip())

    def resume(self, call: Call) -> Call:
        """The call as taken up again; autosave it next."""
        return replace(call, parked_at=None, parked_with="")

    def discard(self, call: Call) -> None:
        """Forget an empty or misdialled call. Raises UserMistake while a prompt is open."""
        if call.open_prompts:
            raise UserMistake(
                "prompt",
                "A prompt is open: record the action taken, then save or discard the call.",
            )
        self._files.remove(call.id)

    def restore(self) -> RestoredCalls:
        """Take every open call that no other window holds, oldest first. A call already recorded is
        not brought back.
        """
        found = self._files.take_all()
        sentences = found.sentences
        recorded: frozenset[str] = frozenset()
        try:
            with self._database.reading() as stores:
                recorded = stores.signposts.recorded_ids([call.id for call in found.calls])
            self.prepare_numbers()
        except NotAvailable as failure:  # without the database the calls come back all the same
            sentences = (*sentences, str(failure))
        for call_id in recorded:
            self._files.remove(call_id)
        calls = (call for call in found.calls if call.id not in recorded)
        return RestoredCalls(
            calls=tuple(sorted(calls, key=lambda call: call.started_at)),
            sentences=sentences,
            held_elsewhere=found.held_elsewhere,
        )

    def prepare_numbers(self) -> None:
        """Keep some call numbers ready that no standing record has; run by the worker, after
        restore and each save.
        """
        with self._database.reading() as stores:
            self._body_length = body_length_for(stores.signposts.count())
            while len(self._numbers) < NUMBERS_KEPT_READY:
                number = new_call_number(self._body_length)
                if not stores.signposts.is_number_taken(number):
                    self._numbers.append(number)

    def close(self) -> None:
        """Let go of the calls at the end of the program; they stay on disk for the next start."""
        self._files.close()
