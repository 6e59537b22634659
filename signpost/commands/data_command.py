"""`signpost data backup | unlock`: what is done with the data file when no window can open it."""

import argparse
import getpass
import sys
from pathlib import Path

from signpost.build import build_desk
from signpost.errors import NotAvailable, UserMistake
from signpost.paths import data_dir

FAILED, MISTAKE = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("deed", choices=("backup", "unlock"))
    parser.add_argument("--to", type=Path, metavar="DIR", help="backup: a second place for a copy")


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when it is done, 1 when it could not be, 2 for a wrong code."""
    try:
        desk = build_desk(data_dir(arguments.data_dir))
        try:
            if arguments.deed == "backup":
                second = arguments.to.absolute() if arguments.to else None
                for copy in desk.look_after_data.back_up(second):
                    sys.stdout.write(f"{copy}\n")
            else:
                desk.look_after_data.unlock(_typed())
                sys.stdout.write("The data file opens again on this PC.\n")
        finally:
            desk.close()
    except UserMistake as mistake:
        sys.stderr.write(f"signpost data: {mistake.sentence}\n")
        return MISTAKE
    except NotAvailable as failure:
        sys.stderr.write(f"signpost data: {failure.sentence} {failure.remedy}\n")
        return FAILED
    return 0


def _typed() -> str:
    """The code, unseen on a terminal, else the first line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass("Recovery code: ")
    return sys.stdin.readline()
