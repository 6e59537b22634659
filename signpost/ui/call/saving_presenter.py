"""Saving a call, once however often the key is pressed, and taking it back for ten seconds."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from signpost.domain.call import Blocker, Call
from signpost.domain.signpost import ContentStamp, Referral
from signpost.errors import SignpostError
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.calls_presenter import CallsPresenter
from signpost.ui.call.record_presenter import RecordPresenter
from signpost.ui.jobs import Jobs
from signpost.usecases.open_calls import OpenCalls
from signpost.usecases.record_signpost import UNDO_FOR, RecordSignpost, SavedCall, StillToDo


class SavingPresenter(QObject):
    """Takes the call from the screen, saves it, and brings it back when that fails.

    saved: what was saved. saving: a sentence while it is on its way. undo_offered: True while
        it may be undone.
    failed: the error. signposts_changed: records are different.
    """

    saved = Signal(object)
    undo_offered = Signal(bool)
    notice = Signal(str)
    failed = Signal(object)
    signposts_changed = Signal()

    def __init__(
        self,
        session: CallSession,
        calls: CallsPresenter,
        record: RecordPresenter,
        jobs: Jobs,
        is_example: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._session = session
        self._calls = calls
        self._record = record
        self._jobs = jobs
        self._is_example = is_example
        self._recorder: RecordSignpost | None = None
        self._open_calls: OpenCalls | None = None
        self._last: SavedCall | None = None
        self._undo_over = QTimer(self)
        self._undo_over.setSingleShot(True)
        self._undo_over.setInterval(int(UNDO_FOR.total_seconds() * 1000))
        self._undo_over.timeout.connect(self._forget_undo)

    def use(self, recorder: RecordSignpost, open_calls: OpenCalls) -> None:
        """The database is there."""
        self._recorder, self._open_calls = recorder, open_calls

    def save(self) -> None:
        """Save the call, or go to the first thing that is missing."""
        missing = self._record.missing()
        if self._session.call.is_empty:
            return
        if missing:
            self._record.go_to(missing[0])
            return
        if self._recorder is None:
            self.notice.emit("The database is still being opened. Press save again in a moment.")
            return
        call, recorder = self._with_topic(), self._recorder
        content, now = self._content(call), self._session.clock()
        self._calls.start_new()
        self._jobs.run(
            lambda: recorder.save(call, content, now), self._show_saved, _Failure(self, call).show
        )

    def undo(self) -> None:
        """Take back the last save while that is possible."""
        saved, recorder, now = self._last, self._recorder, self._session.clock()
        if saved is None or recorder is None:
            self.notice.emit("There is no save to undo. Void the record in today's list instead.")
            return
        self._forget_undo()
        self._jobs.run(lambda: recorder.undo(saved, now), self._reopen)

    def put_back(self, call: Call, error: Exception) -> None:
        """Saving failed: the call is still here."""
        self._calls.put_back(call)
        if isinstance(error, StillToDo):
            blocker: Blocker = error.blockers[0]
            self.notice.emit(blocker.sentence)
            self._record.go_to(blocker)
        else:
            self.failed.emit(error)

    def _with_topic(self) -> Call:
        heard, call = self._session.heard, self._session.call
        if call.topic_id or heard is None or not heard.topics:
            return call
        return replace(call, topic_id=heard.topics[0].topic_id)

    def _content(self, call: Call) -> ContentStamp:
        listening = self._session.listening
        if listening is None:
            return ContentStamp(example_practice=self._is_example())
        return ContentStamp(
            version=listening.library.version,
            topic=listening.topics.get(call.topic_id),
            example_practice=self._is_example(),
        )

    def _show_saved(self, saved: SavedCall) -> None:
        self._last = saved
        self._undo_over.start()
        again = " It was saved before; it is one record." if saved.was_saved_before else ""
        number = " Its number changed: use this one." if saved.number_changed else ""
        referral = " Referral to send." if saved.referral is Referral.TO_SEND else ""
        self.notice.emit(f"Saved {saved.call_number}.{number}{referral}{again}")
        self.undo_offered.emit(True)  # noqa: FBT003 - a signal carries a value
        self.saved.emit(saved)
        self.signposts_changed.emit()
        if self._open_calls is not None:
            self._jobs.run(self._open_calls.prepare_numbers)

    def _reopen(self, call: Call) -> None:
        self._calls.put_back(call)
        self.notice.emit(f"Undone: {call.call_number} is open again.")
        self.signposts_changed.emit()

    def _forget_undo(self) -> None:
        self._last = None
        self._undo_over.stop()
        self.undo_offered.emit(False)  # noqa: FBT003


class _Failure:
    """What to do with one call when saving it fails."""

    def __init__(self, presenter: SavingPresenter, call: Call) -> None:
        self._presenter = presenter
        self._call = call

    def show(self, error: Exception) -> None:
        """Bring the call back and say why."""
        if not isinstance(error, SignpostError):
            self._presenter.put_back(self._call, error)
            raise error
        self._presenter.put_back(self._call, error)
