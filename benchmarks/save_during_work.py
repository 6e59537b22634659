"""A durable save, from the key to the answer, while an export of many records runs on the other
thread, beside one without.

Run: .venv/bin/python benchmarks/save_during_work.py [--records 2000] [--rounds 200] [--folder DIR]
Saves go through the program's own lanes: asked for on the window's thread, done on the call lane,
answered on the window's thread. They come every 25 ms, and both kinds take turns.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import milliseconds, show
from PySide6.QtCore import QCoreApplication, QEventLoop
from save_record import CONTENT, a_call

from signpost.build import Desk, build_desk
from signpost.domain.export_format import ExportFormat
from signpost.domain.local_time import local_time
from signpost.domain.selection import Selection
from signpost.ui.jobs import Jobs, Lane, ThreadLanes
from signpost.usecases.export_records import Asker, ExportAsked, Via

PAUSE_SECONDS = 0.025
BLOCK = 20
"""Saves with work under way, before as many without."""


@dataclass
class Work:
    """Exports everything again and again while it is wanted; `times` are those of each export."""

    export: Callable[[], object]
    jobs: Jobs
    times: list[float]
    is_wanted: bool = False
    is_running: bool = False

    def start(self) -> None:
        """Keep the background lane busy from now on."""
        self.is_wanted = self.is_running = True
        self.jobs.run(lambda: milliseconds(self.export), self._go_on, lane=Lane.BACKGROUND)

    def stop(self) -> None:
        """Finish the export under way."""
        self.is_wanted = False
        wait_until(lambda: not self.is_running)

    def _go_on(self, taken: float) -> None:
        self.times.append(taken)
        self.is_running = False
        if self.is_wanted:
            self.start()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Do what the window's thread does meanwhile."""
    while not is_so():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def save(desk: Desk, jobs: Jobs, recorder_id: str) -> float:
    """One save; milliseconds until the window's thread has the answer."""
    call = a_call(recorder_id, datetime.now(UTC))
    saved: list[object] = []
    start = time.perf_counter()
    jobs.run(lambda: desk.record_signpost.save(call, CONTENT, datetime.now(UTC)), saved.append)
    wait_until(lambda: bool(saved))
    return (time.perf_counter() - start) * 1_000


def measure(desk: Desk, folder: Path, records: int, rounds: int) -> None:
    """Fill the database, then save in turns with and without work, and print each."""
    now = datetime.now(UTC)
    today = local_time(now).date()
    kim = desk.choose_recorder.add("KP", "Kim Patel", now).id
    for _ in range(records):
        desk.record_signpost.save(a_call(kim, now), CONTENT, now)
    jobs = Jobs(ThreadLanes())
    out = folder / "signposts.csv"
    everything = Selection(today, today, include_rehearsal=True)
    asked = ExportAsked(ExportFormat.SIGNPOSTS, everything)
    work = Work(lambda: desk.exports.export(asked, out, Asker(Via.COMMAND), now), jobs, [])
    alone: list[float] = []
    beside: list[float] = []
    while len(alone) < rounds:
        for times in (alone, beside):
            if times is beside:
                work.start()
            for _ in range(BLOCK):
                times.append(save(desk, jobs, kim))
                time.sleep(PAUSE_SECONDS)
            if times is beside:
                work.stop()
    jobs.close()
    show("a save alone", alone)
    show("a save while an export runs", beside)
    show(f"an export of {records} records and more", work.times)


def main() -> None:
    """Measure in a folder that is thrown away."""
    parser = argparse.ArgumentParser(description="Measures a save beside other work.")
    parser.add_argument("--records", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="where to write; the disk matters")
    arguments = parser.parse_args()
    application = QCoreApplication([])
    with TemporaryDirectory(dir=arguments.folder) as folder:
        desk = build_desk(Path(folder))
        try:
            measure(desk, Path(folder), arguments.records, arguments.rounds)
        finally:
            desk.close()
            application.quit()


if __name__ == "__main__":
    main()
