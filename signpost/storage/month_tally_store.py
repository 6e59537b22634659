"""Months that are over, counted once and kept until one of their records changes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session as DbSession

from signpost.domain.figures.period import Period
from signpost.domain.figures.tally import Measure, Tally
from signpost.domain.record_id import new_id
from signpost.storage.statistics_models import MonthTallyRow

LAYOUT = 1
"""How a kept tally is written; one of another layout is counted anew."""

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class MonthTallyStore:
    """The kept tallies of this practice."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id
        self._mine = MonthTallyRow.practice_id == practice_id

    def of(self, period: Period) -> dict[date, Tally]:
        """The kept tallies of the months that begin in these days, by their first day."""
        rows = self._session.execute(
            select(MonthTallyRow.month, MonthTallyRow.tally).where(
                self._mine,
                MonthTallyRow.month.between(period.first, period.last),
                MonthTallyRow.tally.is_not(None),
            )
        )
        return {row.month: _read(row.tally) for row in rows if row.tally["layout"] == LAYOUT}

    def renew(self, month: date, now: datetime) -> str:
        """What is kept of a month does not hold any more: it is going to be counted, or one of its
        records changes in this transaction. Returns the token with which a count may be kept.

        A row is written in either case, so that of two who do so at once one waits for the other.
        """
        token = new_id(now)
        dialect = self._session.get_bind().dialect.name
        values = {"practice_id": self._practice_id, "month": month, "token": token, "tally": None}
        self._session.execute(
            _INSERT[dialect](MonthTallyRow)
            .values(values)
            .on_conflict_do_update(
                index_elements=["practice_id", "month"], set_={"token": token, "tally": None}
            )
        )
        return token

    def keep(self, month: date, token: str, tally: Tally) -> None:
        """Keep a month's tally, unless it was renewed since."""
        self._session.execute(
            update(MonthTallyRow)
            .where(self._mine, MonthTallyRow.month == month, MonthTallyRow.token == token)
            .values(tally=_written(tally))
        )

    def record_changes(self, day: date, now: datetime) -> None:
        """A record of this day is added or changed now. Only months that are over are ever kept."""
        if (day.year, day.month) != (now.year, now.month):
            self.renew(day.replace(day=1), now)


def _written(tally: Tally) -> dict[str, Any]:
    return {
        "layout": LAYOUT,
        "seconds": tally.seconds,
        "names": dict(tally.names),
        "counts": {
            measure.value: [[*key, count] for key, count in counts.items()]
            for measure, counts in tally.counts.items()
        },
    }


def _read(written: dict[str, Any]) -> Tally:
    return Tally(
        {
            Measure(measure): {tuple(row[:-1]): row[-1] for row in rows}
            for measure, rows in written["counts"].items()
        },
        written["seconds"],
        written["names"],
    )
