"""Check lines: mentions that may not be happening now, one quiet line each, one key to answer; and
what was heard as denied, which asks for no key.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from signpost.domain.call import CheckAnswer
from signpost.ui.call.prompt_words import CHECK_ANSWERS
from signpost.ui.call.question_line import QuestionLine
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label

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
        self._inside = QVBoxLayout(self)
        self.buttons: dict[str, Button] = {}
        if shown.collected:
            self._tell(shown)
        else:
            self._ask(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if letter in self.buttons and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.buttons[letter].click()
            return
        super().keyPressEvent(event)

    def _ask(self, shown: ShownCheck) -> None:
        self._inside.setContentsMargins(12, 6, 10, 8)
        self._inside.setSpacing(4)
        why = f"  ({shown.heard_as})" if shown.heard_as else ""
        self._inside.addWidget(label(f"{Key.CHECKS.shown}  {shown.question}{why}", "small"))
        row = QWidget()
        flow = FlowLayout(row, 4)
        for _, letter, text in CHECK_ANSWERS:
            flow.addWidget(self._button(letter, text))
        self._inside.addWidget(row)

    def _tell(self, shown: ShownCheck) -> None:
        """Nothing is asked: one quiet line, and a way to say that it was heard wrongly."""
        self.setProperty("look", "told")
        self._inside.setContentsMargins(12, 0, 0, 0)
        letter, text = WRONG
        button = self._button(letter, text, ButtonLook.QUIET)
        self._inside.addWidget(QuestionLine(label(shown.question, "quiet"), button, 40))

    def _button(self, letter: str, text: str, look: ButtonLook = ButtonLook.PLAIN) -> Button:
        made = Button(text, letter, look)
        made.clicked.connect(self._press)
        self.buttons[letter] = made
        return made

    def _press(self) -> None:
        pressed = self.sender()
        for letter, button in self.buttons.items():
            if button is pressed:
                self.pressed.emit(letter)
                return


class ChecksPanel(QWidget):
    """All open check lines.

    answered: protocol id and answer. ask_each: what was heard as not happening is not right.
    """

    answered = Signal(str, object)
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
            self.ask_each.emit()
            return
        answer: CheckAnswer = next(value for value, key, _ in CHECK_ANSWERS if key == letter)
        self.answered.emit(line.shown.protocol_ids[0], answer)
