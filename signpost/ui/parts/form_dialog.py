"""A small form that asks for a few lines of text; nothing is lost when one of them cannot
be used.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from signpost.errors import UserMistake
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.text import label


@dataclass(frozen=True)
class Asked:
    """One line that is asked for: its key, its name on screen, what stands in it at first."""

    key: str
    name: str
    text: str = ""
    hint: str = ""


class FormDialog(QDialog):
    """A title, a few named lines, and two buttons; Enter is the first of them.

    given: what was typed, by key.
    """

    given = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, explained: str, asked: tuple[Asked, ...], button: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(420, max(300, parent.width() - 40)))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.setSpacing(6)
        self.column.addWidget(label(title, "title"))
        if explained:
            self.column.addWidget(label(explained, "small"))
        self.fields: dict[str, QLineEdit] = {}
        self.general_mistake = label("", "mistake")
        self.confirm = Button(button, "Enter", ButtonLook.PRIMARY)
        self.cancel = Button("Cancel", "Esc")
        self.mistakes = {item.key: label("", "mistake") for item in asked}
        self._add_fields(asked)
        self._add_buttons()

    def _add_fields(self, asked: tuple[Asked, ...]) -> None:
        for item in asked:
            field = QLineEdit(item.text)
            field.setAccessibleName(item.name)
            field.setPlaceholderText(item.hint)
            name = label(item.name, "quiet")
            name.setBuddy(field)
            for widget in (name, field, self.mistakes[item.key]):
                self.column.addWidget(widget)
            self.mistakes[item.key].hide()
            field.returnPressed.connect(self._give)
            self.fields[item.key] = field

    def _add_buttons(self) -> None:
        self.general_mistake.hide()
        self.column.addWidget(self.general_mistake)
        row = QHBoxLayout()
        row.addWidget(self.confirm, 1)
        row.addWidget(self.cancel)
        self.column.addLayout(row)
        self.confirm.clicked.connect(self._give)
        self.cancel.clicked.connect(self.reject)

    def show_mistake(self, mistake: UserMistake) -> None:
        """Say beside the field what is wrong with it."""
        beside = self.mistakes.get(mistake.field, self.general_mistake)
        for text in (*self.mistakes.values(), self.general_mistake):
            text.setVisible(text is beside)
        beside.setText(mistake.sentence)
        if mistake.field in self.fields:
            self.fields[mistake.field].setFocus()

    def try_with(self, use: Callable[[], object]) -> None:
        """Use what was given and close; a mistake keeps the form open."""
        try:
            use()
        except UserMistake as mistake:
            self.show_mistake(mistake)
        else:
            self.accept()

    def _give(self) -> None:
        self.given.emit({key: field.text() for key, field in self.fields.items()})
