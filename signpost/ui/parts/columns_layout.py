"""Panels of any height in as many columns of equal width as there is room for."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from signpost.ui.parts.flow_layout import FlowLayout

_MOST_COLUMNS = 3


class ColumnsLayout(FlowLayout):
    """Each item goes below the column that ends highest, so that the first ones stand on top.

    `letters` is how many letters wide a column is at least.
    """

    def __init__(self, parent: QWidget, letters: int, gap: int = 10) -> None:
        super().__init__(parent, gap)
        self._letters = letters

    def minimumSize(self) -> QSize:
        return QSize(0, 0).grownBy(self.contentsMargins())

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        parent = self.parentWidget()
        letter = parent.fontMetrics().horizontalAdvance("n") if parent is not None else 8
        room = max(1, rect.width() // (self._letters * letter))
        columns = min(_MOST_COLUMNS, room)
        width = (rect.width() - self.gap * (columns - 1)) // columns
        ends = [0] * columns
        for item in self.items():
            if item.isEmpty():
                continue
            height = _height(item, width)
            column = ends.index(min(ends))
            if place:
                at = QPoint(rect.x() + column * (width + self.gap), rect.y() + ends[column])
                item.setGeometry(QRect(at, QSize(width, height)))
            ends[column] += height + self.gap
        return max(0, max(ends) - self.gap)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
