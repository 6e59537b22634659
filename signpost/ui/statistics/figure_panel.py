"""One measure on the screen: a sentence, its chart, and at one key the table behind it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from signpost.domain.figures.panel import Panel
from signpost.ui.parts.button import Button, ButtonLook
from signpost.ui.parts.flow_layout import FlowLayout
from signpost.ui.parts.text import label
from signpost.ui.statistics.chart_view import ChartView
from signpost.ui.statistics.figure_table import FigureTable


class FigurePanel(QFrame):
    """Shows one panel.

    picture_asked: its key. deed_asked: its key, for the one thing that can be done about it.
    """

    picture_asked = Signal(str)
    deed_asked = Signal(str)

    def __init__(self, key: str, deed: str = "") -> None:
        super().__init__()
        self.key = key
        self.setProperty("look", "panel")
        self.heading = label("", "name")
        self.sentence = label("", "small")
        self.chart = ChartView()
        self.table = FigureTable()
        self.note = label("", "quiet")
        self.switch = Button("Table", look=ButtonLook.QUIET)
        self.switch.setCheckable(True)
        self.picture = Button("Save picture…", look=ButtonLook.QUIET)
        self.deed = Button(deed, look=ButtonLook.PLAIN)
        self.deed.setVisible(bool(deed))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(6)
        for part in (self.heading, self.sentence, self.chart, self.table, self.note):
            inside.addWidget(part)
        deeds = FlowLayout(gap=4)
        for button in (self.switch, self.picture, self.deed):
            deeds.addWidget(button)
        inside.addLayout(deeds)
        self.switch.toggled.connect(self._show_parts)
        self.picture.clicked.connect(self._ask_picture)
        self.deed.clicked.connect(self._ask_deed)
        self._panel = Panel(key, "", "")

    @property
    def panel(self) -> Panel:
        """What is shown."""
        return self._panel

    def show_panel(self, panel: Panel, legend: tuple[str, str]) -> None:
        """Show these figures; `legend` names the span and the one before."""
        self._panel = panel
        self.heading.setText(panel.title)
        self.sentence.setText(panel.sentence)
        self.note.setText(panel.note)
        self.note.setVisible(bool(panel.note))
        self.switch.setAccessibleName(f"{panel.title}: table")
        self.picture.setAccessibleName(f"{panel.title}: save picture")
        self.chart.setAccessibleName(panel.title)
        self.chart.setAccessibleDescription(panel.sentence)
        self.table.setAccessibleName(f"{panel.title}: table")
        if panel.chart is not None:
            self.chart.show_chart(panel.chart, panel.title, legend)
        if panel.table is not None:
            self.table.show_table(panel.table)
        self._show_parts()

    def _show_parts(self) -> None:
        panel, as_table = self._panel, self.switch.isChecked()
        has_chart, has_table = panel.chart is not None, panel.table is not None
        self.chart.setVisible(has_chart and not (as_table and has_table))
        self.table.setVisible(has_table and (as_table or not has_chart))
        self.switch.setVisible(has_chart and has_table)
        self.picture.setVisible(has_chart)

    def _ask_picture(self) -> None:
        self.picture_asked.emit(self.key)

    def _ask_deed(self) -> None:
        self.deed_asked.emit(self.key)
