"""Locks on files that the system lets go of by itself when a process dies, on Windows and
elsewhere.
"""

import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    # Windows refuses to read locked bytes, so the bytes locked lie far behind any content.
    _SEATS_FROM = 1 << 30
    _SEATS = 64

    def _lock_bytes(file: IO[bytes], start: int, count: int) -> bool:
        file.seek(start)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, count)
        except OSError:
            return False
        return True

    def lock_alone(file: IO[bytes]) -> bool:
        """Take the file for this process alone; False when another has it in any way."""
        return _lock_bytes(file, _SEATS_FROM, _SEATS)

    def lock_shared(file: IO[bytes]) -> bool:
        """Take the file together with others (Windows: one seat of 64); False while one has it
        alone.
        """
        return any(_lock_bytes(file, _SEATS_FROM + seat, 1) for seat in range(_SEATS))
else:
    import fcntl

    def _flock(file: IO[bytes], how: int) -> bool:
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def lock_alone(file: IO[bytes]) -> bool:
        """Take the file for this process alone; False when another has it in any way."""
        return _flock(file, fcntl.LOCK_EX)

    def lock_shared(file: IO[bytes]) -> bool:
        """Take the file together with others; False while one has it alone."""
        return _flock(file, fcntl.LOCK_SH)


class InUse:
    """Says that this process uses something: shared by all its users, or alone, while nobody else
    does.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def share(self) -> bool:
        """Use it beside others; False while another process has it alone."""
        return lock_shared(self._opened())

    def alone(self) -> bool:
        """Use it alone; False, and not used at all, while anyone else uses it."""
        return lock_alone(self._opened())

    def release(self) -> None:
        """Use it no longer."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _opened(self) -> IO[bytes]:
        # A fresh handle holds no lock: taking a lock never depends on the one held before.
        self.release()
        self._file = self._path.open("ab")
        return self._file
