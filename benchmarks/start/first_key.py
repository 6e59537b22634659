"""Presses a key as soon as a window has been painted, and says when it stood in the editor."""

import json
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class FirstKey(QObject):
    """Watches one window. `accepted` is called once, when the key's character is in the editor."""

    def __init__(
        self, window: QWidget, editor: QPlainTextEdit, accepted: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._editor = editor
        self._accepted = accepted
        self._is_pressed = False
        window.installEventFilter(self)
        editor.textChanged.connect(self._take)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_pressed:
            self._is_pressed = True
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, _NO_MODIFIER, "c")
            QApplication.postEvent(self._editor, key)
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        if self._editor.toPlainText() == "c":
            self._editor.textChanged.disconnect(self._take)
            self._accepted()


def since_start() -> float:
    """Milliseconds since the process was started; the clock's reading then is the first
    argument.
    """
    return (time.perf_counter() - float(sys.argv[1])) * 1_000


def tell(times: dict[str, float]) -> None:
    """What start_up.py reads."""
    print(json.dumps(times), flush=True)
