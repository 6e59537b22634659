"""Exporting records in any of the forms: who may, why, what is written, and the log of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.domain.audit import AuditEvent
from signpost.domain.export_format import ExportFormat
from signpost.domain.permission import Deed
from signpost.domain.selection import Selection
from signpost.domain.staff import StaffMember
from signpost.domain.standing_export import checked_reason
from signpost.exchange.record_formats import FORMATS
from signpost.exchange.record_source import Choices, ExportRequest, Preview, Written
from signpost.storage.database import Database
from signpost.usecases.prove_who import Proof, allowed
from signpost.usecases.record_reading import Progress, SelectedRecords

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

PREVIEW_ROWS = 5


class Via(StrEnum):
    """How an export came about."""

    SCREEN = "screen"
    COMMAND = "command"
    STANDING = "standing"


@dataclass(frozen=True)
class ExportAsked:
    """What is to be exported. `reason` may be empty where none is needed (`needs_reason`)."""

    format: ExportFormat
    selection: Selection
    reason: str = ""
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True)
class Asker:
    """Who asks for an export, and how. `proof` says who it is, where somebody could be asked for a
    PIN; `recorder_id` is who records at the desk, proved or not; `account` is the computer's.
    `standing` names the standing export that runs.
    """

    via: Via
    proof: Proof | None = None
    recorder_id: str | None = None
    account: str = ""
    standing: str = ""


@dataclass(frozen=True)
class Exported:
    """What an export wrote: rows of its main table, letters that its encoding does not have, texts
    that were too long; and how many rehearsal records it left out.
    """

    file: Path
    rows: int
    lost_letters: int
    shortened: int
    rehearsal_left_out: int

    def remarks(self) -> tuple[str, ...]:
        """What the person should know about the file, in sentences; empty when all is well."""
        said = []
        if self.lost_letters:
            said.append(
                f"{_many(self.lost_letters, 'letter')} could not be written in this form's "
                "encoding (Windows-1252) and became a question mark."
            )
        if self.shortened:
            said.append(f"{_many(self.shortened, 'text')} longer than the form allows was cut.")
        if not self.rows and self.rehearsal_left_out:
            said.append(
                f"The file has no rows: all {self.rehearsal_left_out} records of these days are "
                "rehearsal."
            )
        return tuple(said)


def deed_of(asked: ExportFormat) -> Deed:
    """What somebody must be allowed to do for this form of export."""
    return Deed.EXPORT_COUNTS if asked.is_counts else Deed.EXPORT_IDENTIFIABLE


class ExportRecords:
    """Writes records to files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def export(
        self,
        asked: ExportAsked,
        out: Path,
        by: Asker,
        now: datetime,
        *,
        progress: Progress = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Exported:
        """Write the selected records; `out` appears only when it is whole and logged.

        Raises UserMistake for a missing reason or proof, NotAllowedError, ExportCancelledError, and
        NotAvailable when the file cannot be written.
        """
        reason = _reason(asked, by)
        begun = self._begin(asked.format, by, now)

        def log(written: Written) -> None:
            details = _details(asked, by, out, written.rows, reason)
            with self._database.transaction() as stores:
                stores.audit.add(now, begun.author, AuditEvent.EXPORTED, details)

        with self._database.reading() as stores:
            request = _request(stores, asked, begun, log)
            source = SelectedRecords(stores, asked.selection, progress, cancelled)
            write, _ = FORMATS[asked.format]
            written = write(out, source, request)
            left_out = (
                0
                if asked.selection.include_rehearsal
                else stores.records.count_rehearsal(asked.selection.first, asked.selection.last)
            )
        return Exported(out, written.rows, written.lost_letters, written.shortened, left_out)

    def preview(self, asked: ExportAsked, by: Asker, now: datetime) -> Preview:
        """The first rows as they would be written, for somebody who may export them.

        Raises UserMistake when the proof is missing, and NotAllowedError.
        """
        begun = self._begin(asked.format, by, now)
        with self._database.reading() as stores:
            request = _request(stores, asked, begun, lambda _: None)
            source = SelectedRecords(
                stores, asked.selection, lambda _done, _total: None, lambda: False
            )
            _, look = FORMATS[asked.format]
            return look(source, request, PREVIEW_ROWS)

    def count(self, selection: Selection) -> int:
        """How many records are selected."""
        with self._database.reading() as stores:
            return stores.records.count(selection)

    def _begin(self, wanted: ExportFormat, by: Asker, now: datetime) -> "_Begun":
        with self._database.transaction() as stores:
            person = None
            if by.via is not Via.STANDING:  # a manager has agreed to those beforehand
                person = allowed(stores, by.proof, deed_of(wanted), now)
            last = stores.audit.last()
            return _Begun(
                now,
                stores.exports.make_pseudonym_key(now),
                (last.number if last else 0) + 1,
                person.id if person else by.recorder_id,
            )


@dataclass(frozen=True)
class _Begun:
    """An export that may go on: when, with which key, which number it has, who it is by."""

    now: datetime
    key: str
    number: int
    author: str | None


def needs_reason(asked: ExportFormat, via: Via, *, proved: bool) -> bool:
    """Whether the log must say why: for whatever can identify somebody, save on a command line
    before the practice has people to ask.
    """
    return asked.is_identifiable and (via is Via.SCREEN or proved)


def _reason(asked: ExportAsked, by: Asker) -> str:
    if needs_reason(asked.format, by.via, proved=by.proof is not None):
        return checked_reason(asked.reason)
    return " ".join(asked.reason.split())


def _details(asked: ExportAsked, by: Asker, out: Path, rows: int, reason: str) -> Mapping[str, str]:
    chosen = asked.selection
    details = {
        "format": asked.format.value,
        "from": chosen.first.isoformat(),
        "to": chosen.last.isoformat(),
        "outcomes": " ".join(sorted(chosen.outcomes)),
        "kinds": " ".join(sorted(chosen.kinds)),
        "rehearsal": "yes" if chosen.include_rehearsal else "",
        "rows": str(rows),
        "identifiable": "yes" if asked.format.is_identifiable else "no",
        "reason": reason,
        "file": out.name,
        "via": by.via.value,
        "standing": by.standing,
        "account": by.account,
    }
    return {name: told for name, told in details.items() if told}


def _request(
    stores: "Stores", asked: ExportAsked, begun: _Begun, log: Callable[[Written], None]
) -> ExportRequest:
    staff: dict[str, StaffMember] = {person.id: person for person in stores.staff.everyone_ever()}
    return ExportRequest(
        format=asked.format,
        selection=asked.selection,
        practice=stores.practice.current(),
        staff=staff,
        made_at=begun.now,
        pseudonym_key=begun.key,
        codes=stores.exports.codes(),
        wording=stores.exports.wording(),
        choices=asked.choices,
        number=begun.number,
        before_it_appears=log,
    )


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
