"""A small form that asks for a few lines of text; nothing is lost when one of them cannot
be used.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from signpost.errors import SignpostError, UserMistake
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.text import label, scrolling

_LETTERS_WIDE = 54
_ROOM_AROUND = 40


@dataclass(frozen=True)
class Asked:
    """One line that is asked for: its key, its name on screen, what stands in it at first.

    `beside` puts it right of the one before; `share` is how much of that row it takes.
    """

    key: str
    name: str
    text: str = ""
    hint: str = ""
    beside: bool = False
    share: int = 1


class FormDialog(QDialog):
    """A title, a few named lines, and two buttons; Enter is the first of them. What is higher than
    the window scrolls above the buttons.

    given: what was typed, by key.
    """

    given = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, explained: str, asked: tuple[Asked, ...], button: str
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._behind = parent
        self._content = QWidget()
        self._content.setObjectName("column")
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(18, 16, 18, 6)
        self.column.setSpacing(6)
        self._scroller = scrolling(self._content)
        outer.addWidget(self._scroller, 1)
        self.column.addWidget(label(title, "title"))
        if explained:
            self.column.addWidget(label(explained, "small"))
        self.fields: dict[str, QLineEdit] = {}
        self.mistakes = {item.key: label("", "mistake") for item in asked}
        self.general_mistake = label("", "mistake")
        self.confirm = Button(button, "Enter", ButtonLook.PRIMARY)
        self.cancel = Button("Cancel", "Esc")
        self.add_fields(self.column, asked)
        self._foot = self._buttons()
        outer.addWidget(self._foot)

    def add_fields(self, column: QVBoxLayout, asked: tuple[Asked, ...]) -> None:
        """Add named lines, with room for what is wrong with each."""
        rows: list[list[Asked]] = []
        for item in asked:
            if item.beside and rows:
                rows[-1].append(item)
            else:
                rows.append([item])
        for row in rows:
            across = QHBoxLayout()
            across.setSpacing(8)
            for item in row:
                across.addLayout(self._named(item), item.share)
            column.addLayout(across)
            for item in row:
                mistake = self.mistakes.setdefault(item.key, label("", "mistake"))
                mistake.hide()
                column.addWidget(mistake)

    def show_mistake(self, mistake: UserMistake) -> None:
        """Say beside the field what is wrong with it."""
        beside = self.mistakes.get(mistake.field, self.general_mistake)
        for text in (*self.mistakes.values(), self.general_mistake):
            text.setVisible(text is beside)
        beside.setText(mistake.sentence)
        if mistake.field in self.fields:
            self.fields[mistake.field].setFocus()
        self.fit_soon()

    def fit_soon(self) -> None:
        """Something was added or said: take the height that it needs."""
        QTimer.singleShot(0, self, self._fit)

    def try_with(self, use: Callable[[], object]) -> None:
        """Use what was given and close; a mistake keeps the form open."""
        try:
            use()
        except UserMistake as mistake:
            self.show_mistake(mistake)
        else:
            self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self.fit_soon()  # once more when the fonts are those of the style sheet

    def _fit(self) -> None:
        """As high as its words need, as far as the window behind it has room."""
        room = self._behind.window().size()
        wanted = self.fontMetrics().horizontalAdvance("n") * _LETTERS_WIDE
        width = max(280, min(wanted, room.width() - _ROOM_AROUND))
        needed = self.column.totalHeightForWidth(width), self.column.totalMinimumSize().height()
        height = max(needed) + self._foot.sizeHint().height() + 2
        self.setMinimumWidth(width)
        self.resize(width, min(height, max(240, room.height() - _ROOM_AROUND)))
        focused = self.focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            self._scroller.ensureWidgetVisible(focused, 0, _ROOM_AROUND)

    def _named(self, item: Asked) -> QVBoxLayout:
        field = LineField(item.text)
        field.setAccessibleName(item.name)
        field.setPlaceholderText(item.hint)
        field.returnPressed.connect(self._give)
        self.fields[item.key] = field
        name = label(item.name, "quiet")
        name.setBuddy(field)
        made = QVBoxLayout()
        made.setSpacing(2)
        made.addWidget(name)
        made.addStretch(1)
        made.addWidget(field)
        return made

    def _buttons(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(18, 6, 18, 16)
        self.general_mistake.hide()
        column.addWidget(self.general_mistake)
        row = QHBoxLayout()
        row.addWidget(self.confirm, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self.confirm.clicked.connect(self._give)
        self.cancel.clicked.connect(self.reject)
        return foot

    def _give(self) -> None:
        self.given.emit({key: field.text() for key, field in self.fields.items()})


class FormAnswer:
    """The answer to what one form gave: close it, or say beside the field what is wrong."""

    def __init__(self, form: FormDialog, take: Callable[[object], object]) -> None:
        self._form = form
        self._take = take

    def done(self, value: object) -> None:
        """It could be used."""
        self._form.accept()
        self._take(value)

    def failed(self, error: Exception) -> None:
        """It could not; what was typed stays."""
        if not isinstance(error, SignpostError):
            raise error
        mistake = error if isinstance(error, UserMistake) else UserMistake("", str(error))
        self._form.show_mistake(mistake)
