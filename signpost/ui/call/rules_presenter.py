"""When the rules of every call are shown: in short with any open prompt, whole on request."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from signpost.domain.practice_details import ANSWER_MINUTES
from signpost.ui.call.call_session import CallSession
from signpost.ui.call.call_view import CallView
from signpost.usecases import take_call

if TYPE_CHECKING:
    from signpost.usecases.rules_of_every_call import RulesOfEveryCall

_UNREADABLE = "The rules of every call cannot be read: use the paper sheet. {fault}"


class RulesPresenter(QObject):
    """Shows the rules; needs no database and no protocol."""

    def __init__(self, session: CallSession, view: CallView) -> None:
        super().__init__()
        self._session = session
        self._view = view
        self._rules: RulesOfEveryCall | None = None
        self._minutes = ANSWER_MINUTES
        self._whole = False
        view.rules.toggled.connect(self.toggle)
        session.changed.connect(self._show)
        session.replaced.connect(self._fold)

    def use(self, rules: "RulesOfEveryCall") -> None:
        """The wording is there."""
        self._rules = rules
        self._write()

    def use_answer_time(self, minutes: int) -> None:
        """The practice's own time within which a clinician has to answer."""
        self._minutes = minutes
        self._write()

    def toggle(self) -> None:
        """The one key: the whole list, or fold it again. The focus stays where it is."""
        self._whole = not self._whole
        self._show()
        if self._whole:
            QTimer.singleShot(0, self, self._view.show_top)  # once it is laid out

    def _write(self) -> None:
        rules, view = self._rules, self._view
        if rules is not None:
            told = _UNREADABLE.format(fault=rules.fault) if rules.fault else ""
            view.rules.show_words(told or " · ".join(rules.in_short))
            view.rules_list.show_rules(rules.facts, rules.with_minutes(self._minutes))
            self._show()

    def _fold(self) -> None:
        self._whole = False

    def _show(self) -> None:
        has_prompt = bool(take_call.standing_prompts(self._session.call))
        readable = self._rules is not None and not self._rules.fault
        self._view.rules.setVisible(self._rules is not None and has_prompt)
        self._view.rules_list.setVisible(readable and self._whole)
