"""Records of calls: inserting one exactly once, reading them back, and revising without losing
anything.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, Table, and_, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as DbSession

from signpost.domain.signpost import RecordMode, Referral, Revision, Signpost
from signpost.errors import UserMistake
from signpost.storage.month_tally_store import MonthTallyStore
from signpost.storage.signpost_rows import (
    PromptColumns,
    as_json,
    correctable_values,
    prompt_values,
    signpost_of,
    signpost_values,
)
from signpost.storage.tables import PromptRow, RevisionRow, SignpostRow

# As tables: what is read and written are columns; mapped objects would cost five times as much.
_RECORDS = cast(Table, SignpostRow.__table__)
_SHOWN = cast(Table, PromptRow.__table__)
_REVISIONS = cast(Table, RevisionRow.__table__)
ROWS_AT_A_TIME = 200


@dataclass(frozen=True)
class Insertion:
    """What became of an insert: stored, or there already under this id, or (neither) its call
    number was taken.
    """

    stored: bool
    was_there: bool


class SignpostStore:
    """The records of this practice."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id
        self._mine = SignpostRow.practice_id == practice_id
        self._months = MonthTallyStore(session, practice_id)

    def insert(self, signpost: Signpost) -> Insertion:
        """Add a record with its prompts, unless it is there already."""
        try:
            with self._session.begin_nested():
                self._session.execute(
                    insert(_RECORDS),
                    {"practice_id": self._practice_id, **signpost_values(signpost)},
                )
                shown = prompt_values(signpost)
                if shown:
                    rows = [{"practice_id": self._practice_id, **row} for row in shown]
                    self._session.execute(insert(_SHOWN), rows)
                self._months.record_changes(signpost.event_date, signpost.entered_at)
        except IntegrityError:
            if self.recorded_ids([signpost.id]):
                return Insertion(stored=False, was_there=True)
            if self.is_number_taken(signpost.call_number):
                return Insertion(stored=False, was_there=False)
            raise
        return Insertion(stored=True, was_there=False)

    def one(self, signpost_id: str) -> Signpost:
        """A record by its id. Raises UserMistake when there is none."""
        found = list(self._built(select(_RECORDS).where(self._mine, SignpostRow.id == signpost_id)))
        if not found:
            raise UserMistake("signpost", "This record is not in the database of this PC.")
        return found[0]

    def recorded_ids(self, ids: Iterable[str]) -> frozenset[str]:
        """Which of these ids are records."""
        wanted = list(ids)
        if not wanted:
            return frozenset()
        query = select(SignpostRow.id).where(self._mine, SignpostRow.id.in_(wanted))
        return frozenset(self._session.scalars(query))

    def count(self) -> int:
        """How many records there are."""
        return self._count()

    def is_number_taken(self, call_number: str) -> bool:
        """Whether a standing record has this call number."""
        return bool(
            self._count(SignpostRow.call_number == call_number, SignpostRow.voided_at.is_(None))
        )

    def count_unsent(self) -> int:
        """How many standing records have a referral to send."""
        return self._count(_UNSENT)

    def of_day_or_unsent(self, day: date) -> tuple[Signpost, ...]:
        """The records of a day, and those of any day with a referral to send; newest first."""
        query = select(_RECORDS).where(self._mine, or_(SignpostRow.event_date == day, _UNSENT))
        return tuple(
            self._built(query.order_by(SignpostRow.started_at.desc(), SignpostRow.id.desc()))
        )

    def between(self, first: date, last: date, *, include_rehearsal: bool) -> Iterator[Signpost]:
        """The records of these days in the order of the calls, read a few at a time."""
        query = select(_RECORDS).where(self._mine, _between(first, last))
        if not include_rehearsal:
            query = query.where(SignpostRow.record_mode == RecordMode.LIVE.value)
        return self._built(query.order_by(SignpostRow.started_at, SignpostRow.id))

    def correct(
        self, before: Signpost, after: Signpost, made_by: str, reason: str, now: datetime
    ) -> None:
        """Append a revision with the changed fields, and bring the record to its new state."""
        was, becomes = correctable_values(before), correctable_values(after)
        changed = [name for name in was if was[name] != becomes[name] and name != "revision_id"]
        self._revise(
            before.id,
            id=after.revision_id,
            kind="correction",
            made_by=made_by,
            made_at=now,
            reason=reason,
            before=as_json({name: was[name] for name in changed}),
            after=as_json({name: becomes[name] for name in changed}),
        )
        self._change(before, now, **becomes)

    def void(
        self, standing: Signpost, revision_id: str, made_by: str, reason: str, now: datetime
    ) -> None:
        """Mark a record void; it stays."""
        self._revise(
            standing.id,
            id=revision_id,
            kind="void",
            made_by=made_by,
            made_at=now,
            reason=reason,
            before={"voided_at": None},
            after={"voided_at": now.isoformat()},
        )
        self._change(standing, now, voided_at=now, void_reason=reason)

    def mark_referral_sent(self, signpost: Signpost, sent_by: str, now: datetime) -> None:
        """The referral has gone."""
        self._change(
            signpost,
            now,
            referral=Referral.SENT.value,
            referral_sent_at=now,
            referral_sent_by=sent_by,
        )

    def revisions(self, signpost_id: str) -> tuple[Revision, ...]:
        """Corrections and voids of a record, oldest first."""
        rows = self._session.scalars(
            select(RevisionRow)
            .where(
                RevisionRow.practice_id == self._practice_id, RevisionRow.signpost_id == signpost_id
            )
            .order_by(RevisionRow.made_at, RevisionRow.id)
        )
        return tuple(
            Revision(
                row.id, row.signpost_id, row.made_by, row.made_at, row.reason, row.before, row.after
            )
            for row in rows
        )

    def _count(self, *conditions: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(SignpostRow).where(self._mine, *conditions)
        return self._session.scalar(query) or 0

    def _built(self, query: Select[Any]) -> Iterator[Signpost]:
        batches = self._session.execute(query.execution_options(yield_per=ROWS_AT_A_TIME))
        for batch in batches.partitions():
            shown = self._shown([row.id for row in batch])
            for row in batch:
                yield signpost_of(row, shown.get(row.id, ()))

    def _shown(self, ids: Sequence[str]) -> dict[str, list[PromptColumns]]:
        query = select(_SHOWN).where(
            PromptRow.practice_id == self._practice_id, PromptRow.signpost_id.in_(ids)
        )
        shown: dict[str, list[PromptColumns]] = {}
        for row in self._session.execute(query.order_by(PromptRow.signpost_id, PromptRow.position)):
            shown.setdefault(row.signpost_id, []).append(row)
        return shown

    def _revise(self, signpost_id: str, **values: Any) -> None:
        self._session.execute(
            insert(_REVISIONS),
            {"practice_id": self._practice_id, "signpost_id": signpost_id, **values},
        )

    def _change(self, signpost: Signpost, now: datetime, **values: Any) -> None:
        self._session.execute(
            update(SignpostRow)
            .where(self._mine, SignpostRow.id == signpost.id)
            .values(**values)
            .execution_options(synchronize_session=False)
        )
        self._months.record_changes(signpost.event_date, now)


_UNSENT = and_(SignpostRow.referral == Referral.TO_SEND.value, SignpostRow.voided_at.is_(None))


def _between(first: date, last: date) -> ColumnElement[bool]:
    return SignpostRow.event_date.between(first, last)
