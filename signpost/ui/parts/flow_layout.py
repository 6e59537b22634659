"""A layout that goes on in the next line when the width is used up, so that nothing is ever cut
off.
"""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items side by side, wrapping into as many lines as the width asks for."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.gap = gap
        self._pushed: QLayoutItem | None = None
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def push_right(self) -> None:
        """The item added last, and what follows it in its line, goes to the right end."""
        self._pushed = self._items[-1]

    def items(self) -> tuple[QLayoutItem, ...]:
        """What is laid out, in order."""
        return tuple(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            margins = self.contentsMargins()
            inner = QRect(0, 0, width - margins.left() - margins.right(), 0)
            height = self._arrange(inner, place=False) + margins.top() + margins.bottom()
            self._heights[width] = height
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()  # Qt asks for the same heights many times over
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), place=True)

    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        width = sum(item.sizeHint().width() for item in shown) + self.gap * max(0, len(shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, rect, y)
            y += height + self.gap
        return max(0, y - self.gap - rect.y())

    def _lines(self, available: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size_of(item, available)
            if not lines or size.width() > left:
                lines.append([])
                left = available
            lines[-1].append((item, size))
            left -= size.width() + self.gap
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int) -> None:
        used = sum(size.width() for _, size in line) + self.gap * (len(line) - 1)
        x = rect.x()
        for item, size in line:
            if item is self._pushed and item is not line[0][0]:
                x += rect.width() - used
            item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.gap

    def _size_of(self, item: QLayoutItem, available: int) -> QSize:
        size = item.sizeHint()
        width = min(size.width(), available) if available > 0 else size.width()
        height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
        return QSize(width, max(height, size.height()) if width == size.width() else height)
