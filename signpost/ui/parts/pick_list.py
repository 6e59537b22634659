"""A drop-down whose first entry means "not asked", and that the mouse wheel cannot change by
accident.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox

from signpost.ui.look import palette

_FEWEST_LETTERS = 16


class PickList(QComboBox):
    """One of a few values, or None; `empty` is how None reads.

    picked: the value, or None for the empty entry.
    """

    picked = Signal(object)

    def __init__(self, name: str, choices: Iterable[tuple[str, str]], empty: str = "–") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._empty = empty
        self._values: list[str | None] = []
        self.show_choices(choices)
        self.activated.connect(self._tell)

    @property
    def value(self) -> str | None:
        """What is picked."""
        return self._values[self.currentIndex()]

    def show_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these from now on; what was picked stays if it is among them."""
        before = self.value if self._values else None
        self.clear()
        self._values = [None]
        self.addItem(self._empty)
        for value, text in choices:
            self._values.append(value)
            self.addItem(text)
        self.show_value(before if before in self._values else None)
        self.updateGeometry()

    def show_value(self, value: str | None) -> None:
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
        wanted, letter = self.sizeHint(), self.fontMetrics().horizontalAdvance("n")
        return QSize(min(wanted.width(), letter * _FEWEST_LETTERS), wanted.height())

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
        elide = Qt.TextElideMode.ElideRight
        told = self.fontMetrics().elidedText(self.currentText(), elide, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), told)
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
