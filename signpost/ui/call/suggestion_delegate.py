"""Paints a suggestion as a card; the words and their places come from suggestion_card."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from signpost.domain.suggestion import Suggestion
from signpost.ui.call.suggestion_card import Card, Piece, card
from signpost.ui.call.suggestions_model import SUGGESTION
from signpost.ui.look import palette

BETWEEN = 6
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class SuggestionDelegate(QStyledItemDelegate):
    """One card a row, as wide as the list; `chosen_id` is the service that the record holds,
    `whole` those shown with everything that is known, `asking` the service and its question that
    the next key answers.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.chosen_id = ""
        self.whole: set[str] = set()
        self.asking: tuple[str, str] = ("", "")

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt passes it
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height_for(index.data(SUGGESTION), width) + BETWEEN)

    def height_for(self, suggestion: Suggestion, width: int) -> int:
        """How high a card is at this width of the list."""
        return self._card(suggestion, width).height

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        suggestion: Suggestion = index.data(SUGGESTION)
        rect: QRect = option.rect.adjusted(0, 0, 0, -BETWEEN)
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        chosen = suggestion.service_id == self.chosen_id
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, rect, focused=focused, chosen=chosen)
        painter.translate(rect.topLeft())
        for piece in self._card(suggestion, rect.width()).pieces:
            self._paint_piece(painter, piece, selected=focused or chosen)
        painter.restore()

    def _card(self, suggestion: Suggestion, width: int) -> Card:
        service_id, question_id = self.asking
        return card(
            suggestion,
            width,
            self._view.font().toString(),
            whole=suggestion.service_id in self.whole,
            asking=question_id if suggestion.service_id == service_id else "",
        )

    def _paint_frame(self, painter: QPainter, rect: QRect, *, focused: bool, chosen: bool) -> None:
        frame = rect.toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        if focused:
            painter.setPen(QPen(QColor(palette.YELLOW), 3))
            painter.drawRoundedRect(frame, 7, 7)
            frame = frame.adjusted(2.5, 2.5, -2.5, -2.5)
            painter.setPen(QPen(QColor(palette.INK), 2))
        elif chosen:
            painter.setPen(QPen(QColor(palette.BLUE), 2.5))
        else:
            painter.setPen(QPen(QColor(palette.GREY_4), 1))
        tinted = focused or chosen
        painter.setBrush(QColor(palette.BLUE_TINT if tinted else palette.WHITE))
        painter.drawRoundedRect(frame, 6, 6)

    def _paint_piece(self, painter: QPainter, piece: Piece, *, selected: bool) -> None:
        painter.setFont(piece.font)
        rect = piece.rect
        if piece.chip is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(piece.chip.background))
            painter.drawRoundedRect(rect, 9, 9)
            painter.setPen(QColor(piece.chip.text))
            rect = rect.adjusted(9, 2, -9, -2)
        elif piece.warning:
            painter.setPen(QColor(palette.CARD_WARNING.text))
        elif piece.quiet:
            quiet = palette.SELECTED_QUIET if selected else palette.CARD_QUIET
            painter.setPen(QColor(quiet.text))
        else:
            painter.setPen(QColor(palette.CARD.text))
        painter.drawText(rect, _WRAP, piece.text)
