"""Tiles of equal width in two columns, or in one where two would cut their words."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayoutItem

from signpost.ui.parts.flow_layout import FlowLayout

_COLUMNS = 2


class TileLayout(FlowLayout):
    """Items in equal columns; each line is as high as its highest tile."""

    def _lines(self, available: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        shown = [item for item in self.items() if not item.isEmpty()]
        needed = max((item.minimumSize().width() for item in shown), default=0)
        two = available >= _COLUMNS * needed + self.gap
        columns = _COLUMNS if two else 1
        width = (available - self.gap * (columns - 1)) // columns
        lines = []
        for start in range(0, len(shown), columns):
            line = shown[start : start + columns]
            height = max(_height(item, width) for item in line)
            lines.append([(item, QSize(width, height)) for item in line])
        return lines

    def sizeHint(self) -> QSize:
        width = max((item.sizeHint().width() for item in self.items()), default=0)
        wanted = _COLUMNS * width + self.gap
        return QSize(wanted, self.heightForWidth(wanted))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
