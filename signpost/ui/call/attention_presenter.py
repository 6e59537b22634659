"""When a prompt or check line has stood unanswered for a while, the screen suggests asking a
clinician.
"""

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.parts.keys import Key
from signpost.usecases import take_call

_ASK = f"Ask a clinician: {Key.ASK_CLINICIAN.shown}"


class AttentionPresenter(QObject):
    """Looks at the clock for the person; the length of a call is never a fault."""

    def __init__(self, session: CallSession, view: CallView, seconds: int) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._after = timedelta(seconds=seconds)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.look)
        session.changed.connect(self.look)

    def look(self) -> None:
        """Suggest a clinician when something has waited too long."""
        call = self._session.call
        since = [prompt.raised_at for prompt in take_call.standing_prompts(call)]
        since += [check.shown_at for check in call.asking_checks]
        if not since:
            self._second.stop()
            self._view.show_nudge("")
            return
        if not self._second.isActive():
            self._second.start()
        waited = self._session.clock() - min(since)
        late = waited >= self._after and call.clinician_request is None
        seconds = int(self._after.total_seconds())
        self._view.show_nudge(f"Not answered for {seconds} seconds. Unsure? {_ASK}" if late else "")
