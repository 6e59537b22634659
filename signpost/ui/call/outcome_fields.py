"""What an outcome asks for besides itself: a reason, what was arranged, a time, a clinician."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signpost.domain.call import Call, Outcome
from signpost.ui.call import record_words
from signpost.ui.parts.button import Button
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.text import empty, label


class OutcomeFields(QWidget):
    """The fields under the outcomes; only those that the chosen outcome needs are shown.

    reason_chosen, arranged_chosen: the value or None. when_typed, clinician_typed: as typed.
    """

    reason_chosen = Signal(object)
    arranged_chosen = Signal(object)
    when_typed = Signal(str)
    clinician_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.reason = ChoiceRow("Why declined", record_words.DECLINE_REASONS)
        self.arranged = ChoiceRow("Arranged instead", record_words.ARRANGED)
        self.when = LineField()
        self.when.setPlaceholderText("14:30, or Mon 9:15")
        self.when_mistake = label(look="mistake")
        self.clinician = LineField()
        self.clinician.setAccessibleName("Which clinician took over")
        self.clinician.setPlaceholderText("Name or role")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._declined = _box(
            label("Why?", "quiet"), self.reason, label("Arranged instead", "quiet"), self.arranged
        )
        self._when_title = label("", "quiet")
        self._promised = _box(self._when_title, self.when, self.when_mistake)
        names = QWidget()
        self._names = FlowLayout(names, 4)
        self._passed = _box(label("Which clinician took over?", "quiet"), names, self.clinician)
        for box in (self._declined, self._promised, self._passed):
            column.addWidget(box)
        self.reason.chosen.connect(self.reason_chosen)
        self.arranged.chosen.connect(self.arranged_chosen)
        self.when.textEdited.connect(self.when_typed)
        self.clinician.textEdited.connect(self.clinician_typed)
        self.show_mistake("")
        self._outcome: Outcome | None = None
        self._show_boxes(None)

    @property
    def asks_nothing(self) -> bool:
        """True when the chosen outcome needs no more than itself."""
        return all(box.isHidden() for box in (self._declined, self._promised, self._passed))

    def show_call(self, call: Call) -> None:
        """The fields as the call has them."""
        self.reason.show_value(call.decline_reason)
        self.arranged.show_value(call.arranged_instead)
        if self.clinician.text() != call.clinician_took_over:
            self.clinician.setText(call.clinician_took_over)
        if call.outcome is not self._outcome:
            self._outcome = call.outcome
            self._show_boxes(call.outcome)

    def show_when(self, typed: str) -> None:
        """The time field as typed."""
        if self.when.text() != typed:
            self.when.setText(typed)

    def show_mistake(self, sentence: str) -> None:
        """What is wrong with the time as typed, or how it was understood."""
        self.when_mistake.setText(sentence)
        self.when_mistake.setVisible(bool(sentence))

    def show_names(self, names: tuple[str, ...]) -> None:
        """Clinicians that one press names."""
        empty(self._names)
        for name in names:
            button = Button(name)
            button.clicked.connect(self._pick)
            self._names.addWidget(button)

    def focus_first(self) -> bool:
        """To the first field that is shown; False when the outcome needs none."""
        if not self._declined.isHidden():
            self.reason.focus_first()
        elif not self._promised.isHidden():
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._passed.isHidden():
            self.clinician.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _show_boxes(self, outcome: Outcome | None) -> None:
        self._declined.setVisible(outcome is Outcome.DECLINED)
        self._promised.setVisible(outcome in record_words.PROMISES)
        self._passed.setVisible(outcome is Outcome.PASSED_TO_CLINICIAN)
        title = record_words.PROMISES.get(outcome, "") if outcome else ""
        self._when_title.setText(title)
        self.when.setAccessibleName(title)

    def _pick(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            self.clinician_typed.emit(pressed.text())


def _box(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 2, 0, 2)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return made
