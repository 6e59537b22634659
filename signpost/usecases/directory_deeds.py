"""Everything that people do with one directory: the practice's own, or the example's."""

from dataclasses import dataclass
from pathlib import Path

from signpost.storage.database import Database
from signpost.usecases.browse_directory import BrowseDirectory
from signpost.usecases.export_stored import ExportStored
from signpost.usecases.keep_directory import KeepDirectory
from signpost.usecases.report_entry import ReportEntry
from signpost.usecases.run_import import RunImport


@dataclass(frozen=True)
class DirectoryDeeds:
    """The use cases of one directory."""

    browse: BrowseDirectory
    keep: KeepDirectory
    reports: ReportEntry
    imports: RunImport
    exports: ExportStored


def directory_deeds(
    database: Database, data_dir: Path, owner_id: str | None = None
) -> DirectoryDeeds:
    """The use cases of the practice's own directory (`owner_id` None), or of another owner's."""
    return DirectoryDeeds(
        BrowseDirectory(database, owner_id),
        KeepDirectory(database, owner_id),
        ReportEntry(database, owner_id),
        RunImport(database, data_dir, owner_id),
        ExportStored(database, owner_id),
    )
