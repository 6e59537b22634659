"""`signpost directory export`: the directory for a spreadsheet, other programs, or paper."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from signpost.errors import NotAvailable, UserMistake
from signpost.paths import bundled, existing_data_dir
from signpost.usecases.export_directory import (
    DirectoryToExport,
    ExportedDirectory,
    ExportFormat,
    export_directory,
    export_service,
)
from signpost.usecases.named_directory import read_named
from signpost.usecases.set_up_practice import practice_of

FAILED, MISTAKE = 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    actions = parser.add_subparsers(dest="action", required=True)
    export = actions.add_parser("export", help="write the whole directory")
    export.add_argument(
        "--format",
        required=True,
        choices=[form.value for form in ExportFormat],
        help="csv and hsds-package write a folder, or a ZIP file when FILE ends in .zip",
    )
    export.add_argument("--out", required=True, type=Path, metavar="FILE", help="what to write")
    export.add_argument(
        "--directory", metavar="starter|example|FILE", help="instead of this PC's directory"
    )
    export.add_argument("--service", metavar="ID", help="only this service (oruk)")
    export.add_argument("--large", action="store_true", help="in large print (pdf)")


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when it is written, 1 when it could not be, 2 for a mistake in the command."""
    try:
        exported = _export(arguments)
    except UserMistake as mistake:
        return _say(mistake.sentence, MISTAKE)
    except NotAvailable as failure:
        return _say(f"{failure.sentence} {failure.remedy}".strip(), FAILED)
    some = "1 service" if exported.services == 1 else f"{exported.services:,} services"
    sys.stdout.write(f"{some} in {exported.file}\n")
    return 0


def _export(arguments: argparse.Namespace) -> ExportedDirectory:
    form, out = ExportFormat(arguments.format), arguments.out.absolute()
    if arguments.service and form is not ExportFormat.ORUK:
        raise UserMistake("service", "--service goes with --format oruk.")
    folder = existing_data_dir(arguments.data_dir)
    chosen = read_named(arguments.directory, folder)
    for fault in chosen.faults:
        sys.stderr.write(f"{fault}\n")
    practice = practice_of(folder)
    directory = DirectoryToExport(
        chosen.directory.services,
        chosen.directory.practice,
        practice.name if practice else "",
        chosen.is_example,
    )
    if arguments.service:
        return export_service(directory, arguments.service, out)
    made = datetime.now(UTC)
    return export_directory(
        directory, form, out, made=made, bundled=bundled(""), large=arguments.large
    )


def _say(sentence: str, status: int) -> int:
    sys.stderr.write(f"signpost directory: {sentence}\n")
    return status
