"""Every check that ./test makes, one after the other, each under its heading, with a summary.

Run by .venv's Python; the same on Linux, macOS and Windows.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"


def checks(slow: str | None, pytest_arguments: list[str]) -> list[tuple[str, list[str]]]:
    """Heading and command of each check, quick ones first. `slow` may name a folder."""
    folder = [str(Path(slow).absolute())] if slow else []
    asked = [] if slow is None else ["--slow", *folder]
    tests = [PYTHON, "-m", "pytest", *pytest_arguments, *asked]
    freeze = [PYTHON, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "ERROR"]
    freeze += ["--distpath", "build/dist", "--workpath", "build/work"]
    return [
        ("Lint (ruff check)", [PYTHON, "-m", "ruff", "check", "."]),
        ("Format (ruff format --check)", [PYTHON, "-m", "ruff", "format", "--check", "."]),
        ("Types (mypy --strict)", [PYTHON, "-m", "mypy"]),
        ("Import rules (lint-imports)", [PYTHON, "-c", LINT_IMPORTS]),
        ("Tests (pytest)", tests),
        ("Frozen program, built (PyInstaller)", freeze),
        ("Frozen program, its tour", [PYTHON, "packaging/frozen_tour.py"]),
    ]


def run(heading: str, command: list[str]) -> tuple[bool, float]:
    """Run one check under its heading; whether it passed, and the seconds it took."""
    print(f"\n=== {heading} ===", flush=True)
    started = time.monotonic()
    passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    return passed, time.monotonic() - started


def main() -> int:
    """Run all checks, also after one has failed, and say at the end how each went."""
    parser = argparse.ArgumentParser(prog="./test", description="Runs every check of Signpost.")
    parser.add_argument(
        "--slow",
        nargs="?",
        const="",
        metavar="PATH",
        help="also the tests that take minutes; PATH: a folder of whole directories to read",
    )
    options, pytest_arguments = parser.parse_known_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    results = [
        (heading, *run(heading, command))
        for heading, command in checks(options.slow, pytest_arguments)
    ]
    print("\n=== Summary ===")
    for heading, passed, seconds in results:
        print(f"  {'passed' if passed else 'FAILED'}  {seconds:6.1f} s  {heading}")
    failed = sum(not passed for _, passed, _ in results)
    print(f"{failed} of {len(results)} checks failed." if failed else "Every check passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
