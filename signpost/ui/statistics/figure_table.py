"""The table behind a chart: as high as its rows, scrolling sideways where its columns need it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from signpost.domain.figures.panel import Table

_AnyIndex = QModelIndex | QPersistentModelIndex
_EMPTY = Table((), ())
_CAPTION_LETTERS = 11


class FigureTableModel(QAbstractTableModel):
    """The rows of one table, as text."""

    def __init__(self) -> None:
        super().__init__()
        self._table = _EMPTY

    def show(self, table: Table) -> None:
        """These rows instead of what was shown."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._table.header)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._table.rows[index.row()]
            return f"{row[0]}, {self._table.header[index.column()]}: {row[index.column()]}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._table.header[section]
        return None


class FigureTable(QTableView):
    """Shows one table."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = FigureTableModel()
        self.setModel(self.figures)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_table(self, table: Table) -> None:
        """Show these rows."""
        self.figures.show(table)
        self._fit()

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self.figures.rowCount()))
        bar = self.horizontalScrollBar()
        beneath = bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(100, self.horizontalHeader().height() + rows + beneath + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        """Numbers get the width they need, names the rest, but no less than their longest word."""
        columns = self.figures.columnCount()
        if not columns:
            return
        wanted = [self._column_width(column) for column in range(columns)]
        letter = self.fontMetrics().horizontalAdvance("n")
        rest = self.viewport().width() - sum(wanted[1:])
        wanted[0] = max(min(wanted[0], letter * 12), min(rest, wanted[0]))
        spare = self.viewport().width() - sum(wanted)
        if spare > 0:
            wanted[0] += spare
        for column, width in enumerate(wanted):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setFixedHeight(self._header_height(wanted))
        self.resizeRowsToContents()
        self.updateGeometry()

    def _header_height(self, widths: list[int]) -> int:
        """As high as the longest caption in its column's width."""
        metrics, margin = self.fontMetrics(), self.fontMetrics().horizontalAdvance("n") * 2
        highest = 0
        for column, width in enumerate(widths):
            caption = str(self.figures.headerData(column, Qt.Orientation.Horizontal) or "")
            room = QRect(0, 0, max(1, width - margin // 2), 10_000)
            needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), caption)
            highest = max(highest, needed.height())
        return highest + metrics.height() // 2

    def _column_width(self, column: int) -> int:
        metrics, margin = self.fontMetrics(), self.fontMetrics().horizontalAdvance("n") * 2
        texts = [
            self.figures.index(row, column).data() or "" for row in range(self.figures.rowCount())
        ]
        header = str(self.figures.headerData(column, Qt.Orientation.Horizontal) or "")
        caption = max((metrics.horizontalAdvance(word) for word in header.split()), default=0)
        whole = metrics.horizontalAdvance(header)
        caption = max(caption, min(whole, metrics.horizontalAdvance("n") * _CAPTION_LETTERS))
        return max(caption, *(metrics.horizontalAdvance(text) for text in texts), 0) + margin
