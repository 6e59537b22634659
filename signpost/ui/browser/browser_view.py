"""All protocols and topics to leaf through: a field to find one, a list by name or by area, and the
one that is selected.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QListView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.text import label, panel, scrolling

_BESIDE_FROM = 80
_PLACE = Qt.ItemDataRole.UserRole + 1
_LETTER_GAP = 2
_FEWEST_LINES = 8


class Kind(StrEnum):
    """What is listed."""

    BOTH = "both"
    PROTOCOLS = "protocols"
    TOPICS = "topics"


class Order(StrEnum):
    """How it is arranged."""

    NAME = "name"
    AREA = "area"


@dataclass(frozen=True)
class ShownItem:
    """A line of the list: a heading, or the item at this place of what was found."""

    text: str
    place: int | None = None


class BrowserView(QWidget):
    """A list beside what it lists; one above the other in a narrow window.

    sought: what was typed, or which of the choices was pressed, is different. selected: the place
    of an item. letter_pressed: a letter to go to. print_asked: large print or not. use_asked: raise
    the selected protocol in the call. left: back to the call.
    """

    sought = Signal()
    selected = Signal(int)
    letter_pressed = Signal(str)
    print_asked = Signal(bool)
    use_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.finder = LineField()
        self.finder.setAccessibleName("Find a protocol or topic")
        self.finder.setPlaceholderText("Name, area or words")
        self.kinds = ChoiceRow(
            "Show", ((Kind.BOTH, "All"), (Kind.PROTOCOLS, "Protocols"), (Kind.TOPICS, "Topics"))
        )
        self.order = ChoiceRow("Arrange", ((Order.NAME, "By name"), (Order.AREA, "By area")))
        self.kinds.show_value(Kind.BOTH)
        self.order.show_value(Order.NAME)
        self.model = QStandardItemModel()
        self.list = _list_of(self.model)
        self.letters: dict[str, Button] = {}
        self._letters = QWidget()
        self._letter_row = FlowLayout(self._letters, _LETTER_GAP)
        self.count = label("", "quiet")
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(False)
        self.text.setAccessibleName("The selected protocol or topic")
        self.use = Button("Use in this call", Key.SAVE.shown, ButtonLook.URGENT_OUTLINE)
        self.print = Button("Print the paper sheet", Key.PRINT.shown)
        self.print_large = Button("in large print")
        self.back = Button("Back to the call", Key.DISCARD.shown)
        self._arrange()
        self._connect()

    def show_items(self, items: tuple[ShownItem, ...], count: str) -> None:
        """What can be selected, under its headings; the first is."""
        self.list.setCurrentIndex(QModelIndex())  # else it moves through the rows as they go
        self.model.clear()
        bold = QFont()
        bold.setBold(True)
        first: QStandardItem | None = None
        for shown in items:
            item = QStandardItem(shown.text)
            item.setData(shown.place, _PLACE)
            if shown.place is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setFont(bold)
            elif first is None:
                first = item
            self.model.appendRow(item)
        self.count.setText(count)
        if first is not None:
            self.list.setCurrentIndex(first.index())

    def show_letters(self, letters: tuple[str, ...]) -> None:
        """The letters that something begins with."""
        if tuple(self.letters) == letters:
            return
        for button in self.letters.values():
            self._letter_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.letters = {}
        for letter in letters:
            button = Button(letter, look=ButtonLook.QUIET)
            button.setAccessibleName(f"Go to {letter}")
            button.clicked.connect(self._press_letter)
            self._letter_row.addWidget(button)
            self.letters[letter] = button

    def go_to(self, place: int) -> None:
        """Select an item and bring it to the top of the list."""
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if index.data(_PLACE) == place:
                self.list.setCurrentIndex(index)
                above = self.model.index(max(0, row - 1), 0)
                self.list.scrollTo(above, QListView.ScrollHint.PositionAtTop)
                return

    def show_text(self, html: str, *, usable: bool) -> None:
        """The selected one; `usable` when it can be raised in the call."""
        self.text.setHtml(html)
        self.use.setVisible(usable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        beside = event.size().width() >= letter * _BESIDE_FROM
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)

    def _arrange(self) -> None:
        left, inside = panel()
        inside.addWidget(label("Protocols and topics", "heading"))
        inside.addWidget(self.finder)
        choices = FlowLayout(gap=10)
        choices.addWidget(self.kinds)
        choices.addWidget(self.order)
        inside.addLayout(choices)
        inside.addWidget(self._letters)
        inside.addWidget(self.count)
        inside.addWidget(self.list, 1)
        right, shown = panel()
        shown.addWidget(self.text, 1)
        deeds = FlowLayout(gap=6)
        for button in (self.use, self.print, self.print_large, self.back):
            deeds.addWidget(button)
        shown.addLayout(deeds)
        self.use.hide()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(10)
        self._row.addWidget(left, 4)
        self._row.addWidget(right, 6)
        self._row.setContentsMargins(10, 10, 10, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        content.setObjectName("column")
        content.setLayout(self._row)
        column.addWidget(scrolling(content))
        self.setFocusProxy(self.finder)

    def _connect(self) -> None:
        self.finder.textChanged.connect(self._seek)
        self.finder.returnPressed.connect(self._to_list)
        self.kinds.chosen.connect(self._choose_kind)
        self.order.chosen.connect(self._choose_order)
        self.list.selectionModel().currentChanged.connect(self._tell_place)
        self.use.clicked.connect(self.use_asked)
        self.print.clicked.connect(self._ask_print)
        self.print_large.clicked.connect(self._ask_large_print)
        self.back.clicked.connect(self.left)
        for sequence, signal in (
            (Key.DISCARD.sequence, self.back),
            (Key.PRINT.sequence, self.print),
            (Key.SAVE.sequence, self.use),
            ("Ctrl+Enter", self.use),
        ):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal.click)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            line = self.fontMetrics().lineSpacing()
            self.list.setMinimumHeight(line * _FEWEST_LINES)
            self.text.setMinimumHeight(line * _FEWEST_LINES)

    def _seek(self) -> None:
        self.sought.emit()

    def _choose_kind(self, value: object) -> None:
        if value is None:
            self.kinds.show_value(Kind.BOTH)
        self.sought.emit()

    def _choose_order(self, value: object) -> None:
        if value is None:
            self.order.show_value(Order.NAME)
        self.sought.emit()

    def _press_letter(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            self.letter_pressed.emit(pressed.text())

    def _ask_print(self) -> None:
        self.print_asked.emit(False)  # noqa: FBT003 - a signal carries a value

    def _ask_large_print(self) -> None:
        self.print_asked.emit(True)  # noqa: FBT003

    def _to_list(self) -> None:
        self.list.setFocus()

    def _tell_place(
        self,
        current: QModelIndex | QPersistentModelIndex,
        _: QModelIndex | QPersistentModelIndex,
    ) -> None:
        place = current.data(_PLACE)
        if isinstance(place, int):
            self.selected.emit(place)


def _list_of(model: QStandardItemModel) -> QListView:
    made = QListView()
    made.setModel(model)
    made.setWordWrap(True)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setAccessibleName("Protocols and topics")
    return made
