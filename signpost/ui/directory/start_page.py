"""Where imports and exports begin: choose a file, or take the directory out; earlier imports."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from signpost.ui.look import palette
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import empty, label

_IMPORT = (
    "Signpost's own tables (CSV or workbook), Open Referral, open data of nhs.uk, lists of NHSBSA"
    " and ODS; a file, a ZIP file or a folder. Nothing changes before you have seen what would."
)
_EXPORT = "The whole directory as a file."


class StartPage(QWidget):
    """Import and export.

    file_asked, folder_asked: choose what to read. template_asked: a workbook to fill in.
    waiting_asked, give_up_asked: about an import
    that waits. undo_asked: the generation of a step. format_asked: an export's name. left: back.
    """

    file_asked = Signal()
    folder_asked = Signal()
    template_asked = Signal()
    waiting_asked = Signal()
    give_up_asked = Signal()
    undo_asked = Signal(int)
    format_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told = label("", "name")
        self.undo = Button("Undo it")
        self.waiting = label("", "name")
        self.look = Button("Look at it", look=ButtonLook.PRIMARY)
        self.give_up = Button("Give it up")
        self.file = Button("Choose a file…", look=ButtonLook.PRIMARY)
        self.folder = Button("Choose a folder…")
        self.template = Button("Download the template…")
        self.mistake = label("", "mistake")
        self.formats: dict[str, Button] = {}
        self._formats = FlowLayout(gap=6)
        self.steps = QTextBrowser()
        self.steps.setOpenLinks(False)
        self.steps.setFrameShape(QFrame.Shape.NoFrame)
        self.steps.setAccessibleName("Earlier imports")
        self.steps.document().setDefaultStyleSheet(f"a {{ color: {palette.BLUE}; }}")
        self.back = Button("Back to the list", Key.DISCARD.shown)
        self._last = 0
        self._arrange()
        self._connect()
        self.show_done("", 0)
        self.show_waiting("")
        self.show_mistake("")

    def show_done(self, words: str, generation: int) -> None:
        """What an import has just done, to be undone in one press; empty: nothing."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.undo.setVisible(bool(words) and generation > 0)
        self._last = generation

    def show_waiting(self, words: str) -> None:
        """An import that waits for somebody; empty: none."""
        self.waiting.setText(words)
        for part in (self.waiting, self.look, self.give_up):
            part.setVisible(bool(words))
        for button in (self.file, self.folder):
            button.setEnabled(not words)

    def show_mistake(self, sentence: str) -> None:
        """Why the last file could not be read; empty: it could."""
        self.mistake.setText(sentence)
        self.mistake.setVisible(bool(sentence))

    def show_formats(self, formats: tuple[tuple[str, str], ...]) -> None:
        """The exports that there are: name and words."""
        empty(self._formats)
        self.formats = {}
        for name, words in formats:
            button = Button(words)
            button.clicked.connect(self._press_format)
            self._formats.addWidget(button)
            self.formats[name] = button

    def show_steps(self, html: str) -> None:
        """Earlier imports, each with its link."""
        self.steps.setHtml(html)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addLayout(_row(self.undo))
        column.addWidget(self.waiting)
        column.addLayout(_row(self.look, self.give_up))
        column.addWidget(label("Import", "heading"))
        column.addWidget(label(_IMPORT, "small"))
        column.addLayout(_row(self.file, self.folder, self.template))
        column.addWidget(self.mistake)
        column.addWidget(label("Export", "heading"))
        column.addWidget(label(_EXPORT, "small"))
        column.addLayout(self._formats)
        column.addWidget(label("Earlier imports", "heading"))
        column.addWidget(self.steps, 1)
        column.addLayout(_row(self.back))
        self.setFocusProxy(self.file)

    def _connect(self) -> None:
        self.file.clicked.connect(self.file_asked)
        self.folder.clicked.connect(self.folder_asked)
        self.template.clicked.connect(self.template_asked)
        self.look.clicked.connect(self.waiting_asked)
        self.give_up.clicked.connect(self.give_up_asked)
        self.undo.clicked.connect(self._undo_last)
        self.steps.anchorClicked.connect(self._follow)
        self.back.clicked.connect(self.left)

    def _undo_last(self) -> None:
        self.undo_asked.emit(self._last)

    def _follow(self, url: QUrl) -> None:
        self.undo_asked.emit(int(url.toString().rpartition(":")[2]))

    def _press_format(self) -> None:
        pressed = self.sender()
        for name, button in self.formats.items():
            if button is pressed:
                self.format_asked.emit(name)


def _row(*buttons: QWidget) -> FlowLayout:
    row = FlowLayout(gap=6)
    for button in buttons:
        row.addWidget(button)
    return row
