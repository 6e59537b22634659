"""What one field of the form is filled in with: its name, the control, what is wrong with it."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.pick_list import PickList
from signpost.ui.parts.several_row import SeveralRow
from signpost.ui.parts.text import label
from signpost.ui.parts.text_field import TextField
from signpost.usecases.entry_field import Control, EntryField
from signpost.usecases.typed_values import LONGEST_TEXT


class FieldControl(QWidget):
    """One field: its title above, what is wrong with it below.

    edited: its key; the text is different. left: its key; the focus went elsewhere.
    """

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, field: EntryField[Any]) -> None:
        super().__init__()
        self.key = field.key
        self.control = _control(field)
        self.control.setAccessibleDescription(field.hint)
        self.title = label(field.title, "quiet")
        self.title.setBuddy(self.control)
        self.mistake = label("", "mistake")
        self.preview = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        if isinstance(self.control, PickList):
            column.addWidget(self.control, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.addWidget(self.control)
        for below in (self.mistake, self.preview):
            column.addWidget(below)
            below.hide()
        self._shown = ""
        self.control.installEventFilter(self)
        self._connect()

    @property
    def text(self) -> str:
        """What it holds, as the field reads it."""
        match self.control:
            case QLineEdit() as line:
                return line.text()
            case TextField() as several_lines:
                return several_lines.toPlainText()
            case PickList() as pick:
                return pick.value or ""
            case ChoiceRow() as row:
                return str(row.value or "")
            case SeveralRow() as several:
                return "|".join(several.values)
        return ""

    @property
    def is_changed(self) -> bool:
        """Whether it holds something else than was shown."""
        return self.text != self._shown

    def show_text(self, text: str) -> None:
        """Fill it in without telling anyone."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        match self.control:
            case QLineEdit() as line:
                line.setText(text)
                line.setCursorPosition(0)
            case TextField() as several_lines:
                several_lines.setPlainText(text)
            case PickList() as pick:
                pick.show_value(text or None)
            case ChoiceRow() as row:
                row.show_value(text or None)
            case SeveralRow() as several:
                several.show_values(text.split("|"))
        self.blockSignals(False)  # noqa: FBT003
        self._shown = self.text
        self.show_mistake("")

    def show_mistake(self, sentence: str) -> None:
        """What is wrong with it; empty when nothing is."""
        self.mistake.setText(sentence)
        self.mistake.setVisible(bool(sentence))
        hint = sentence or self.control.property("hint") or ""
        self.control.setAccessibleDescription(str(hint))

    def show_preview(self, lines: tuple[str, ...]) -> None:
        """What the text means, in words."""
        self.preview.setText("\n".join(lines))
        self.preview.setVisible(bool(lines))

    def focus(self) -> None:
        """Put the focus on it."""
        if isinstance(self.control, ChoiceRow):
            self.control.focus_first()
        elif isinstance(self.control, SeveralRow):
            next(iter(self.control.buttons.values())).setFocus()
        else:
            self.control.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit(self.key)
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        match self.control:
            case QLineEdit() as line:
                line.textChanged.connect(self._tell)
            case TextField() as several_lines:
                several_lines.textChanged.connect(self._tell)
            case PickList() as pick:
                pick.picked.connect(self._tell)
            case ChoiceRow() as row:
                row.chosen.connect(self._tell)
            case SeveralRow() as several:
                several.changed.connect(self._tell)

    def _tell(self) -> None:
        self.edited.emit(self.key)


def _control(field: EntryField[Any]) -> QWidget:
    match field.control:
        case Control.TEXT:
            return TextField(field.title)
        case Control.CHOICE:
            return PickList(field.title, field.choices)
        case Control.YES_NO:
            return ChoiceRow(field.title, field.choices)
        case Control.SEVERAL:
            return SeveralRow(field.title, field.choices)
    line = LineField(longest=LONGEST_TEXT)
    line.setAccessibleName(field.title)
    line.setPlaceholderText(field.hint)
    line.setProperty("hint", field.hint)
    return line
