"""Who is at the desk: the person recording, and this session's duty clinician."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from signpost.domain.staff import Duty, StaffMember
from signpost.errors import UserMistake
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs
from signpost.ui.parts.form_dialog import Asked, FormAnswer, FormDialog
from signpost.ui.setup.recorder_dialog import RecorderDialog
from signpost.usecases.choose_recorder import ChooseRecorder
from signpost.usecases.confirm_duty import ConfirmDuty
from signpost.usecases.set_up_practice import SetUp

_LOOK_AGAIN_MS = 60_000


class DeskPresenter(QObject):
    """Keeps recorder and duty clinician, and asks for them.

    recorder_chosen: the person. duty_changed: the duty or None. then_save: the recorder was
        asked for by a save.
    """

    recorder_chosen = Signal(object)
    duty_changed = Signal(object)
    then_save = Signal()

    def __init__(self, session: CallSession, window: QWidget, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._window = window
        self._jobs = jobs
        self._recorders: ChooseRecorder | None = None
        self._duties: ConfirmDuty | None = None
        self.people: tuple[StaffMember, ...] = ()
        self.recorder: StaffMember | None = None
        self._last_duty: Duty | None = None
        self._saving = False
        self._look_again = QTimer(self)
        self._look_again.setInterval(_LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self.refresh_duty)
        session.replaced.connect(self._sign_call)

    def use(self, recorders: ChooseRecorder, duties: ConfirmDuty) -> None:
        """The database is there."""
        self._recorders, self._duties = recorders, duties
        self._jobs.run(recorders.recorders, self._show_people)
        self._jobs.run(duties.last_confirmed, self._remember_last)
        self.refresh_duty()
        self._look_again.start()

    def refresh_duty(self) -> None:
        """Which duty clinician is confirmed for the session that it is now."""
        duties, now = self._duties, self._session.clock()
        if duties is not None:
            self._jobs.run(lambda: duties.current(now), self._show_duty)

    def ask_recorder(self) -> None:
        """Ask who is recording."""
        self._ask_recorder(saving=False)

    def ask_recorder_to_save(self) -> None:
        """A save waits for who is recording."""
        self._ask_recorder(saving=True)

    def ask_duty(self) -> None:
        """Ask who is on duty this session; what was confirmed last is offered, not confirmed."""
        last = self._session.duty or self._last_duty
        asked = (
            Asked("clinician", "Duty clinician", last.clinician if last else "", "Dr A. Example"),
            Asked(
                "how_to_reach", "How to reach them", last.how_to_reach if last else "", "ext 201"
            ),
            Asked("backup", "Back-up", last.backup if last else ""),
            Asked(
                "backup_how_to_reach",
                "How to reach the back-up",
                last.backup_how_to_reach if last else "",
            ),
        )
        explained = "For this morning or this afternoon only: confirm it again next session."
        form = FormDialog(self._window, "Who is on duty?", explained, asked, "Confirm")
        form.given.connect(self._confirm_from_form)
        form.open()

    def take_set_up(self, after: SetUp) -> None:
        """The practice was set up: its people, who is on duty, and the first of the new people
        records when nobody was chosen before.
        """
        self.people = after.people
        if after.duty is not None:
            self._show_duty(after.duty)
        if self.recorder is None and after.added:
            self._use_person(after.added[0])

    def _ask_recorder(self, *, saving: bool) -> None:
        if self._recorders is None:
            return
        self._saving = saving
        dialog = RecorderDialog(self._window, self.people)
        dialog.picked.connect(self._pick)
        dialog.given.connect(self._add_from_form)
        dialog.open()

    def _pick(self, person_id: str) -> None:
        self._use_person(next(person for person in self.people if person.id == person_id))

    def _add_from_form(self, given: dict[str, str]) -> None:
        form, recorders, now = self.sender(), self._recorders, self._session.clock()
        if isinstance(form, FormDialog) and recorders is not None:
            answer = FormAnswer(form, self._take_added)
            self._jobs.run(
                lambda: recorders.add(given["initials"], given["name"], now),
                answer.done,
                answer.failed,
            )

    def _take_added(self, person: object) -> None:
        if isinstance(person, StaffMember):
            others = tuple(other for other in self.people if other.id != person.id)
            self.people = (person, *others)
            self._use_person(person)

    def _use_person(self, person: StaffMember) -> None:
        self.recorder = person
        self._sign_call()
        self.recorder_chosen.emit(person)
        if self._saving:
            self._saving = False
            self.then_save.emit()

    def _sign_call(self) -> None:
        call = self._session.call
        if self.recorder is not None and call.recorder_id != self.recorder.id:
            self._session.update(replace(call, recorder_id=self.recorder.id))

    def _confirm_from_form(self, given: dict[str, str]) -> None:
        form, duties, now = self.sender(), self._duties, self._session.clock()
        if not isinstance(form, FormDialog) or duties is None:
            return
        recorder_id = self.recorder.id if self.recorder else None
        if recorder_id is None:
            form.show_mistake(
                UserMistake("", "Choose who is recording first (Ctrl+R): they confirm.")
            )
            return
        answer = FormAnswer(form, self._show_duty)
        self._jobs.run(
            lambda: duties.confirm(
                clinician=given["clinician"],
                how_to_reach=given["how_to_reach"],
                backup=given["backup"],
                backup_how_to_reach=given["backup_how_to_reach"],
                recorder_id=recorder_id,
                now=now,
            ),
            answer.done,
            answer.failed,
        )

    def _show_people(self, people: tuple[StaffMember, ...]) -> None:
        self.people = people

    def _remember_last(self, duty: Duty | None) -> None:
        self._last_duty = duty

    def _show_duty(self, duty: object) -> None:
        self._session.duty = duty if isinstance(duty, Duty) else None
        self.duty_changed.emit(self._session.duty)
        self._session.desk_changed.emit()
