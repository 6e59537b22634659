"""The bar at the top: the practice, the screens, who is on duty, who is recording."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label

_NO_PRACTICE = "No practice set up yet"


class TopBar(QFrame):
    """Always in sight, wrapping when the window is narrow.

    screen_chosen: the name of the screen. practice_asked, duty_asked, recorder_asked: set up the
        practice, confirm who is on duty, choose who is recording.
    """

    screen_chosen = Signal(str)
    practice_asked = Signal()
    duty_asked = Signal()
    recorder_asked = Signal()

    def __init__(self, screens: tuple[str, ...], keys: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("topBar")
        row = FlowLayout(self, 8)
        row.setContentsMargins(14, 6, 10, 6)
        program = _line("Signpost", "program")
        self.practice = Button(_NO_PRACTICE, look=ButtonLook.TAB)
        self.practice.clicked.connect(self.practice_asked)
        row.addWidget(program)
        row.addWidget(self.practice)
        self.tabs: dict[str, Button] = {}
        for name in screens:
            tab = Button(name, keys.get(name, ""), look=ButtonLook.TAB)
            tab.setCheckable(True)
            tab.clicked.connect(self._choose)
            row.addWidget(tab)
            self.tabs[name] = tab
        self.duty = Button("Duty: nobody confirmed", look=ButtonLook.TAB)
        self.duty.clicked.connect(self.duty_asked)
        row.addWidget(self.duty)
        row.push_right()
        self.recorder = Button("Who is recording?", Key.RECORDER.shown, ButtonLook.TAB)
        self.recorder.clicked.connect(self.recorder_asked)
        row.addWidget(self.recorder)
        self.show_screen(screens[0])

    def show_screen(self, name: str) -> None:
        """Which screen is shown."""
        for its, tab in self.tabs.items():
            tab.setChecked(its == name)

    def show_practice(self, name: str) -> None:
        """The practice's name; empty says that none is set up."""
        self.practice.show_text(name or _NO_PRACTICE)

    def show_duty(self, words: str) -> None:
        """Who is on duty this session."""
        self.duty.show_text(words)

    def show_recorder(self, words: str) -> None:
        """Who is recording."""
        self.recorder.show_text(words)

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
