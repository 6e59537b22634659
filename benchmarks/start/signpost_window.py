"""The program itself for start_up.py, from a data folder, until prompts, services and database are
in use.
"""

import sys
import time
from pathlib import Path

from first_key import FirstKey, since_start, tell
from PySide6.QtCore import QObject, QTimer

import signpost.__main__  # noqa: F401 - what a start imports
from signpost.app import Running, build_window, make_application

LOOK_EVERY_MS = 5


class Start(QObject):
    """Notes when each part is there, and for how long the window stood still at worst."""

    def __init__(self, running: Running) -> None:
        super().__init__()
        self._running = running
        self._times: dict[str, float] = {}
        self._looked = time.perf_counter()
        self._stood_still = 0.0
        screens = running.screens
        screens.ready.connect(self._note_database)
        self._first_key = FirstKey(screens.window, screens.call.words.words, self._take_key)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def _take_key(self) -> None:
        self._note("first keystroke")
        self._looked = time.perf_counter()
        self._timer.start(LOOK_EVERY_MS)

    def _note_database(self) -> None:
        self._note("database ready")

    def _look(self) -> None:
        now = time.perf_counter()
        self._stood_still = max(self._stood_still, (now - self._looked) * 1_000 - LOOK_EVERY_MS)
        self._looked = now
        screens = self._running.screens
        if screens.session.listening is not None:
            self._note("prompts ready")
        if screens.is_ready:
            self._note("services and database ready too")
            tell({**self._times, "longest standstill while loading": self._stood_still})
            self._timer.stop()
            screens.window.close_now()
            self._running.loading.close()
            application.quit()

    def _note(self, what: str) -> None:
        self._times.setdefault(what, since_start())


application = make_application([])
started = build_window(Path(sys.argv[2]))
start = Start(started)
started.screens.window.show()
sys.exit(application.exec())
