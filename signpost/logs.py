"""The log: a few rotating files in the data folder, for whoever looks after the PC.

It holds what the program did and what failed, never what a caller said: nothing logs field
contents.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "signpost.log"
LARGEST_BYTES = 512 * 1024
OLD_FILES_KEPT = 4


def start_logging(data_dir: Path) -> logging.Handler | None:
    """Log to a file in the data folder; returns the handler, None when the file cannot be
    written.
    """
    folder = data_dir / "logs"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE_NAME,
            maxBytes=LARGEST_BYTES,
            backupCount=OLD_FILES_KEPT,
            encoding="utf-8",
            errors="backslashreplace",
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("signpost")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Close the log at the end of the program."""
    logging.getLogger("signpost").removeHandler(handler)
    handler.close()
