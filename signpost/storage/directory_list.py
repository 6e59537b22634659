"""Lists of a directory's services for the people who keep it true: filtered, counted, page by
page.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    case,
    cast,
    exists,
    func,
    literal_column,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import Session

from signpost.domain.directory_change import ReportState
from signpost.domain.directory_listing import Listed, ListedEntry, Wanted
from signpost.domain.service import Status
from signpost.domain.service_kind import ServiceKind
from signpost.storage.directory_models import EntryReportRow
from signpost.storage.directory_store import SERVICES, DirectoryStore, live_at

MOST_NAMED = 500
_S = SERVICES.c
_BY_NAME = func.lower(_S.name)
_RULES_DUE = {
    "sqlite": "(SELECT min(json_extract(rule.value, '$.review_date'))"
    " FROM json_each(service.eligibility) AS rule)",
    "postgresql": "(SELECT min(rule.value ->> 'review_date')"
    " FROM json_array_elements(service.eligibility) AS rule(value))",
}
"""The earliest review date among a service's entry rules, which are JSON: each database has its own
words for looking into it.
"""


class DirectoryList:
    """One practice's services in the order of their names. `today` tells what is due."""

    def __init__(self, session: Session, practice_id: str, today: date) -> None:
        self._session = session
        self._practice_id = practice_id
        self._today = today
        generation = DirectoryStore(session, practice_id).generation()
        self._live = live_at(SERVICES, practice_id, generation)
        dialect = session.get_bind().dialect.name
        self._rules_due: ColumnElement[str] = literal_column(_RULES_DUE[dialect], String)

    def page(self, wanted: Wanted, after: str = "", limit: int = 100) -> tuple[ListedEntry, ...]:
        """Entries that are wanted, from the first on, or those after the entry with this id."""
        asked = (
            select(
                *(_S[name] for name in _SHOWN),
                self._rules_due.label("rules_due"),
                self._is(Listed.UNFILLED).label("is_unfilled"),
                self._is(Listed.UNCONFIRMED).label("is_unconfirmed"),
                self._is(Listed.REPORTED).label("is_reported"),
            )
            .where(self._live, *self._conditions(wanted))
            .order_by(_BY_NAME, _S.id)
            .limit(limit)
        )
        if after:
            name = select(_BY_NAME).where(self._live, _S.id == after).scalar_subquery()
            asked = asked.where(tuple_(_BY_NAME, _S.id) > tuple_(name, after))
        return tuple(_entry(row) for row in self._session.execute(asked))

    def counts(self) -> dict[Listed, int]:
        """How many entries each list holds."""
        numbers = [
            func.coalesce(func.sum(case((self._is(listed), 1), else_=0)), 0) for listed in Listed
        ]
        row = self._session.execute(select(*numbers).where(self._live)).one()
        return dict(zip(Listed, row, strict=True))

    def kinds(self) -> dict[ServiceKind, int]:
        """The kinds that there are services of, with how many, most first."""
        number = func.count()
        rows = self._session.execute(
            select(_S.kind, number).where(self._live).group_by(_S.kind).order_by(number.desc())
        )
        return {ServiceKind(kind): many for kind, many in rows}

    def priorities(self) -> dict[ServiceKind, int]:
        """The practice's priority of each kind: the highest that a service of it has."""
        rows = self._session.execute(
            select(_S.kind, func.max(_S.practice_priority)).where(self._live).group_by(_S.kind)
        )
        return {ServiceKind(kind): priority for kind, priority in rows}

    def named(self, kinds: Collection[ServiceKind]) -> tuple[tuple[str, str], ...]:
        """Id and name of the services of these kinds, or (none named) of all; by name."""
        of_kinds = [_S.kind.in_([kind.value for kind in kinds])] if kinds else []
        rows = self._session.execute(
            select(_S.id, _S.name)
            .where(self._live, _S.status != Status.CLOSED.value, *of_kinds)
            .order_by(_BY_NAME)
            .limit(MOST_NAMED)
        )
        return tuple((row.id, row.name) for row in rows)

    def feeds(self) -> tuple[str, ...]:
        """Where entries come from; empty: from here."""
        rows = self._session.execute(select(_S.feed).where(self._live).distinct().order_by(_S.feed))
        return tuple(row.feed for row in rows)

    def _conditions(self, wanted: Wanted) -> list[ColumnElement[bool]]:
        conditions = [self._is(wanted.listed), *(_says(word) for word in wanted.words.split())]
        if wanted.kind is not None:
            conditions.append(_S.kind == wanted.kind.value)
        if wanted.feed is not None:
            conditions.append(_S.feed == wanted.feed)
        return conditions

    def _is(self, listed: Listed) -> ColumnElement[bool]:
        unfilled = and_(_S.is_local.is_(True), _S.is_filled.is_(False))
        not_closed = _S.status != Status.CLOSED.value
        conditions: Mapping[Listed, ColumnElement[bool]] = {
            Listed.ALL: _S.practice_id == self._practice_id,
            Listed.DUE: and_(
                not_closed,
                ~unfilled,
                or_(
                    _S.review_date < self._today,
                    self._rules_due < self._today.isoformat(),
                ),
            ),
            Listed.REPORTED: exists().where(
                EntryReportRow.practice_id == self._practice_id,
                EntryReportRow.service_id == _S.id,
                EntryReportRow.state == ReportState.OPEN.value,
            ),
            Listed.UNFILLED: and_(not_closed, unfilled),
            Listed.UNCONFIRMED: and_(not_closed, _S.phone_unconfirmed != ""),
            Listed.PAUSED: _S.status == Status.PAUSED.value,
            Listed.CLOSED: _S.status == Status.CLOSED.value,
        }
        return conditions[listed]


_SHOWN = (
    "id",
    "name",
    "kind",
    "organization",
    "status",
    "paused_until",
    "assured_date",
    "assured_by",
    "review_date",
)


def _says(word: str) -> ColumnElement[bool]:
    """Whether name, other names, organization or id have this part of a word."""
    part = word.lower()
    return or_(
        _BY_NAME.contains(part, autoescape=True),
        func.lower(_S.organization).contains(part, autoescape=True),
        func.lower(cast(_S.alternate_name, String)).contains(part, autoescape=True),
        func.lower(_S.id) == part,
    )


def _entry(row: Any) -> ListedEntry:
    rules_due = date.fromisoformat(row.rules_due) if row.rules_due else None
    due = [day for day in (row.review_date, rules_due) if day is not None]
    return ListedEntry(
        row.id,
        row.name,
        ServiceKind(row.kind),
        row.organization,
        Status(row.status),
        row.paused_until,
        row.assured_date,
        row.assured_by,
        min(due, default=None),
        bool(row.is_unfilled),
        bool(row.is_unconfirmed),
        bool(row.is_reported),
    )
