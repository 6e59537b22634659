"""The window's composition root: builds views and presenters, shows the window, then loads everything else."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from signpost import logs
from signpost.errors import NotAvailable
from signpost.paths import bundled, data_dir
from signpost.ui.crash import CrashReporter
from signpost.ui.jobs import Executor, Jobs, Lane, ThreadLanes
from signpost.ui.look.typeface import load_typeface
from signpost.settings import load_settings
from signpost.ui.screens import Screens

if TYPE_CHECKING:
    from signpost.build import Desk
    from signpost.usecases.choose_directory import ChosenDirectory

RESOURCES = "resources"


@dataclass(frozen=True)
class Running:
    """The program while it runs; whoever holds it keeps every presenter alive."""

    screens: Screens
    jobs: Jobs
    crash: CrashReporter


def build_window(
    folder: Path,
    executor: Executor | None = None,
    clock: Callable[[], datetime] | None = None,
    remembered: QSettings | None = None,
) -> Running:
    """The window with its screens, before anything is loaded. Everything else comes after its first paint."""
    jobs = Jobs(executor or ThreadLanes())
    loaded = load_settings(folder / "settings.toml")
    screens = Screens(jobs, clock or _utc_now, _milliseconds, loaded.settings, remembered)
    screens.show_sentences(loaded.faults)
    crash = CrashReporter(screens.window)
    running = Running(screens, jobs, crash)
    loading = Loading(running, folder)
    screens.window.first_painted.connect(loading.start_soon)
    screens.keep(loading)
    return running


class Loading:
    """What happens after the first paint: settings, content, database, directory; each as soon as it is there."""

    def __init__(self, running: Running, folder: Path) -> None:
        self._running = running
        self._folder = folder
        self._desk: Desk | None = None

    def start_soon(self) -> None:
        """Let the first paint reach the screen first."""
        QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        jobs, screens = self._running.jobs, self._running.screens
        jobs.run(_listen, screens.use_listening, screens.show_content_off, Lane.BACKGROUND)
        jobs.run(self._build, self._use_desk)
        self.read_directory()
        screens.example_asked.connect(self._choose_directory)

    def read_directory(self) -> None:
        """Read the directory that this PC uses."""
        self._running.jobs.run(
            self._read_directory, self._running.screens.use_directory, lane=Lane.BACKGROUND
        )

    def _read_directory(self) -> "ChosenDirectory":
        from signpost.usecases import choose_directory  # noqa: PLC0415 - after the first paint

        return choose_directory.read_chosen(choose_directory.directory_in_use(self._folder))

    def _choose_directory(self, example: object) -> None:
        def choose() -> None:
            from signpost.usecases import choose_directory as directory  # noqa: PLC0415

            name = directory.DirectoryName.EXAMPLE if example else directory.DirectoryName.STARTER
            directory.use_directory(self._folder, name)

        self._running.jobs.run(choose, lambda _: self.read_directory(), lane=Lane.BACKGROUND)

    def _build(self) -> "Desk":
        from signpost.build import build_desk  # noqa: PLC0415 - after the first paint

        desk = build_desk(self._folder)
        self._desk = desk
        return desk

    def _use_desk(self, desk: "Desk") -> None:
        screens = self._running.screens
        self._running.jobs.run(desk.database.open, screens.show_sentences)
        self._running.jobs.run(desk.open_calls.restore, lambda found: screens.use_desk(desk, found))
        screens.closing.connect(self._close)

    def _close(self) -> None:
        self._running.jobs.close()
        if self._desk is not None:
            self._desk.close()


def run_window(override: Path | None = None) -> int:
    """Open the window and run until it is closed; the exit status is 0 unless something went wrong."""
    application = make_application(sys.argv)
    try:
        folder = data_dir(override)
    except NotAvailable as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    log = logs.start_logging(folder)
    running = build_window(folder, remembered=QSettings("Signpost", "Signpost"))
    running.crash.install()
    running.screens.window.show()
    status = application.exec()
    if log is not None:
        logs.stop_logging(log)
    return status


def run_tour(directory: Path) -> int:
    """Drive a whole call and leave screenshots and signposts.csv in `directory`."""
    from signpost.ui.tour import run_tour as run  # noqa: PLC0415 - only the tour needs it

    return run(directory, build_window, make_application(sys.argv[:1]))


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with our typeface, before any window."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("Signpost")
    application.setStyle("Fusion")
    load_typeface(bundled(f"{RESOURCES}/fonts"))
    return application


def _listen() -> object:
    from signpost.usecases.listen import start_listening  # noqa: PLC0415 - after the first paint

    return start_listening(bundled(RESOURCES))


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _milliseconds() -> int:
    return int(monotonic() * 1000)
