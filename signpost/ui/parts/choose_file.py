"""Asks where a file is to be written; tests bring an answer of their own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

ChooseFile = Callable[[QWidget, str, str], Path | None]
"""From the window, a suggested name and the kinds of file to a path; None when it was given up."""


def choose_file(parent: QWidget, suggested: str, kinds: str) -> Path | None:
    """The system's own dialog, in the person's documents at first; it asks before replacing."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Where shall it be kept?", str(Path(documents) / suggested), kinds
    )
    return Path(chosen) if chosen else None
