"""The audit log in the database: added to in the transaction of the deed it tells of, read in
order, never changed.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from signpost.domain.audit import AuditEntry, AuditEvent, next_entry
from signpost.storage.tables import AuditRow

ROWS_AT_A_TIME = 500


class AuditStore:
    """The audit log of this practice."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def add(
        self, at: datetime, who: str | None, event: AuditEvent, details: Mapping[str, str]
    ) -> None:
        """Add an entry; `who` None is the program itself. Two cannot follow the same one: the
        writing transaction has waited for its turn.
        """
        entry = next_entry(self.last(), at, who or "", event, details)
        self._session.execute(
            insert(AuditRow).values(
                practice_id=self._practice_id,
                number=entry.number,
                at=entry.at,
                who=entry.who,
                event=entry.event.value,
                details=dict(entry.details),
                chained_to=entry.chained_to,
                hash=entry.hash,
            )
        )

    def last(self) -> AuditEntry | None:
        """The newest entry; None when there is none."""
        row = self._session.scalars(
            select(AuditRow)
            .where(AuditRow.practice_id == self._practice_id)
            .order_by(AuditRow.number.desc())
            .limit(1)
        ).first()
        return _entry(row) if row else None

    def newest(self, event: AuditEvent, most: int) -> tuple[AuditEntry, ...]:
        """The newest entries of one event."""
        rows = self._session.scalars(
            select(AuditRow)
            .where(AuditRow.practice_id == self._practice_id, AuditRow.event == event.value)
            .order_by(AuditRow.number.desc())
            .limit(most)
        )
        return tuple(map(_entry, rows))

    def entries(self, after: int = 0) -> Iterator[AuditEntry]:
        """All entries in the order of their numbers, those after a number."""
        while True:
            rows = self._session.scalars(
                select(AuditRow)
                .where(AuditRow.practice_id == self._practice_id, AuditRow.number > after)
                .order_by(AuditRow.number)
                .limit(ROWS_AT_A_TIME)
            ).all()
            if not rows:
                return
            yield from map(_entry, rows)
            after = rows[-1].number
            self._session.expunge_all()


def _entry(row: AuditRow) -> AuditEntry:
    return AuditEntry(
        row.number,
        row.at,
        row.who,
        AuditEvent(row.event),
        row.details,
        row.chained_to,
        row.hash,
    )
