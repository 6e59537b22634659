"""Takes the frozen program on its tour, without a screen, and checks what the tour left behind.

It fails when data files, migrations or plug-ins were not packed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parent.parent / "build"
PROGRAM = BUILD / "dist/signpost" / ("signpost.exe" if os.name == "nt" else "signpost")
TOUR = BUILD / "tour-frozen"
LIMIT_SECONDS = 180


def environment() -> dict[str, str]:
    """The machine's environment without anything that leads back to the source or .venv."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "QT_QPA_PLATFORM": "offscreen"}


def fault() -> str | None:
    """What went wrong on the tour; None when all is well."""
    if not PROGRAM.is_file():
        return f"there is no {PROGRAM}: the build has to succeed first"
    shutil.rmtree(TOUR, ignore_errors=True)
    try:
        tour = subprocess.run(
            [PROGRAM, "--tour", TOUR],
            cwd=BUILD,
            env=environment(),
            stdin=subprocess.DEVNULL,
            timeout=LIMIT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"it was not back after {LIMIT_SECONDS} seconds"
    if tour.returncode != 0:
        return f"it ended with status {tour.returncode}"
    if not list(TOUR.glob("*.png")):
        return f"it left no screenshots in {TOUR}"
    table = TOUR / "signposts.csv"
    heading_and_records = table.read_text("utf-8-sig").splitlines() if table.is_file() else []
    if not heading_and_records[1:]:
        return f"it left no record in {table}"
    return None


def main() -> int:
    """Say how the tour went; 0 when all is well."""
    problem = fault()
    if problem:
        print(f"The frozen program failed its tour: {problem}.")
        return 1
    print(f"{len(list(TOUR.glob('*.png')))} screenshots and signposts.csv are in {TOUR}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
