"""Calls in progress on disk, outside the database and its backups (docs/decisions/0005-open-
calls.md).

Each call has two small files, written in turn and in place: whatever moment the power fails, one of
the two is whole, and what is taken out of the words is overwritten rather than left on the disk.
"""

import contextlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO

from signpost.domain.call import Call
from signpost.storage.call_json import call_from_json, call_to_json
from signpost.storage.failures import file_failures
from signpost.storage.file_lock import lock_alone

SLOTS = ("a", "b")
_MARK = b"signpost-open-call-1"
_HEAD = 120


@dataclass(frozen=True)
class FoundCalls:
    """Calls that are this process's now, sentences about files kept aside, and how many another
    process holds.
    """

    calls: tuple[Call, ...]
    sentences: tuple[str, ...]
    held_elsewhere: int


class _UnreadableError(Exception):
    """Neither file of a call holds one."""


class _Held:
    """The two open files of one call. The first is locked for as long as this process has the
    call.
    """

    def __init__(self, folder: Path, call_id: str) -> None:
        self.paths = [folder / f"{call_id}.{slot}" for slot in SLOTS]
        self.files: list[IO[bytes]] = [_open(path) for path in self.paths]
        self.sequence = 0
        self.last: Call | None = None

    def write(self, call: Call) -> None:
        payload = call_to_json(call)
        file = self.files[(self.sequence + 1) % 2]
        head = b"%s %d %d %s\n" % (
            _MARK,
            self.sequence + 1,
            len(payload),
            sha256(payload).hexdigest().encode(),
        )
        data = head.ljust(_HEAD) + payload
        length_before = file.seek(0, os.SEEK_END)
        _overwrite(file, data.ljust(length_before, b"\0"))
        self.sequence += 1
        self.last = call

    def read(self) -> Call | None:
        """The newest whole state; None when nothing was ever kept, or it was being erased."""
        contents = [_whole(file) for file in self.files]
        states = [_state(content) for content in contents]
        newest = max(
            (state for state in states if state is not None),
            key=lambda state: state[0],
            default=None,
        )
        if newest is None:
            if any(content[:_HEAD].strip(b"\0") for content in contents):
                raise _UnreadableError
            return None
        self.sequence, self.last = newest
        return self.last

    def erase(self) -> None:
        try:
            for file in self.files:
                length = file.seek(0, os.SEEK_END)
                _overwrite(file, bytes(length))
            if os.name == "nt":  # Windows does not unlink an open file
                self.close()
            for path in self.paths:
                path.unlink(missing_ok=True)
        finally:
            self.close()

    def close(self) -> None:
        for file in self.files:
            file.close()


class OpenCallFiles:
    """Keeps, finds and erases calls in progress. Used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, _Held] = {}
        self._gone: set[str] = set()

    def is_kept(self, call_id: str) -> bool:
        """Whether this process has kept that call."""
        return call_id in self._held

    def keep(self, call: Call) -> None:
        """Write the call so that it survives a power cut; nothing is written when it has not
        changed.

        A call that was removed stays away, should an autosave arrive late. Raises NotAvailable when
        the disk refuses; what was kept before is then still whole.
        """
        held = self._held.get(call.id)
        if call.id in self._gone or (held is not None and held.last == call):
            return
        with file_failures("The call in progress could not be kept on this disk.", _ROOM):
            if held is None:
                held = self._begin(call.id)
            held.write(call)

    def remove(self, call_id: str) -> None:
        """Overwrite and remove a call that is recorded or discarded."""
        held = self._held.pop(call_id, None)
        self._gone.add(call_id)
        if held is not None:
            with file_failures("The call in progress could not be removed from this disk.", _ROOM):
                held.erase()

    def take_all(self) -> FoundCalls:
        """Take every kept call that no other process holds. A file that cannot be read is kept
        aside.
        """
        calls: list[Call] = []
        sentences: list[str] = []
        elsewhere = 0
        for call_id in sorted(
            {path.stem for slot in SLOTS for path in self._folder.glob(f"*.{slot}")}
        ):
            if call_id in self._held:
                continue
            try:
                found = self._take(call_id)
            except BlockingIOError:
                elsewhere += 1
            except (_UnreadableError, OSError):
                sentences.append(self._set_aside(call_id))
            else:
                calls.extend([found] if found else [])
        return FoundCalls(tuple(calls), tuple(sentences), elsewhere)

    def close(self) -> None:
        """Let go of every call; the files stay."""
        for held in self._held.values():
            held.close()
        self._held.clear()

    def _begin(self, call_id: str) -> _Held:
        self._folder.mkdir(parents=True, exist_ok=True)
        held = _Held(self._folder, call_id)
        if not lock_alone(held.files[0]):
            held.close()
            raise BlockingIOError(call_id)
        _folder_to_disk(self._folder)
        self._held[call_id] = held
        return held

    def _take(self, call_id: str) -> Call | None:
        held = self._begin(call_id)
        try:
            call = held.read()
        except _UnreadableError:
            self._held.pop(call_id).close()
            raise
        if call is None or call.id != call_id:
            self._held.pop(call_id).erase()
            return None
        return call

    def _set_aside(self, call_id: str) -> str:
        aside = self._folder / "unreadable"
        stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
        with contextlib.suppress(OSError):
            aside.mkdir(exist_ok=True)
            for slot in SLOTS:
                path = self._folder / f"{call_id}.{slot}"
                if path.exists():
                    path.rename(aside / f"{call_id}-{stamp}.{slot}")
        return (
            f"A call in progress could not be read. Its file is kept in {aside}; "
            "if you remember the caller, ring them back. Every other call is here."
        )


_ROOM = "Go on on the paper sheet, and make room on the disk or tell whoever looks after this PC."


def _open(path: Path) -> IO[bytes]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o660)
    return os.fdopen(descriptor, "r+b", buffering=0)


def _whole(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def _state(content: bytes) -> tuple[int, Call] | None:
    """Sequence number and call of one file; None when it is not whole."""
    try:
        mark, sequence, length, digest = content[:_HEAD].split()
        payload = content[_HEAD : _HEAD + int(length)]
        if mark != _MARK or sha256(payload).hexdigest().encode() != digest:
            return None
        return int(sequence), call_from_json(payload)
    except ValueError:
        return None


def _overwrite(file: IO[bytes], data: bytes) -> None:
    file.seek(0)
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    if os.name == "nt":  # Windows keeps folder entries in order by itself and cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
