"""Today's signposts beside the call: the list, corrections, voids, and referrals that are still to
send.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from signpost.domain.call import Outcome
from signpost.domain.local_time import local_time
from signpost.domain.signpost import Referral, Signpost
from signpost.errors import SignpostError
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.correct_dialog import CorrectDialog
from signpost.ui.call.today_panel import ShownRecord, TodayPanel
from signpost.ui.jobs import Jobs
from signpost.ui.parts.form_dialog import Asked, FormAnswer, FormDialog
from signpost.usecases.review_today import ReviewToday, TodayRow, TodaysList


class TodayPresenter(QObject):
    """Shows and changes what was recorded today.

    notice: a sentence for the notice bar.
    """

    notice = Signal(str)

    def __init__(self, session: CallSession, panel: TodayPanel, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._panel = panel
        self._jobs = jobs
        self._review: ReviewToday | None = None
        self._about = ""
        self.to_send = 0
        panel.done.connect(self._do)

    def use(self, review: ReviewToday) -> None:
        """The database is there."""
        self._review = review
        self.refresh()

    def refresh(self) -> None:
        """Read the list again: something was recorded or changed."""
        review, now = self._review, self._session.clock()
        if review is not None:
            self._jobs.run_newest("today", lambda: review.today(now), self._show)

    def _show(self, today: TodaysList) -> None:
        self.to_send = today.referrals_to_send
        parts = [f"Today: {today.calls} {'call' if today.calls == 1 else 'calls'}"]
        if today.referrals_to_send:
            many = today.referrals_to_send
            parts.append(f"{many} {'referral' if many == 1 else 'referrals'} to send")
        if today.callbacks_promised:
            parts.append(f"{len(today.callbacks_promised)} call-backs promised")
        day = local_time(self._session.clock()).date().isoformat()
        self._panel.show_today(" · ".join(parts), tuple(_shown(row, day) for row in today.rows))

    def _do(self, signpost_id: str, deed: str) -> None:
        review, now, recorder = self._review, self._session.clock(), self._session.call.recorder_id
        if review is None:
            return
        self._about = signpost_id
        if deed == "sent":
            self._jobs.run(
                lambda: review.mark_referral_sent(signpost_id, recorder, now),
                self._changed,
                self._refused,
            )
        elif deed == "void":
            asked = (Asked("reason", "Why is it voided?"),)
            explained = "The record stays, marked as void, with your reason."
            form = FormDialog(self._panel.window(), "Void this record", explained, asked, "Void")
            form.given.connect(self._void)
            form.open()
        else:
            self._jobs.run(lambda: review.one(signpost_id), self._ask_correction)

    def _void(self, given: dict[str, str]) -> None:
        form, review, now = self.sender(), self._review, self._session.clock()
        signpost_id, recorder = self._about, self._session.call.recorder_id
        if isinstance(form, FormDialog) and review is not None:
            answer = FormAnswer(form, self._changed)
            self._jobs.run(
                lambda: review.void(signpost_id, given["reason"], recorder, now),
                answer.done,
                answer.failed,
            )

    def _ask_correction(self, signpost: Signpost) -> None:
        dialog = CorrectDialog(self._panel.window(), signpost.call_number, signpost.said)
        dialog.given.connect(self._correct)
        dialog.open()

    def _correct(self, given: dict[str, str]) -> None:
        form, review, now = self.sender(), self._review, self._session.clock()
        signpost_id, recorder = self._about, self._session.call.recorder_id
        if isinstance(form, CorrectDialog) and review is not None:
            answer = FormAnswer(form, self._changed)
            said = replace(form.said, note=given["note"])
            self._jobs.run(
                lambda: review.correct(signpost_id, said, given["reason"], recorder, now),
                answer.done,
                answer.failed,
            )

    def _changed(self, _: object) -> None:
        self.refresh()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, SignpostError):
            raise error
        self.notice.emit(str(error))


def _shown(row: TodayRow, today: str) -> ShownRecord:
    when = row.local_time if row.day == today else f"{row.day} {row.local_time}"
    going = f" → {row.destination}" if row.destination else ""
    marks = [row.outcome.label]
    if row.referral is Referral.TO_SEND:
        marks.append("referral to send")
    if row.promised_by and row.outcome is Outcome.CALLBACK_PROMISED:
        marks.append(f"by {local_time(row.promised_by):%H:%M}")
    if row.is_corrected:
        marks.append("corrected")
    if row.is_voided:
        marks = [f"void: {row.void_reason}"]
    line = f"{when}  {row.about or row.call_number}{going} · {' · '.join(marks)}"
    if row.recorder_initials:
        line = f"{line} · {row.recorder_initials}"
    sent = ("sent",) if row.referral is Referral.TO_SEND and not row.is_voided else ()
    return ShownRecord(
        row.signpost_id, line, row.is_voided, () if row.is_voided else (*sent, "correct", "void")
    )
