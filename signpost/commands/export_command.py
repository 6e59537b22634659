"""`signpost export --from DATE --to DATE --out FILE`: writes signposts.csv."""

import argparse
import sys
from datetime import date
from pathlib import Path

from signpost.build import build_desk
from signpost.errors import NotAvailable, UserMistake
from signpost.paths import data_dir

FAILED, MISTAKE = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    for option, dest, meaning in (
        ("--from", "first", "the first day, such as 2026-03-09"),
        ("--to", "last", "the last day, included"),
    ):
        parser.add_argument(option, dest=dest, required=True, metavar="DATE", help=meaning)
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the file to write")
    parser.add_argument(
        "--include-rehearsal", action="store_true", help="rehearsal records as well as live ones"
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the file is written, 1 when it could not be, 2 for a mistake in the
    command.
    """
    try:
        first, last = _day("--from", arguments.first), _day("--to", arguments.last)
        desk = build_desk(data_dir(arguments.data_dir))
        try:
            done = desk.export_signposts.export(
                first, last, arguments.out.absolute(), include_rehearsal=arguments.include_rehearsal
            )
            sentences = desk.database.open()
        finally:
            desk.close()
    except UserMistake as mistake:
        return _say(mistake.sentence, MISTAKE)
    except NotAvailable as failure:
        return _say(f"{failure.sentence} {failure.remedy}".strip(), FAILED)
    for sentence in (*desk.faults, *sentences):
        _say(sentence, FAILED)
    if done.rows == 0 and done.rehearsal_left_out:
        _say(
            f"The file has no rows: all {done.rehearsal_left_out} records of these days are "
            "rehearsal. --include-rehearsal adds them.",
            0,
        )
    return 0


def _day(option: str, typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise UserMistake(
            option,
            f"{option} {typed}: type a day that exists, as year-month-day, such as 2026-03-09.",
        ) from None


def _say(sentence: str, status: int) -> int:
    sys.stderr.write(f"signpost export: {sentence}\n")
    return status
