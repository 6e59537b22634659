"""The window's composition root: builds views and presenters, shows the window, then loads
everything else.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from signpost import logs
from signpost.domain.local_time import local_time
from signpost.errors import NotAvailable
from signpost.paths import bundled, data_dir
from signpost.settings import load_settings
from signpost.ui.crash import CrashReporter
from signpost.ui.jobs import Executor, Jobs, Lane, ThreadLanes
from signpost.ui.look.typeface import load_typeface
from signpost.ui.screens import Screens

if TYPE_CHECKING:
    from signpost.build import Desk
    from signpost.usecases.listen import Listening
    from signpost.usecases.open_directory import OpenedDirectory
    from signpost.usecases.rules_of_every_call import RulesOfEveryCall

RESOURCES = "resources"
STYLE = "fusion"


@dataclass(frozen=True)
class Running:
    """The program while it runs; whoever holds it keeps every presenter alive."""

    screens: Screens
    jobs: Jobs
    crash: CrashReporter
    loading: "Loading"


def build_window(
    folder: Path,
    executor: Executor | None = None,
    clock: Callable[[], datetime] | None = None,
    remembered: QSettings | None = None,
) -> Running:
    """The window with its screens, before anything is loaded. Everything else comes after its
    first paint.
    """
    jobs = Jobs(executor or ThreadLanes())
    loaded = load_settings(folder / "settings.toml")
    screens = Screens(jobs, clock or _utc_now, _milliseconds, loaded.settings, remembered)
    screens.show_sentences(loaded.faults)
    loading = Loading(screens, jobs, folder)
    screens.window.first_painted.connect(loading.start_soon)
    return Running(screens, jobs, CrashReporter(screens.window), loading)


class Loading:
    """What happens after the first paint: settings, content, database, directory; each as soon as
    it is there.
    """

    def __init__(self, screens: Screens, jobs: Jobs, folder: Path) -> None:
        self._screens = screens
        self._jobs = jobs
        self._folder = folder
        self.desk: Desk | None = None
        self._opened: OpenedDirectory | None = None

    def start_soon(self) -> None:
        """Let the first paint reach the screen first."""
        QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        jobs, screens = self._jobs, self._screens
        jobs.run(
            lambda: _listen(self._folder),
            screens.use_listening,
            screens.show_content_off,
            Lane.BACKGROUND,
        )
        jobs.run(_read_rules, screens.rules.use, lane=Lane.BACKGROUND)
        jobs.run(self._build, self._use_desk)

    def _open_directory(self, desk: "Desk") -> None:
        """Open the directory that this PC uses."""

        def open_directory() -> "OpenedDirectory":
            from signpost.usecases import choose_directory  # noqa: PLC0415 - after the first paint

            name = choose_directory.directory_in_use(self._folder)
            opened = desk.open_directory.open(name, _utc_now())
            opened.services.warm_up(local_time(_utc_now()))
            return opened

        self._jobs.run(open_directory, self._use_directory, lane=Lane.BACKGROUND)

    def _use_directory(self, opened: "OpenedDirectory") -> None:
        before, self._opened = self._opened, opened
        self._screens.use_directory(opened)
        if before is not None:
            self._jobs.run(before.close)  # after the searches that wait

    def _choose_directory(self, example: object) -> None:
        def choose() -> None:
            from signpost.usecases import choose_directory as directory  # noqa: PLC0415

            name = directory.DirectoryName.EXAMPLE if example else directory.DirectoryName.STARTER
            directory.use_directory(self._folder, name)

        desk = self.desk
        if desk is not None:
            self._jobs.run(choose, lambda _: self._open_directory(desk), lane=Lane.BACKGROUND)

    def _build(self) -> "Desk":
        from signpost.build import build_desk  # noqa: PLC0415 - after the first paint

        desk = build_desk(self._folder)
        self.desk = desk
        return desk

    def _use_desk(self, desk: "Desk") -> None:
        screens = self._screens
        self._jobs.run(desk.database.open, screens.show_sentences)
        self._jobs.run(desk.open_calls.restore, lambda found: screens.use_desk(desk, found))
        self._open_directory(desk)
        self._jobs.run(
            lambda: _back_up_if_due(desk), failed=screens.show_failure, lane=Lane.BACKGROUND
        )
        screens.example_asked.connect(self._choose_directory)
        screens.closing.connect(self.close)

    def close(self) -> None:
        """Finish what is under way, copy what was written, then let go of the database."""
        self._jobs.close()
        if self._opened is not None:
            self._opened.close()
        if self.desk is not None:
            with suppress(NotAvailable):  # the copy of the next start says so
                _back_up_if_due(self.desk)
            self.desk.close()


def _back_up_if_due(desk: "Desk") -> None:
    if desk.look_after_data.is_due(_utc_now()):
        desk.look_after_data.back_up()


def run_window(override: Path | None = None) -> int:
    """Open the window and run until it is closed; the exit status is 0 unless something went
    wrong.
    """
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
    """Drive a whole call, offscreen, and leave screenshots and signposts.csv in `directory`."""
    from signpost.ui.tour import Tour, TourStopped  # noqa: PLC0415 - only the tour needs it

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    directory.mkdir(parents=True, exist_ok=True)
    make_application(sys.argv[:1])
    with TemporaryDirectory(prefix="signpost-tour-", ignore_cleanup_errors=True) as folder:
        running = build_window(Path(folder))
        try:
            Tour(running.screens, directory).drive()
            _export(running, directory / "signposts.csv")
        except TourStopped as stopped:
            sys.stderr.write(f"The tour stopped: {stopped}\n")
            return 1
        finally:
            running.loading.close()
    return 0


def _export(running: Running, file: Path) -> None:
    from signpost.domain.export_format import ExportFormat  # noqa: PLC0415 - only the tour
    from signpost.domain.selection import Selection  # noqa: PLC0415
    from signpost.usecases import export_records as exports  # noqa: PLC0415

    desk, now = running.loading.desk, _utc_now()
    if desk is not None:
        today = local_time(now).date()
        asked = exports.ExportAsked(
            ExportFormat.SIGNPOSTS, Selection(today, today, include_rehearsal=True)
        )
        desk.exports.export(asked, file, exports.Asker(exports.Via.COMMAND), now)


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with our typeface, before any window."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setApplicationName("Signpost")
    if application.style().name().lower() != STYLE:
        application.setStyle(STYLE)
    load_typeface(bundled(f"{RESOURCES}/fonts"))
    return application


def _listen(folder: Path) -> "Listening":
    from signpost.storage.database import Database  # noqa: PLC0415 - after the first paint
    from signpost.usecases.listen import (  # noqa: PLC0415
        SNAPSHOTS,
        listen_at,
        start_listening,
    )

    snapshots = folder / SNAPSHOTS
    drafts = start_listening(bundled(RESOURCES), snapshots)
    database = Database(folder)
    try:
        return listen_at(database, drafts, snapshots)
    finally:
        database.close()


def _read_rules() -> "RulesOfEveryCall":
    from signpost.usecases.rules_of_every_call import read_rules  # noqa: PLC0415 - as above

    return read_rules(bundled(RESOURCES))


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _milliseconds() -> int:
    return int(monotonic() * 1000)
