"""What an import would do, line by line; nothing has happened yet."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signpost.domain.directory_change import Decision, ImportLine, LineKind
from signpost.ui.directory.line_words import DECISIONS, EXPLAINED, TABS
from signpost.ui.directory.lines_model import LinesModel
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import empty, label
from signpost.ui.parts.titled_delegate import titled_list

_DIGITS = "123"


class PreviewPage(QWidget):
    """The lines of a kind, and what becomes of them.

    kind_chosen: another tab. decided: a decision, for the selected line or (True) for all.
    confirmed: do it. given_up: do not.
    """

    kind_chosen = Signal(object)
    decided = Signal(object, bool)
    confirmed = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "title")
        self.tabs = ChoiceRow("Show", tuple(TABS.items()))
        self.explained = label("", "small")
        self.model = LinesModel()
        self.list = titled_list("What the import would do")
        self.list.setModel(self.model)
        self.one: dict[Decision, Button] = {}
        self.all: dict[Decision, Button] = {}
        self._one_row, self._all_row = FlowLayout(gap=6), FlowLayout(gap=6)
        self._one_name = label("The selected line", "quiet")
        self._all_name = label("All of these", "quiet")
        self.confirm = Button("Take this over", Key.SAVE.shown, ButtonLook.PRIMARY)
        self.give_up = Button("Give it up")
        self.back = Button("Decide later", Key.DISCARD.shown)
        self._arrange()
        self._connect()

    @property
    def kind(self) -> LineKind:
        """The tab that is shown."""
        value = self.tabs.value
        return value if isinstance(value, LineKind) else LineKind.NEW

    @property
    def current_row(self) -> int:
        """The row of the selected line; -1 when none is."""
        return self.list.currentIndex().row()

    def show_preview(
        self, heading: str, counts: Mapping[LineKind, int], taken: Mapping[LineKind, int]
    ) -> None:
        """How many lines of each kind there are, and how many would be done."""
        self.heading.setText(heading)
        for kind, button in self.tabs.buttons.items():
            if isinstance(kind, LineKind):
                button.show_text(f"{TABS[kind]} {counts.get(kind, 0):,}")
                button.setVisible(bool(counts.get(kind)))
        many = sum(taken.values())
        self.confirm.show_text(f"Take {many:,} over" if many else "Nothing to take over")
        self.confirm.setEnabled(bool(many))

    def show_kind(self, kind: LineKind) -> None:
        """Go to a tab."""
        self.tabs.show_value(kind)
        self.explained.setText(EXPLAINED[kind])
        self.one = self._fill(self._one_row, kind, keys=_DIGITS)
        self.all = self._fill(self._all_row, kind)
        for name in (self._one_name, self._all_name):
            name.setVisible(bool(DECISIONS[kind]))

    def show_lines(self, page: tuple[ImportLine, ...]) -> None:
        """The first lines of the tab."""
        self.model.show(page)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list takes every letter for a search; the digits decide instead."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for button in self.one.values():
                if event.text() and button.key == event.text():
                    button.click()
                    return True
        return super().eventFilter(watched, event)

    def _fill(self, row: FlowLayout, kind: LineKind, keys: str = "") -> dict[Decision, Button]:
        empty(row)
        made = {}
        for place, (decision, words) in enumerate(DECISIONS[kind].items()):
            button = Button(words, keys[place] if keys else "")
            button.clicked.connect(self._decide_one if keys else self._decide_all)
            row.addWidget(button)
            made[decision] = button
        return made

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.heading, self.tabs, self.explained):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        for name, row in ((self._one_name, self._one_row), (self._all_name, self._all_row)):
            column.addWidget(name)
            column.addLayout(row)
        deeds = FlowLayout(gap=6)
        for button in (self.confirm, self.give_up, self.back):
            deeds.addWidget(button)
        column.addLayout(deeds)

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.tabs.chosen.connect(self._choose)
        self.confirm.clicked.connect(self.confirmed)
        self.give_up.clicked.connect(self.given_up)

    def _choose(self, value: object) -> None:
        kind = value if isinstance(value, LineKind) else self._last
        self.kind_chosen.emit(kind)

    @property
    def _last(self) -> LineKind:
        first = self.model.lines[:1]
        return first[0].kind if first else LineKind.NEW

    def _decide_one(self) -> None:
        self._tell(self.one, everything=False)

    def _decide_all(self) -> None:
        self._tell(self.all, everything=True)

    def _tell(self, buttons: Mapping[Decision, Button], *, everything: bool) -> None:
        pressed = self.sender()
        for decision, button in buttons.items():
            if button is pressed:
                self.decided.emit(decision, everything)
