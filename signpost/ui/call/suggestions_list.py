"""The list of suggestions: as high as its cards, so that the column scrolls and nothing is cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from signpost.domain.protocol import Answer
from signpost.ui.call.suggestion_delegate import BETWEEN, SuggestionDelegate
from signpost.ui.call.suggestions_model import SuggestionsModel

STEADY_AFTER_MS = 300
_ANSWERS = {
    Qt.Key.Key_Y: Answer.YES,
    Qt.Key.Key_N: Answer.NO,
    Qt.Key.Key_D: Answer.DONT_KNOW,
}
_AnyIndex = QModelIndex | QPersistentModelIndex


class SuggestionsList(QListView):
    """Arrows move, Enter takes, typing goes on in the caller's words. While a service's questions
    are being answered, Y, N and D answer the one that is marked.

    answered: question id and answer. taken_back: the last answer.
    taken: the row. left_upwards: Up on the first row. text_typed: letters for the caller's words.
    row_reached: the rectangle of the current row, to be scrolled into view.
    """

    taken = Signal(int)
    left_upwards = Signal()
    text_typed = Signal(str)
    row_reached = Signal(object)
    answered = Signal(str, object)
    taken_back = Signal()

    def __init__(self, model: SuggestionsModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.cards = SuggestionDelegate(self)
        self.setItemDelegate(self.cards)
        self.setAccessibleName("Services that fit")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._take_index)
        for changed in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            changed.connect(self._fit)

    def focus_first(self) -> None:
        """Put the focus on the service that was chosen, else on the first row."""
        if not self._rows.rowCount():
            return
        row = self._rows.row_of(self.cards.chosen_id) or 0
        self.setCurrentIndex(self._rows.index(row))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self) -> bool:
        """Mark the first question of the current service that a key can answer; False when there is
        none.
        """
        return self._mark(self._questions())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self.cards.height_for(item, width) + BETWEEN for item in self._rows.suggestions)

    def sizeHint(self) -> QSize:
        width = max(200, self.viewport().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        super().currentChanged(current, previous)
        if previous.isValid():
            self._mark(())
        if current.isValid():
            self._open(current.row())
            self.row_reached.emit(self.visualRect(current))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if self.cards.asking[1] and not _is_chord(event) and self._answer(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row)
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif event.text().isprintable() and event.text() and not _is_chord(event):
            self.text_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def fold(self) -> None:
        """Show every card in short again: another call."""
        self.cards.whole.clear()
        self.setCurrentIndex(QModelIndex())
        self._fit()

    def _answer(self, event: QKeyEvent) -> bool:
        if event.key() not in _ANSWERS:
            self._mark(())
            return False
        asked = self.cards.asking[1]
        ids = self._questions()
        self._mark(ids[ids.index(asked) + 1 :] if asked in ids else ())
        self.answered.emit(asked, _ANSWERS[Qt.Key(event.key())])
        return True

    def _questions(self) -> tuple[str, ...]:
        row = self.currentIndex().row()
        shown = self._rows.suggestions
        ids = shown[row].ask_ids if 0 <= row < len(shown) else ()
        return tuple(question_id for question_id in ids if question_id)

    def _mark(self, ids: tuple[str, ...]) -> bool:
        row = self.currentIndex().row()
        asking = (self._rows.suggestions[row].service_id, ids[0]) if ids else ("", "")
        if asking != self.cards.asking:
            self.cards.asking = asking
            self._fit()
            self.viewport().update()
        return bool(ids)

    def _open(self, row: int) -> None:
        """Show the whole card; others that were opened stay, so that nothing moves up under the
        hand.
        """
        service_id = self._rows.suggestions[row].service_id
        if service_id not in self.cards.whole:
            self.cards.whole.add(service_id)
            self._fit()
            self.doItemsLayout()

    def _take_index(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        if row >= 0 and self._rows.shown_for(row) >= STEADY_AFTER_MS:
            self.taken.emit(row)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(self.heightForWidth(max(1, self.viewport().width())))
        self.updateGeometry()


def _is_chord(event: QKeyEvent) -> bool:
    return bool(
        event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    )
