"""Who is at the directory, and how what they do is done: off the GUI thread, with every failure as
a sentence.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from signpost.domain.local_time import local_time
from signpost.errors import SignpostError
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.usecases.keep_directory import Author

_T = TypeVar("_T")


class Keeper(QObject):
    """The person at the directory screen.

    changed: the id of the entry that was changed (empty: more than one). notice: a sentence for the
    notice bar.
    """

    changed = Signal(str)
    notice = Signal(str)

    def __init__(self, session: CallSession, desk: DeskPresenter, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._desk = desk
        self._jobs = jobs

    @property
    def today(self) -> date:
        """The day, by England's clocks."""
        return local_time(self._session.clock()).date()

    def author(self) -> Author:
        """Who does what is done now."""
        recorder = self._desk.recorder
        return Author(recorder.id if recorder else None, self._session.clock())

    def ask_who(self) -> bool:
        """Whether somebody is chosen; else they are asked."""
        if self._desk.recorder is None:
            self._desk.ask_recorder()
            return False
        return True

    def read(self, name: str, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """Read something; only the newest of a name counts."""
        self._jobs.run_newest(name, work, done, lane=Lane.BACKGROUND)

    def do(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Change something, once somebody is chosen."""
        if self.ask_who():
            self._jobs.run(work, done, failed or self.tell)

    def work(
        self,
        work: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do something that takes long, beside the calls."""
        self._jobs.run(work, done, failed, Lane.BACKGROUND)

    def tell(self, error: Exception) -> None:
        """Say why something was not done."""
        if not isinstance(error, SignpostError):
            raise error
        self.notice.emit(str(error))
