"""What each key of the call screen does."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from signpost.ui.call.call_view import CallView
from signpost.ui.call.calls_presenter import CallsPresenter
from signpost.ui.call.clinician_presenter import ClinicianPresenter
from signpost.ui.call.hearing_presenter import HearingPresenter
from signpost.ui.call.prompts_presenter import PromptsPresenter
from signpost.ui.call.record_presenter import RecordPresenter
from signpost.ui.call.report_presenter import ReportPresenter
from signpost.ui.call.rules_presenter import RulesPresenter
from signpost.ui.call.saving_presenter import SavingPresenter
from signpost.ui.call.suggestions_presenter import SuggestionsPresenter
from signpost.ui.parts.keys import Key
from signpost.ui.setup.desk_presenter import DeskPresenter


class CallKeys(QObject):
    """Hands every key to the presenter that acts on it."""

    def __init__(
        self,
        view: CallView,
        *,
        hearing: HearingPresenter,
        rules: RulesPresenter,
        prompts: PromptsPresenter,
        clinician: ClinicianPresenter,
        suggestions: SuggestionsPresenter,
        record: RecordPresenter,
        calls: CallsPresenter,
        saving: SavingPresenter,
        desk: DeskPresenter,
        reports: ReportPresenter,
    ) -> None:
        super().__init__()
        self._view = view
        self._prompts = prompts
        self._suggestions = suggestions
        self.actions: dict[Key, Callable[[], object]] = {
            Key.RULES: rules.toggle,
            Key.QUESTIONS: self._questions,
            Key.CHECKS: view.checks.focus_first,
            Key.PARK: calls.ask_to_park,
            Key.PARKED: calls.take_up,
            Key.HUNG_UP: self._hung_up,
            Key.FILL: hearing.fill_from_words,
            Key.NOT_MET: suggestions.toggle_not_met,
            Key.COPY_PATIENT: record.copy_for_patient,
            Key.COPY_RECORD: record.copy_for_record,
            Key.COPY_HANDOVER: record.copy_handover,
            Key.ASK_CLINICIAN: clinician.ask,
            Key.SAVE: self._save,
            Key.UNDO_SAVE: saving.undo,
            Key.RECORDER: desk.ask_recorder,
            Key.DISCARD: self._escape,
            Key.ACKNOWLEDGE: record.acknowledge,
            Key.REPORT: reports.ask,
        }
        self._discard = calls.discard
        self._hearing = hearing
        self._saving = saving
        view.key_pressed.connect(self._act)
        view.outcome_pressed.connect(view.record.press_outcome)
        view.raise_pressed.connect(view.urgent.press)
        view.words.words.left_downwards.connect(view.suggestions.list.focus_first)
        view.suggestions.list.left_upwards.connect(view.words.words.setFocus)
        view.suggestions.list.text_typed.connect(view.words.words.type_text)
        view.record.save_asked.connect(self._save)

    def _act(self, key: object) -> None:
        if isinstance(key, Key):
            self.actions[key]()

    def _questions(self) -> None:
        """A prompt's questions come first; without one, those of the selected service."""
        if not self._suggestions.ask_first():
            self._prompts.go_to_questions()

    def _save(self) -> None:
        self._hearing.finish()
        self._saving.save()

    def _hung_up(self) -> None:
        self._view.record.press_outcome(Key.HUNG_UP.shown)

    def _escape(self) -> None:
        self._prompts.close_card()
        self._discard()
