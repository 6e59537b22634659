"""The statistics screen, put together when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs
from signpost.ui.parts.choose_file import ChooseFile, ChooseFiles
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.ui.setup.proof_presenter import ProofPresenter
from signpost.ui.statistics.documents_presenter import DocumentsPresenter
from signpost.ui.statistics.figure_deeds import FigureDeeds
from signpost.ui.statistics.statistics_presenter import StatisticsPresenter
from signpost.ui.statistics.statistics_view import StatisticsView
from signpost.ui.statistics.unheard_presenter import UnheardPresenter
from signpost.usecases.review_statistics import ReviewStatistics

if TYPE_CHECKING:
    from signpost.usecases.print_report import PrintReport


class StatisticsScreen(QObject):
    """View and presenters of the figures.

    notice: a sentence for the notice bar. told: one that stays. left: back to the call.
    """

    notice = Signal(str)
    told = Signal(str)
    left = Signal()

    def __init__(
        self,
        session: CallSession,
        desk: DeskPresenter,
        proofs: ProofPresenter,
        jobs: Jobs,
        *,
        choose_file: ChooseFile,
        choose_files: ChooseFiles,
    ) -> None:
        super().__init__()
        self.view = StatisticsView()
        self.figures = StatisticsPresenter(session, self.view, desk, proofs, jobs)
        self.unheard = UnheardPresenter(session, self.view, self.figures, jobs)
        self.unheard.setParent(self)
        self.deeds = FigureDeeds(
            session,
            self.view,
            self.figures,
            desk=desk,
            proofs=proofs,
            jobs=jobs,
            choose_file=choose_file,
        )
        self.documents = DocumentsPresenter(
            session,
            self.view,
            self.figures,
            desk=desk,
            proofs=proofs,
            jobs=jobs,
            choose_file=choose_file,
            choose_files=choose_files,
        )
        for part in (self.figures, self.deeds, self.documents):
            part.setParent(self)
            part.notice.connect(self.notice)
        for part in (self.deeds, self.documents):
            part.told.connect(self.told)
        self.view.left.connect(self.left)

    def use(self, review: ReviewStatistics, reports: "Callable[[], PrintReport]") -> None:
        """The database is there."""
        self.deeds.use(review)
        self.unheard.use(review)
        self.documents.use(reports)
        self.figures.use(review)

    def refresh(self) -> None:
        """The screen is shown again, or records have changed."""
        self.figures.refresh()
