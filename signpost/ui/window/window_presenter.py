"""What the bars and the status line say: practice, duty, recorder, content in use, rehearsal; and
closing.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from signpost.domain.signpost import Practice, RecordMode
from signpost.domain.staff import Duty, StaffMember
from signpost.errors import NotAvailable, SignpostError
from signpost.ui.call.call_session import CallSession
from signpost.ui.window.bars import EXAMPLE, REHEARSAL
from signpost.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from signpost.usecases.listen import Listening
    from signpost.usecases.open_directory import OpenedDirectory

_TRY = "Try it with an example practice"
_LEAVE = "Leave the example practice"
_NO_FILES = "There is no protocol in the folder resources/protocols: install Signpost again."
_FAULT = "Prompts are off or incomplete: use the paper sheet."


class WindowPresenter(QObject):
    """Tells the truth in the bars around the screens.

    closing: the window closes now.
    """

    closing = Signal()

    def __init__(self, session: CallSession, window: MainWindow) -> None:
        super().__init__()
        self._session = session
        self._window = window
        self._content, self._version = "Loading protocols…", ""
        self._kept = "Opening the database…"
        self._to_send = 0
        self._show_status()

    def show_listening(self, listening: "Listening") -> None:
        """How many protocols are in use; a fault stays on screen."""
        drafts = " (drafts)" if len(listening.approved) < listening.in_use else ""
        expected = listening.library.expected
        self._content = f"{listening.in_use} of {expected} protocols in use{drafts}"
        self._version = f"Content {listening.library.version}"
        first = listening.faults[0] if listening.faults else ""
        if not listening.in_use:
            self.show_content_off(first or _NO_FILES)
            return
        more = f" (and {len(listening.faults) - 1} more)" if len(listening.faults) > 1 else ""
        self._window.fault.show_fault("" if listening.is_complete else _FAULT, f"{first}{more}")
        self._show_status()

    def show_content_off(self, sentence: str) -> None:
        """No content could be loaded at all."""
        self._content, self._version = "No protocols in use", ""
        self._window.fault.show_fault(_FAULT, sentence)
        self._show_status()

    def show_practice(self, practice: Practice) -> None:
        """Whose program this is, and whether it is live."""
        self._session.mode = practice.mode
        self._session.desk_changed.emit()
        self._window.top.show_practice(practice.name)
        self._window.rehearsal.setVisible(practice.mode is RecordMode.REHEARSAL)
        self._kept = "Saved on this PC"
        self._show_status()

    def show_directory(self, opened: "OpenedDirectory") -> None:
        """Whether the services are an invented practice's; faults of the files are told once."""
        bar = self._window.rehearsal
        bar.show_words(EXAMPLE if opened.is_example else REHEARSAL)
        bar.example.show_text(_LEAVE if opened.is_example else _TRY)
        if opened.faults:
            many = len(opened.faults)
            first = str(opened.faults[0])
            more = f" (and {many - 1} more)" if many > 1 else ""
            self._window.notices.show_notice(f"Directory: {first}{more}", stays=True)

    def show_duty(self, duty: object) -> None:
        """Who is on duty this session."""
        if isinstance(duty, Duty):
            self._window.top.show_duty(f"Duty: {duty.clinician}, {duty.how_to_reach}")
        else:
            self._window.top.show_duty("Duty: nobody confirmed")

    def show_recorder(self, person: object) -> None:
        """Who is recording."""
        if isinstance(person, StaffMember):
            self._window.top.show_recorder(person.initials)

    def show_failure(self, error: object) -> None:
        """Something outside the program did not work, or a job met a fault of ours."""
        if isinstance(error, NotAvailable):
            self._kept = "Not saved: see above"
            self._window.notices.show_notice(f"{error.sentence} {error.remedy}".strip(), stays=True)
            self._show_status()
        elif isinstance(error, SignpostError):
            self._window.notices.show_notice(str(error))
        elif isinstance(error, Exception):
            raise error

    def show_saved(self) -> None:
        """The last save worked."""
        self._kept = "Saved on this PC"
        self._show_status()

    def show_reminder(self, sentence: str) -> None:
        """A parked call needs somebody."""
        self._window.notices.show_notice(sentence, stays=True)
        QApplication.alert(self._window)
        QApplication.beep()

    def ask_to_close(self, to_send: int, open_calls: int) -> None:
        """Warn of what is unfinished; closing is always possible, and loses nothing."""
        parts = []
        if to_send:
            parts.append(
                f"{to_send} {'referral is' if to_send == 1 else 'referrals are'} still to send."
            )
        if open_calls:
            parts.append(
                "1 call is open and will come back."
                if open_calls == 1
                else f"{open_calls} calls are open and will come back."
            )
        if not parts:
            self._close()
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning, "Close Signpost?", " ".join(parts), parent=self._window
        )
        stay = box.addButton("Stay", QMessageBox.ButtonRole.RejectRole)
        box.addButton("Close anyway", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(stay)
        box.accepted.connect(self._close)
        box.open()

    def _close(self) -> None:
        self.closing.emit()
        self._window.close_now()

    def _show_status(self) -> None:
        self._window.status.show_status(self._content, self._kept, detail=self._version)
