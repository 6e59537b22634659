"""Asks where a file is to be written, or what is to be read; tests bring answers of their own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

ChooseFile = Callable[[QWidget, str, str], Path | None]
"""From the window, a suggested name and the kinds of file to a path; None when it was given up."""

ChooseSource = Callable[[QWidget, str], Path | None]
"""From the window and the kinds of file (empty: a folder) to a path; None when it was given up."""

ChooseFiles = Callable[[QWidget, str], tuple[Path, ...]]
"""From the window and the kinds of file to files that are there; none when it was given up."""


def choose_files(parent: QWidget, kinds: str) -> tuple[Path, ...]:
    """The system's own dialog, for any number of files to be read."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, "Which files?", str(_documents()), kinds)
    return tuple(Path(one) for one in chosen)


def choose_file(parent: QWidget, suggested: str, kinds: str) -> Path | None:
    """The system's own dialog, in the person's documents at first; it asks before replacing."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent, "Where shall it be kept?", str(_documents() / suggested), kinds
    )
    return Path(chosen) if chosen else None


def choose_source(parent: QWidget, kinds: str) -> Path | None:
    """The system's own dialog for a file, or a folder, that is there."""
    start = str(_documents())
    if kinds:
        chosen, _ = QFileDialog.getOpenFileName(parent, "Which file?", start, kinds)
    else:
        chosen = QFileDialog.getExistingDirectory(parent, "Which folder?", start)
    return Path(chosen) if chosen else None


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
