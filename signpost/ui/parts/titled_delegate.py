"""Paints a list's rows as a title with what stands below it, both wrapping, nothing cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signpost.ui.look import palette

_SIDE, _GAP, _BETWEEN = 8, 1, 7
_SMALL = 0.9
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_AnyIndex = QModelIndex | QPersistentModelIndex


class TitledDelegate(QStyledItemDelegate):
    """The first line of a row's text is its title."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: ARG002 - Qt passes it
        width = self._view.viewport().width()
        title, below = self._rects(QRect(0, 0, width, 0), index)
        bottom = below.bottom() if below.height() else title.bottom()
        return QSize(width, bottom + _BETWEEN + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            self._paint_selected(painter, rect)
        title, below = self._rects(rect, index)
        first, _, rest = str(index.data()).partition("\n")
        painter.setPen(QColor(palette.SELECTED.text if selected else palette.CARD.text))
        painter.setFont(self._bold())
        painter.drawText(title, _WRAP, first)
        quiet = palette.SELECTED_QUIET if selected else palette.CARD_QUIET
        painter.setPen(QColor(quiet.text))
        painter.setFont(self._small())
        painter.drawText(below, _WRAP, rest)
        painter.restore()

    def _paint_selected(self, painter: QPainter, rect: QRect) -> None:
        frame = rect.toRectF().adjusted(1.5, 1.5, -1.5, -2.5)
        if self._view.hasFocus():
            painter.setPen(QPen(QColor(palette.YELLOW), 3))
            painter.drawRoundedRect(frame, 6, 6)
            frame = frame.adjusted(2, 2, -2, -2)
            painter.setPen(QPen(QColor(palette.INK), 2))
        else:
            painter.setPen(QPen(QColor(palette.BLUE), 2))
        painter.setBrush(QColor(palette.SELECTED.background))
        painter.drawRoundedRect(frame, 5, 5)

    def _rects(self, rect: QRect, index: _AnyIndex) -> tuple[QRect, QRect]:
        """Where the title goes, and what stands below it."""
        first, _, rest = str(index.data()).partition("\n")
        width = rect.width() - 2 * _SIDE
        room = QRect(0, 0, width, 100_000)
        high = QFontMetrics(self._bold()).boundingRect(room, _WRAP, first).height()
        low = QFontMetrics(self._small()).boundingRect(room, _WRAP, rest).height() if rest else 0
        left, top = rect.left() + _SIDE, rect.top() + _BETWEEN - 1
        return QRect(left, top, width, high), QRect(left, top + high + _GAP, width, low)

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(max(9, round(font.pixelSize() * _SMALL)))
        return font


def titled_list(name: str) -> QListView:
    """A list of such rows, without a model yet."""
    made = QListView()
    made.setItemDelegate(TitledDelegate(made))
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setFrameShape(QListView.Shape.NoFrame)
    made.setTabKeyNavigation(False)
    made.setAccessibleName(name)
    return made
