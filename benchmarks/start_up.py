"""From the start of the process to the first keystroke in the caller's words, and to prompts and
database; beside a bare window, and a window that opens a database first.

Run: .venv/bin/python benchmarks/start_up.py [--rounds 15] [--first-starts 5]
Every start is a fresh process, offscreen; the programs that are started lie in benchmarks/start.
They take turns, so that all suffer alike from what else the machine does. As in a program that is
installed, modules are compiled before the first start that counts.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from figures import show

PROJECT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(__file__).resolve().parent / "start"

LIMIT_SECONDS = 120

Times = dict[str, list[float]]


def start(program: str, compiled: Path, *arguments: str) -> dict[str, float]:
    """Start it once; milliseconds from before the process was there. `compiled` is the folder for
    compiled modules.
    """
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(PROJECT),
        "PYTHONPYCACHEPREFIX": str(compiled),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    started = str(time.perf_counter())
    done = subprocess.run(
        [sys.executable, PROGRAMS / f"{program}.py", started, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT_SECONDS,
    )
    return {str(name): float(value) for name, value in json.loads(done.stdout).items()}


def add(times: Times, found: dict[str, float]) -> None:
    """One more of each."""
    for name, value in found.items():
        times[name].append(value)


def show_all(title: str, times: Times) -> None:
    """A heading, and a line for each."""
    print(title)
    for name, values in times.items():
        show(f"  {name}", values)


def main() -> None:
    """Start everything in turns and print the figures."""
    parser = argparse.ArgumentParser(description="Measures starting.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--first-starts", type=int, default=5)
    arguments = parser.parse_args()
    first: Times = defaultdict(list)
    again: Times = defaultdict(list)
    peers: dict[str, Times] = {
        "bare_window": defaultdict(list),
        "window_and_database": defaultdict(list),
    }
    with tempfile.TemporaryDirectory() as folder:
        compiled, kept = Path(folder, "compiled"), Path(folder, "kept")
        for program in (*peers, "signpost_window"):
            start(program, compiled, str(kept))
        for _ in range(arguments.rounds):
            for program, times in peers.items():
                add(times, start(program, compiled))
            add(again, start("signpost_window", compiled, str(kept)))
        for number in range(arguments.first_starts):
            add(first, start("signpost_window", compiled, str(Path(folder, str(number)))))
    show_all("a bare window with a text field", peers["bare_window"])
    show_all("SQLAlchemy and SELECT 1, then such a window", peers["window_and_database"])
    show_all("Signpost, content and database there from the start before", again)
    show_all("Signpost, very first start: nothing there", first)


if __name__ == "__main__":
    main()
