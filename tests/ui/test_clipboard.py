"""Handed texts leave the clipboard again, and stay out of its history where that can be asked."""

import pytest
from PySide6.QtWidgets import QApplication

from signpost.ui.parts.clipboard import CLEARED_AFTER_MS, HandedClipboard


@pytest.mark.parametrize(
    ("platform", "mark"),
    [
        ("win32", "ExcludeClipboardContentFromMonitorProcessing"),
        ("win32", "CanIncludeInClipboardHistory"),
        ("linux", "x-kde-passwordManagerHint"),
        ("darwin", "org.nspasteboard.ConcealedType"),
    ],
)
def test_the_system_is_asked_to_keep_no_history(qapp, platform: str, mark: str) -> None:
    handed = HandedClipboard(QApplication.clipboard(), platform)
    handed.hand_over("agreed: pharmacy")
    formats = QApplication.clipboard().mimeData().formats()
    assert any(mark in name for name in formats)
    assert QApplication.clipboard().text() == "agreed: pharmacy"


def test_it_is_cleared_after_a_minute(qapp) -> None:
    handed = HandedClipboard(QApplication.clipboard())
    handed.hand_over("agreed: pharmacy")
    assert handed._timer.isActive()
    assert handed._timer.interval() == CLEARED_AFTER_MS == 60_000
    handed._timer.timeout.emit()
    assert QApplication.clipboard().text() == ""


def test_what_somebody_else_put_there_stays(qapp) -> None:
    handed = HandedClipboard(QApplication.clipboard())
    handed.hand_over("agreed: pharmacy")
    QApplication.clipboard().setText("something else")
    handed.clear()
    assert QApplication.clipboard().text() == "something else"
