"""Ask a clinician now: whom, how long ago, what the practice's rule says after that, and who took
over.
"""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from signpost.domain.call import ClinicianRequest
from signpost.domain.local_time import local_time
from signpost.domain.practice_details import ANSWER_MINUTES
from signpost.domain.staff import Duty
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.call.clinician_panel import ShownRequest
from signpost.usecases import take_call

NOBODY = "No duty clinician is confirmed for this session. Confirm one in the top bar."
_RULE = (
    "Nobody has answered in time. Your practice's rule: 999 if it may be an emergency, else 111."
)
_NOBODY_TO_ASK = "the duty clinician"


class ClinicianPresenter(QObject):
    """Keeps the request to a clinician, and counts."""

    def __init__(self, session: CallSession, view: CallView) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._answer_minutes = ANSWER_MINUTES
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._show)
        view.urgent.clinician_asked.connect(self.ask)
        view.clinician.who_typed.connect(self._type_who)
        view.clinician.withdrawn.connect(self._withdraw)
        session.changed.connect(self._show)
        session.desk_changed.connect(self._show_desk)
        self._show_desk()

    def use_answer_time(self, minutes: int) -> None:
        """The practice's own time within which a clinician has to answer."""
        self._answer_minutes = minutes
        self._show()

    def ask(self) -> None:
        """The one key, at any time; pressing it again goes to who took over."""
        session = self._session
        whom = session.duty.clinician if session.duty else _NOBODY_TO_ASK
        session.update(take_call.ask_clinician(session.call, whom, session.clock()))
        self._view.show_top()
        self._view.clinician.focus_who()

    def _type_who(self, who: str) -> None:
        session = self._session
        session.update(take_call.clinician_took_over(session.call, who, session.clock()))

    def _withdraw(self) -> None:
        self._session.update(replace(self._session.call, clinician_request=None))
        self._view.words.words.setFocus()

    def _show_desk(self) -> None:
        self._view.urgent.show_nobody("" if self._session.duty else NOBODY)
        self._view.record.fields.show_names(clinicians(self._session.duty))
        self._show()

    def _show(self) -> None:
        request = self._session.call.clinician_request
        if request is None:
            self._second.stop()
            self._view.clinician.show_request(None)
            return
        if request.took_over_at is None:
            self._second.start()
        else:
            self._second.stop()
        self._view.clinician.show_request(self._shown(request))

    def _shown(self, request: ClinicianRequest) -> ShownRequest:
        duty = self._session.duty
        waited = (request.took_over_at or self._session.clock()) - request.asked_at
        seconds = max(0, int(waited.total_seconds()))
        took_over = request.took_over_at
        late = took_over is None and waited >= timedelta(minutes=self._answer_minutes)
        return ShownRequest(
            whom=f"{duty.clinician}: {duty.how_to_reach}" if duty else NOBODY,
            backup=f"Back-up: {duty.backup}: {duty.backup_how_to_reach}"
            if duty and duty.backup
            else "",
            waited=f"{seconds // 60:02}:{seconds % 60:02}",
            answer_time=f"Your practice gives them {self._answer_minutes} minutes to answer.",
            rule=_RULE if late else "",
            took_over_by=request.took_over_by,
            took_over_at=f"Took over at {local_time(took_over):%H:%M}" if took_over else "",
            names=clinicians(duty),
        )


def clinicians(duty: Duty | None) -> tuple[str, ...]:
    """Whom one press names: the duty clinician and the back-up."""
    return tuple(name for name in (duty.clinician, duty.backup) if name) if duty else ()
