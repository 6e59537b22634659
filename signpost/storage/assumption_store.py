"""What the practice assumes an accepted signpost frees of a GP's time."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session as DbSession

from signpost.domain.figures.gp_time import TimeAssumption
from signpost.storage.statistics_models import TimeAssumptionRow


class AssumptionStore:
    """The assumptions of this practice; none until it makes some."""

    def __init__(self, session: DbSession, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id
        self._mine = TimeAssumptionRow.practice_id == practice_id

    def all(self) -> tuple[TimeAssumption, ...]:
        """Every assumption, in the order of the kinds."""
        rows = self._session.scalars(
            select(TimeAssumptionRow).where(self._mine).order_by(TimeAssumptionRow.kind)
        )
        return tuple(TimeAssumption(row.kind, row.minutes, row.source) for row in rows)

    def replace(self, assumptions: Iterable[TimeAssumption], set_by: str, now: datetime) -> None:
        """These and no others."""
        self._session.execute(delete(TimeAssumptionRow).where(self._mine))
        rows = [
            {
                "practice_id": self._practice_id,
                "kind": one.kind,
                "minutes": one.minutes,
                "source": one.source,
                "set_by": set_by,
                "set_at": now,
            }
            for one in assumptions
        ]
        if rows:
            self._session.execute(insert(TimeAssumptionRow), rows)
