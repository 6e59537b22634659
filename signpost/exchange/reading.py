"""One reading of a file from outside: what it had to leave out so far, how far it is, when to
stop.
"""

from collections.abc import Callable

from signpost.domain.faults import ContentFault
from signpost.errors import UserMistake

ROWS_BETWEEN_LOOKS = 500
"""So many rows pass between two looks at whether somebody wants to stop."""


class ReadingCancelledError(UserMistake):
    """Somebody stopped the reading; nothing was taken over."""

    def __init__(self) -> None:
        super().__init__("file", "Reading was stopped. Nothing has been changed.")


class Reading:
    """Collects faults, and tells `progress` how many bytes of how many are read."""

    def __init__(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool], total: int
    ) -> None:
        self._refused: dict[ContentFault, None] = {}
        self._emptied: dict[ContentFault, None] = {}
        self._progress = progress
        self._cancelled = cancelled
        self._total = max(total, 1)
        self._done = 0
        self.advance(0)

    def advance(self, size: int) -> None:
        """So many bytes more are read. Raises ReadingCancelledError."""
        self._done = min(self._done + size, self._total)
        self._progress(self._done, self._total)
        self.look()

    @property
    def left(self) -> int:
        """How many bytes are not told as read yet."""
        return self._total - self._done

    def look(self) -> None:
        """Stop here when somebody wants to. Raises ReadingCancelledError."""
        if self._cancelled():
            raise ReadingCancelledError

    def refuse(self, file: str, key: str, sentence: str) -> None:
        """A row, or a whole file, is left out."""
        self._refused[ContentFault(file, key, sentence)] = None

    def empty(self, file: str, key: str, sentence: str) -> None:
        """A value cannot be used: only that cell is left empty."""
        self._emptied[ContentFault(file, key, sentence)] = None

    @property
    def refused(self) -> tuple[ContentFault, ...]:
        """What was left out, each told once."""
        return tuple(self._refused)

    @property
    def emptied(self) -> tuple[ContentFault, ...]:
        """What was emptied, each told once."""
        return tuple(self._emptied)
