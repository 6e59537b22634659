"""Printing the paper sheet from the window: asks where, writes it in the background, says where
it is.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from signpost.domain.local_time import local_time
from signpost.domain.signpost import Practice, RecordMode
from signpost.errors import SignpostError
from signpost.paths import bundled
from signpost.ui.browser.browser_view import BrowserView
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.parts.choose_file import ChooseFile

if TYPE_CHECKING:
    from signpost.usecases.print_paper_sheet import Printed

_STILL_LOADING = "Protocols are still being loaded. Try again in a moment."
_UNDER_WAY = "The paper sheet is being written. You can go on working."


class PrintPresenter(QObject):
    """Writes the paper sheet as a PDF.

    notice: a sentence for the notice bar. told: a sentence that stays until it is closed.
    """

    notice = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: CallSession, view: BrowserView, jobs: Jobs, choose_file: ChooseFile
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._jobs = jobs
        self._choose_file = choose_file
        self._practice: Practice | None = None
        view.print_asked.connect(self.ask)

    def use(self, practice: Practice) -> None:
        """Whose sheet it is."""
        self._practice = practice

    def ask(self, large: object) -> None:
        """Ask where to, then write."""
        listening, practice, now = self._session.listening, self._practice, self._session.clock()
        if listening is None or practice is None:
            self.notice.emit(_STILL_LOADING)
            return
        chosen = self._choose_file(_window(self._view), _suggested(now, practice), "PDF (*.pdf)")
        if chosen is None:
            return
        out = chosen if chosen.suffix else chosen.with_suffix(".pdf")

        def write() -> "Printed":
            from signpost.usecases.print_paper_sheet import print_paper_sheet  # noqa: PLC0415

            return print_paper_sheet(
                listening,
                bundled("resources"),
                out,
                now,
                practice=practice.name,
                answer_minutes=practice.answer_minutes,
                rehearsal=practice.mode is RecordMode.REHEARSAL,
                large=bool(large),
            )

        self.notice.emit(_UNDER_WAY)
        self._jobs.run(write, self._tell, self._fail, Lane.BACKGROUND)

    def _tell(self, printed: "Printed") -> None:
        lacking = f" {printed.faults[0]}" if printed.faults else ""
        self.told.emit(
            f"The paper sheet is in {printed.file}: {printed.protocols} protocols, "
            f"{printed.topics} topics.{lacking} Print it from there, and replace the old one."
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SignpostError):
            raise error
        self.told.emit(str(error))


def _window(view: QWidget) -> QWidget:
    return view.window()


def _suggested(now: datetime, practice: Practice) -> str:
    marked = " REHEARSAL" if practice.mode is RecordMode.REHEARSAL else ""
    return str(Path(f"Signpost paper sheet {local_time(now):%Y-%m-%d}{marked}.pdf"))
