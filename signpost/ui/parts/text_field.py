"""A field for a few sentences: grows no wider, wraps, and Tab leaves it."""

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtWidgets import QPlainTextEdit

from signpost.ui.parts.line_field import readable

_LINES = 3


class TextField(QPlainTextEdit):
    """Plain text of some lines."""

    def __init__(self, name: str, lines: int = _LINES) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(readable(source.text()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 22)
