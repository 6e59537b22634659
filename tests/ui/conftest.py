"""The real call screen over the real content and a real database, stepped by hand."""

import shutil
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from signpost.app import make_application
from signpost.build import Desk, build_desk
from signpost.domain.local_time import local_time
from signpost.paths import bundled
from signpost.settings import Settings
from signpost.ui.jobs import Jobs, Lane
from signpost.ui.screens import Screens
from signpost.ui.window.main_window import MainWindow
from signpost.usecases.choose_directory import DirectoryName
from signpost.usecases.listen import Listening, start_listening
from signpost.usecases.open_directory import OpenedDirectory
from signpost.usecases.rules_of_every_call import read_rules

MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


class SteppingExecutor:
    """Runs nothing until it is told to."""

    def __init__(self) -> None:
        self.waiting: deque[Callable[[], None]] = deque()

    def submit(self, lane: Lane, task: Callable[[], None]) -> None:
        self.waiting.append(task)

    def run_next(self) -> None:
        self.waiting.popleft()()

    def drain(self) -> None:
        while self.waiting:
            self.run_next()

    def close(self) -> None:
        self.drain()


@dataclass
class Clock:
    """Stands still until it is moved on; milliseconds move with it."""

    now: datetime = MONDAY_TEN

    def __call__(self) -> datetime:
        return self.now

    def milliseconds(self) -> int:
        return int((self.now - MONDAY_TEN).total_seconds() * 1000)

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class FileDialog:
    """Answers in place of the system's dialog: `answer`, None when it is given up."""

    answer: Path | None = None
    source: Path | None = None
    suggested: list[str] = field(default_factory=list)

    def __call__(self, parent: QWidget, suggested: str, kinds: str) -> Path | None:
        self.suggested.append(suggested)
        return self.answer

    def choose_source(self, parent: QWidget, kinds: str) -> Path | None:
        return self.source


@dataclass
class FilesDialog:
    """Answers in place of the dialog for files to be read."""

    answer: tuple[Path, ...] = ()

    def __call__(self, parent: QWidget, kinds: str) -> tuple[Path, ...]:
        return self.answer


@dataclass
class AtTheDesk:
    """A receptionist's hands and eyes on the window."""

    qtbot: QtBot
    screens: Screens
    executor: SteppingExecutor
    clock: Clock
    desk: Desk
    file_dialog: "FileDialog"
    files_dialog: "FilesDialog"
    saved: list[object] = field(default_factory=list)
    opened: OpenedDirectory | None = None

    def focused(self) -> QWidget:
        root = QApplication.activeModalWidget() or self.screens.window
        return root.focusWidget() or root

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        root = QApplication.activeModalWidget() or self.screens.window
        if QApplication.activeWindow() is not root:
            root.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is root)
        self.qtbot.keyClick(self.focused(), key, modifier)
        self.executor.drain()

    def type(self, text: str) -> None:
        for letter in text:
            self.qtbot.keyClicks(self.focused(), letter)
        self.executor.drain()

    def say(self, text: str) -> None:
        """Type into the caller's words, then rest long enough for keys to count again."""
        self.screens.call.words.words.setFocus()
        self.type(text)
        self.screens.hearing.finish()
        self.executor.drain()
        self.clock.forward(1)

    def paste(self, text: str) -> None:
        self.screens.call.words.words.insertPlainText(text)
        self.screens.hearing.finish()
        self.executor.drain()
        self.clock.forward(1)

    def use_own_directory(self) -> None:
        """Leave the example practice: the practice's own directory, as the database has it."""
        self.leave_directory()
        self.opened = self.desk.open_directory.open(DirectoryName.STARTER, MONDAY_TEN)
        self.screens.use_directory(self.opened)
        self.executor.drain()

    def leave_directory(self) -> None:
        """Close the files of the directory in use."""
        if self.opened is not None:
            self.opened.close()

    @property
    def call(self):
        return self.screens.session.call


@pytest.fixture(scope="session")
def listening() -> Listening:
    return start_listening(bundled("resources"))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one person, KP, and the example practice's directory with its index; each
    test gets a copy.
    """
    desk = build_desk(tmp_path_factory.mktemp("prepared"))
    desk.choose_recorder.add("KP", "Kay Parker", MONDAY_TEN)
    opened = desk.open_directory.open(DirectoryName.EXAMPLE, MONDAY_TEN)
    opened.services.warm_up(local_time(MONDAY_TEN))
    opened.close()
    desk.close()
    return desk.data_dir


def show(qtbot: QtBot, window: MainWindow) -> None:
    """On the screen, with the focus."""
    qtbot.addWidget(window, before_close_func=lambda _: window.close_now())
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)


@pytest.fixture
def at_the_desk(
    qtbot: QtBot,
    tmp_path: Path,
    listening: Listening,
    prepared: Path,
) -> Iterator[AtTheDesk]:
    """Everything loaded, a recorder chosen, an empty call on screen."""
    make_application([])
    executor, clock = SteppingExecutor(), Clock()
    jobs = Jobs(executor)
    file_dialog, files_dialog = FileDialog(), FilesDialog()
    screens = Screens(
        jobs,
        clock,
        clock.milliseconds,
        Settings(),
        None,
        choose_file=file_dialog,
        choose_source=file_dialog.choose_source,
        choose_files=files_dialog,
    )
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    desk = build_desk(tmp_path)
    opened = desk.open_directory.open(DirectoryName.EXAMPLE, MONDAY_TEN)
    screens.use_listening(listening)
    screens.use_directory(opened)
    screens.rules.use(read_rules(bundled("resources")))
    [kay] = desk.choose_recorder.recorders()
    screens.use_desk(desk, desk.open_calls.restore())
    executor.drain()
    screens.desk.people = (kay,)
    screens.desk._use_person(kay)
    window = screens.window
    show(qtbot, window)
    screens.call.words.words.setFocus()
    at = AtTheDesk(qtbot, screens, executor, clock, desk, file_dialog, files_dialog, opened=opened)
    screens.saving.saved.connect(at.saved.append)
    yield at
    executor.drain()
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    screens.clipboard.clear()
    window.close_now()
    at.leave_directory()
    desk.close()
