"""The locked requirements: every package by hash, and nothing about the machine that made them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN, TEST = ROOT / "requirements.txt", ROOT / "requirements-test.txt"
PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)(?: ; [^\\]+)? \\$")


def blocks(lock: Path) -> list[list[str]]:
    """The lines of each package: its pin, its hashes, where it comes from."""
    found: list[list[str]] = []
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if not line.startswith(" "):
            found.append([])
        found[-1].append(line)
    return found


def pins(lock: Path) -> dict[str, str]:
    matches = [PINNED.match(block[0]) for block in blocks(lock)]
    return {match[1]: match[2] for match in matches if match}


@pytest.mark.parametrize("lock", [RUN, TEST], ids=lambda lock: lock.name)
def test_every_package_is_pinned_and_has_hashes(lock: Path) -> None:
    for block in blocks(lock):
        assert PINNED.match(block[0]), block[0]
        assert any("--hash=sha256:" in line for line in block), block[0]


@pytest.mark.parametrize("lock", [RUN, TEST], ids=lambda lock: lock.name)
def test_the_lock_names_no_host_and_no_file(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    for word in ("://", "--index", "--extra-index", "--find-links", " @ ", "file:"):
        assert word not in text


def test_tests_run_on_the_versions_that_people_run() -> None:
    run, test = pins(RUN), pins(TEST)
    assert run.items() <= test.items()


def test_qt_stays_below_the_release_that_aborts() -> None:
    major, minor = map(int, pins(RUN)["pyside6-essentials"].split(".")[:2])
    assert (6, 10) <= (major, minor) < (6, 12)
