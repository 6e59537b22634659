"""The one font family that the program brings along, for machines that have none."""

import logging
from pathlib import Path

from PySide6.QtGui import QFontDatabase

FAMILY = "Inter"

_log = logging.getLogger(__name__)


def load_typeface(folder: Path) -> None:
    """Make the bundled fonts known to Qt; a missing file costs looks, not the call."""
    if FAMILY in QFontDatabase.families():
        return
    for file in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            _log.info("The font file %s could not be read.", file.name)
