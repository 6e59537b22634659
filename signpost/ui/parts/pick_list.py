"""A drop-down whose first entry means "not asked", and that the mouse wheel cannot change by
accident.
"""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox

from signpost.ui.look import palette


class PickList(QComboBox):
    """One of a few values, or None.

    picked: the value, or None for the empty entry.
    """

    picked = Signal(object)

    def __init__(self, name: str, choices: Iterable[tuple[StrEnum, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values: list[StrEnum | None] = [None]
        self.addItem("–")
        for value, text in choices:
            self._values.append(value)
            self.addItem(text)
        self.activated.connect(self._tell)

    def show_value(self, value: StrEnum | None) -> None:
        """Show it without telling anyone."""
        self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        texts = [self.itemText(index) for index in range(self.count())]
        metrics = self.fontMetrics()
        width = max(metrics.horizontalAdvance(text) for text in texts) + metrics.height() * 2
        return QSize(width + 8, metrics.height() + 14)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().toRectF().adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.YELLOW), 2))
            painter.setBrush(QColor(palette.YELLOW))
            painter.drawRoundedRect(frame, 5, 5)
            frame = frame.adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(palette.INK if self.hasFocus() else palette.GREY_1), 2))
        painter.setBrush(QColor(palette.CARD.background))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(QColor(palette.CARD.text))
        words = self.rect().adjusted(10, 0, -self.fontMetrics().height(), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.currentText())
        self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        size = self.fontMetrics().height() / 4
        at = QPointF(self.width() - size * 3, self.height() / 2)
        left, right = at + QPointF(-size, -size / 2), at + QPointF(size, -size / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.CARD_QUIET.text))
        painter.drawPolygon(QPolygonF([left, right, at + QPointF(0, size * 0.7)]))

    def _tell(self, index: int) -> None:
        self.picked.emit(self._values[index])
