"""Guards against a Qt binding that loses a reference to None at every call.

Why it matters: docs/decisions/0001-qt-below-6.12.md.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000
A_FEW = 50  # what Python itself may take or give back meanwhile


def test_a_call_that_returns_nothing_keeps_the_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("chest pain")
    assert abs(sys.getrefcount(None) - before) < A_FEW
