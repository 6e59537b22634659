"""What happens when the program itself is wrong: logged first, told once, work in progress kept."""

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from signpost import __version__

_log = logging.getLogger(__name__)
_SENTENCE = (
    "Something went wrong in Signpost. The call you are taking is kept on this PC and comes back "
    "at the next start. If anything looks odd, close Signpost and start it again; until then use "
    "the paper sheet."
)


class CrashReporter(QObject):
    """Receives errors nobody expected, from any thread, and shows the first of them.

    crashed: the report as text; delivered on the GUI thread.
    """

    crashed = Signal(str)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self._window = window
        self._shown = False
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def show_in(self, window: QWidget) -> None:
        """Where to show it."""
        self._window = window

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log it, then hand it to the GUI thread. The report names places in the code, never
        contents.
        """
        del error  # its message could hold a caller's words
        text = crash_report(kind, trace)
        _log.error("Unexpected error\n%s", text)
        self.crashed.emit(text)

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, report: str) -> None:
        if self._shown:
            return
        self._shown = True
        box = QMessageBox(QMessageBox.Icon.Warning, "Signpost", _SENTENCE, parent=self._window)
        box.setInformativeText(
            "The report holds versions and places in the program, no caller's words."
        )
        copy = box.addButton("Copy report", QMessageBox.ButtonRole.ActionRole)
        box.addButton("Go on", QMessageBox.ButtonRole.AcceptRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def crash_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions and the way to the fault; neither messages nor values, which could hold a caller's
    words.
    """
    steps = "".join(
        f"  {frame.filename.rsplit('signpost', 1)[-1]}:{frame.lineno} {frame.name}\n"
        for frame in traceback.extract_tb(trace)
    )
    where = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"Signpost {__version__}, Qt {qVersion()}, {where}\n{kind.__name__}\n{steps}"
