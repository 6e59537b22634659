"""The window: bars around the screens, text size, and what closing it asks."""

from PySide6.QtCore import QEvent, QSettings, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from signpost.ui.look.style_sheet import BIG_WINDOW_FACTOR, style_sheet
from signpost.ui.window.bars import FaultBar, NoticeBar, RehearsalBar, StatusLine
from signpost.ui.window.screen_list import ScreenEntry
from signpost.ui.window.top_bar import TopBar

FIRST_SIZE = (1366, 768)
SMALLEST = (400, 480)
_BIG_FROM = (1800, 960)
_ROOMY_FROM = 700


class MainWindow(QMainWindow):
    """Holds the screens; each is made when it is first shown, the first one at once.

    close_asked: the person wants to close; answer with `close_now`. factor_changed: how large
        text is.
    first_painted: the window is on screen. screen_shown: the name of the screen.
    """

    close_asked = Signal()
    factor_changed = Signal(float)
    first_painted = Signal()
    screen_shown = Signal(str)

    def __init__(self, entries: tuple[ScreenEntry, ...], settings: QSettings | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Signpost")
        self.setMinimumSize(*SMALLEST)
        self._settings = settings
        self._text_size = 100
        self._factor = 0.0
        self._may_close = False
        self._was_painted = False
        self.top = TopBar(entries)
        self.fault = FaultBar()
        self.rehearsal = RehearsalBar()
        self.notices = NoticeBar()
        self.status = StatusLine()
        self.stack = QStackedWidget()
        self.entries = entries
        self._made: dict[str, QWidget] = {}
        self.stack.addWidget(self._screen(entries[0].name))
        self._arrange()
        self.top.screen_chosen.connect(self._show_screen)
        for entry in entries:
            if entry.key is not None:
                shortcut = QShortcut(QKeySequence(entry.key.sequence), self)
                shortcut.activated.connect(self.top.tabs[entry.name].click)
        self.resize(*FIRST_SIZE)
        self._restyle()
        geometry = settings.value("geometry") if settings is not None else None
        if geometry is not None:
            self.restoreGeometry(geometry)

    def _arrange(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.top, self.fault, self.rehearsal):
            column.addWidget(bar)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notices)  # below, so that nothing moves under the hand
        column.addWidget(self.status)
        self.setCentralWidget(page)

    @property
    def factor(self) -> float:
        """How large text is against the drawing; 1.0 on a small screen at 100 %."""
        return self._factor

    def show_text_size(self, per_cent: int) -> None:
        """The practice's text size, 80 to 200 %."""
        self._text_size = per_cent
        self._restyle()

    def show_screen(self, name: str) -> None:
        """Go to a screen."""
        self.top.show_screen(name)
        self._show_screen(name)

    def close_now(self) -> None:
        """Close without asking again."""
        self._may_close = True
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            # Not at once: a window that is being closed cannot be closed by the answer.
            QTimer.singleShot(0, self, self.close_asked.emit)
            return
        if self._settings is not None:
            self._settings.setValue("geometry", self.saveGeometry())
        event.accept()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()
        return handled

    def _show_screen(self, name: str) -> None:
        screen = self._screen(name)
        self.stack.setCurrentWidget(screen)
        screen.setFocus()
        self.screen_shown.emit(name)

    def _screen(self, name: str) -> QWidget:
        if name not in self._made:
            self._made[name] = next(entry for entry in self.entries if entry.name == name).make()
            self.stack.addWidget(self._made[name])
        return self._made[name]

    def _restyle(self) -> None:
        big = self.width() >= _BIG_FROM[0] and self.height() >= _BIG_FROM[1]
        factor = self._text_size / 100 * (BIG_WINDOW_FACTOR if big else 1.0)
        roomy = self.width() >= _ROOMY_FROM * factor
        self.rehearsal.show_offers(offered=roomy)
        self.fault.show_detail(roomy=roomy)
        self.status.show_detail(roomy=roomy)
        self.top.practice.setVisible(roomy)
        if factor != self._factor:
            self._factor = factor
            self.setStyleSheet(style_sheet(factor))
            self.factor_changed.emit(factor)
