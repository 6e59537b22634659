"""The lines of an import's preview of one kind, read page by page."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from signpost.domain.directory_change import ImportLine
from signpost.ui.directory.line_words import line_text

_AnyIndex = QModelIndex | QPersistentModelIndex


class LinesModel(QAbstractListModel):
    """Lines in their order.

    more_wanted: the position of the last line, after which more are to be read.
    """

    more_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[ImportLine] = []
        self._may_have_more = False

    def show(self, page: tuple[ImportLine, ...]) -> None:
        """Show these; more may follow until a page is empty."""
        self.beginResetModel()
        self.lines = list(page)
        self._may_have_more = bool(page)
        self.endResetModel()

    def add(self, page: tuple[ImportLine, ...]) -> None:
        """Show these below."""
        self._may_have_more = bool(page)
        if page:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self.lines += page
            self.endInsertRows()

    def replace(self, row: int, line: ImportLine) -> None:
        """A line was decided otherwise."""
        self.lines[row] = line
        index = self.index(row)
        self.dataChanged.emit(
            index, index, [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole]
        )

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def canFetchMore(self, parent: _AnyIndex) -> bool:
        return not parent.isValid() and self._may_have_more

    def fetchMore(self, parent: _AnyIndex) -> None:
        if not parent.isValid() and self.lines:
            self._may_have_more = False
            self.more_wanted.emit(self.lines[-1].position)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.lines):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line_text(self.lines[index.row()])
        return None
