"""An import of many services: how long each step takes, how long the swap holds the write lock, and
how quickly calls are saved meanwhile.

Run: .venv/bin/python benchmarks/import_directory.py [--services 50000] [--folder DIR]
The directory holds as many invented services already; the import changes one in ten, adds one in
ten and takes one in ten away. It runs in a process of its own, as in the program; saves go through
the program's own lanes every 25 ms, before it (alone) and while it runs.
"""

import argparse
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import show
from PySide6.QtCore import QCoreApplication
from save_during_work import PAUSE_SECONDS, save
from synthetic_directory import synthetic_services

from signpost.build import Desk, build_desk
from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.incoming import Incoming
from signpost.domain.service import Service
from signpost.storage.database import Database
from signpost.ui.jobs import Jobs, ThreadLanes
from signpost.usecases.import_directory import ImportChoices, ImportDirectory

FEED = "a list"


def put_first(database: Database, services: int) -> None:
    """The directory as it was before."""
    now = datetime.now(UTC)
    imports = ImportDirectory(database)
    incoming = Incoming(FEED, services=tuple(synthetic_services(services)))
    imports.stage(incoming, "first", ImportChoices())
    imports.confirm(now, None)


def changed(services: int) -> Iterator[Service]:
    """The directory as the second file has it."""
    for number, service in enumerate(islice(synthetic_services(services + services // 10), None)):
        if number % 10 == 1 and number < services:
            yield replace(service, name=f"{service.name} (new name)")
        elif number % 10 != 2 or number >= services:  # noqa: PLR2004 - one in ten goes
            yield service


def bring_in(folder: Path, services: int, told: "multiprocessing.Queue[object]") -> None:
    """In a process of its own: stage, confirm, and tell how long each took."""
    database = Database(folder)
    database.open()
    incoming = Incoming(FEED, services=tuple(changed(services)))
    told.put("read")
    imports = ImportDirectory(database)
    started = time.perf_counter()
    preview = imports.stage(incoming, "second", ImportChoices())
    staged = time.perf_counter()
    locked = _locked(database, imports)
    told.put((dict(preview.counts), staged - started, time.perf_counter() - staged, locked))
    database.close()


def _locked(database: Database, imports: ImportDirectory) -> float:
    """Confirm, and measure the one transaction that makes it live."""
    del imports
    now = datetime.now(UTC)
    with database.reading() as stores:
        staged = stores.directory_writer().staged_or_told()
    started = time.perf_counter()
    with database.transaction() as stores:
        stores.directory_writer().swap(DirectoryChange(staged[0], ChangeKind.IMPORT, now))
    return time.perf_counter() - started


@contextmanager
def desk_in(folder: Path) -> Iterator[tuple[Desk, Jobs, str]]:
    """A desk with somebody who records."""
    desk = build_desk(folder)
    jobs = Jobs(ThreadLanes())
    try:
        kim = desk.choose_recorder.add("KP", "Kim Patel", datetime.now(UTC)).id
        yield desk, jobs, kim
    finally:
        jobs.close()
        desk.close()


def measure(folder: Path, services: int) -> None:
    """Fill, then import in a child while calls are saved here."""
    with desk_in(folder) as (desk, jobs, kim):
        started = time.perf_counter()
        put_first(desk.database, services)
        print(
            f"first {services} services staged and made live: {time.perf_counter() - started:.1f} s"
        )
        alone = []
        for _ in range(200):
            alone.append(save(desk, jobs, kim))
            time.sleep(PAUSE_SECONDS)
        context = multiprocessing.get_context("spawn")
        told: multiprocessing.Queue[object] = context.Queue()
        child = context.Process(target=bring_in, args=(folder, services, told))
        child.start()
        told.get()
        beside = []
        while told.empty():
            beside.append(save(desk, jobs, kim))
            time.sleep(PAUSE_SECONDS)
        counts, staging, confirming, locked = told.get()  # type: ignore[misc]
        child.join()
        print(f"lines: {counts}")
        print(f"staged in {staging:.1f} s, made live in {confirming:.2f} s")
        print(f"write lock held by the swap: {locked * 1000:.1f} ms")
        show("a save alone", alone)
        show("a save while the import runs", beside)


def main() -> None:
    """Measure in a folder that is thrown away."""
    parser = argparse.ArgumentParser(description="Measures an import of a directory.")
    parser.add_argument("--services", type=int, default=50_000)
    parser.add_argument("--folder", type=Path, help="where to write; the disk matters")
    arguments = parser.parse_args()
    application = QCoreApplication([])
    with TemporaryDirectory(dir=arguments.folder) as folder:
        measure(Path(folder), arguments.services)
    application.quit()


if __name__ == "__main__":
    main()
