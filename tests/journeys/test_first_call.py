"""A person's whole task through the real program, by keyboard, from first start to exported CSV."""

import csv
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from signpost.app import Running, build_window, make_application
from signpost.build import Desk
from signpost.domain.export_format import ExportFormat
from signpost.domain.local_time import local_time
from signpost.domain.selection import Selection
from signpost.usecases.export_records import Asker, ExportAsked, Exported, Via

LOADING_MS = 120_000
SOON_MS = 20_000
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def started(qtbot: QtBot, folder: Path) -> Running:
    """The program on a data folder, as far as taking calls."""
    make_application([])
    running = build_window(folder)
    window = running.screens.window
    qtbot.addWidget(window, before_close_func=lambda _: window.close_now())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: running.screens.is_ready, timeout=LOADING_MS)
    return running


def target(running: Running) -> QWidget:
    root = QApplication.activeModalWidget() or running.screens.window
    if QApplication.activeWindow() is not root:
        root.activateWindow()
    return root.focusWidget() or root


def press(qtbot: QtBot, running: Running, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(target(running), key, modifier)


def type_words(qtbot: QtBot, running: Running, text: str) -> None:
    for letter in text:
        qtbot.keyClicks(target(running), letter)


def introduce_yourself(qtbot: QtBot, running: Running) -> None:
    """The first save asks once for initials and name."""
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=SOON_MS)
    type_words(qtbot, running, "kp")
    press(qtbot, running, Qt.Key.Key_Tab)
    type_words(qtbot, running, "Kay Parker")
    press(qtbot, running, Qt.Key.Key_Return)


def close(qtbot: QtBot, running: Running) -> None:
    running.screens.window.close_now()
    running.loading.close()


def export(desk: Desk, selection: Selection, out: Path) -> Exported:
    asked = ExportAsked(ExportFormat.SIGNPOSTS, selection)
    return desk.exports.export(asked, out, Asker(Via.COMMAND), datetime.now(UTC))


def test_from_first_start_to_the_exported_table(qtbot: QtBot, qapp, tmp_path: Path) -> None:
    running = started(qtbot, tmp_path)
    screens = running.screens
    saved: list[object] = []
    screens.saving.saved.connect(saved.append)
    type_words(qtbot, running, "needs a sick note, off work for ten days with his back ")
    press(qtbot, running, Qt.Key.Key_8, ALT)
    press(qtbot, running, Qt.Key.Key_Return, CTRL)
    introduce_yourself(qtbot, running)
    qtbot.waitUntil(lambda: len(saved) == 1, timeout=SOON_MS)
    assert screens.call.words.words.words == ""
    desk = running.loading.desk
    assert desk is not None
    table = tmp_path / "signposts.csv"
    today = local_time(datetime.now(UTC)).date()
    assert export(desk, Selection(today, today), table).rehearsal_left_out == 1
    export(desk, Selection(today, today, include_rehearsal=True), table)
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 1
    assert rows[0]["outcome"] == "dealt_with"
    assert rows[0]["safety_net"] == "not_recorded"
    close(qtbot, running)


def test_a_call_in_progress_comes_back_after_a_crash(qtbot: QtBot, qapp, tmp_path: Path) -> None:
    running = started(qtbot, tmp_path)
    type_words(qtbot, running, "earache for two days ")
    call = running.screens.session.call
    kept = tmp_path / "open_calls"
    qtbot.waitUntil(lambda: any(kept.glob("*")), timeout=SOON_MS)
    qtbot.waitUntil(lambda: not running.screens.calls._autosave.isActive(), timeout=SOON_MS)
    running.loading.close()  # the file stays, as after a power cut

    again = started(qtbot, tmp_path)
    qtbot.waitUntil(lambda: bool(again.screens.calls.parked), timeout=SOON_MS)
    press(qtbot, again, Qt.Key.Key_F5)
    press(qtbot, again, Qt.Key.Key_Return)
    assert again.screens.session.call.id == call.id
    assert again.screens.call.words.words.words == "earache for two days "
    close(qtbot, again)
    running.screens.window.close_now()
