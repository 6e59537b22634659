"""The directory: what to look for, the list, the selected entry; where narrow, one of the two."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from signpost.domain.directory_listing import Listed, Wanted
from signpost.domain.service_kind import ServiceKind
from signpost.ui.directory.entries_model import ENTRY, EntriesModel
from signpost.ui.directory.entry_line import list_words, waiting_words
from signpost.ui.directory.entry_pane import EntryDeed, EntryPane
from signpost.ui.directory.files_view import FilesView
from signpost.ui.parts.button import Button
from signpost.ui.parts.choice_row import ChoiceRow
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.line_field import LineField
from signpost.ui.parts.pick_list import PickList
from signpost.ui.parts.text import label, panel, scrolling
from signpost.ui.parts.titled_delegate import titled_list

_BESIDE_FROM = 90
_FEWEST_LINES = 8
_HERE = "here"
_AnyIndex = QModelIndex | QPersistentModelIndex


class DirectoryView(QWidget):
    """A list beside what it lists.

    sought: something else is looked for. selected: the id of an entry. add_asked: a new entry.
    files_asked: import and export. left: back to the call.
    """

    sought = Signal()
    selected = Signal(str)
    add_asked = Signal()
    files_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.finder = LineField()
        self.finder.setAccessibleName("Find an entry by name")
        self.finder.setPlaceholderText("Name or organisation")
        self.lists = ChoiceRow("Show", tuple((each, list_words(each, None)) for each in Listed))
        self.lists.show_value(Listed.ALL)
        self.kinds = PickList("Kind of service", (), "Any kind")
        self.feeds = PickList("Where it comes from", (), "From anywhere")
        self.waiting = label("", "quiet")
        self.count = label("", "quiet")
        self.model = EntriesModel()
        self.list = titled_list("Entries")
        self.list.setModel(self.model)
        self.pane = EntryPane()
        self.add = Button("New entry", Key.NEW_ENTRY.shown)
        self.files = Button("Import and export", Key.FILES.shown)
        self.back = Button("Back to the call", Key.DISCARD.shown)
        self.files_page = FilesView()
        self.stack = QStackedWidget()
        self._beside = True
        self._arrange()
        self._connect()

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        listed = self.lists.value
        kind, feed = self.kinds.value, self.feeds.value
        return Wanted(
            listed if isinstance(listed, Listed) else Listed.ALL,
            self.finder.text(),
            ServiceKind(kind) if kind else None,
            None if feed is None else feed.removeprefix(_HERE),
        )

    @property
    def current_id(self) -> str:
        """The id of the selected entry; empty when none is."""
        entry = self.list.currentIndex().data(ENTRY)
        return entry.id if entry is not None else ""

    def show_counts(self, counts: Mapping[Listed, int]) -> None:
        """How many entries each list holds; empty lists are not offered."""
        for listed, button in self.lists.buttons.items():
            if isinstance(listed, Listed):
                button.show_text(list_words(listed, counts[listed]))
                offered = listed is Listed.ALL or counts[listed] or self.lists.value is listed
                button.setVisible(bool(offered))
        self.waiting.setText(waiting_words(counts))

    def show_filters(self, kinds: Mapping[ServiceKind, int], feeds: Iterable[str]) -> None:
        """The kinds and sources that there are."""
        self.kinds.show_choices(
            (kind.value, f"{kind.label} ({kinds[kind]:,})")
            for kind in sorted(kinds, key=lambda kind: kind.label.casefold())
        )
        named = tuple(feeds)
        self.feeds.show_choices((each or _HERE, each or "Added here") for each in named)
        self.feeds.setVisible(len(named) > 1)

    def show_wanted(self, listed: Listed) -> None:
        """Look for nothing but this list."""
        self.finder.clear()
        self.kinds.show_value(None)
        self.feeds.show_value(None)
        self.lists.show_value(listed)

    def select(self, entry_id: str) -> None:
        """Select an entry; the first one when it is not listed (any more)."""
        row = self.model.row_of(entry_id)
        index = self.model.index(0 if row is None else row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def show_pane(self, *, entry: bool) -> None:
        """Which of the two a narrow window shows, and which has the focus."""
        self._show_entry = entry
        self._fit()
        if entry and not self.pane.is_editing:
            self.pane.text.setFocus()
        elif not entry:
            self.list.setFocus()

    def show_files(self, *, shown: bool) -> None:
        """Import and export instead of the list, or the list again."""
        self.stack.setCurrentIndex(1 if shown else 0)
        (self.files_page if shown else self.list).setFocus()

    def show_editing(self, editing: object) -> None:
        """While a form is open the list stands still."""
        self._list_box.setEnabled(not editing)

    def step_back(self) -> None:
        """From the form to the text, from there to the list, from there to the call."""
        if self.pane.is_editing:
            self.pane.form.cancel.click()
        elif self.pane.isAncestorOf(self.focusWidget() or self) or not self._list_box.isVisible():
            self.show_pane(entry=False)
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            fewest = self.fontMetrics().lineSpacing() * _FEWEST_LINES
            for part in (self.list, self.pane.text, self.pane.form.scroller):
                part.setMinimumHeight(fewest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_list = self.list.hasFocus() or self.finder.hasFocus()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at_list and self.current_id:
            self.show_pane(entry=True)
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("n")
        self._beside = self.width() >= letter * _BESIDE_FROM
        self._list_box.setVisible(self._beside or not self._show_entry)
        self.pane.setVisible(self._beside or self._show_entry)

    def _arrange(self) -> None:
        self._show_entry = False
        self._list_box, inside = panel()
        inside.addWidget(label("Directory of services", "heading"))
        inside.addWidget(self.waiting)
        inside.addWidget(self.finder)
        inside.addWidget(self.lists)
        filters = FlowLayout(gap=8)
        for filter_ in (self.kinds, self.feeds):
            filters.addWidget(filter_)
        inside.addLayout(filters)
        inside.addWidget(self.count)
        inside.addWidget(self.list, 1)
        deeds = FlowLayout(gap=6)
        for button in (self.add, self.files, self.back):
            deeds.addWidget(button)
        inside.addLayout(deeds)
        page = QWidget()
        page.setObjectName("column")
        row = QHBoxLayout(page)
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(10)
        row.addWidget(self._list_box, 9)
        row.addWidget(self.pane, 11)
        self._browse = scrolling(page)
        self.stack.addWidget(self._browse)
        self.stack.addWidget(self.files_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.setFocusProxy(self.finder)

    def _connect(self) -> None:
        self.finder.textChanged.connect(self._seek)
        self.lists.chosen.connect(self._choose_list)
        self.kinds.picked.connect(self._seek)
        self.feeds.picked.connect(self._seek)
        self.list.selectionModel().currentChanged.connect(self._tell_entry)
        self.list.doubleClicked.connect(partial(self.show_pane, entry=True))
        self.add.clicked.connect(self.add_asked)
        self.files.clicked.connect(self.files_asked)
        self.back.clicked.connect(self.left)
        form = self.pane.form
        for key, button in (
            (Key.NEW_ENTRY, self.add),
            (Key.FILES, self.files),
            (Key.EDIT, self.pane.deeds[EntryDeed.EDIT]),
            (Key.PAUSE, self.pane.deeds[EntryDeed.PAUSE]),
            (Key.SAVE, form.save),
        ):
            self._shortcut(key.sequence).activated.connect(button.click)
        self._shortcut("Ctrl+Enter").activated.connect(form.save.click)
        self._shortcut(Key.CHECKED.sequence).activated.connect(self._mark_checked)
        self._shortcut(Key.DISCARD.sequence).activated.connect(self.step_back)

    def _shortcut(self, sequence: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(sequence), self._browse)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    def _mark_checked(self) -> None:
        if self.pane.is_editing:
            self.pane.form.save_marked.click()
        else:
            self.pane.deeds[EntryDeed.CHECKED].click()

    def _seek(self) -> None:
        self.sought.emit()

    def _choose_list(self, value: object) -> None:
        if value is None:
            self.lists.show_value(Listed.ALL)
        self.sought.emit()

    def _tell_entry(self, current: _AnyIndex, _: _AnyIndex) -> None:
        entry = current.data(ENTRY)
        self.selected.emit(entry.id if entry is not None else "")
