"""Standing exports: agreed to once by somebody who may, then run unattended until they expire."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signpost.domain.audit import AuditEvent
from signpost.domain.local_time import local_time
from signpost.domain.record_id import new_id
from signpost.domain.selection import Selection
from signpost.domain.standing_export import StandingExport, StandingTyped, checked_standing
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.export_records import (
    Asker,
    ExportAsked,
    Exported,
    ExportRecords,
    Via,
    deed_of,
)
from signpost.usecases.prove_who import Proof, allowed


class StandingRefusedError(UserMistake):
    """A standing export that has expired or was ended."""


@dataclass(frozen=True)
class StandingExports:
    """Adding, ending and running them."""

    database: Database
    exports: ExportRecords

    def all(self) -> tuple[StandingExport, ...]:
        """All of them, those that were ended too, the newest first."""
        with self.database.reading() as stores:
            return stores.exports.standing()

    def add(
        self, typed: StandingTyped, proof: Proof | None, recorder_id: str | None, now: datetime
    ) -> StandingExport:
        """Agree to an export. Raises UserMistake naming the field, and NotAllowedError."""
        with self.database.transaction() as stores:
            person = allowed(stores, proof, deed_of(typed.format), now)
            author = person.id if person else recorder_id
            made = checked_standing(typed, new_id(now), author, now)
            today = local_time(now).date()
            for other in stores.exports.standing():
                if other.name.casefold() == made.name.casefold() and other.runs_on(today):
                    raise UserMistake("name", f"{other.name} is there already: end it first.")
            stores.exports.add_standing(made)
            details = {
                "standing": made.name,
                "format": made.format.value,
                "period": made.period.value,
                "expires": made.expires_on.isoformat(),
                "reason": made.reason,
            }
            stores.audit.add(now, author, AuditEvent.SETTING_CHANGED, details)
            return made

    def end(
        self, export: StandingExport, proof: Proof | None, recorder_id: str | None, now: datetime
    ) -> None:
        """It runs no more. Raises UserMistake and NotAllowedError."""
        with self.database.transaction() as stores:
            person = allowed(stores, proof, deed_of(export.format), now)
            stores.exports.end_standing(export.id, now)
            author = person.id if person else recorder_id
            details = {"standing": export.name, "ended": "yes"}
            stores.audit.add(now, author, AuditEvent.SETTING_CHANGED, details)

    def run(self, name: str, now: datetime, account: str = "") -> Exported:
        """Run one: the days of its period seen from today, into its folder, which gets a new file.

        Raises UserMistake for a name that is not there, StandingRefusedError for one that runs no
        more, and NotAvailable when the file cannot be written.
        """
        today = local_time(now).date()
        with self.database.reading() as stores:
            export = stores.exports.standing_named(name)
        if export.ended_at is not None:
            raise StandingRefusedError("standing", f"{export.name} was ended.")
        if not export.runs_on(today):
            raise StandingRefusedError(
                "standing",
                f"{export.name} ran until {export.expires_on}. A manager can make it again.",
            )
        selection = Selection(*export.period.days(today))
        asked = ExportAsked(export.format, selection, export.reason)
        by = Asker(Via.STANDING, None, export.made_by, account, export.name)
        return self.exports.export(asked, file_of(asked, Path(export.folder)), by, now)


def file_of(asked: ExportAsked, folder: Path) -> Path:
    """The file, or the folder of files, that an export is suggested to be written to."""
    days = f"{asked.selection.first} to {asked.selection.last}"
    marked = " REHEARSAL" if asked.selection.include_rehearsal else ""
    return folder / f"{asked.format.value} {days}{marked}{asked.format.suffix}"
