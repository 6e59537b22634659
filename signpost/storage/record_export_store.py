"""Reads records for exports: many, in batches, as plain values and never as objects."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, String, Table, Text, and_, func, literal, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session as DbSession

from signpost.domain.record_field import ITEM, PART, REVISION_FIELDS, SHOWN_FIELDS, RecordField
from signpost.domain.selection import Selection
from signpost.domain.signpost import RecordMode
from signpost.storage.plain_values import AsKept, as_read
from signpost.storage.tables import PromptRow, RevisionRow, SignpostRow

_RECORD = cast(Table, SignpostRow.__table__).c
_SHOWN = cast(Table, PromptRow.__table__).c
_REVISION = cast(Table, RevisionRow.__table__).c
# A plain string: our own type of text would clean this sign away.
_BETWEEN_PARTS = literal(PART, String())
ROWS_AT_A_TIME = 200
"""Few, so that a save on another thread never waits long for the interpreter."""


class RecordExportStore:
    """The records of this practice, to be read by the hundred thousand."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._mine = _RECORD.practice_id == practice_id

    def count(self, selection: Selection) -> int:
        """How many records are selected, voided ones included."""
        query = select(func.count()).where(*self._chosen(selection))
        return self._session.scalar(query) or 0

    def count_rehearsal(self, first: date, last: date) -> int:
        """How many records of these days are rehearsal."""
        query = select(func.count()).where(
            self._mine,
            _RECORD.event_date.between(first, last),
            _RECORD.record_mode == RecordMode.REHEARSAL.value,
        )
        return self._session.scalar(query) or 0

    def batches(
        self, selection: Selection, fields: Sequence[RecordField], *, with_voided: bool
    ) -> Iterator[Sequence[Sequence[object]]]:
        """These fields of the selected records in the order of the calls, to the minute; those of
        one minute in the order in which they were saved. Some rows at a time.
        """
        query = select(*(_field(name) for name in fields)).where(*self._chosen(selection))
        if not with_voided:
            query = query.where(_RECORD.voided_at.is_(None))
        return self._parts(query.order_by(*_IN_ORDER))

    def patients(self, selection: Selection) -> Iterator[tuple[str, str | None]]:
        """Each patient reference once, with the sex recorded with it; the last by letter, where
        records differ.
        """
        query = (
            select(_RECORD.patient_ref, func.max(_RECORD.sex))
            .where(*self._chosen(selection), _RECORD.patient_ref.is_not(None))
            .group_by(_RECORD.patient_ref)
            .order_by(_RECORD.patient_ref)
        )
        for batch in self._parts(query):
            for reference, sex in batch:
                yield str(reference), cast(str | None, sex)

    def shown(self, selection: Selection) -> Iterator[Sequence[object]]:
        """`SHOWN_FIELDS` of the prompts and check lines of the selected records."""
        yield from self._beside(_SHOWN, SHOWN_FIELDS, selection, _SHOWN.position)

    def revisions(self, selection: Selection) -> Iterator[Sequence[object]]:
        """`REVISION_FIELDS` of the corrections and voids of the selected records."""
        then_by = (_REVISION.made_at, _REVISION.id)
        yield from self._beside(_REVISION, REVISION_FIELDS, selection, *then_by)

    def _beside(
        self,
        table: Any,
        fields: Sequence[str],
        selection: Selection,
        *then_by: ColumnElement[Any],
    ) -> Iterator[Sequence[object]]:
        """Fields of a table whose rows belong to the selected records."""
        belongs = and_(table.practice_id == _RECORD.practice_id, table.signpost_id == _RECORD.id)
        query = (
            select(*(as_read(table[name]) for name in fields))
            .where(belongs, *self._chosen(selection))
            .order_by(*_IN_ORDER, *then_by)
        )
        for batch in self._parts(query):
            yield from batch

    def _chosen(self, selection: Selection) -> Iterator[ColumnElement[bool]]:
        yield self._mine
        yield _RECORD.event_date.between(selection.first, selection.last)
        if not selection.include_rehearsal:
            yield _RECORD.record_mode == RecordMode.LIVE.value
        if selection.outcomes:
            yield _RECORD.outcome.in_(sorted(selection.outcomes))
        if selection.kinds:
            yield _RECORD.service_kind.in_(sorted(selection.kinds))

    def _parts(self, query: Select[Any]) -> Iterator[Sequence[Sequence[object]]]:
        found = self._session.execute(query.execution_options(yield_per=ROWS_AT_A_TIME))
        return cast(Iterator[Sequence[Sequence[object]]], found.partitions())


# As the index has them: to sort further takes a quarter of the whole time.
_IN_ORDER = (_RECORD.event_date, _RECORD.event_time, AsKept(_RECORD.id))


def _field(name: RecordField) -> ColumnElement[Any]:
    if name is RecordField.PROMPTS:
        return _prompts()
    if name is RecordField.EVENT:
        return _joined(
            _RECORD.record_mode,
            _RECORD.referral,
            _RECORD.outcome,
            func.coalesce(_RECORD.service_id, ""),
            _RECORD.service_kind,
            _RECORD.service_how_to_access,
        )
    return as_read(_RECORD[name.value])


def _prompts() -> ColumnElement[Any]:
    """The parts of `PROMPT_PARTS`, of each prompt in the order shown."""
    item = _joined(
        _SHOWN.protocol_id,
        sql_cast(_SHOWN.version, Text()),
        _SHOWN.row_id,
        func.coalesce(_SHOWN.action, ""),
        func.coalesce(as_read(_SHOWN.acted_at), ""),
        _SHOWN.clinician,
    )
    in_order = (
        select(item.label("item"))
        .where(
            _SHOWN.practice_id == _RECORD.practice_id,
            _SHOWN.signpost_id == _RECORD.id,
            _SHOWN.kind == "prompt",
        )
        .order_by(_SHOWN.position)
        .correlate(SignpostRow.__table__)
        .subquery()
    )
    return select(func.aggregate_strings(in_order.c.item, ITEM)).scalar_subquery()


def _joined(*parts: ColumnElement[Any]) -> ColumnElement[Any]:
    joined = parts[0]
    for part in parts[1:]:
        joined = joined.concat(_BETWEEN_PARTS).concat(part)
    return joined
