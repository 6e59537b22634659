"""One entry: written out with what can be done about it, or as a form."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QTextBrowser, QVBoxLayout, QWidget

from signpost.ui.directory.entry_form import EntryForm
from signpost.ui.look import palette
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label


class EntryDeed(StrEnum):
    """What can be done about an entry, in the words of the screen."""

    EDIT = "Edit"
    CHECKED = "Checked today"
    PAUSE = "Pause…"
    TAKE_UP = "Takes people again"
    CONFIRM_NUMBER = "The number is right"
    ADD_PLACE = "Add a place…"
    PRIORITY = "Priority of its kind…"
    CLOSE = "Closed for good"
    REMOVE = "Take out of the directory…"


_KEYS = {
    EntryDeed.EDIT: Key.EDIT,
    EntryDeed.CHECKED: Key.CHECKED,
    EntryDeed.PAUSE: Key.PAUSE,
}
_SELDOM = (EntryDeed.ADD_PLACE, EntryDeed.PRIORITY, EntryDeed.CLOSE, EntryDeed.REMOVE)


class EntryPane(QFrame):
    """The selected entry.

    done: a deed was asked for. link_pressed: what to do and with what, as in `entry_html`.
    """

    done = Signal(object)
    link_pressed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDefaultStyleSheet(f"a {{ color: {palette.BLUE}; }}")
        self.text.setAccessibleName("The selected entry")
        self.form = EntryForm()
        self.deeds: dict[EntryDeed, Button] = {}
        self.menu = QMenu(self)
        self.seldom: dict[EntryDeed, QAction] = {}
        self.more = Button("More…")
        self.note = label("", "small")
        self.stack = QStackedWidget()
        self._arrange()
        self.text.anchorClicked.connect(self._follow)
        self.more.clicked.connect(self._open_menu)

    @property
    def is_editing(self) -> bool:
        """Whether the form is shown."""
        return self.stack.currentWidget() is self.form

    def show_entry(self, html: str, deeds: frozenset[EntryDeed], note: str) -> None:
        """An entry written out, with what can be done about it; `note` says why not more."""
        place = self.text.verticalScrollBar().value()
        self.text.setHtml(html)
        self.text.verticalScrollBar().setValue(place)
        for deed, button in self.deeds.items():
            button.setVisible(deed in deeds)
        for deed, action in self.seldom.items():
            action.setVisible(deed in deeds)
        self.more.setVisible(any(deed in deeds for deed in _SELDOM))
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def to_top(self) -> None:
        """Read from the beginning: it is another entry."""
        self.text.verticalScrollBar().setValue(0)

    def show_text(self) -> None:
        """The text instead of the form."""
        self.stack.setCurrentIndex(0)

    def show_form(self) -> None:
        """The form instead of the text."""
        self.stack.setCurrentWidget(self.form)

    def _arrange(self) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.text, 1)
        inside.addWidget(self.note)
        row = FlowLayout(gap=6)
        for deed in EntryDeed:
            if deed in _SELDOM:
                action = QAction(deed.value, self.menu)
                action.triggered.connect(self._press_action)
                self.menu.addAction(action)
                self.seldom[deed] = action
                continue
            key = _KEYS.get(deed)
            look = ButtonLook.PRIMARY if deed is EntryDeed.CHECKED else ButtonLook.PLAIN
            button = Button(deed.value, key.shown if key else "", look)
            button.clicked.connect(self._press)
            row.addWidget(button)
            self.deeds[deed] = button
        row.addWidget(self.more)
        inside.addLayout(row)
        self.stack.addWidget(page)
        self.stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.addWidget(self.stack)

    def _press(self) -> None:
        pressed = self.sender()
        for deed, button in self.deeds.items():
            if button is pressed:
                self.done.emit(deed)

    def _press_action(self) -> None:
        pressed = self.sender()
        for deed, action in self.seldom.items():
            if action is pressed:
                self.done.emit(deed)

    def _follow(self, url: QUrl) -> None:
        deed, _, about = url.toString().partition(":")
        self.link_pressed.emit(deed, about)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
