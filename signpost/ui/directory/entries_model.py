"""The list of entries, read page by page as far as somebody scrolls."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from signpost.domain.directory_listing import ListedEntry
from signpost.ui.directory.entry_line import entry_line

ENTRY = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex


class EntriesModel(QAbstractListModel):
    """Entries in the order of their names.

    more_wanted: the id of the last entry, after which more are to be read.
    """

    more_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[ListedEntry] = []
        self.may_have_more = False
        self._asked = False

    @property
    def entries(self) -> tuple[ListedEntry, ...]:
        """What is listed so far."""
        return tuple(self._entries)

    def show(self, page: tuple[ListedEntry, ...], *, may_have_more: bool) -> None:
        """List these instead of what was listed."""
        self.beginResetModel()
        self._entries = list(page)
        self.may_have_more, self._asked = may_have_more, False
        self.endResetModel()

    def add(self, page: tuple[ListedEntry, ...], *, may_have_more: bool) -> None:
        """List these below."""
        self.may_have_more, self._asked = may_have_more, False
        if page:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self._entries += page
            self.endInsertRows()

    def row_of(self, entry_id: str) -> int | None:
        """Where an entry stands; None when it is not listed."""
        ids = [entry.id for entry in self._entries]
        return ids.index(entry_id) if entry_id in ids else None

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: _AnyIndex) -> bool:
        return not parent.isValid() and self.may_have_more and not self._asked

    def fetchMore(self, parent: _AnyIndex) -> None:
        if not parent.isValid() and self._entries:
            self._asked = True
            self.more_wanted.emit(self._entries[-1].id)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.name}\n{entry_line(entry)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name}. {entry_line(entry)}"
        return entry if role == ENTRY else None
