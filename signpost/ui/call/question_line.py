"""A question with its answers: side by side, or one above the other where it is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.text import label

_SIDE_BY_SIDE_FROM = 44


class QuestionLine(QWidget):
    """One question of a prompt."""

    def __init__(self, text: str, answers: ChoiceRow) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(label(text, "question"), 1)
        self._box.addWidget(answers)
        self._answers = answers

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose(event.size())

    def _choose(self, size: QSize) -> None:
        letter = self.fontMetrics().horizontalAdvance("n")
        beside = size.width() >= letter * _SIDE_BY_SIDE_FROM
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if beside else down
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
