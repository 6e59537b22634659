"""Today's signposts: one line each, newest first, with what can be done about one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.text import label


@dataclass(frozen=True)
class ShownRecord:
    """One record as a line. `can` names what may be done: sent, correct, void."""

    signpost_id: str
    line: str
    is_voided: bool
    can: tuple[str, ...]


_DEEDS = {"sent": "Mark sent", "correct": "Correct…", "void": "Void…"}


class RecordLine(QFrame):
    """A line that opens to its deeds.

    done: the record's id and the deed.
    """

    done = Signal(str, str)

    def __init__(self, shown: ShownRecord) -> None:
        super().__init__()
        self.shown = shown
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(shown.line, "quiet" if shown.is_voided else "small"), 1)
        inside.addLayout(row)
        self.deeds: dict[str, Button] = {}
        self._more = QWidget()
        flow = FlowLayout(self._more, 4)
        for deed in shown.can:
            button = Button(_DEEDS[deed])
            button.clicked.connect(self._do)
            self.deeds[deed] = button
            flow.addWidget(button)
        if "sent" in self.deeds:
            row.addWidget(self.deeds["sent"], 0, Qt.AlignmentFlag.AlignTop)
        self.open = Button("⋯", look=ButtonLook.QUIET)
        self.open.setAccessibleName(f"What to do about {shown.line}")
        self.open.setVisible(bool(shown.can))
        self.open.clicked.connect(self._toggle)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self._more)
        self._more.hide()

    def _toggle(self) -> None:
        self._more.setVisible(self._more.isHidden())

    def _do(self) -> None:
        pressed = self.sender()
        for deed, button in self.deeds.items():
            if button is pressed:
                self.done.emit(self.shown.signpost_id, deed)
                return


class TodayPanel(QFrame):
    """What was recorded today.

    done: a record's id and the deed asked for.
    """

    done = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(12, 8, 8, 10)
        self._inside.setSpacing(3)
        self.count = label("Today", "heading")
        self._inside.addWidget(self.count)
        self.lines: list[RecordLine] = []
        self._inside.addStretch(1)

    def show_today(self, count: str, records: tuple[ShownRecord, ...]) -> None:
        """How many, and the lines."""
        self.count.setText(count)
        if tuple(line.shown for line in self.lines) == records:
            return
        for line in self.lines:
            self._inside.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [RecordLine(record) for record in records]
        for index, line in enumerate(self.lines):
            line.done.connect(self.done)
            self._inside.insertWidget(index + 1, line)
