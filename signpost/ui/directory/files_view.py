"""Import and export, one step after the other."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from signpost.ui.directory.preview_page import PreviewPage
from signpost.ui.directory.questions_page import QuestionsPage
from signpost.ui.directory.start_page import StartPage
from signpost.ui.directory.working_page import WorkingPage
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import panel, scrolling

_FEWEST_LINES = 8


class FilesView(QWidget):
    """The pages of an import.

    left: back to the list.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("column")
        self.start = StartPage()
        self.working = WorkingPage()
        self.questions = QuestionsPage()
        self.preview = PreviewPage()
        self.stack = QStackedWidget()
        for page in (self.start, self.working, self.questions, self.preview):
            self.stack.addWidget(page)
        box, inside = panel()
        inside.addWidget(self.stack)
        content = QWidget()
        content.setObjectName("column")
        row = QHBoxLayout(content)
        row.setContentsMargins(10, 10, 10, 10)
        row.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(content))
        self.start.left.connect(self.left)
        self.preview.back.clicked.connect(self.left)
        for key in (Key.SAVE.sequence, "Ctrl+Enter"):
            self._shortcut(key).activated.connect(self._go_on)
        self._shortcut(Key.DISCARD.sequence).activated.connect(self._step_back)

    def show_page(self, page: QWidget) -> None:
        """Go to a step."""
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            fewest = self.fontMetrics().lineSpacing() * _FEWEST_LINES
            for part in (self.start.steps, self.preview.list):
                part.setMinimumHeight(fewest)

    def _go_on(self) -> None:
        page = self.stack.currentWidget()
        if page is self.questions:
            self.questions.go_on.click()
        elif page is self.preview:
            self.preview.confirm.click()

    def _step_back(self) -> None:
        page = self.stack.currentWidget()
        if page is self.working:
            self.working.stop.click()
        elif page is self.questions:
            self.questions.cancel.click()
        else:
            self.left.emit()

    def _shortcut(self, sequence: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(sequence), self)
        shortcut.setAutoRepeat(False)
        return shortcut
