"""From the key to the painted answer, on the real window with the example practice: prompts raised,
services listed; and how much of it is hearing, finding and painting.

Run: .venv/bin/python benchmarks/keystroke_to_paint.py [--calls 4] [--length 500]
Each key is delivered as Qt delivers a key press; its answer is painted when no search is under way
and Qt has nothing left to paint. The next key comes only then.
"""

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from figures import show, text_of
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from signpost.app import Running, build_window, make_application
from signpost.domain.caller import NOTHING_KNOWN, PatientFacts
from signpost.domain.directory import Directory
from signpost.domain.local_time import local_time
from signpost.domain.suggestion import Suggestion
from signpost.language.heard import Heard
from signpost.language.matcher import Matcher
from signpost.ui.jobs import Lane, ThreadLanes
from signpost.usecases.choose_directory import DirectoryName, read_chosen
from signpost.usecases.find_services import FindServices

LIMIT_SECONDS = 120
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LATE = 400
"""Keys from here on are those of a long text."""

Times = dict[str, list[float]]


class Clocks:
    """How long each part took since it was last asked."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = defaultdict(float)

    def add(self, part: str, start: float) -> None:
        """The time from `start` until now goes to a part."""
        self._spent[part] += (time.perf_counter() - start) * 1_000

    def take(self) -> dict[str, float]:
        """Milliseconds by part, and start again."""
        taken, self._spent = dict(self._spent), defaultdict(float)
        return taken


class TimedMatcher(Matcher):
    """The program's matcher, with a clock."""

    def __init__(self, matcher: Matcher, clocks: Clocks) -> None:
        self._inner = matcher
        self._clocks = clocks

    def hear(
        self, words: str, patient: PatientFacts = NOTHING_KNOWN, cursor: int | None = None
    ) -> Heard:
        start = time.perf_counter()
        heard = self._inner.hear(words, patient, cursor)
        self._clocks.add("hearing", start)
        return heard


class TimedServices(FindServices):
    """The program's search, with a clock."""

    def __init__(self, directory: Directory, clocks: Clocks) -> None:
        super().__init__(directory)
        self._clocks = clocks

    def find(self, *arguments: Any, **named: Any) -> tuple[Suggestion, ...]:
        start = time.perf_counter()
        found = super().find(*arguments, **named)
        self._clocks.add("finding", start)
        return found


class CountingLanes(QObject):
    """The program's two threads, and how much they have under way.

    ended: a task has ended; what it sends to the window has been sent.
    """

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lanes = ThreadLanes()
        self.under_way = 0
        self.ended.connect(self._count)

    def submit(self, lane: Lane, task: Callable[[], None]) -> None:
        self.under_way += 1

        def counted() -> None:
            task()
            self.ended.emit()

        self._lanes.submit(lane, counted)

    def close(self) -> None:
        self._lanes.close()

    def _count(self) -> None:
        self.under_way -= 1


class Typist:
    """Types into the window and waits for each answer."""

    def __init__(self, running: Running, lanes: CountingLanes, clocks: Clocks) -> None:
        self._screens = running.screens
        self._editor = running.screens.call.words.words
        self._lanes = lanes
        self._clocks = clocks

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Let the window work until then."""
        limit = time.monotonic() + LIMIT_SECONDS
        while not is_so():
            if time.monotonic() > limit:
                raise TimeoutError
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def get_ready(self) -> None:
        """Everything loaded, the example practice in use, the matcher timed."""
        screens = self._screens
        self.wait_until(lambda: screens.is_ready)
        example = read_chosen(DirectoryName.EXAMPLE)
        screens.use_directory(example)
        services = TimedServices(example.file.directory, self._clocks)
        services.warm_up(local_time(screens.session.clock()))
        screens.suggestions.use(services)
        listening = screens.session.listening
        if listening is not None:
            timed = TimedMatcher(listening.matcher, self._clocks)
            screens.use_listening(replace(listening, matcher=timed))
        self._editor.setFocus()
        self._settle()

    def type(self, text: str) -> list[dict[str, float]]:
        """A new call with this text; the times of each key."""
        self._screens.calls.start_new()
        self._settle()
        self._clocks.take()
        return [self._press(letter) for letter in text]

    def _press(self, letter: str) -> dict[str, float]:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, NO_MODIFIER, letter)
        start = time.perf_counter()
        QApplication.sendEvent(self._editor, key)
        handled = time.perf_counter()
        self._settle()
        painted = time.perf_counter()
        times = {"from key to painted answer": (painted - start) * 1_000} | self._clocks.take()
        times["the key handled, all told"] = (handled - start) * 1_000
        return times

    def _settle(self) -> None:
        """Until no work is under way and everything is painted."""
        while self._lanes.under_way:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()


def measure(typist: Typist, calls: int, length: int) -> tuple[Times, Times]:
    """The times of every key, and those of the keys late in a long text."""
    every: Times = defaultdict(list)
    late: Times = defaultdict(list)
    for seed in range(calls):
        for place, times in enumerate(typist.type(text_of(length, seed))):
            for part, time_taken in times.items():
                every[part].append(time_taken)
                if place >= LATE:
                    late[part].append(time_taken)
    return every, late


def main() -> None:
    """Type the calls and print the figures."""
    parser = argparse.ArgumentParser(description="Measures from the key to the painted answer.")
    parser.add_argument("--calls", type=int, default=4)
    parser.add_argument("--length", type=int, default=500)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application([])
    lanes, clocks = CountingLanes(), Clocks()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        running = build_window(Path(folder), lanes)
        running.screens.window.show()
        running.screens.window.activateWindow()
        typist = Typist(running, lanes, clocks)
        typist.get_ready()
        every, late = measure(typist, arguments.calls, arguments.length)
        running.screens.window.close_now()
        running.loading.close()
    for title, times in (("every key", every), (f"keys from {LATE} characters on", late)):
        print(title)
        for part, taken in times.items():
            show(f"  {part}", taken)


if __name__ == "__main__":
    main()
