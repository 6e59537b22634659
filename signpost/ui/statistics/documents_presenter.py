"""The two documents of the statistics screen: the monthly report, and practices side by side."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from signpost.domain.figures.period import last_months
from signpost.domain.permission import Deed
from signpost.errors import SignpostError
from signpost.paths import bundled
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.parts.choose_file import ChooseFile, ChooseFiles
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.ui.setup.proof_presenter import ProofPresenter
from signpost.ui.statistics.statistics_presenter import StatisticsPresenter
from signpost.ui.statistics.statistics_view import StatisticsView
from signpost.usecases.prove_who import Proof

if TYPE_CHECKING:
    from signpost.usecases.compare_practices import Compared
    from signpost.usecases.print_report import PrintReport, Reported

_UNDER_WAY = "It is being written. You can go on working."
_PDF = "PDF (*.pdf)"


class DocumentsPresenter(QObject):
    """Asks where to, writes in the background, says where it is.

    notice: a sentence for the notice bar. told: one that stays until it is closed.
    """

    notice = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        session: CallSession,
        view: StatisticsView,
        figures: StatisticsPresenter,
        *,
        desk: DeskPresenter,
        proofs: ProofPresenter,
        jobs: Jobs,
        choose_file: ChooseFile,
        choose_files: ChooseFiles,
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._figures = figures
        self._desk = desk
        self._proofs = proofs
        self._jobs = jobs
        self._choose_file = choose_file
        self._choose_files = choose_files
        self._reports: Callable[[], PrintReport] | None = None
        view.report_asked.connect(self._ask_report)
        view.compare_asked.connect(self._compare)

    def use(self, reports: "Callable[[], PrintReport]") -> None:
        """The database is there; the typesetter is loaded when something is written."""
        self._reports = reports

    def _ask_report(self) -> None:
        self._proofs.ask(Deed.EXPORT_COUNTS, self._report)

    def _report(self, proof: Proof | None) -> None:
        reports, day, now = self._reports, self._day(), self._session.clock()
        if reports is None:
            return
        out = self._where(f"Signposting report {day:%Y-%m}.pdf")
        if out is None:
            return
        person = self._desk.recorder
        recorder_id = person.id if person else None
        self.notice.emit(_UNDER_WAY)
        self._jobs.run(
            lambda: reports().month(day, out, proof, recorder_id, now),
            self._tell_report,
            self._fail,
            Lane.BACKGROUND,
        )

    def _day(self) -> date:
        """The month that is shown, when it is one; else the last one that is over."""
        counted = self._figures.counted
        period = counted.asked.period if counted else None
        if period is not None and period.is_whole_months and len(period.months()) == 1:
            return period.first
        return last_months(self._figures.today, 1).first

    def _compare(self) -> None:
        files = self._choose_files(self._view.window(), "Monthly counts (*.csv)")
        out = self._where("Practices compared.pdf") if files else None
        if out is None:
            return
        now = self._session.clock()

        def work() -> "Compared":
            from signpost.usecases.compare_practices import (  # noqa: PLC0415 - seldom
                compare_practices,
            )

            return compare_practices(files, out, bundled("resources"), now)

        self.notice.emit(_UNDER_WAY)
        self._jobs.run(work, self._tell_compared, self._fail, Lane.BACKGROUND)

    def _where(self, suggested: str) -> Path | None:
        chosen = self._choose_file(self._view.window(), suggested, _PDF)
        return chosen if chosen is None or chosen.suffix else chosen.with_suffix(".pdf")

    def _tell_report(self, done: "Reported") -> None:
        self.told.emit(
            f"The report of {done.period.words} is in {done.file}: {done.contacts:,} contacts, "
            "two pages, no small numbers."
        )

    def _tell_compared(self, done: "Compared") -> None:
        self.told.emit(f"The comparison of {done.practices} practices is in {done.file}.")

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SignpostError):
            raise error
        self.told.emit(str(error))
