"""What the practice decided about exports: codes, wording, the key, standing exports."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session as DbSession

from signpost.domain.code_mapping import (
    CodedEvent,
    CodedThing,
    CodeMapping,
    CodePlace,
    MappedCode,
)
from signpost.domain.export_format import ExportFormat
from signpost.domain.export_wording import ASKED_WORDINGS, ExportWording, checked_wording
from signpost.domain.pseudonym import new_key
from signpost.domain.standing_export import Period, StandingExport
from signpost.errors import UserMistake
from signpost.storage.export_models import (
    ExportWordingRow,
    GivenCodeRow,
    PseudonymKeyRow,
    StandingExportRow,
)


class ExportStore:
    """The decisions of this practice."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def codes(self) -> CodeMapping:
        """All codes that were given."""
        rows = self._session.scalars(
            select(GivenCodeRow).where(GivenCodeRow.practice_id == self._practice_id)
        )
        return CodeMapping(
            {
                CodePlace(CodedThing(row.thing), row.thing_id, CodedEvent(row.event)): MappedCode(
                    row.concept_id, row.term, row.source, row.code_set_date
                )
                for row in rows
            }
        )

    def give_code(self, place: CodePlace, code: MappedCode | None) -> None:
        """Give a code in place of the one that was there; None takes it away."""
        key = {
            "practice_id": self._practice_id,
            "thing": place.thing.value,
            "thing_id": place.thing_id,
            "event": place.event.value,
        }
        self._session.execute(delete(GivenCodeRow).filter_by(**key))
        if code is not None:
            self._session.execute(
                insert(GivenCodeRow).values(
                    **key,
                    concept_id=code.concept_id,
                    term=code.term,
                    source=code.source,
                    code_set_date=code.code_set_date,
                )
            )

    def wording(self) -> ExportWording:
        """The wording of files; what was never changed is the program's own."""
        rows = self._session.scalars(
            select(ExportWordingRow).where(ExportWordingRow.practice_id == self._practice_id)
        )
        return checked_wording({row.name: row.value for row in rows})

    def keep_wording(self, wording: ExportWording) -> None:
        """Keep what differs from the program's own wording."""
        mine = ExportWordingRow.practice_id == self._practice_id
        self._session.execute(delete(ExportWordingRow).where(mine))
        rows = [
            {"practice_id": self._practice_id, "name": asked.key, "value": value}
            for asked in ASKED_WORDINGS
            if (value := str(getattr(wording, asked.key))) != asked.default
        ]
        if rows:
            self._session.execute(insert(ExportWordingRow), rows)

    def pseudonym_key(self) -> str | None:
        """The key of the pseudonyms; None before there is one."""
        row = self._session.get(PseudonymKeyRow, self._practice_id)
        return row.key if row else None

    def make_pseudonym_key(self, now: datetime) -> str:
        """The key of the pseudonyms, made when there is none. Needs a writing transaction."""
        found = self.pseudonym_key()
        if found is not None:
            return found
        key = new_key()
        self._session.execute(
            insert(PseudonymKeyRow).values(practice_id=self._practice_id, key=key, made_at=now)
        )
        return key

    def standing(self) -> tuple[StandingExport, ...]:
        """All standing exports, those that were ended too, the newest first."""
        rows = self._session.scalars(
            select(StandingExportRow)
            .where(StandingExportRow.practice_id == self._practice_id)
            .order_by(StandingExportRow.made_at.desc(), StandingExportRow.id.desc())
        )
        return tuple(map(_standing, rows))

    def standing_named(self, name: str) -> StandingExport:
        """The newest of this name, whatever its case; one that was not ended comes before those
        that were. Raises UserMistake when there is none.
        """
        named = [each for each in self.standing() if each.name.casefold() == name.casefold()]
        named.sort(key=lambda each: each.ended_at is not None)
        if not named:
            raise UserMistake("standing", f"There is no standing export called {name}.")
        return named[0]

    def add_standing(self, export: StandingExport) -> None:
        """Add a standing export."""
        self._session.execute(
            insert(StandingExportRow).values(
                practice_id=self._practice_id,
                id=export.id,
                name=export.name,
                format=export.format.value,
                period=export.period.value,
                folder=export.folder,
                reason=export.reason,
                expires_on=export.expires_on,
                made_by=export.made_by,
                made_at=export.made_at,
                ended_at=None,
            )
        )

    def end_standing(self, export_id: str, now: datetime) -> None:
        """It runs no more; it stays in the list."""
        self._session.execute(
            update(StandingExportRow)
            .where(
                StandingExportRow.practice_id == self._practice_id,
                StandingExportRow.id == export_id,
                StandingExportRow.ended_at.is_(None),
            )
            .values(ended_at=now)
        )


def _standing(row: StandingExportRow) -> StandingExport:
    return StandingExport(
        id=row.id,
        name=row.name,
        format=ExportFormat(row.format),
        period=Period(row.period),
        folder=row.folder,
        reason=row.reason,
        expires_on=row.expires_on,
        made_by=row.made_by,
        made_at=row.made_at,
        ended_at=row.ended_at,
    )
