"""The field for the caller's words: marks what matched, copes with whatever is typed or pasted."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from signpost.ui.look import palette
from signpost.ui.parts.line_field import readable

LONGEST = 20_000


class WordsEditor(QPlainTextEdit):
    """A plain text field that hands Down on its last line on to the services.

    left_downwards: Down was pressed on the last line. characters_dropped: how many were left
        out of a paste.
    focus_moved: whether the field has the focus.
    """

    left_downwards = Signal()
    characters_dropped = Signal(int)
    focus_moved = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("look", "words")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def words(self) -> str:
        """The text as typed."""
        return self.toPlainText()

    @property
    def cursor_position(self) -> int:
        """Where the text cursor stands, in characters as Python counts them."""
        before = self.toPlainText().encode("utf-16-le")[: 2 * self.textCursor().position()]
        return len(before.decode("utf-16-le", "ignore"))

    def show_words(self, words: str) -> None:
        """Put a text in, with the cursor behind it; does nothing when it is there already."""
        if words != self.toPlainText():
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def show_marks(
        self,
        raised: Iterable[tuple[int, int]],
        checks: Iterable[tuple[int, int]],
        topics: Iterable[tuple[int, int]],
    ) -> None:
        """Mark stretches of the text: matched by a prompt, by a check line, by a topic."""
        marks = [self._mark(start, end, _topic_format()) for start, end in topics]
        marks += [self._mark(start, end, _check_format()) for start, end in checks]
        marks += [self._mark(start, end, _raised_format()) for start, end in raised]
        self.setExtraSelections(marks)

    def type_text(self, text: str) -> None:
        """Go on typing here: a letter that was pressed elsewhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.insertPlainText(readable(text))

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = source.text()
        kept = readable(pasted)[:LONGEST]
        plain = pasted.replace("\r\n", "\n")
        if len(kept) < len(plain):
            self.characters_dropped.emit(len(plain) - len(kept))
        self.insertPlainText(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() == Qt.Key.Key_Down and plain and self._on_last_line():
            self.left_downwards.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not plain:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit(True)  # noqa: FBT003 - a signal carries a value, it has no names

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit(False)  # noqa: FBT003

    def _on_last_line(self) -> bool:
        cursor = self.textCursor()
        return not cursor.movePosition(QTextCursor.MoveOperation.Down)

    def _mark(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        text = self.toPlainText()
        cursor.setPosition(_in_utf16(text, start))
        cursor.setPosition(_in_utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = look
        return selection


def _in_utf16(text: str, position: int) -> int:
    """Qt counts an emoji as two; the matcher counts it as one."""
    return len(text[:position].encode("utf-16-le")) // 2


def _raised_format() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor(palette.WORD_RAISED.background))
    look.setForeground(QColor(palette.WORD_RAISED.text))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(QColor(palette.RED))
    return look


def _check_format() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(QColor(palette.WORD_CHECK.background))
    look.setForeground(QColor(palette.WORD_CHECK.text))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    look.setUnderlineColor(QColor(palette.INK))
    return look


def _topic_format() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(QColor(palette.BLUE))
    return look
