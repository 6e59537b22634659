"""A row of choices of which one, or none, is set; pressing the set one unsets it."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from signpost.ui.parts.button import Button
from signpost.ui.parts.flow_layout import FlowLayout

_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChoiceRow(QWidget):
    """Choices side by side, wrapping; one stop for Tab, arrows move inside.

    chosen: the value now set, or None when the set one was pressed again.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[StrEnum | bool | str, str]],
        keys: str = "",
        gap: int = 4,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        layout = FlowLayout(self, gap)
        self.buttons: dict[StrEnum | bool | str, Button] = {}
        for index, (value, text) in enumerate(choices):
            button = Button(text, keys[index] if index < len(keys) else "")
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(self._press)
            layout.addWidget(button)
            self.buttons[value] = button
        self._value: StrEnum | bool | str | None = None
        self._rove()

    @property
    def value(self) -> StrEnum | bool | str | None:
        """What is set; None when nothing is."""
        return self._value

    def show_value(self, value: StrEnum | bool | str | None) -> None:
        """Set it without telling anyone."""
        self._value = value
        for its, button in self.buttons.items():
            button.setChecked(its is value or (its == value and type(its) is type(value)))
        self._rove()

    def choose(self, value: StrEnum | bool | str) -> None:
        """As if the button of this value had been pressed."""
        self.buttons[value].click()

    def focus_first(self) -> None:
        """Put the focus on what is set, else on the first choice."""
        self._stop().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        row = list(self.buttons.values())
        focused = self.focusWidget()
        if step is None or focused not in row:
            super().keyPressEvent(event)
            return
        row[(row.index(focused) + step) % len(row)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        pressed = self.sender()
        value = next(its for its, button in self.buttons.items() if button is pressed)
        self.show_value(None if value == self._value else value)
        self.chosen.emit(self._value)

    def _stop(self) -> Button:
        for button in self.buttons.values():
            if button.isChecked():
                return button
        return next(iter(self.buttons.values()))

    def _rove(self) -> None:
        stop = self._stop()
        for button in self.buttons.values():
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
