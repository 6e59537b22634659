"""The only place with threads: work goes to one of two lanes, answers come back on the GUI
thread.
"""

import logging
import sys
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

_T = TypeVar("_T")
_log = logging.getLogger(__name__)
_SWITCH_SECONDS = 0.0005


class Lane(Enum):
    """Where work is done: `CALL` takes nothing over 50 ms, `BACKGROUND` takes everything else."""

    CALL = "call"
    BACKGROUND = "background"


class Executor(Protocol):
    """Runs tasks one after the other on each lane; tests bring one that is stepped by hand."""

    def submit(self, lane: Lane, task: Callable[[], None]) -> None:
        """Run a task after those already waiting on its lane."""

    def close(self) -> None:
        """Take nothing more; return when what waits is done."""


class ThreadLanes:
    """One thread a lane, started when first needed."""

    def __init__(self) -> None:
        # A save hands the interpreter over several times; each time the background lane would
        # keep it for Python's 5 ms. benchmarks/save_during_work.py shows what this changes.
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}

    def submit(self, lane: Lane, task: Callable[[], None]) -> None:
        """Run a task after those already waiting on its lane."""
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane.value)
        self._lanes[lane].submit(task)

    def close(self) -> None:
        """Take nothing more; return when what waits is done."""
        for lane in self._lanes.values():
            lane.shutdown(wait=True)


class Jobs(QObject):
    """Runs work off the GUI thread; `done` and `failed` are called on it.

    failed: the exception of work that had no `failed` of its own.
    """

    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, executor: Executor) -> None:
        super().__init__()
        self._executor = executor
        self._newest: defaultdict[str, int] = defaultdict(int)
        self._closed = False
        self._ended.connect(self._deliver)

    def run(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.CALL,
    ) -> None:
        """Do it after what already waits on the lane. `work` gets only frozen values."""
        if not self._closed:
            self._executor.submit(lane, lambda: self._do(work, done, failed or self.failed.emit))

    def run_newest(
        self,
        ticket_name: str,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.CALL,
    ) -> None:
        """Do it unless a newer one of the same name overtakes it; late answers are dropped."""
        self._newest[ticket_name] += 1
        ticket = self._newest[ticket_name]

        def is_newest() -> bool:
            return self._newest[ticket_name] == ticket

        def deliver(value: _T) -> None:
            if is_newest():
                done(value)

        def task() -> None:
            if is_newest():
                self._do(work, deliver, failed or self.failed.emit)

        if not self._closed:
            self._executor.submit(lane, task)

    def close(self) -> None:
        """Take nothing more and wait for what was taken."""
        self._closed = True
        self._executor.close()

    def _do(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], None] | None,
        failed: Callable[[Exception], None],
    ) -> None:
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
            _log.info("A job failed: %s", type(error).__name__)
            self._ended.emit(failed, error)
        else:
            if done is not None:
                self._ended.emit(done, value)

    def _deliver(self, receiver: Callable[[object], None], value: object) -> None:
        receiver(value)
