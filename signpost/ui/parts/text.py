"""Small builders for labels and panels, so that views read as what they show."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)


def label(text: str = "", look: str = "", *, rich: bool = False) -> QLabel:
    """A label that wraps; plain text unless `rich`, so that typed words never become mark-up."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


class LineLabel(QLabel):
    """A label that would like one line, and wraps only when it does not get it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(self.text()) + 4
        size = QSize(width, self.fontMetrics().height())
        return size.grownBy(margins)


def panel(look: str = "panel", margin: int = 12, gap: int = 6) -> tuple[QFrame, QVBoxLayout]:
    """A framed box and the column inside it."""
    frame = QFrame()
    frame.setProperty("look", look)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(margin, margin - 3, margin, margin - 2)
    inside.setSpacing(gap)
    return frame, inside


def scrolling(content: QWidget) -> QScrollArea:
    """The content, scrolling downwards where there is no room for it; never sideways."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(content)
    return made


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Change a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.itemAt(0)) is not None:
        if (widget := item.widget()) is None:
            layout.removeItem(item)
            continue
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
