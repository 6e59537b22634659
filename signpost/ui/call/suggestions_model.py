"""The suggestions as a list model; a row remembers since when it shows what it shows."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from signpost.domain.suggestion import Fit, Suggestion

SUGGESTION = Qt.ItemDataRole.UserRole
_ROLES = [Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, SUGGESTION]
_AnyIndex = QModelIndex | QPersistentModelIndex


class SuggestionsModel(QAbstractListModel):
    """Suggestions in the order shown; each row is replaced in its place, so that no selection
    moves.
    """

    def __init__(self, milliseconds: Callable[[], int]) -> None:
        super().__init__()
        self._milliseconds = milliseconds
        self._rows: list[Suggestion] = []
        self._since: list[int] = []

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is shown, top first."""
        return tuple(self._rows)

    def show(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Show these; rows that change note the time."""
        now = self._milliseconds()
        shared = min(len(self._rows), len(suggestions))
        for row in range(shared):
            self._replace(row, suggestions[row], now)
        if shared < len(self._rows):
            self.beginRemoveRows(QModelIndex(), shared, len(self._rows) - 1)
            del self._rows[shared:]
            del self._since[shared:]
            self.endRemoveRows()
        elif shared < len(suggestions):
            self.beginInsertRows(QModelIndex(), shared, len(suggestions) - 1)
            self._rows.extend(suggestions[shared:])
            self._since.extend([now] * (len(suggestions) - shared))
            self.endInsertRows()

    def row_of(self, service_id: str) -> int | None:
        """Where a service stands; None when it is not shown."""
        for row, suggestion in enumerate(self._rows):
            if suggestion.service_id == service_id:
                return row
        return None

    def shown_for(self, row: int) -> int:
        """For how many milliseconds a row has shown this service."""
        return self._milliseconds() - self._since[row]

    def _replace(self, row: int, suggestion: Suggestion, now: int) -> None:
        before = self._rows[row]
        if before == suggestion:
            return
        if before.service_id != suggestion.service_id:
            self._since[row] = now
        self._rows[row] = suggestion
        where = self.index(row)
        self.dataChanged.emit(where, where, _ROLES)

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        suggestion = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return suggestion.name
        if role == SUGGESTION:
            return suggestion
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(suggestion)
        return None


def keep_in_place(
    suggestions: tuple[Suggestion, ...], held: Suggestion, row: int
) -> tuple[Suggestion, ...]:
    """The suggestions with the one under the hand left in the row where it is."""
    fresh = next((item for item in suggestions if item.service_id == held.service_id), held)
    others = [item for item in suggestions if item.service_id != held.service_id]
    others.insert(min(row, len(others)), fresh)
    return tuple(others)


def fit_words(suggestion: Suggestion) -> str:
    """How the entry rules stand, in the words of the screen."""
    if suggestion.fit is Fit.ASK:
        return "Ask first"
    if suggestion.fit is Fit.NOT_SUITABLE:
        return f"Not met because {suggestion.not_met}" if suggestion.not_met else "Not met"
    return "Entry rules met"


def spoken(suggestion: Suggestion) -> str:
    """A whole card as one sentence for a screen reader."""
    parts = (
        suggestion.name,
        suggestion.kind.label,
        fit_words(suggestion),
        suggestion.reported,
        suggestion.alert,
        *suggestion.ask_first,
        suggestion.open_text or "opening hours not known",
        suggestion.phone,
        suggestion.how_to_access,
        f"why: {suggestion.why}",
    )
    return ". ".join(part.rstrip(".") for part in parts if part)
