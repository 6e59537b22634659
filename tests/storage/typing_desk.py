"""A receptionist who types and saves without pause, in a process that is killed at any moment.

Arguments: data folder, seed. Each line on standard output says what the program has acknowledged:
`kept ID LENGTH` after an autosave, `saved ID` after a save. Says `ready` when the database is open.
"""

import random
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from signpost.build import build_desk
from signpost.domain.call import Outcome
from signpost.domain.signpost import ContentStamp

PARKED_AT_MOST = 3


def say(line: str) -> None:
    """Unbuffered, so that what is read was said before the kill."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(data_dir: Path, seed: int) -> None:
    """Type and save calls for ever."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    desk = build_desk(data_dir)
    recorder = desk.choose_recorder.recorders()[0].id
    calls = list(desk.open_calls.restore().calls)
    say("ready")
    while True:
        if len(calls) < PARKED_AT_MOST:
            calls.append(desk.open_calls.start(datetime.now(UTC), recorder))
        place = chance.randrange(len(calls))
        for _ in range(chance.randint(1, 4)):
            calls[place] = replace(calls[place], words=calls[place].words + "a cough ")
            desk.open_calls.autosave(calls[place])
            say(f"kept {calls[place].id} {len(calls[place].words)}")
        if chance.random() < 0.5:
            done = replace(calls.pop(place), outcome=Outcome.DEALT_WITH)
            saved = desk.record_signpost.save(done, ContentStamp(), datetime.now(UTC))
            say(f"saved {saved.signpost_id}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
