"""The window comes first: importing and building the use cases brings no database library along."""

import subprocess
import sys
from pathlib import Path

HEAVY = {"sqlalchemy", "alembic", "sqlite3", "msgspec", "holidays", "phonenumbers", "PySide6"}


def test_building_the_desk_imports_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from signpost.build import build_desk; "
        f"desk = build_desk(Path({str(tmp_path)!r})); "
        "desk.open_calls.start(__import__('datetime').datetime.now().astimezone()); "
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert not HEAVY & set(done.stdout.split())
