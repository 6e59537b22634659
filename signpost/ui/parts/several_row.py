"""A row of choices of which any number is set."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signpost.ui.parts.button import Button
from signpost.ui.parts.flow_layout import FlowLayout


class SeveralRow(QWidget):
    """Choices side by side, wrapping, each set or not.

    changed: something else is set.
    """

    changed = Signal()

    def __init__(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        layout = FlowLayout(self, 4)
        self.buttons: dict[str, Button] = {}
        for value, text in choices:
            button = Button(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            button.clicked.connect(self.changed)
            layout.addWidget(button)
            self.buttons[value] = button

    @property
    def values(self) -> tuple[str, ...]:
        """What is set."""
        return tuple(value for value, button in self.buttons.items() if button.isChecked())

    def show_values(self, values: Iterable[str]) -> None:
        """Set these without telling anyone."""
        wanted = set(values)
        for value, button in self.buttons.items():
            button.setChecked(value in wanted)
