"""Calls that are parked: one line each, on top while a prompt of one is open."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label


@dataclass(frozen=True)
class ShownParked:
    """A parked call: its id, words, age and minutes in one line; `urgent` names its open prompt."""

    call_id: str
    line: str
    urgent: str = ""


class ParkedLine(QFrame):
    """One parked call.

    resumed: the call's id.
    """

    resumed = Signal(str)

    def __init__(self, shown: ShownParked, key: str) -> None:
        super().__init__()
        self._call_id = shown.call_id
        self.setProperty("look", "warning" if shown.urgent else "done")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        self.text = label(shown.line, "name" if shown.urgent else "small")
        row.addWidget(self.text, 1)
        self.resume = Button(
            "Take up", key, ButtonLook.URGENT if shown.urgent else ButtonLook.PLAIN
        )
        self.resume.setAccessibleName(f"Take up {shown.line}")
        self.resume.clicked.connect(self._resume)
        row.addWidget(self.resume, 0, Qt.AlignmentFlag.AlignVCenter)

    def _resume(self) -> None:
        self.resumed.emit(self._call_id)


class ParkedBar(QWidget):
    """All parked calls, those with an open prompt first.

    resumed: the call's id.
    """

    resumed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(4)
        self.lines: list[ParkedLine] = []
        self._shown: tuple[ShownParked, ...] = ()
        self.hide()

    def show_parked(self, shown: tuple[ShownParked, ...]) -> None:
        """The parked calls, top first."""
        if shown == self._shown:
            return
        focused = next(
            (index for index, line in enumerate(self.lines) if line.resume.hasFocus()), None
        )
        self._shown = shown
        for line in self.lines:
            self._inside.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [
            ParkedLine(item, Key.PARKED.shown if not index else "")
            for index, item in enumerate(shown)
        ]
        for line in self.lines:
            line.resumed.connect(self.resumed)
            self._inside.addWidget(line)
        self.setVisible(bool(shown))
        if focused is not None and focused < len(self.lines):
            self.lines[focused].resume.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self) -> None:
        """Move the focus to the first parked call, or to the next."""
        if not self.lines:
            return
        at = next((i for i, line in enumerate(self.lines) if line.resume.hasFocus()), -1)
        target = self.lines[(at + 1) % len(self.lines)]
        target.resume.setFocus(Qt.FocusReason.ShortcutFocusReason)
