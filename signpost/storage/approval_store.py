"""Judgements about content, and the wordings that were approved."""

from collections.abc import Iterable

from sqlalchemy import insert, select, tuple_
from sqlalchemy.orm import Session

from signpost.domain.approval import ItemKind, ItemState, Judgement
from signpost.storage.tables import ApprovedWordingRow, JudgementRow


class ApprovalStore:
    """What this practice decided about its content; only ever added to."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def add(self, judgement: Judgement, judgement_id: str) -> None:
        """Add a judgement."""
        self._session.execute(
            insert(JudgementRow).values(
                practice_id=self._practice_id,
                id=judgement_id,
                kind=judgement.kind.value,
                item_id=judgement.item_id,
                hash=judgement.hash,
                state=judgement.state.value,
                made_by=judgement.made_by,
                made_at=judgement.made_at,
                note=judgement.note,
            )
        )

    def keep_wording(self, kind: ItemKind, item_id: str, digest: str, wording: bytes) -> None:
        """Keep exactly what was approved."""
        key = (self._practice_id, kind.value, item_id, digest)
        if self._session.get(ApprovedWordingRow, key) is None:
            self._session.execute(
                insert(ApprovedWordingRow).values(
                    practice_id=self._practice_id,
                    kind=kind.value,
                    item_id=item_id,
                    hash=digest,
                    wording=wording.decode(),
                )
            )

    def judgements(self, kind: ItemKind | None = None) -> tuple[Judgement, ...]:
        """All judgements, or those about one kind of item, oldest first."""
        asked = select(JudgementRow).where(JudgementRow.practice_id == self._practice_id)
        if kind is not None:
            asked = asked.where(JudgementRow.kind == kind.value)
        rows = self._session.scalars(asked.order_by(JudgementRow.made_at, JudgementRow.id))
        return tuple(
            Judgement(
                ItemKind(row.kind),
                row.item_id,
                row.hash,
                ItemState(row.state),
                row.made_by,
                row.made_at,
                row.note,
            )
            for row in rows
        )

    def wordings(self, kind: ItemKind, keys: Iterable[tuple[str, str]]) -> dict[str, bytes]:
        """Approved wordings by item id; `keys` are item ids with the hashes wanted."""
        rows = self._session.scalars(
            select(ApprovedWordingRow).where(
                ApprovedWordingRow.practice_id == self._practice_id,
                ApprovedWordingRow.kind == kind.value,
                tuple_(ApprovedWordingRow.item_id, ApprovedWordingRow.hash).in_(list(keys)),
            )
        )
        return {row.item_id: row.wording.encode() for row in rows}
