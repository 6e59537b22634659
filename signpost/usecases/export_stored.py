"""Exporting the directory that is in use, from the screen."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.domain.place import PRACTICE
from signpost.paths import bundled
from signpost.storage.database import Database

if TYPE_CHECKING:
    from signpost.usecases.export_directory import ExportedDirectory

FORMATS: tuple[tuple[str, str, str], ...] = (
    ("xlsx", "Workbook (XLSX)", ".xlsx"),
    ("csv", "Tables (CSV in a ZIP)", ".zip"),
    ("oruk", "Open Referral UK (JSON)", ".json"),
    ("hsds-json", "HSDS 3 (JSON)", ".json"),
    ("hsds-package", "HSDS 3 data package (ZIP)", ".zip"),
    ("pdf", "For print (PDF)", ".pdf"),
)
"""Each format's name (an ExportFormat) with its words and how a file of it ends."""


class ExportStored:
    """Writes one directory: the practice's own (`owner_id` None), or the example practice's."""

    def __init__(self, database: Database, owner_id: str | None = None) -> None:
        self._database = database
        self._owner_id = owner_id

    def export(self, name: str, out: Path, now: datetime) -> "ExportedDirectory":
        """Write the whole directory as it is now. Raises NotAvailable."""
        # Writers of every format: only an export pays for them.
        from signpost.usecases.export_directory import (  # noqa: PLC0415
            DirectoryToExport,
            ExportFormat,
            export_directory,
        )

        with self._database.reading() as stores:
            directory = stores.directory(self._owner_id)
            here = directory.places([PRACTICE]).get(PRACTICE)
            whole = DirectoryToExport(
                directory.every_service(),
                None if here is None else here.location.position,
                stores.practice.current().name,
                is_example=self._owner_id is not None,
            )
            return export_directory(whole, ExportFormat(name), out, made=now, bundled=bundled(""))
