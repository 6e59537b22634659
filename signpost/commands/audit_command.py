"""`signpost audit verify`: finds changed, removed or moved entries of the audit log."""

import argparse
import sys

from signpost.domain.audit import faults_in
from signpost.errors import NotAvailable
from signpost.paths import existing_data_dir
from signpost.storage.database import FILE_NAME, Database

FAILED, TAMPERED = 1, 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("deed", choices=("verify",), help="check the chain of entries")


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the log is whole, 4 when it was tampered with, 1 when it cannot be
    read.
    """
    folder = existing_data_dir(arguments.data_dir)
    if folder is None or not (folder / FILE_NAME).exists():
        sys.stderr.write("signpost audit: there is no database here.\n")
        return FAILED
    database = Database(folder)
    try:
        with database.reading() as stores:
            faults = faults_in(stores.audit.entries())
            last = stores.audit.last()
    except NotAvailable as failure:
        sys.stderr.write(f"signpost audit: {failure.sentence} {failure.remedy}\n")
        return FAILED
    finally:
        database.close()
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    if not faults:
        told = f"{last.number} entries, the last with hash {last.hash}" if last else "no entries"
        sys.stdout.write(f"The audit log is whole: {told}.\n")
    return TAMPERED if faults else 0
