"""What can be done with figures besides looking: a picture of a chart, another assumption."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from signpost.domain.figures.breakdown import Audience
from signpost.domain.figures.gp_time import TimeAssumption
from signpost.domain.figures.panels import every_panel
from signpost.domain.figures.statistics import kind_name
from signpost.domain.figures.tally import Measure
from signpost.domain.permission import Deed
from signpost.errors import NotAvailable, SignpostError, UserMistake
from signpost.ui.call.call_session import CallSession
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.parts.choose_file import ChooseFile
from signpost.ui.parts.form_dialog import FormAnswer
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.ui.setup.proof_presenter import ProofPresenter
from signpost.ui.statistics.assumption_dialog import AssumptionDialog, assumptions_from
from signpost.ui.statistics.chart_view import ChartView
from signpost.ui.statistics.statistics_presenter import StatisticsPresenter
from signpost.ui.statistics.statistics_view import StatisticsView
from signpost.usecases.prove_who import Proof
from signpost.usecases.review_statistics import ReviewStatistics


class FigureDeeds(QObject):
    """Acts on the panels.

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
    ) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._figures = figures
        self._desk = desk
        self._proofs = proofs
        self._jobs = jobs
        self._choose_file = choose_file
        self._review: ReviewStatistics | None = None
        self._proof: Proof | None = None
        view.picture_asked.connect(self._save_picture)
        view.deed_asked.connect(self._ask_assumption)

    def use(self, review: ReviewStatistics) -> None:
        """The database is there."""
        self._review = review

    def _save_picture(self, key: str) -> None:
        """A picture leaves the practice, so it tells no small number."""
        counted = self._figures.counted
        if counted is None:
            return
        sheet = self._figures.sheet(counted, Audience.OUTSIDE)
        panel = next(one for one in every_panel(sheet) if one.key == key)
        if panel.chart is None:
            self.notice.emit(f"{panel.title}: {panel.sentence}")
            return
        period = counted.asked.period
        suggested = f"{panel.title} {period.words}.png".replace(":", "")
        chosen = self._choose_file(self._view.window(), suggested, "Picture (*.png)")
        if chosen is None:
            return
        out = chosen if chosen.suffix else chosen.with_suffix(".png")
        drawn = ChartView()
        drawn.show_chart(panel.chart, panel.title, (period.words, period.before.words))
        picture = drawn.picture()
        drawn.deleteLater()
        self._jobs.run(lambda: _save(picture, out), self._tell_saved, self._fail, Lane.BACKGROUND)

    def _tell_saved(self, out: Path) -> None:
        self.told.emit(f"The picture is in {out}. Numbers below 5 are not in it.")

    def _ask_assumption(self, _: str) -> None:
        self._proofs.ask(Deed.CHANGE_SETTINGS, self._open_form)

    def _open_form(self, proof: Proof | None) -> None:
        self._proof = proof
        counted = self._figures.counted
        tallies = (counted.spans.now, counted.spans.before) if counted else ()
        kinds = {kind for tally in tallies for kind, *_ in tally.of(Measure.FOLLOW_UP) if kind}
        names = {kind: kind_name(kind) for kind in kinds}
        form = AssumptionDialog(self._view.window(), names, self._figures.assumed)
        form.given.connect(self._assume)
        form.open()

    def _assume(self, given: dict[str, str]) -> None:
        form, review, now = self.sender(), self._review, self._session.clock()
        person, proof = self._desk.recorder, self._proof
        if not isinstance(form, AssumptionDialog) or review is None:
            return
        if person is None:
            form.show_mistake(UserMistake("", "Choose who you are first (Ctrl+R)."))
            return
        recorder_id = person.id

        def work() -> tuple[TimeAssumption, ...]:
            assumed = assumptions_from(given)
            review.assume(assumed, recorder_id, proof, now)
            return assumed

        answer = FormAnswer(form, self._use_assumed)
        self._jobs.run(work, answer.done, answer.failed)

    def _use_assumed(self, assumed: object) -> None:
        if isinstance(assumed, tuple):
            self._figures.use_assumed(assumed)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SignpostError):
            raise error
        self.told.emit(str(error))


def _save(picture: QImage, out: Path) -> Path:
    if not picture.save(str(out), "PNG"):  # type: ignore[call-overload]
        raise NotAvailable(
            f"{out} cannot be written.", "Check the rights to its folder and the room on the disk."
        )
    return out
