"""Calls come and go: a new one, parking, taking up again, discarding, and keeping every one of
them safe.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from signpost.domain.call import Call
from signpost.domain.caller import age_in_words
from signpost.errors import UserMistake
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.call.parked_bar import ShownParked
from signpost.ui.jobs import Jobs
from signpost.ui.parts.form_dialog import Asked, FormDialog
from signpost.usecases.open_calls import OpenCalls, RestoredCalls

AUTOSAVE_AFTER_MS = 300
_WORDS_SHOWN = 60
_TITLE = "Park this call"
_EXPLAINED = "It stays on this PC until you take it up again. Nothing of it is recorded yet."
_EXPLAINED_OPEN = "A prompt is open: type who has this caller now. It stays on top of the screen."


class CallsPresenter(QObject):
    """Keeps the call in progress and those that are parked.

    notice: a sentence for the notice bar. reminded: a parked call with an open prompt needs
        somebody.
    """

    notice = Signal(str)
    reminded = Signal(str)

    def __init__(
        self, session: CallSession, view: CallView, jobs: Jobs, reminder_seconds: int
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._jobs = jobs
        self._open_calls: OpenCalls | None = None
        self.parked: tuple[Call, ...] = ()
        self._reminder = timedelta(seconds=reminder_seconds)
        self._reminded_at: dict[str, datetime] = {}
        self._autosave = _single_shot(self, AUTOSAVE_AFTER_MS)
        self._autosave.timeout.connect(self.save_draft)
        self._minute = QTimer(self)
        self._minute.setInterval(5000)
        self._minute.timeout.connect(self.tick)
        view.record.park_asked.connect(self.ask_to_park)
        view.parked.resumed.connect(self._resume)
        session.changed.connect(self._keep_soon)

    def use(self, open_calls: OpenCalls, restored: RestoredCalls) -> None:
        """The disk is there: bring back what was open, and keep what has been typed meanwhile."""
        self._open_calls = open_calls
        for sentence in restored.sentences:
            self.notice.emit(sentence)
        self.parked = tuple(
            call if call.parked_at else replace(call, parked_at=call.started_at)
            for call in restored.calls
            if call.id != self._session.call.id
        )
        if restored.calls:
            many = len(restored.calls)
            what = "A call that was open is" if many == 1 else f"{many} calls that were open are"
            self.notice.emit(f"{what} back. Take up with F5.")
        self._minute.start()
        self._keep_soon()
        self._show()

    def start_new(self) -> None:
        """A new, empty call on the screen, with the focus on the caller's words."""
        if self._open_calls is not None:
            call = self._open_calls.start(self._session.clock(), self._session.call.recorder_id)
            self._session.replace(call)
        self._view.words.words.setFocus()

    def discard(self) -> None:
        """The one key: to the caller's words; there it discards a call that is empty."""
        if not self._view.words.words.hasFocus():
            self._view.words.words.setFocus()
            return
        if self._session.call.is_empty and self._open_calls is not None:
            gone, open_calls = self._session.call, self._open_calls
            self._jobs.run(lambda: open_calls.discard(gone))
            self.start_new()

    def ask_to_park(self) -> None:
        """Ask what parking needs: who has the caller when a prompt is open; place and number
        always.
        """
        call = self._session.call
        if call.is_empty or self._open_calls is None:
            self.notice.emit("There is nothing to park: this call is empty.")
            return
        is_open = bool(call.open_prompts)
        who = (
            (Asked("parked_with", "Who has this caller?", hint="Name or role"),) if is_open else ()
        )
        asked = (
            *who,
            Asked("where", "Where is the patient?", call.where_is_patient),
            Asked("ring_back", "Ring-back number", call.ring_back),
        )
        explained = _EXPLAINED_OPEN if is_open else _EXPLAINED
        form = FormDialog(self._view.window(), _TITLE, explained, asked, "Park")
        form.given.connect(self._park_from_form)
        form.open()

    def take_up(self) -> None:
        """The one key: to the first parked call, then to the next."""
        if not self.parked:
            self.notice.emit("No call is parked.")
        self._view.parked.step()

    def put_back(self, call: Call) -> None:
        """A call whose saving failed or was undone: on the screen when that is free, else
        parked.
        """
        if self._session.call.is_empty:
            self._session.replace(call)
        else:
            self.parked = (*self.parked, replace(call, parked_at=self._session.clock()))
            self._show()

    def save_draft(self) -> None:
        """Keep the call as it is now, durably, off the GUI thread."""
        self._autosave.stop()
        call, open_calls = self._session.call, self._open_calls
        if open_calls is not None:
            self._jobs.run_newest(f"keep {call.id}", lambda: open_calls.autosave(call), _nothing)

    def tick(self) -> None:
        """Minutes go by; a parked call with an open prompt asks again."""
        now = self._session.clock()
        for call in self.parked:
            last = self._reminded_at.get(call.id, call.parked_at or now)
            if call.open_prompts and now - last >= self._reminder:
                self._reminded_at[call.id] = now
                title = call.open_prompts[0].title
                self.reminded.emit(
                    f"{title} is still open in a parked call, with {call.parked_with}."
                )
        self._show()

    def _park_from_form(self, given: dict[str, str]) -> None:
        form = self.sender()
        if isinstance(form, FormDialog):
            form.try_with(lambda: self._park(given))

    def _park(self, given: dict[str, str]) -> None:
        call = replace(
            self._session.call,
            where_is_patient=given["where"],
            ring_back=given["ring_back"],
        )
        if self._open_calls is None:
            raise UserMistake("", "The call cannot be parked yet: the program is still starting.")
        call = self._open_calls.park(call, self._session.clock(), given.get("parked_with", ""))
        self._session.update(call)
        self.save_draft()
        self.parked = (*self.parked, call)
        self.start_new()
        self._show()

    def _resume(self, call_id: str) -> None:
        wanted = next((call for call in self.parked if call.id == call_id), None)
        if wanted is None or self._open_calls is None:
            return
        current = self._session.call
        if not current.is_empty:
            if current.open_prompts:
                self.notice.emit("A prompt is open in this call: finish it or park the call first.")
                return
            current = self._open_calls.park(current, self._session.clock())
            self._session.update(current)
            self.save_draft()
        others = tuple(call for call in self.parked if call.id != call_id)
        self.parked = others if current.is_empty else (*others, current)
        self._session.replace(self._open_calls.resume(wanted))
        self._view.words.words.setFocus()
        self._show()

    def _keep_soon(self) -> None:
        if not self._autosave.isActive():
            self._autosave.start()

    def _show(self) -> None:
        now = self._session.clock()
        shown = [_shown(call, now) for call in self.parked]
        shown.sort(key=lambda item: not item.urgent)
        self._view.parked.show_parked(tuple(shown))


def _shown(call: Call, now: datetime) -> ShownParked:
    words = " ".join(call.words.split())
    short = words if len(words) <= _WORDS_SHOWN else f"{words[:_WORDS_SHOWN]}…"
    age = age_in_words(call.patient.age_years) if call.patient.age_years is not None else ""
    minutes = int((now - (call.parked_at or now)).total_seconds() // 60)
    urgent = ", ".join(prompt.title for prompt in call.open_prompts)
    has = f"with {call.parked_with}" if call.parked_with else ""
    parts = (
        f"Parked {minutes} min",
        has,
        urgent,
        f"age {age}" if age else "",
        short or "no words yet",
    )
    return ShownParked(call.id, " · ".join(part for part in parts if part), urgent)


def _single_shot(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer


def _nothing(_: object) -> None:
    """The draft is kept; nothing is shown."""
