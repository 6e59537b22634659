"""Killed at any moment: no acknowledged record is lost or doubled, every open call comes back."""

import os
import random
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from signpost.build import build_desk
from signpost.domain.call import Call

ROOT = Path(__file__).parents[2]
LONGEST_LIFE_SECONDS = 0.15


def killed_at_some_moment(data_dir: Path, seed: int) -> list[list[str]]:
    """What one desk acknowledged before it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.typing_desk", str(data_dir), str(seed)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child.stdout as lines:
        assert lines.readline() == "ready\n"
        moment = random.Random(seed).uniform(0, LONGEST_LIFE_SECONDS)  # noqa: S311 - no secret
        timer = threading.Timer(moment, child.kill)
        timer.start()
        said = [line.split() for line in lines if line.endswith("\n")]
        timer.join()
    child.wait()
    return said


def restored(data_dir: Path) -> tuple[list[Call], list[str], int]:
    """Open calls, ids of records, and the number of standing records with a doubled call number."""
    desk = build_desk(data_dir)
    found = desk.open_calls.restore()
    assert (found.sentences, found.held_elsewhere) == ((), 0)
    with desk.database.reading() as stores:
        records = list(stores.signposts.between(date.min, date.max, include_rehearsal=True))
    desk.close()
    numbers = [record.call_number for record in records]
    return list(found.calls), [record.id for record in records], len(numbers) - len(set(numbers))


def check_rounds(data_dir: Path, rounds: range) -> None:
    saved: list[str] = []
    kept: dict[str, int] = {}
    for seed in rounds:
        for action, call_id, *length in killed_at_some_moment(data_dir, seed):
            if action == "saved":
                saved.append(call_id)
                kept.pop(call_id)
            else:
                kept[call_id] = int(length[0])
        calls, records, doubled = restored(data_dir)
        # The call being saved at the kill may be a record that nobody was told of yet.
        untold = set(records) - set(saved)
        assert set(saved) <= set(records), "an acknowledged record was lost"
        assert len(records) == len(set(records)), "a record is there twice"
        assert doubled == 0, "a call was recorded twice"
        assert len(untold) <= 1
        for call_id in untold:
            saved.append(call_id)
            kept.pop(call_id, None)
        open_now = {call.id: len(call.words) for call in calls}
        assert not open_now.keys() & set(records), "a recorded call is open again"
        assert kept.keys() <= open_now.keys(), "an open call was lost"
        assert all(open_now[call_id] >= length for call_id, length in kept.items())
        kept = open_now
    assert saved


def test_twenty_kills_lose_nothing_and_double_nothing(data_dir: Path) -> None:
    check_rounds(data_dir, range(20))


@pytest.mark.slow
def test_three_hundred_kills_lose_nothing_and_double_nothing(data_dir: Path) -> None:
    check_rounds(data_dir, range(1000, 1300))
