"""All protocols and topics to leaf through: a field to find one, a list, and the one that is
selected.
"""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from signpost.ui.parts.text import label, panel


class BrowserView(QWidget):
    """A list beside what it lists; both fit a narrow window one above the other.

    sought: what was typed to find something. selected: the row of the list.
    """

    sought = Signal(str)
    selected = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.finder = QLineEdit()
        self.finder.setAccessibleName("Find a protocol or topic")
        self.finder.setPlaceholderText("Name, body area or letter")
        self.model = QStringListModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setAccessibleName("Protocols and topics")
        self.count = label("", "quiet")
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(False)
        self.text.setAccessibleName("The selected protocol or topic")
        self._arrange()
        self.finder.textChanged.connect(self.sought)
        self.finder.returnPressed.connect(self._to_list)
        self.list.selectionModel().currentChanged.connect(self._tell_row)

    def _arrange(self) -> None:
        left, inside = panel()
        inside.addWidget(label("Protocols and topics", "heading"))
        inside.addWidget(self.finder)
        inside.addWidget(self.count)
        inside.addWidget(self.list, 1)
        right, shown = panel()
        shown.addWidget(self.text, 1)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(left, 4)
        row.addWidget(right, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addLayout(row)
        self.setFocusProxy(self.finder)

    def show_names(self, names: tuple[str, ...], count: str) -> None:
        """What can be selected."""
        self.model.setStringList(list(names))
        self.count.setText(count)
        if names:
            self.list.setCurrentIndex(self.model.index(0))

    def show_text(self, html: str) -> None:
        """The selected one."""
        self.text.setHtml(html)

    def _to_list(self) -> None:
        self.list.setFocus()

    def _tell_row(self) -> None:
        self.selected.emit(self.list.currentIndex().row())
