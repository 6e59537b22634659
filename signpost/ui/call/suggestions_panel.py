"""The services that fit: the list, what stands back, what does not fit, and what it means when
nothing matches.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from signpost.domain.suggestion import Suggestion
from signpost.ui.call.suggestions_list import SuggestionsList
from signpost.ui.call.suggestions_model import SuggestionsModel
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label

_HINT = "↓ choose · Enter take"


class SuggestionsPanel(QFrame):
    """Suggestions of a call.

    taken: the row that was taken. not_met_toggled: show or hide those whose entry rules are not
        met.
    """

    taken = Signal(int)
    not_met_toggled = Signal()

    def __init__(self, model: SuggestionsModel) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 10)
        inside.setSpacing(6)
        self.heading = label("Services that fit", "heading")
        self.hint = label(_HINT, "quiet")
        self.heading.setWordWrap(False)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.heading)
        top.addWidget(self.hint, 1)
        inside.addLayout(top)
        self.message = label("")
        inside.addWidget(self.message)
        self.list = SuggestionsList(model)
        inside.addWidget(self.list)
        self.not_met = Button("", Key.NOT_MET.shown, ButtonLook.QUIET, centred=False)
        inside.addWidget(self.not_met, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self.list.taken.connect(self.taken)
        self.not_met.clicked.connect(self.not_met_toggled)
        self.show_message("")
        self.show_not_met("")

    def show_message(self, sentence: str) -> None:
        """What stands instead of a list, or above it; empty when the list speaks for itself."""
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def show_hint(self, *, answering: bool, answered: bool) -> None:
        """The keys of the list, those of the questions among them when there are any."""
        asks = f" · {Key.QUESTIONS.shown} its questions" if answering else ""
        back = " · Backspace takes back" if answered else ""
        self.hint.setText(f"{_HINT}{asks}{back} · {Key.REPORT.shown} it is wrong")

    def show_standing_back(self, *, standing_back: bool) -> None:
        """While a prompt is open the list is out of sight and out of reach."""
        self.list.setVisible(not standing_back)
        self.hint.setVisible(not standing_back and bool(self.list.model().rowCount()))

    def show_not_met(self, words: str) -> None:
        """The line about services whose entry rules are not met; empty when there are none."""
        self.not_met.show_text(words)
        self.not_met.setVisible(bool(words))

    def show_chosen(self, suggestion_id: str) -> None:
        """Which service the record holds."""
        if self.list.cards.chosen_id != suggestion_id:
            self.list.cards.chosen_id = suggestion_id
            self.list.viewport().update()

    def current(self) -> Suggestion | None:
        """The suggestion under the selection; None when nothing is selected."""
        row = self.list.currentIndex().row()
        model = self.list.model()
        if isinstance(model, SuggestionsModel) and 0 <= row < model.rowCount():
            return model.suggestions[row]
        return None
