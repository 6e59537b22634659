"""The one button of the program: wraps its words instead of cutting them, and shows the key that
presses it.
"""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from signpost.ui.look import palette

_SMALLEST = 26
_SLACK = 6
_PLAIN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ButtonLook(Enum):
    """How loud a button is: its words and its filling, when it is not chosen."""

    PLAIN = palette.CARD
    QUIET = palette.CARD_LINK
    URGENT_OUTLINE = palette.CARD_WARNING
    URGENT = palette.URGENT
    PRIMARY = palette.PRIMARY
    WAITING = palette.PRIMARY_WAITING
    TAB = palette.TOP_BAR
    BAR = palette.REHEARSAL
    STRIP = palette.PAGE


_WITHOUT_BORDER = {
    ButtonLook.QUIET,
    ButtonLook.URGENT,
    ButtonLook.PRIMARY,
    ButtonLook.WAITING,
    ButtonLook.TAB,
    ButtonLook.STRIP,
}
_BOLD = {ButtonLook.URGENT, ButtonLook.URGENT_OUTLINE, ButtonLook.PRIMARY, ButtonLook.WAITING}


_KEY_LAST = {ButtonLook.URGENT, ButtonLook.PRIMARY, ButtonLook.WAITING, ButtonLook.TAB}


class Button(QAbstractButton):
    """A push button or, when checkable, a choice that can be set and unset."""

    def __init__(
        self,
        text: str,
        key: str = "",
        look: ButtonLook = ButtonLook.PLAIN,
        *,
        centred: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._look = look
        self._centred = centred
        self.setText(text)
        self.setAccessibleName(f"{text}, key {key}" if key else text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def key(self) -> str:
        """The key as it is shown; empty when there is none."""
        return self._key

    def show_look(self, look: ButtonLook) -> None:
        """Change how loud the button is."""
        if look is not self._look:
            self._look = look
            self.updateGeometry()
            self.update()

    def show_text(self, text: str) -> None:
        """Change the words, for the eye and for screen readers."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(f"{text}, key {self._key}" if self._key else text)
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._words_rect(QRect(0, 0, width, 10_000))
        metrics = QFontMetrics(self._widest_font())
        bounds = metrics.boundingRect(text, Qt.TextFlag.TextWordWrap, self.text())
        return max(bounds.height() + 2 * self._margin(), _SMALLEST)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._widest_font())
        width = (
            metrics.horizontalAdvance(self.text()) + self._key_width() + self._side() * 2 + _SLACK
        )
        return QSize(width, max(metrics.height() + 2 * self._margin(), _SMALLEST))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._widest_font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(
            longest + self._key_width() + self._side() * 2 + _SLACK,
            max(metrics.height() + 2 * self._margin(), _SMALLEST),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _PLAIN_KEYS and plain:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pair = palette.CHOSEN if self.isChecked() else self._look.value
        if self._look is ButtonLook.TAB and self.isChecked():
            pair = palette.PAGE
        self._paint_frame(painter, pair)
        painter.setFont(self._font())
        inner = self._words_rect(self.rect())
        painter.setPen(QColor(pair.text))
        if self._key:
            self._paint_key(painter, pair)
        sideways = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeft
        flags = sideways | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(flags) | int(Qt.TextFlag.TextWordWrap), self.text())

    def _paint_frame(self, painter: QPainter, pair: palette.Pair) -> None:
        rect = self.rect().toRectF().adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.YELLOW), 2))
            painter.setBrush(QColor(palette.YELLOW))
            painter.drawRoundedRect(rect, 6, 6)
            rect = rect.adjusted(2, 2, -2, -2)
            painter.setPen(QPen(QColor(palette.INK), 2))
        elif self.isChecked() or self._look in _WITHOUT_BORDER:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            outline = self._look is ButtonLook.URGENT_OUTLINE
            painter.setPen(QPen(QColor(palette.RED if outline else palette.GREY_2), 1))
        if self.underMouse() and not self.isChecked() and self._look is ButtonLook.PLAIN:
            painter.setBrush(QColor(palette.GREY_5))
        else:
            painter.setBrush(QColor(pair.background))
        painter.drawRoundedRect(rect, 5, 5)

    def _paint_key(self, painter: QPainter, pair: palette.Pair) -> None:
        words = self._words_rect(self.rect())
        painter.setPen(QColor(palette.GREY_1 if pair == palette.CARD else pair.text))
        gap = QFontMetrics(self._font()).horizontalAdvance("n")
        x = words.right() + gap if self._key_is_last else words.x() - self._key_width()
        where = QRect(x, 0, self._key_width(), self.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), self._key)
        painter.setPen(QColor(pair.text))

    @property
    def _key_is_last(self) -> bool:
        return self._look in _KEY_LAST

    def _words_rect(self, rect: QRect) -> QRect:
        before, after = self._key_width(), 0
        if self._key_is_last:
            before, after = after, before
        inner = rect.adjusted(self._side() + before, 0, 2 - self._side() - after, 0)
        text = QFontMetrics(self._font()).horizontalAdvance(self.text())
        spare = inner.width() - text - _SLACK
        if self._key and self._centred and spare > 0:
            return QRect(inner.x() + spare // 2, inner.y(), text + _SLACK, inner.height())
        return inner

    def _font(self) -> QFont:
        return self._weighted(bold=self._look in _BOLD or self.isChecked())

    def _widest_font(self) -> QFont:
        """A choice keeps the width that it needs when it is set, so that nothing moves."""
        return self._weighted(bold=self._look in _BOLD or self.isCheckable())

    def _weighted(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _key_width(self) -> int:
        if not self._key:
            return 0
        metrics = QFontMetrics(self._font())
        return metrics.horizontalAdvance(self._key) + metrics.horizontalAdvance("n")

    def _side(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance("n")

    def _margin(self) -> int:
        return max(4, QFontMetrics(self.font()).height() // 4)
