"""Words of calls that matched nothing: looked up after the figures, never told outside."""

from PySide6.QtCore import QObject

from signpost.domain.figures.contact_panels import UNHEARD, unheard
from signpost.domain.figures.panel import Panel
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.statistics.figure_chooser import Telling
from signpost.ui.statistics.statistics_presenter import StatisticsPresenter, Wish
from signpost.ui.statistics.statistics_view import StatisticsView
from signpost.usecases.review_statistics import ReviewStatistics, Unheard

_NEVER = Panel(UNHEARD, "Words that matched nothing", "Callers' words never leave the practice.")
_NO_LEGEND = ("", "")


class UnheardPresenter(QObject):
    """Fills the last panel."""

    def __init__(
        self, session: CallSession, view: StatisticsView, figures: StatisticsPresenter, jobs: Jobs
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._figures = figures
        self._jobs = jobs
        self._review: ReviewStatistics | None = None
        figures.whole.connect(self._look)

    def use(self, review: ReviewStatistics) -> None:
        """The database is there."""
        self._review = review

    def _look(self, wish: object) -> None:
        review, now = self._review, self._session.clock()
        if self._view.chooser.telling.value is Telling.OUTSIDE:
            self._view.show_panels((_NEVER,), _NO_LEGEND)
        elif review is not None and isinstance(wish, Wish):
            self._jobs.run_newest(
                UNHEARD,
                lambda: review.words_unheard(wish.asked, wish.proof, wish.mine, now),
                self._show,
                self._figures.tell,
                Lane.BACKGROUND,
            )

    def _show(self, found: Unheard) -> None:
        self._view.show_panels((unheard(found.calls, found.words),), _NO_LEGEND)
