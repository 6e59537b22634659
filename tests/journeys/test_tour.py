"""The tour that shows the program on a machine without a screen."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMIT_SECONDS = 240


def test_the_tour_leaves_pictures_of_every_step_and_the_exported_table(tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    tour = subprocess.run(
        [sys.executable, "-m", "signpost", "--tour", str(pictures)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert tour.returncode == 0, tour.stderr
    assert len(list(pictures.glob("*.png"))) >= 15
    table = (pictures / "signposts.csv").read_text("utf-8-sig")
    assert table.count("rehearsal") >= 3
