"""The thin bars under the top bar: content faults, rehearsal, notices; and the status line."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import LineLabel, label

NOTICE_FOR_MS = 10_000
EXAMPLE = "Example practice, in rehearsal: every local service is invented. Not for real callers."
REHEARSAL = "Rehearsal: not for real callers. For a real call use the paper sheet."


class FaultBar(QFrame):
    """Stays while prompts are off or incomplete; nothing closes it but sound content."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "faultBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        self.text = label("")
        row.addWidget(self.text)
        self.hide()
        self._sentence = self._detail = ""
        self._roomy = True

    def show_fault(self, sentence: str, detail: str = "") -> None:
        """The fault, and where it is; an empty sentence hides the bar."""
        self._sentence, self._detail = sentence, detail
        self._show()

    def show_detail(self, *, roomy: bool) -> None:
        """A narrow window has room for the sentence only; the place of the fault is its
        tool tip.
        """
        self._roomy = roomy
        self._show()

    def _show(self) -> None:
        whole = f"{self._sentence} {self._detail}".strip()
        self.text.setText(whole if self._roomy else self._sentence)
        self.setToolTip(whole)
        self.setVisible(bool(self._sentence))


class RehearsalBar(QFrame):
    """Says that this is no live call, and offers what a first start offers.

    setup_asked, example_asked: the two offers.
    """

    setup_asked = Signal()
    example_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "rehearsalBar")
        row = FlowLayout(self, 8)
        row.setContentsMargins(14, 4, 14, 4)
        self.text = LineLabel(REHEARSAL)
        self.text.setContentsMargins(0, 5, 8, 0)
        row.addWidget(self.text)
        self.setup = Button("Set up your practice")
        self.example = Button("Try it with an example practice")
        row.addWidget(self.setup)
        row.addWidget(self.example)
        self.setup.clicked.connect(self.setup_asked)
        self.example.clicked.connect(self.example_asked)

    def show_offers(self, *, offered: bool) -> None:
        """The offers need room; a narrow window beside the clinical system has none for them."""
        self.setup.setVisible(offered)
        self.example.setVisible(offered)

    def show_words(self, sentence: str) -> None:
        """What the bar says."""
        self.text.setText(sentence)


class NoticeBar(QFrame):
    """One sentence about what just happened, with Undo while that is possible.

    undo_asked: the button.
    """

    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "noticeBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 10, 4)
        self.text = label("")
        row.addWidget(self.text, 1)
        self.undo = Button("Undo", Key.UNDO_SAVE.shown)
        self.close_it = Button("Close", look=ButtonLook.QUIET)
        row.addWidget(self.undo)
        row.addWidget(self.close_it)
        self.undo.clicked.connect(self.undo_asked)
        self.close_it.clicked.connect(self._close)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self._close)
        self.undo.hide()
        self.hide()

    def show_notice(self, sentence: str, *, stays: bool = False) -> None:
        """Say it; it goes after ten seconds unless it `stays`."""
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        if stays:
            self._over.stop()
        else:
            self._over.start(NOTICE_FOR_MS)

    def show_undo(self, possible: object) -> None:
        """Whether the last save may still be undone."""
        self.undo.setVisible(bool(possible))

    def _close(self) -> None:
        self._over.stop()
        self.hide()


class StatusLine(QFrame):
    """What is in use, where it is kept, how old the content is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        self.text = label("Starting…")
        row.addWidget(self.text)

        self._parts: tuple[str, ...] = ()
        self._detail = ""
        self._roomy = True

    def show_status(self, *parts: str, detail: str = "") -> None:
        """The parts that are known; `detail` only where there is room."""
        self._parts, self._detail = parts, detail
        self._show()

    def show_detail(self, *, roomy: bool) -> None:
        """A narrow window has no room for the detail; it stays in the tool tip."""
        self._roomy = roomy
        self._show()

    def _show(self) -> None:
        shown = (*self._parts, self._detail if self._roomy else "")
        self.text.setText("  ·  ".join(part for part in shown if part))
        self.setToolTip(self._detail)
