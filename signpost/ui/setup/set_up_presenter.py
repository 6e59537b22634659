"""Setting up the practice from the window: asks, keeps, and tells everybody how it now stands."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from signpost.domain.signpost import Practice
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs
from signpost.ui.parts.form_dialog import FormAnswer
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.ui.setup.set_up_dialog import SetUpDialog
from signpost.usecases.confirm_duty import DutyTyped
from signpost.usecases.set_up_practice import SetUp, SetUpPractice, SetUpTyped


class SetUpPresenter(QObject):
    """Asks what a practice says about itself.

    practice_changed: the practice as it now stands. notice: a sentence for the notice bar.
    """

    practice_changed = Signal(object)
    notice = Signal(str)

    def __init__(
        self, session: CallSession, window: QWidget, desk: DeskPresenter, jobs: Jobs
    ) -> None:
        super().__init__()
        self._session = session
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._set_up: SetUpPractice | None = None
        self._practice: Practice | None = None

    def use(self, set_up: SetUpPractice) -> None:
        """The database is there."""
        self._set_up = set_up
        self._jobs.run(set_up.practice, self._take_practice)

    def ask(self) -> None:
        """Show the form, filled with what is known."""
        if self._practice is None:
            self.notice.emit("The database is still being opened. Try again in a moment.")
            return
        form = SetUpDialog(self._window, self._practice, self._desk.people, self._session.duty)
        form.given.connect(self._keep)
        form.open()

    def _keep(self, given: dict[str, str]) -> None:
        form, set_up, now = self.sender(), self._set_up, self._session.clock()
        if not isinstance(form, SetUpDialog) or set_up is None:
            return
        typed = _typed(given, form.people_asked)
        recorder_id = self._desk.recorder.id if self._desk.recorder else None
        answer = FormAnswer(form, self._take)
        self._jobs.run(lambda: set_up.set_up(typed, recorder_id, now), answer.done, answer.failed)

    def _take(self, after: object) -> None:
        if isinstance(after, SetUp):
            self._take_practice(after.practice)
            self._desk.take_set_up(after)
            self.notice.emit("Kept. You can change it at any time from the top bar.")

    def _take_practice(self, practice: Practice) -> None:
        self._practice = practice
        self.practice_changed.emit(practice)


def _typed(given: Mapping[str, str], people: int) -> SetUpTyped:
    duty = DutyTyped(
        given["clinician"], given["how_to_reach"], given["backup"], given["backup_how_to_reach"]
    )
    return SetUpTyped(
        name=given["name"],
        ods_code=given["ods_code"],
        answer_minutes=given["answer_minutes"],
        people=tuple((given[f"initials_{at}"], given[f"name_{at}"]) for at in range(people)),
        duty=None if duty.is_empty else duty,
        review_months=given["review_months"],
    )
