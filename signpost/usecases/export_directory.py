"""Exporting the directory: for a spreadsheet, for other programs, for paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from signpost.content.print_wording import read_directory_wording
from signpost.domain.faults import ContentFault
from signpost.domain.place import Position
from signpost.domain.service import Service
from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.directory_csv import write_directory_csv
from signpost.exchange.directory_xlsx import write_directory_xlsx
from signpost.exchange.hsds_package import write_hsds_package
from signpost.exchange.open_referral_pages import (
    write_hsds_json,
    write_oruk_json,
    write_oruk_service,
)


class ExportFormat(StrEnum):
    """What a directory may be written as; the value is what the command takes."""

    CSV = "csv"
    XLSX = "xlsx"
    ORUK = "oruk"
    HSDS_JSON = "hsds-json"
    HSDS_PACKAGE = "hsds-package"
    PDF = "pdf"


@dataclass(frozen=True)
class DirectoryToExport:
    """What is exported: services as they come, and where the practice is (None: not known).

    `practice_name` may be empty. `is_example` marks what is printed as invented.
    """

    services: Iterable[Service]
    practice: Position | None = None
    practice_name: str = ""
    is_example: bool = False


@dataclass(frozen=True)
class ExportedDirectory:
    """The file or folder that was written, and how many services are in it."""

    file: Path
    services: int


def export_directory(
    directory: DirectoryToExport,
    form: ExportFormat,
    out: Path,
    *,
    made: datetime,
    bundled: Path,
    large: bool = False,
) -> ExportedDirectory:
    """Write the whole directory; what stands at `out` is replaced only when the new one is whole.

    `bundled` is the folder of the program's own files; `large` is for print. CSV and the HSDS
    package are a ZIP file when `out` ends in .zip, else a folder. Raises NotAvailable.
    """
    services = directory.services
    match form:
        case ExportFormat.CSV:
            count = write_directory_csv(services, out, directory.practice)
        case ExportFormat.XLSX:
            readme = bundled / "directory_seed" / "README.md"
            count = write_directory_xlsx(services, out, readme, directory.practice)
        case ExportFormat.ORUK:
            count = write_oruk_json(services, out)
        case ExportFormat.HSDS_JSON:
            count = write_hsds_json(services, out)
        case ExportFormat.HSDS_PACKAGE:
            count = write_hsds_package(services, out)
        case ExportFormat.PDF:
            count = _print(directory, out, made, bundled / "resources", large=large)
    return ExportedDirectory(out, count)


def export_service(directory: DirectoryToExport, service_id: str, out: Path) -> ExportedDirectory:
    """Write one service by the UK profile of Open Referral, as an API gives a single one.

    Raises UserMistake when there is no service of that id, NotAvailable when it cannot be written.
    """
    service = next((each for each in directory.services if each.id == service_id), None)
    if service is None:
        raise UserMistake("service", f"There is no service with the id {service_id}.")
    write_oruk_service(service, out)
    return ExportedDirectory(out, 1)


def _print(
    directory: DirectoryToExport, out: Path, made: datetime, resources: Path, *, large: bool
) -> int:
    # Only printing needs the typesetter, which is a large library.
    from signpost.exchange.printed_directory import (  # noqa: PLC0415
        PrintedDirectory,
        write_printed_directory,
    )

    faults: list[ContentFault] = []
    wording = read_directory_wording(resources / "print" / "directory.toml", faults)
    if wording is None:
        raise NotAvailable(
            f"The directory cannot be printed: {faults[0]}",
            "Mend that file, or install the program again.",
        )
    printed = PrintedDirectory(
        wording,
        practice=directory.practice_name,
        marking="EXAMPLE: invented services" if directory.is_example else "",
        large=large,
    )
    return write_printed_directory(
        directory.services,
        printed,
        out,
        made=made,
        layouts=resources / "print",
        fonts=resources / "fonts",
    )
