"""Arguments → the window, or one of the commands."""

import argparse
import importlib
import multiprocessing
import sys
from pathlib import Path
from typing import Any

from signpost import __version__

COMMANDS = {
    "content": "check the content files, evaluate them, or see what words are heard as",
    "navigate": "try the content on many phrases at once (JSON lines); only reads",
    "directory": "write the directory of services: CSV, XLSX, Open Referral, PDF",
    "audit": "check that nobody changed the audit log",
    "data": "back up the data file, or unlock it with its recovery code",
    "compare": "set the monthly counts of several practices side by side, as a PDF",
    "export": "write signposts.csv",
}


def main(argv: list[str] | None = None) -> int:
    """Run the program; the exit status is 0 unless something went wrong."""
    words = sys.argv[1:] if argv is None else argv
    arguments = _parser(words).parse_args(words)
    if arguments.command:
        return int(_command(arguments.command).run(arguments))
    app = importlib.import_module("signpost.app")
    if arguments.tour:
        return int(app.run_tour(arguments.tour))
    return int(app.run_window(arguments.data_dir))


def _parser(words: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="signpost", description="Active signposting for GP reception."
    )
    parser.add_argument("--version", action="version", version=f"Signpost {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, help="keep the data in this folder instead of the usual one"
    )
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="drive a whole call and leave screenshots in DIR"
    )
    commands = parser.add_subparsers(dest="command")
    for name, meaning in COMMANDS.items():
        command = commands.add_parser(name, help=meaning)
        if name in words:
            _command(name).add_arguments(command)
    return parser


def _command(name: str) -> Any:
    """The module of a command, imported only when it is asked for: the window must start fast."""
    return importlib.import_module(f"signpost.commands.{name}_command")


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
