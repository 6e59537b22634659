"""The window is on screen before anything heavy is imported, and accepts typing at once."""

import subprocess
import sys
from pathlib import Path

HEAVY = {"sqlalchemy", "alembic", "msgspec", "snowballstemmer", "holidays", "opening_hours"}
PROGRAM = """
import os, sys
from pathlib import Path
from signpost.app import build_window, make_application
application = make_application([])
running = build_window(Path(sys.argv[1]))
running.screens.window.show()
words = running.screens.call.words.words
words.insertPlainText("chest")
print(running.screens.session.call.words, *sys.modules)
sys.stdout.flush()
os._exit(0)
"""


def test_nothing_heavy_is_imported_before_the_window_takes_words(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    words, *modules = done.stdout.split()
    assert words == "chest"
    assert not HEAVY & set(modules)
