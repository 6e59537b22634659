"""The bar at the top: the practice, the screens, who is on duty, who is recording."""

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QWidget

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label
from signpost.ui.window.screen_list import ScreenEntry

_NO_PRACTICE = "No practice set up yet"
_FEW = 2
"""So many tabs are shown whatever the width."""


class TopBar(QFrame):
    """Always in sight. Where there is no room for all tabs in one line, a menu holds those that are
    not shown; the rest wraps.

    screen_chosen: the name of the screen. practice_asked, duty_asked, recorder_asked: set up the
        practice, confirm who is on duty, choose who is recording.
    """

    screen_chosen = Signal(str)
    practice_asked = Signal()
    duty_asked = Signal()
    recorder_asked = Signal()

    def __init__(self, entries: tuple[ScreenEntry, ...]) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._row = row = FlowLayout(self, 8)
        row.setContentsMargins(14, 6, 10, 6)
        program = _line("Signpost", "program")
        self.practice = Button(_NO_PRACTICE, look=ButtonLook.TAB)
        self.practice.clicked.connect(self.practice_asked)
        row.addWidget(program)
        row.addWidget(self.practice)
        self.tabs: dict[str, Button] = {}
        for entry in entries:
            tab = Button(entry.name, entry.shown_key, look=ButtonLook.TAB)
            tab.setCheckable(True)
            tab.clicked.connect(self._choose)
            row.addWidget(tab)
            self.tabs[entry.name] = tab
        self._current = self._first = entries[0].name
        self.menu = QMenu(self)
        self._add_actions(entries)
        self.more = Button("More…", look=ButtonLook.TAB)
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more)
        self.duty = Button("Duty: nobody confirmed", look=ButtonLook.TAB)
        self.duty.clicked.connect(self.duty_asked)
        row.addWidget(self.duty)
        row.push_right()
        self.recorder = Button("Who is recording?", Key.RECORDER.shown, ButtonLook.TAB)
        self.recorder.clicked.connect(self.recorder_asked)
        row.addWidget(self.recorder)
        self.show_screen(self._first)

    def show_screen(self, name: str) -> None:
        """Which screen is shown."""
        self._current = name
        for its, tab in self.tabs.items():
            tab.setChecked(its == name)
        self._fit()

    def show_practice(self, name: str) -> None:
        """The practice's name; empty says that none is set up."""
        self.practice.show_text(name or _NO_PRACTICE)
        self._fit()

    def show_duty(self, words: str) -> None:
        """Who is on duty this session."""
        self.duty.show_text(words)
        self._fit()

    def show_recorder(self, words: str) -> None:
        """Who is recording."""
        self.recorder.show_text(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _add_actions(self, entries: tuple[ScreenEntry, ...]) -> None:
        for entry in entries:
            action = QAction(entry.name, self.menu)
            if entry.key is not None:
                action.setShortcut(QKeySequence(entry.key.sequence))
            action.triggered.connect(self.tabs[entry.name].click)
            self.menu.addAction(action)

    def _fit(self) -> None:
        """All tabs where they fit in one line; else the first, the one in use, and the menu."""
        shown = [item.widget() for item in self._row.items()]
        always = [
            widget
            for widget in shown
            if widget is not None and widget is not self.more and not self._is_hidden_here(widget)
        ]
        gaps = self._row.gap * (len(always) - 1)
        needed = sum(widget.sizeHint().width() for widget in always) + gaps
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        fits = needed <= room or len(self.tabs) <= _FEW
        for name, tab in self.tabs.items():
            tab.setVisible(fits or name in {self._first, self._current})
        self.more.setVisible(not fits)

    def _is_hidden_here(self, widget: QWidget) -> bool:
        return widget.isHidden() and widget not in self.tabs.values()

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _choose(self) -> None:
        pressed = self.sender()
        for name, tab in self.tabs.items():
            if tab is pressed:
                self.show_screen(name)
                self.screen_chosen.emit(name)


def _line(text: str, look: str) -> QLabel:
    made = label(text, look)
    made.setWordWrap(False)
    made.setContentsMargins(0, 5, 0, 0)
    return made
