"""Pausing an entry: a reason by one digit, or in words, and until when."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from signpost.domain.suggestion_words import day_words
from signpost.ui.parts.button import Button
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.form_dialog import Asked, FormDialog

REASONS = (
    "Nobody answers the telephone",
    "Takes no new people just now",
    "Closed for a while",
    "Staff are away",
    "The wait is too long",
)
_USUAL = timedelta(weeks=1)


class PauseDialog(FormDialog):
    """A digit pauses at once, with its reason, for a week; the fields say something else."""

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        until = day_words(today + _USUAL)
        asked = (
            Asked("reason", "Or another reason, in a few words"),
            Asked("until", "Takes people again from (empty: until further notice)", until),
        )
        explained = (
            "Press the number of the reason. Desks see it on the suggestion, which ranks lower."
        )
        super().__init__(parent, f"Pause {name}", explained, asked, "Pause")
        self.reasons: list[Button] = []
        row = FlowLayout(gap=6)
        for digit, reason in enumerate(REASONS, start=1):
            button = Button(reason, str(digit))
            button.clicked.connect(self._give_reason)
            row.addWidget(button)
            self.reasons.append(button)
        self.column.insertLayout(2, row)
        self.reasons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and not isinstance(self.focusWidget(), QLineEdit):
            for button in self.reasons:
                if event.text() and button.key == event.text():
                    button.click()
                    return
        super().keyPressEvent(event)

    def _give_reason(self) -> None:
        pressed = self.sender()
        for reason, button in zip(REASONS, self.reasons, strict=True):
            if button is pressed:
                self.fields["reason"].setText(reason)
                self.confirm.click()
