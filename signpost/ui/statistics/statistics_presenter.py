"""Figures as somebody asks for them: first what can be shown at once, then the rest, never on the
window's thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from signpost.domain.call import Outcome
from signpost.domain.figures.breakdown import Audience
from signpost.domain.figures.figure_filter import FigureFilter
from signpost.domain.figures.gp_time import TimeAssumption
from signpost.domain.figures.panel import Panel
from signpost.domain.figures.panels import every_panel, first_panels
from signpost.domain.figures.period import Period
from signpost.domain.figures.sheet import Sheet
from signpost.domain.figures.statistics import Spans
from signpost.domain.figures.tally import FIRST_SHOWN, Measure, together
from signpost.domain.local_time import local_time
from signpost.domain.permission import Deed
from signpost.errors import SignpostError, UserMistake
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.ui.setup.proof_presenter import ProofPresenter
from signpost.ui.statistics.chosen_days import chosen_days
from signpost.ui.statistics.figure_chooser import Telling, Whose
from signpost.ui.statistics.filter_choices import FilterChoices
from signpost.ui.statistics.statistics_view import StatisticsView
from signpost.usecases.prove_who import Proof
from signpost.usecases.review_statistics import Asked, ReviewStatistics

_Count = Callable[[Sequence[Measure]], Spans]
REST = tuple(measure for measure in Measure if measure not in FIRST_SHOWN)
_NOBODY = "Choose who is recording (Ctrl+R) to see your own figures."
_FIGURES = "figures"


@dataclass(frozen=True)
class Wish:
    """What is wanted: of one person (`mine` is their id), or with a proof of the whole practice."""

    asked: Asked
    mine: str = ""
    proof: Proof | None = None


@dataclass(frozen=True)
class Counted:
    """What was counted for one wish; `whole` once every measure is in it."""

    wish: Wish
    spans: Spans
    whole: bool

    @property
    def asked(self) -> Asked:
        """Which days, of what."""
        return self.wish.asked


@dataclass(frozen=True)
class _Shown:
    counted: Counted
    panels: tuple[Panel, ...]


class StatisticsPresenter(QObject):
    """Fills the screen.

    notice: a sentence for the notice bar. whole: every measure of a wish is shown.
    """

    notice = Signal(str)
    whole = Signal(object)

    def __init__(
        self,
        session: CallSession,
        view: StatisticsView,
        desk: DeskPresenter,
        proofs: ProofPresenter,
        jobs: Jobs,
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._desk = desk
        self._proofs = proofs
        self._jobs = jobs
        self._review: ReviewStatistics | None = None
        self._recorded: Period | None = None
        self._assumed: tuple[TimeAssumption, ...] = ()
        self._choices = FilterChoices()
        self._keeping = False
        self.counted: Counted | None = None
        view.chooser.asked.connect(self.refresh)
        view.chooser.told_anew.connect(self.show_again)

    @property
    def today(self) -> date:
        """The day, by England's clocks."""
        return local_time(self._session.clock()).date()

    @property
    def assumed(self) -> tuple[TimeAssumption, ...]:
        """What the practice assumes of a GP's time."""
        return self._assumed

    def use(self, review: ReviewStatistics) -> None:
        """The database is there: whose figures may be shown without asking anybody?"""
        self._review = review
        now = self._session.clock()
        self._jobs.run(
            lambda: (review.assumed(), review.everything_recorded(now)),
            self._begin,
            self.tell,
            Lane.BACKGROUND,
        )

    def use_assumed(self, assumed: tuple[TimeAssumption, ...]) -> None:
        """Another assumption is in force."""
        self._assumed = assumed
        self.show_again()

    def refresh(self) -> None:
        """Count what is asked for now."""
        try:
            period = chosen_days(self._view.chooser, self.today, self._recorded)
        except UserMistake as mistake:
            self._view.chooser.show_day_mistake(mistake.sentence)
            return
        self._view.chooser.show_day_mistake("")
        if period is None or self._review is None:
            return
        asked = Asked(period, self._chosen())
        if self._view.chooser.whose.value is Whose.MINE:
            self._count_own(asked)
        else:
            self._proofs.ask(
                Deed.SEE_STATISTICS, lambda proof: self._count(asked, proof), self._fall_back
            )

    def show_again(self) -> None:
        """The same figures, told to somebody else or by another assumption."""
        counted = self.counted
        if counted is not None and counted.whole:
            self._work(lambda: counted)

    def sheet(self, counted: Counted, audience: Audience) -> Sheet:
        """What panels are made from, for this audience."""
        return Sheet(counted.asked.period, counted.spans, audience, self._assumed)

    def tell(self, error: Exception) -> None:
        """Say why something was not done."""
        if not isinstance(error, SignpostError):
            raise error
        self._view.status.setText("")
        self.notice.emit(str(error))

    def _begin(self, known: tuple[tuple[TimeAssumption, ...], Period]) -> None:
        self._assumed, self._recorded = known
        if self._view.chooser.whose.value is None:
            self._proofs.look(Deed.SEE_STATISTICS, self._choose_whose)
        else:
            self.refresh()

    def _choose_whose(self, may: bool) -> None:
        self._view.chooser.whose.show_value(Whose.PRACTICE if may else Whose.MINE)
        self.refresh()

    def _fall_back(self) -> None:
        self._view.chooser.whose.show_value(Whose.MINE)
        self.refresh()

    def _chosen(self) -> FigureFilter:
        view = self._view.chooser
        return FigureFilter(
            kind=view.kind.value or "",
            service_id=view.service.value or "",
            topic_id=view.topic.value or "",
            outcome=Outcome(view.outcome.value) if view.outcome.value else None,
        )

    def _count_own(self, asked: Asked) -> None:
        review, person = self._review, self._desk.recorder
        if person is None or review is None:
            self._view.status.setText(_NOBODY)
            return
        wish = Wish(asked, mine=person.id)
        self._in_two_steps(wish, lambda measures: review.own(asked, person.id, measures))

    def _count(self, asked: Asked, proof: Proof | None) -> None:
        review, now = self._review, self._session.clock()
        if review is not None:
            wish = Wish(asked, proof=proof)
            self._in_two_steps(wish, lambda measures: review.figures(asked, proof, now, measures))
            self._keep_months(now)

    def _in_two_steps(self, wish: Wish, count: _Count) -> None:
        self._view.status.setText("Counting…")

        def go_on(shown: _Shown) -> None:
            self._show(shown)
            first = shown.counted.spans
            self._work(lambda: Counted(wish, _both(first, count(REST)), whole=True))

        self._work(lambda: Counted(wish, count(FIRST_SHOWN), whole=False), go_on)

    def _work(
        self, count: Callable[[], Counted], done: Callable[[_Shown], None] | None = None
    ) -> None:
        outside = self._view.chooser.telling.value is Telling.OUTSIDE
        audience = Audience.OUTSIDE if outside else Audience.WITHIN
        assumed = self._assumed

        def work() -> _Shown:
            counted = count()
            sheet = Sheet(counted.asked.period, counted.spans, audience, assumed)
            panels = every_panel if counted.whole else first_panels
            return _Shown(counted, panels(sheet))

        self._jobs.run_newest(_FIGURES, work, done or self._show, self.tell, Lane.BACKGROUND)

    def _show(self, shown: _Shown) -> None:
        view, counted = self._view, shown.counted
        self.counted = counted
        period = counted.asked.period
        view.show_panels(shown.panels, (period.words, period.before.words))
        if counted.whole:
            self._choices.learn(counted.spans)
            view.chooser.show_choices(*self._choices.by_field)
            view.status.setText(f"{period.words}, beside {period.before.words}.")
            self.whole.emit(counted.wish)

    def _keep_months(self, now: datetime) -> None:
        review = self._review
        if review is None or self._keeping:
            return
        self._keeping = True
        self._jobs.run(
            lambda: review.keep_a_month(now), self._kept_a_month, self._kept_none, Lane.BACKGROUND
        )

    def _kept_a_month(self, more: bool) -> None:
        self._keeping = False
        if more:
            self._keep_months(self._session.clock())

    def _kept_none(self, error: Exception) -> None:
        self._keeping = False
        self.tell(error)


def _both(first: Spans, rest: Spans) -> Spans:
    return Spans(together((first.now, rest.now)), together((first.before, rest.before)))
