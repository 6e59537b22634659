"""A question with its answers: side by side, or one above the other where it is narrow."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from signpost.ui.parts.button import Button

_BESIDE_FROM = 44


class QuestionLine(QWidget):
    """A text and what answers it; `beside_from` is in letters of width."""

    def __init__(self, text: QWidget, answers: QWidget, beside_from: int = _BESIDE_FROM) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(text, 1)
        self._box.addWidget(answers)
        if isinstance(answers, Button):
            self._box.setAlignment(answers, Qt.AlignmentFlag.AlignLeft)
        self._parts = (text, answers)
        self._beside_from = beside_from

    def minimumSizeHint(self) -> QSize:
        widths = [part.minimumSizeHint().width() for part in self._parts]
        return QSize(max(widths), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose(event.size())

    def _choose(self, size: QSize) -> None:
        letter = self.fontMetrics().horizontalAdvance("n")
        beside = size.width() >= letter * self._beside_from
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if beside else down
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
