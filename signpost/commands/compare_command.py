"""`signpost compare FILE… --out FILE`: several practices' monthly counts side by side, as a PDF."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from signpost.errors import NotAvailable, UserMistake
from signpost.paths import bundled
from signpost.usecases.compare_practices import compare_practices

FAILED, MISTAKE = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="monthly counts, as practices export"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the PDF to write")


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the file is written, 1 when it could not be, 2 for files that cannot be
    compared.
    """
    try:
        compare_practices(
            arguments.files, arguments.out.absolute(), bundled("resources"), datetime.now(UTC)
        )
    except UserMistake as mistake:
        return _say(mistake.sentence, MISTAKE)
    except NotAvailable as failure:
        return _say(f"{failure.sentence} {failure.remedy}".strip(), FAILED)
    return 0


def _say(sentence: str, status: int) -> int:
    sys.stderr.write(f"signpost compare: {sentence}\n")
    return status
