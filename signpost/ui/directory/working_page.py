"""While a file is read, compared or taken over: how far it is, and a way to stop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from signpost.ui.parts.button import Button
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label

_THOUSANDTHS = 1000


class WorkingPage(QWidget):
    """What is being done. Calls go on meanwhile.

    stopped: stop it.
    """

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what = label("", "name")
        self.bar = QProgressBar()
        self.bar.setAccessibleName("How far it is")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _THOUSANDTHS)
        self.stop = Button("Stop", Key.DISCARD.shown)
        self.stop.clicked.connect(self.stopped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.what)
        column.addWidget(self.bar)
        column.addWidget(
            label("You can go back to the call meanwhile: it goes on by itself.", "small")
        )
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_work(self, what: str) -> None:
        """Something begins."""
        self.what.setText(what)
        self.bar.setValue(0)
        self.stop.show_text("Stop")
        self.stop.setEnabled(True)
        self.stop.setFocus()

    def show_progress(self, done: int, total: int) -> None:
        """How much of how much is done."""
        self.bar.setValue(round(_THOUSANDTHS * done / max(total, 1)))

    def show_stopping(self) -> None:
        """It was asked to stop."""
        self.stop.show_text("Stopping…")
        self.stop.setEnabled(False)
