"""The call screen: its panels in three columns when there is room, else in one."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signpost.ui.call.checks_panel import ChecksPanel
from signpost.ui.call.clinician_panel import ClinicianPanel
from signpost.ui.call.parked_bar import ParkedBar
from signpost.ui.call.prompts_panel import PromptsPanel
from signpost.ui.call.record_panel import RecordPanel
from signpost.ui.call.record_words import OUTCOMES
from signpost.ui.call.rules_panel import RulesList, RulesStrip
from signpost.ui.call.suggestions_model import SuggestionsModel
from signpost.ui.call.suggestions_panel import SuggestionsPanel
from signpost.ui.call.today_panel import TodayPanel
from signpost.ui.call.urgent_panel import UrgentPanel
from signpost.ui.call.words_panel import WordsPanel
from signpost.ui.parts.keys import CALL_KEYS, Key, outcome_key, raise_key
from signpost.ui.parts.text import label

WIDE_FROM = 1040
_HIGH_RISK_KEYS = 8
_PROMPT_SEEN = 240
_GAP = 10
_SHARES = (42, 53, 36)


class CallView(QWidget):
    """Everything of a call on one screen.

    key_pressed: one of the screen's keys. outcome_pressed: the digit. raise_pressed: place of
        the high-risk button.
    """

    key_pressed = Signal(object)
    outcome_pressed = Signal(str)
    raise_pressed = Signal(int)

    def __init__(self, model: SuggestionsModel) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = WordsPanel()
        self.urgent = UrgentPanel()
        self.today = TodayPanel()
        self.parked = ParkedBar()
        self.nudge = label("", "mistake")
        self.nudge.hide()
        self.clinician = ClinicianPanel()
        self.rules, self.rules_list = RulesStrip(), RulesList()
        self.prompts = PromptsPanel()
        self.checks = ChecksPanel()
        self.suggestions = SuggestionsPanel(model)
        self.record = RecordPanel()
        self._factor = 1.0
        self._wide: bool | None = None
        self._left, self._left_column, self._left_scroll = _column()
        self._centre, self._centre_column, self._centre_scroll = _column()
        self._right = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._left_scroll)
        self._row.addWidget(self._centre_scroll)
        self._row.addLayout(self._right)
        self._arrange(wide=True)
        self._add_keys()
        self.suggestions.list.row_reached.connect(self._show_row)
        self._watch_focus()

    @property
    def is_wide(self) -> bool:
        """True while the panels stand in three columns."""
        return bool(self._wide)

    def show_factor(self, factor: float) -> None:
        """How large the text is; larger text needs a wider window for three columns."""
        self._factor = factor
        self._choose_arrangement()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_arrangement()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_words()

    def show_nudge(self, sentence: str) -> None:
        """The suggestion to ask a clinician; empty when nothing has waited long."""
        self.nudge.setText(sentence)
        self.nudge.setVisible(bool(sentence))

    def show_top(self) -> None:
        """Scroll to the beginning of what is shown for this call."""
        self._centre_scroll.verticalScrollBar().setValue(0)
        if not self.is_wide:
            self._left_scroll.verticalScrollBar().setValue(0)

    def show_prompt_place(self) -> None:
        """Once laid out, bring the top of the prompts into view; the focus stays where it is."""
        QTimer.singleShot(0, self._scroll_to_prompts)

    def show_record_place(self) -> None:
        """Once laid out, bring the record to the top where panels stand in one column."""
        if not self.is_wide:
            QTimer.singleShot(0, self, self._scroll_to_record)

    def _scroll_to_record(self) -> None:
        top = self.record.mapTo(self._left_column, self.record.rect().topLeft()).y()
        self._left_scroll.verticalScrollBar().setValue(max(0, top - _GAP))

    def _watch_focus(self) -> None:
        self.setFocusProxy(self.words.words)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and self.isAncestorOf(focused):
            QTimer.singleShot(0, self._show_focused)

    def _show_focused(self) -> None:
        """Never leave the focus out of sight; what has just been shown is laid out by now."""
        focused = self.window().focusWidget()
        if focused is None or focused is self.suggestions.list:
            return
        for scroll, content in (
            (self._left_scroll, self._left_column),
            (self._centre_scroll, self._centre_column),
        ):
            if content.isAncestorOf(focused):
                scroll.ensureWidgetVisible(focused, 0, _GAP * 2)

    def _scroll_to_prompts(self) -> None:
        scroll = self._centre_scroll if self.is_wide else self._left_scroll
        content = self._centre_column if self.is_wide else self._left_column
        top = self.prompts.mapTo(content, self.prompts.rect().topLeft()).y()
        scroll.ensureVisible(0, top + _PROMPT_SEEN // 2, 0, _PROMPT_SEEN // 2)

    def _choose_arrangement(self) -> None:
        wide = self.width() >= WIDE_FROM * self._factor
        if wide is not self._wide:
            focused = self.focusWidget()
            self._arrange(wide=wide)
            if focused is not None and self.isAncestorOf(focused):
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._size_words()

    def _arrange(self, *, wide: bool) -> None:
        self._wide = wide
        middle: list[QWidget] = [
            self.parked,
            self.clinician,
            self.nudge,
            self.rules_list,
            self.prompts,
            self.checks,
            self.suggestions,
        ]
        if wide:
            _fill(self._left, [self.words, self.urgent, self.rules, self.today], stretch=self.today)
            _fill(self._centre, middle, stretch=self.suggestions)
            self._right.addWidget(self.record)
        else:
            beside = [self.words, self.urgent, self.rules]
            panels: list[QWidget] = [*beside, *middle, self.record, self.today]
            _fill(self._left, panels, stretch=self.today)
        self.record.show_scrolling(scrolling=wide)
        self.urgent.show_short(short=not wide)
        self._centre_scroll.setVisible(wide)
        for index, share in enumerate(_SHARES if wide else (1, 0, 0)):
            self._row.setStretch(index, share)
        self._set_tab_order()

    def _size_words(self) -> None:
        editor = self.words.words
        lines = 4 if self.is_wide else 3
        editor.setFixedHeight(editor.fontMetrics().lineSpacing() * lines + 22)

    def _set_tab_order(self) -> None:
        order: list[QWidget] = [
            self.words.words,
            self.words.age,
            self.words.sex,
            self.words.pregnant,
            self.words.calling,
            self.words.channel,
            self.parked,
            self.clinician,
            self.prompts,
            self.checks,
            self.suggestions.list,
            self.record,
            self.urgent,
            self.today,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _add_keys(self) -> None:
        for key in CALL_KEYS:
            self._shortcut(key.sequence).activated.connect(
                _Teller(self, self.key_pressed, key).tell
            )
        self._shortcut("Ctrl+Enter").activated.connect(
            _Teller(self, self.key_pressed, Key.SAVE).tell
        )
        for _, key_name, _ in OUTCOMES:
            if len(key_name) == 1:
                self._shortcut(outcome_key(key_name)).activated.connect(
                    _Teller(self, self.outcome_pressed, key_name).tell
                )
        for index in range(_HIGH_RISK_KEYS):
            self._shortcut(raise_key(index)).activated.connect(
                _Teller(self, self.raise_pressed, index).tell
            )

    def _shortcut(self, sequence: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(sequence), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    def _show_row(self, rect: object) -> None:
        if not isinstance(rect, QRect):
            return
        scroll = self._centre_scroll if self.is_wide else self._left_scroll
        content = self._centre_column if self.is_wide else self._left_column
        where = self.suggestions.list.viewport().mapTo(content, rect.topLeft())
        middle = where.y() + rect.height() // 2
        scroll.ensureVisible(0, middle, 0, rect.height() // 2 + _GAP)


class _Teller:
    """Emits one value through a signal; kept alive by the view that it belongs to."""

    def __init__(self, view: CallView, signal: object, value: object) -> None:
        self._signal = signal
        self._value = value
        view.__dict__.setdefault("_tellers", []).append(self)

    def tell(self) -> None:
        """Emit it."""
        self._signal.emit(self._value)  # type: ignore[attr-defined]


def _column() -> tuple[QVBoxLayout, QWidget, QScrollArea]:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content = QWidget()
    content.setObjectName("column")
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    scroll.setWidget(content)
    return column, content, scroll


def _fill(column: QVBoxLayout, panels: list[QWidget], stretch: QWidget) -> None:
    for panel in panels:
        # Not takeAt: an item that Python keeps would go on holding the panel's measured height.
        if (old := panel.parentWidget()) is not None and (layout := old.layout()) is not None:
            layout.removeWidget(panel)
        column.addWidget(panel, 1 if panel is stretch else 0)
