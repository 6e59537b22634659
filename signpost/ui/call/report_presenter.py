"""From a call: this entry is wrong. And what desks have reported, beside the suggestions."""

from PySide6.QtCore import QObject, Signal

from signpost.domain.directory_change import EntryReport
from signpost.domain.local_time import local_time
from signpost.errors import SignpostError
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.call.report_dialog import FIELD, ReportDialog
from signpost.ui.call.suggestions_presenter import SuggestionsPresenter
from signpost.ui.jobs import Jobs
from signpost.ui.parts.form_dialog import FormAnswer
from signpost.usecases.keep_directory import Author
from signpost.usecases.report_entry import ReportEntry, reported_words

_NONE_SELECTED = "Choose the service that is wrong first: ↓, then Ctrl+W."


class ReportPresenter(QObject):
    """Takes reports, and shows those that nobody has answered.

    notice: a sentence for the notice bar. reported: there is one more.
    """

    notice = Signal(str)
    reported = Signal()

    def __init__(
        self,
        session: CallSession,
        view: CallView,
        suggestions: SuggestionsPresenter,
        jobs: Jobs,
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._suggestions = suggestions
        self._jobs = jobs
        self._reports: ReportEntry | None = None
        self._about = ("", "")
        session.replaced.connect(self.refresh)

    def use(self, reports: ReportEntry) -> None:
        """The database is there, or another directory is in use."""
        self._reports = reports
        self.refresh()

    def refresh(self) -> None:
        """Read again what nobody has answered."""
        if self._reports is not None:
            self._jobs.run_newest("reports", self._reports.open, self._show, self._unread)

    def ask(self) -> None:
        """Ask what is wrong with the selected suggestion, else with the service of the record."""
        service_id, name, place = self._selected()
        if not service_id or self._reports is None:
            self.notice.emit(_NONE_SELECTED)
            return
        self._about = service_id, place
        today = local_time(self._session.clock()).date()
        dialog = ReportDialog(self._view.window(), name, today)
        dialog.given.connect(self._report)
        dialog.open()

    def _selected(self) -> tuple[str, str, str]:
        """Id and name of the service, and the place that was chosen (empty: none)."""
        listed = self._view.suggestions
        current = listed.current() if listed.list.hasFocus() else None
        if current is not None:
            return current.service_id, current.name, ""
        chosen = self._session.call.service
        if chosen is None:
            return "", "", ""
        suggestion = self._suggestions.suggestion(chosen.service_id)
        places = suggestion.places if suggestion is not None else ()
        place = next((each.location_id for each in places if each.name == chosen.place), "")
        return chosen.service_id, chosen.name, place

    def _report(self, given: dict[str, str]) -> None:
        dialog, reports = self.sender(), self._reports
        if not isinstance(dialog, ReportDialog) or reports is None:
            return
        service_id, place = self._about
        author = Author(self._session.call.recorder_id, self._session.clock())
        seen, answer = dialog.was_pointed_out, FormAnswer(dialog, self._thank)
        self._jobs.run(
            lambda: reports.report(service_id, place, given[FIELD], author, identifiers_seen=seen),
            answer.done,
            answer.failed,
        )

    def _thank(self, report: object) -> None:
        if isinstance(report, EntryReport):
            self.notice.emit(f"Reported: {report.service_name}. Your manager sees it.")
            self.refresh()
            self.reported.emit()

    def _show(self, reports: tuple[EntryReport, ...]) -> None:
        today = local_time(self._session.clock()).date()
        self._suggestions.use_reports(reported_words(reports, today))

    def _unread(self, error: Exception) -> None:
        """A call goes on without the reports; what is wrong with the database is told elsewhere."""
        if not isinstance(error, SignpostError):
            raise error
