"""The statistics screen: what is wanted, then a panel for each measure."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signpost.domain.figures.panel import Panel
from signpost.ui.parts.button import Button
from signpost.ui.parts.columns_layout import ColumnsLayout
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.keys import Key
from signpost.ui.parts.text import label, panel, scrolling
from signpost.ui.statistics.figure_chooser import FigureChooser
from signpost.ui.statistics.figure_panel import FigurePanel

_LETTERS_WIDE = 62
_DEEDS = {"gp_time": "Change the minutes…"}


class StatisticsView(QWidget):
    """Choices above panels, all in one page that scrolls.

    report_asked, compare_asked: the two documents. picture_asked, deed_asked: the key of a panel.
    left: back to the call.
    """

    report_asked = Signal()
    compare_asked = Signal()
    picture_asked = Signal(str)
    deed_asked = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chooser = FigureChooser()
        self.status = label("", "quiet")
        self.report = Button("Monthly report", Key.PRINT.shown)
        self.compare = Button("Compare practices…")
        self.back = Button("Back to the call", Key.DISCARD.shown)
        self.panels: dict[str, FigurePanel] = {}
        self._page = QWidget()
        self._page.setObjectName("column")
        self._columns = ColumnsLayout(self._page, _LETTERS_WIDE)
        self._columns.setContentsMargins(0, 0, 0, 10)
        self._arrange()
        self.report.clicked.connect(self.report_asked)
        self.compare.clicked.connect(self.compare_asked)
        self.back.clicked.connect(self.left)
        for key, button in ((Key.PRINT, self.report), (Key.DISCARD, self.back)):
            shortcut = QShortcut(QKeySequence(key.sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def show_panels(self, panels: Iterable[Panel], legend: tuple[str, str]) -> None:
        """These measures, in this order; others that were shown stay as they are."""
        for shown in panels:
            if shown.key not in self.panels:
                self.panels[shown.key] = self._new_panel(shown.key)
            self.panels[shown.key].show_panel(shown, legend)

    def _new_panel(self, key: str) -> FigurePanel:
        made = FigurePanel(key, _DEEDS.get(key, ""))
        made.picture_asked.connect(self.picture_asked)
        made.deed_asked.connect(self.deed_asked)
        self._columns.addWidget(made)
        return made

    def _arrange(self) -> None:
        head, inside = panel()
        inside.addWidget(label("Statistics", "heading"))
        inside.addWidget(self.chooser)
        deeds = FlowLayout(gap=6)
        for button in (self.report, self.compare, self.back):
            deeds.addWidget(button)
        inside.addLayout(deeds)
        inside.addWidget(self.status)
        content = QWidget()
        content.setObjectName("column")
        column = QVBoxLayout(content)
        column.setContentsMargins(10, 10, 10, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self._page)
        column.addStretch(1)
        self.scroller = scrolling(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroller)
        self.setFocusProxy(self.chooser)
