"""Completions of scenarios: the one thing that crosses from training to the live data."""

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from signpost.domain.rehearsal import Completion
from signpost.storage.tables import CompletionRow


class CompletionStore:
    """The completions of this practice; only ever added to."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def add(self, completion: Completion, completion_id: str, trainer_id: str | None) -> None:
        """Add a completion; `trainer_id` None: nobody could prove to be a trainer yet."""
        self._session.execute(
            insert(CompletionRow).values(
                practice_id=self._practice_id,
                id=completion_id,
                person_id=completion.person_id,
                scenario_id=completion.scenario_id,
                scenario_version=completion.scenario_version,
                completed_at=completion.completed_at,
                musts_met=completion.musts_met,
                trainer_id=trainer_id,
            )
        )

    def all(self) -> tuple[Completion, ...]:
        """All completions, oldest first."""
        rows = self._session.scalars(
            select(CompletionRow)
            .where(CompletionRow.practice_id == self._practice_id)
            .order_by(CompletionRow.completed_at, CompletionRow.id)
        )
        return tuple(
            Completion(
                row.person_id,
                row.scenario_id,
                row.scenario_version,
                row.completed_at,
                row.musts_met,
            )
            for row in rows
        )
