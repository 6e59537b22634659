"""Check lines: mentions that may not be happening now, one quiet line each, one key to answer."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from signpost.domain.call import CheckAnswer
from signpost.ui.call.prompt_words import CHECK_ANSWERS
from signpost.ui.parts.button import Button
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label

RIGHT = ("R", "Right")
WRONG = ("W", "Not right: ask each")


@dataclass(frozen=True)
class ShownCheck:
    """A check line: the protocols it stands for, the question, why it is no prompt.

    More than one protocol only in the line that collects what was heard as not happening.
    """

    protocol_ids: tuple[str, ...]
    question: str
    heard_as: str = ""
    collected: bool = False


class CheckLine(QFrame):
    """One line with its answers; letters answer only while the focus is here.

    pressed: the letter of the answer.
    """

    pressed = Signal(str)

    def __init__(self, shown: ShownCheck) -> None:
        super().__init__()
        self.shown = shown
        self.setProperty("look", "check")
        self.setAccessibleName(shown.question)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 6, 10, 8)
        inside.setSpacing(4)
        why = f"  ({shown.heard_as})" if shown.heard_as else ""
        inside.addWidget(label(f"{Key.CHECKS.shown}  {shown.question}{why}", "small"))
        row = QWidget()
        flow = FlowLayout(row, 4)
        single = tuple((letter, text) for _, letter, text in CHECK_ANSWERS)
        answers = (RIGHT, WRONG) if shown.collected else single
        self.buttons: dict[str, Button] = {}
        for letter, text in answers:
            button = Button(text, letter)
            button.clicked.connect(self._press)
            flow.addWidget(button)
            self.buttons[letter] = button
        inside.addWidget(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if letter in self.buttons and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.buttons[letter].click()
            return
        super().keyPressEvent(event)

    def _press(self) -> None:
        pressed = self.sender()
        for letter, button in self.buttons.items():
            if button is pressed:
                self.pressed.emit(letter)
                return


class ChecksPanel(QWidget):
    """All open check lines.

    answered: protocol id and answer. all_right: the collected line was confirmed. ask_each: it
        was not.
    """

    answered = Signal(str, object)
    all_right = Signal()
    ask_each = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(6)
        self.lines: list[CheckLine] = []
        self.hide()

    def show_checks(self, shown: tuple[ShownCheck, ...]) -> None:
        """The lines; those that stay the same stay the same widgets."""
        if tuple(line.shown for line in self.lines) == shown:
            return
        focused = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        kept = {line.shown: line for line in self.lines if line.shown in shown}
        for line in self.lines:
            self._inside.removeWidget(line)
            if line.shown not in kept:
                line.hide()
                line.deleteLater()
        self.lines = [kept.get(item) or self._made(item) for item in shown]
        for line in self.lines:
            self._inside.addWidget(line)
        self.setVisible(bool(shown))
        if had_focus:
            self.focus_first()

    def focus_first(self) -> None:
        """To the first line that has no answer yet."""
        if self.lines:
            next(iter(self.lines[0].buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _made(self, shown: ShownCheck) -> CheckLine:
        line = CheckLine(shown)
        line.pressed.connect(self._answer)
        return line

    def _answer(self, letter: str) -> None:
        line = self.sender()
        if not isinstance(line, CheckLine):
            return
        if line.shown.collected:
            (self.all_right if letter == RIGHT[0] else self.ask_each).emit()
            return
        answer: CheckAnswer = next(value for value, key, _ in CHECK_ANSWERS if key == letter)
        self.answered.emit(line.shown.protocol_ids[0], answer)
