"""Every view and presenter of the window, made and connected; held together, because a connection
keeps nothing alive.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from signpost.domain.call import Call
from signpost.domain.call_number import body_length_for, new_call_number
from signpost.domain.record_id import new_id
from signpost.errors import SignpostError
from signpost.settings import Settings
from signpost.ui.browser.browser_presenter import BrowserPresenter
from signpost.ui.browser.browser_view import BrowserView
from signpost.ui.browser.print_presenter import PrintPresenter
from signpost.ui.call.attention_presenter import AttentionPresenter
from signpost.ui.call.call_keys import CallKeys
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.ui.call.calls_presenter import CallsPresenter
from signpost.ui.call.clinician_presenter import ClinicianPresenter
from signpost.ui.call.hearing_presenter import HearingPresenter
from signpost.ui.call.high_risk import high_risk
from signpost.ui.call.prompts_presenter import PromptsPresenter
from signpost.ui.call.record_presenter import RecordPresenter
from signpost.ui.call.report_presenter import ReportPresenter
from signpost.ui.call.rules_presenter import RulesPresenter
from signpost.ui.call.saving_presenter import SavingPresenter
from signpost.ui.call.suggestions_model import SuggestionsModel
from signpost.ui.call.suggestions_presenter import SuggestionsPresenter
from signpost.ui.call.today_presenter import TodayPresenter
from signpost.ui.jobs import Jobs
from signpost.ui.parts.choose_file import (
    ChooseFile,
    ChooseFiles,
    ChooseSource,
    choose_file,
    choose_files,
    choose_source,
)
from signpost.ui.parts.clipboard import HandedClipboard
from signpost.ui.parts.keys import Key
from signpost.ui.setup.desk_presenter import DeskPresenter
from signpost.ui.setup.proof_presenter import ProofPresenter
from signpost.ui.setup.set_up_presenter import SetUpPresenter
from signpost.ui.window.main_window import MainWindow
from signpost.ui.window.screen_list import ScreenEntry
from signpost.ui.window.window_presenter import WindowPresenter
from signpost.usecases.open_calls import RestoredCalls

if TYPE_CHECKING:
    from signpost.build import Desk
    from signpost.domain.signpost import Practice
    from signpost.ui.directory.directory_screen import DirectoryScreen
    from signpost.ui.statistics.statistics_screen import StatisticsScreen
    from signpost.usecases.directory_deeds import DirectoryDeeds
    from signpost.usecases.listen import Listening
    from signpost.usecases.open_directory import OpenedDirectory

CALL, PROTOCOLS, DIRECTORY, STATISTICS = "Call", "Protocols", "Directory", "Statistics"


class Screens(QObject):
    """The window and all that works in it.

    closing: the window closes; let go of the database. ready: the database is in use.
    example_asked: True to use the example practice, False to leave it.
    """

    closing = Signal()
    example_asked = Signal(bool)
    ready = Signal()

    def __init__(
        self,
        jobs: Jobs,
        clock: Callable[[], datetime],
        milliseconds: Callable[[], int],
        settings: Settings,
        remembered: QSettings | None,
        *,
        choose_file: ChooseFile = choose_file,
        choose_source: ChooseSource = choose_source,
        choose_files: ChooseFiles = choose_files,
    ) -> None:
        super().__init__()
        now = clock()
        self._settings = settings
        self._choose_file, self._choose_files = choose_file, choose_files
        self._choose_source = choose_source
        self.jobs = jobs
        self.session = CallSession(
            Call(new_id(now), new_call_number(body_length_for(0)), now), clock
        )
        model = SuggestionsModel(milliseconds)
        self.call = CallView(model)
        self.browser = BrowserView()
        self.window = MainWindow(self._listed(), remembered)
        self.window.show_text_size(settings.text_size)
        self.clipboard = HandedClipboard(QGuiApplication.clipboard())
        self._practice: Practice | None = None
        self._deeds: DirectoryDeeds | None = None
        self._desk: Desk | None = None
        self.directory: DirectoryScreen | None = None
        self.statistics: StatisticsScreen | None = None
        self._example = self._served = False
        self._make_presenters(model, milliseconds)
        kept_apart = (self.window, self.call, self.browser, self.jobs)
        for value in list(vars(self).values()):
            if isinstance(value, QObject) and value.parent() is None and value not in kept_apart:
                value.setParent(self.window)  # a timer must not outlive what it shows
        self._connect()
        self.call.show_factor(self.window.factor)
        self.call.words.words.setFocus()

    def _listed(self) -> tuple[ScreenEntry, ...]:
        """Every screen, in the order of the tabs."""
        return (
            ScreenEntry(CALL, lambda: self.call),
            ScreenEntry(PROTOCOLS, lambda: self.browser, Key.LOOK_UP),
            ScreenEntry(DIRECTORY, self._make_directory, Key.DIRECTORY),
            ScreenEntry(STATISTICS, self._make_statistics, Key.STATISTICS),
        )

    def _make_directory(self) -> QWidget:
        from signpost.ui.directory.directory_screen import (  # noqa: PLC0415 - when first shown
            DirectoryScreen,
        )

        made = DirectoryScreen(
            self.session, self.desk, self.jobs, self._choose_file, self._choose_source
        )
        made.setParent(self.window)
        made.notice.connect(self.window.notices.show_notice)
        made.told.connect(self._tell_for_long)
        made.left.connect(self._show_call)
        made.changed.connect(self.reports.refresh)
        self.reports.reported.connect(made.refresh)
        self.directory = made
        if self._deeds is not None:
            made.use(self._deeds)
        return made.view

    def _make_statistics(self) -> QWidget:
        from signpost.ui.statistics.statistics_screen import (  # noqa: PLC0415 - when first shown
            StatisticsScreen,
        )

        made = StatisticsScreen(
            self.session,
            self.desk,
            self.proofs,
            self.jobs,
            choose_file=self._choose_file,
            choose_files=self._choose_files,
        )
        made.setParent(self.window)
        made.notice.connect(self.window.notices.show_notice)
        made.told.connect(self._tell_for_long)
        made.left.connect(self._show_call)
        self.statistics = made
        if self._desk is not None:
            made.use(self._desk.review_statistics(), self._desk.print_report)
        return made.view

    def _make_presenters(self, model: SuggestionsModel, milliseconds: Callable[[], int]) -> None:
        session, call, jobs, settings = self.session, self.call, self.jobs, self._settings
        self.shell = WindowPresenter(session, self.window)
        self.hearing = HearingPresenter(session, call.words)
        self.rules = RulesPresenter(session, call)
        self.prompts = PromptsPresenter(session, call, milliseconds)
        self.suggestions = SuggestionsPresenter(session, call, model, jobs)
        self.record = RecordPresenter(session, call, self.clipboard, self._practice_name)
        self.today = TodayPresenter(session, call.today, jobs)
        self.desk = DeskPresenter(session, self.window, jobs)
        self.proofs = ProofPresenter(session, self.desk, self.window, jobs)
        self.set_up = SetUpPresenter(session, self.window, self.desk, jobs)
        self.browsing = BrowserPresenter(self.browser)
        self.printing = PrintPresenter(session, self.browser, jobs, self._choose_file)
        self.clinician = ClinicianPresenter(session, call)
        self.attention = AttentionPresenter(session, call, settings.unanswered_prompt_seconds)
        self.calls = CallsPresenter(session, call, jobs, settings.park_reminder_seconds)
        self.saving = SavingPresenter(session, self.calls, self.record, jobs, self._is_example)
        self.reports = ReportPresenter(session, call, self.suggestions, jobs)
        self.keys = CallKeys(
            call,
            hearing=self.hearing,
            rules=self.rules,
            prompts=self.prompts,
            clinician=self.clinician,
            suggestions=self.suggestions,
            record=self.record,
            calls=self.calls,
            saving=self.saving,
            desk=self.desk,
            reports=self.reports,
        )

    @property
    def is_ready(self) -> bool:
        """True once content, directory and database are in use."""
        return self._practice is not None and self.session.listening is not None and self._served

    @property
    def is_example(self) -> bool:
        """True while the services are those of the invented example practice."""
        return self._example

    def use_listening(self, listening: "Listening") -> None:
        """The content is there: hear what has been typed so far."""
        self.session.listening = listening
        self.call.urgent.show_high_risk(high_risk(listening.protocols))
        self.shell.show_listening(listening)
        self.browsing.use(listening)
        self.hearing.listen()

    def show_content_off(self, error: Exception) -> None:
        """The content cannot be used at all."""
        known = isinstance(error, SignpostError)
        self.shell.show_content_off(str(error) if known else "The content could not be read.")
        if not known:
            raise error

    def use_directory(self, opened: "OpenedDirectory") -> None:
        """The directory is there, for the first time or another one."""
        self._example = opened.is_example
        self._served = True
        self._deeds = opened.deeds
        self.suggestions.use(opened)
        self.reports.use(opened.deeds.reports)
        if self.directory is not None:
            self.directory.use(opened.deeds)
        self.shell.show_directory(opened)

    def show_failure(self, error: Exception) -> None:
        """Something in the background could not be done."""
        self.shell.show_failure(error)

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """What the person should read about how the program started."""
        if sentences:
            self.window.notices.show_notice(" ".join(sentences), stays=True)

    def use_desk(self, desk: "Desk", restored: RestoredCalls) -> None:
        """The database is there: everything that records and remembers begins to work."""
        self.calls.use(desk.open_calls, restored)
        self.saving.use(desk.record_signpost, desk.open_calls)
        self.desk.use(desk.choose_recorder, desk.confirm_duty)
        self.today.use(desk.review_today)
        self.set_up.use(desk.set_up_practice)
        self._desk = desk
        self.proofs.use(desk.prove_who)
        if self.statistics is not None:
            self.statistics.use(desk.review_statistics(), desk.print_report)

    def _use_practice(self, practice: "Practice") -> None:
        self._practice = practice
        self.shell.show_practice(practice)
        self.clinician.use_answer_time(practice.answer_minutes)
        self.rules.use_answer_time(practice.answer_minutes)
        self.printing.use(practice)
        self.ready.emit()

    def _practice_name(self) -> str:
        return self._practice.name if self._practice else ""

    def _is_example(self) -> bool:
        return self._example

    def _connect(self) -> None:
        window, shell = self.window, self.shell
        notices = window.notices
        for notice in (
            self.record.notice,
            self.calls.notice,
            self.saving.notice,
            self.today.notice,
            self.set_up.notice,
            self.printing.notice,
            self.reports.notice,
            self.proofs.notice,
        ):
            notice.connect(notices.show_notice)
        self.calls.reminded.connect(shell.show_reminder)
        self.prompts.raised.connect(self.record.withdraw_after_prompt)
        self.suggestions.chosen.connect(self.record.show_chosen)
        self.record.recorder_needed.connect(self.desk.ask_recorder_to_save)
        self.desk.then_save.connect(self.saving.save)
        self.desk.duty_changed.connect(shell.show_duty)
        self.desk.recorder_chosen.connect(shell.show_recorder)
        self.saving.undo_offered.connect(notices.show_undo)
        self.saving.signposts_changed.connect(self.today.refresh)
        self.saving.saved.connect(self._after_save)
        self.saving.failed.connect(shell.show_failure)
        self.jobs.failed.connect(shell.show_failure)
        notices.undo_asked.connect(self.saving.undo)
        window.top.duty_asked.connect(self.desk.ask_duty)
        window.top.recorder_asked.connect(self.desk.ask_recorder)
        window.factor_changed.connect(self.call.show_factor)
        window.rehearsal.setup_asked.connect(self.set_up.ask)
        self.printing.told.connect(self._tell_for_long)
        self.browsing.used.connect(self._use_protocol)
        self.browser.left.connect(self._show_call)
        window.top.practice_asked.connect(self.set_up.ask)
        self.set_up.practice_changed.connect(self._use_practice)
        window.rehearsal.example_asked.connect(self._ask_example)
        window.close_asked.connect(self._ask_to_close)
        shell.closing.connect(self._close)

    def _ask_example(self) -> None:
        self.example_asked.emit(not self._example)

    def _tell_for_long(self, sentence: str) -> None:
        self.window.notices.show_notice(sentence, stays=True)

    def _use_protocol(self, protocol_id: str) -> None:
        self._show_call()
        self.prompts.raise_by_hand(protocol_id)

    def _show_call(self) -> None:
        self.window.show_screen(CALL)

    def _after_save(self, _: object) -> None:
        self.shell.show_saved()

    def _ask_to_close(self) -> None:
        open_calls = len(self.calls.parked) + (not self.session.call.is_empty)
        self.shell.ask_to_close(self.today.to_send, open_calls)

    def _close(self) -> None:
        self.calls.save_draft()
        self.clipboard.clear()
        self.closing.emit()
