"""A durable save of a whole call beside the same insert through plain sqlite3, in one run.

Run: .venv/bin/python benchmarks/save_record.py [--rounds 500] [--folder DIR]
Both files lie in one folder and sync every commit. What stands between the two is what the use case
does besides inserting: rules, texts, SQLAlchemy, and removing the open call.
"""

import argparse
import sqlite3
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from figures import milliseconds, show

from signpost.build import Desk, build_desk
from signpost.domain.call import Call, ChosenService, HandledPrompt, Outcome, PromptAction
from signpost.domain.call_number import new_call_number
from signpost.domain.protocol import Answer
from signpost.domain.record_id import new_id
from signpost.domain.signpost import ContentStamp
from signpost.storage.data_file import data_file
from signpost.storage.database import FILE_NAME
from signpost.storage.driver import copy_locked

CONTENT = ContentStamp("0123456789ab")
WARM_UP = 20


def a_call(recorder_id: str, now: datetime) -> Call:
    """A usual call: 200 characters of words, one prompt, one service."""
    prompt = HandledPrompt(
        protocol_id="RF02",
        version=1,
        title="Chest pain or pressure",
        raised_at=now,
        answers=(("q1", Answer.NO), ("q2", Answer.NO)),
        action=PromptAction.NOT_THIS_PAST,
        acted_at=now,
    )
    service = ChosenService("SV010", "Meadow Lane Pharmacy", "pharmacy", phone="01632 960123")
    return Call(
        id=new_id(now),
        call_number=new_call_number(7),
        started_at=now,
        recorder_id=recorder_id,
        words="sore throat since Tuesday, eating and drinking, no temperature, " * 3,
        prompts=(prompt,),
        service=service,
        outcome=Outcome.ACCEPTED,
    )


class PlainCopy:
    """The rows of one record, inserted again and again through the driver alone."""

    def __init__(self, source: Path, copy: Path) -> None:
        copy_locked(source, data_file(source).key, copy, None)
        self._connection = sqlite3.connect(copy, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._rows = {
            table: self._connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchone()  # noqa: S608
            for table in ("signpost", "signpost_prompt")
        }
        columns = self._connection.execute("PRAGMA table_info(signpost)").fetchall()
        self._number = next(
            place for place, column in enumerate(columns) if column[1] == "call_number"
        )

    def insert(self) -> None:
        """One transaction with the same rows under a new id."""
        record = list(self._rows["signpost"])
        record[1] = new_id(datetime.now(UTC)).replace("-", "")
        record[self._number] = new_call_number(7)
        prompt = list(self._rows["signpost_prompt"])
        prompt[1] = record[1]
        self._connection.execute("BEGIN IMMEDIATE")
        for table, row in (("signpost", record), ("signpost_prompt", prompt)):
            marks = ", ".join("?" * len(row))
            self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the copy."""
        self._connection.close()


def measure(desk: Desk, folder: Path, rounds: int) -> None:
    """Save, keep and insert in turns, and print each."""
    now = datetime.now(UTC)
    kim = desk.choose_recorder.add("KP", "Kim Patel", now).id
    desk.record_signpost.save(a_call(kim, now), CONTENT, now)
    plain = PlainCopy(folder / FILE_NAME, folder / "plain.db")
    times: dict[str, list[float]] = {"keep": [], "save": [], "plain": []}
    for _ in range(rounds + WARM_UP):
        call = a_call(kim, datetime.now(UTC))
        desk.open_calls.autosave(call)
        typed = replace(call, words=call.words + "!")
        times["keep"].append(milliseconds(partial(desk.open_calls.autosave, typed)))
        times["save"].append(milliseconds(partial(desk.record_signpost.save, typed, CONTENT, now)))
        times["plain"].append(milliseconds(plain.insert))
    plain.close()
    show("autosave of an open call (one fsync)", times["keep"][WARM_UP:])
    show("durable save of a call, open call removed", times["save"][WARM_UP:])
    show("the same rows through plain sqlite3", times["plain"][WARM_UP:])


def main() -> None:
    """Measure in a folder that is thrown away."""
    parser = argparse.ArgumentParser(description="Measures a durable save.")
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--folder", type=Path, help="where to write; the disk matters")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        desk = build_desk(Path(folder))
        try:
            measure(desk, Path(folder), arguments.rounds)
        finally:
            desk.close()


if __name__ == "__main__":
    main()
