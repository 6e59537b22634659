"""The clinical lead answers for the content: each item is shown, then approved at exactly that
wording.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from signpost.domain.approval import (
    OUT_OF_USE,
    ItemKind,
    ItemState,
    Judgement,
    Standing,
    Wording,
    standing,
)
from signpost.domain.audit import AuditEvent
from signpost.domain.permission import Deed
from signpost.domain.record_id import new_id
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.prove_who import Proof, allowed

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

_NEEDS_REASON = frozenset({ItemState.CHANGES_REQUIRED, *OUT_OF_USE})
_DEED = {
    ItemState.IN_REVIEW: Deed.EDIT_CONTENT,
    ItemState.CHANGES_REQUIRED: Deed.APPROVE_CONTENT,
    ItemState.SWITCHED_OFF: Deed.APPROVE_CONTENT,
    ItemState.WITHDRAWN: Deed.WITHDRAW_CONTENT,
}
_EVENT = {
    ItemState.IN_REVIEW: AuditEvent.CONTENT_CHANGED,
    ItemState.CHANGES_REQUIRED: AuditEvent.CONTENT_CHANGED,
    ItemState.APPROVED: AuditEvent.APPROVED,
    ItemState.SWITCHED_OFF: AuditEvent.WITHDRAWN,
    ItemState.WITHDRAWN: AuditEvent.WITHDRAWN,
}


@dataclass(frozen=True)
class Shown:
    """An item that a screen has shown in full to the person: the only thing that can be approved.

    Made by `ApproveContent.show` and by nothing else.
    """

    wording: Wording
    content: bytes = field(repr=False)
    shown_to: str
    shown_at: datetime


@dataclass(frozen=True)
class InUse:
    """What a live call may use. `approved` holds approved wordings of protocols by id; `off` are
    protocols that were switched off or withdrawn.
    """

    approved: Mapping[str, bytes]
    off: frozenset[str]


class ApproveContent:
    """Judgements about content. There is no way to approve more than one item at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def standings(self, wordings: Iterable[Wording]) -> tuple[Standing, ...]:
        """How each item stands, in their order."""
        with self._database.reading() as stores:
            judgements = stores.approvals.judgements()
        by_item: dict[tuple[ItemKind, str], list[Judgement]] = {}
        for each in judgements:
            by_item.setdefault((each.kind, each.item_id), []).append(each)
        return tuple(
            standing(wording, by_item.get((wording.kind, wording.item_id), ()))
            for wording in wordings
        )

    def show(self, proof: Proof | None, wording: Wording, content: bytes, now: datetime) -> Shown:
        """Say that a screen shows this item in full now, to the person of the proof."""
        return Shown(wording, content, proof.person.id if proof else "", now)

    def approve(self, proof: Proof | None, shown: Shown, now: datetime, note: str = "") -> None:
        """Approve the item that was shown, at exactly that wording.

        Raises UserMistake when it was shown to somebody else, and NotAllowedError.
        """
        with self._database.transaction() as stores:
            lead = allowed(stores, proof, Deed.APPROVE_CONTENT, now)
            if lead is not None and lead.id != shown.shown_to:
                raise UserMistake("item", "Read the item yourself first: it was shown to another.")
            wording = shown.wording
            stores.approvals.keep_wording(
                wording.kind, wording.item_id, wording.hash, shown.content
            )
            who = lead.id if lead else None
            _add(stores, _judgement(wording, ItemState.APPROVED, who, now, note))

    def judge(
        self, proof: Proof | None, wording: Wording, state: ItemState, now: datetime, note: str
    ) -> None:
        """Send to review, require changes, switch off or withdraw. Raises UserMistake for a missing
        reason, and for APPROVED, which only `approve` gives; NotAllowedError.
        """
        if state not in _DEED:
            raise UserMistake("state", "Open the item and read it to approve it.")
        if state in _NEEDS_REASON and not note.strip():
            raise UserMistake("note", "Write why, so that others know.")
        with self._database.transaction() as stores:
            person = allowed(stores, proof, _DEED[state], now)
            who = person.id if person else None
            _add(stores, _judgement(wording, state, who, now, note.strip()))

    def in_use(self, wordings: Iterable[Wording]) -> InUse:
        """What a live call may use now."""
        protocols = self.standings(w for w in wordings if w.kind is ItemKind.PROTOCOL)
        keys = [(each.wording.item_id, each.in_use) for each in protocols if each.in_use]
        with self._database.reading() as stores:
            approved = stores.approvals.wordings(ItemKind.PROTOCOL, keys) if keys else {}
        off = frozenset(each.wording.item_id for each in protocols if each.state in OUT_OF_USE)
        return InUse(approved, off)


def _judgement(
    wording: Wording, state: ItemState, who: str | None, now: datetime, note: str
) -> Judgement:
    return Judgement(wording.kind, wording.item_id, wording.hash, state, who, now, note)


def _add(stores: "Stores", judgement: Judgement) -> None:
    stores.approvals.add(judgement, new_id(judgement.made_at))
    details = {
        "item": f"{judgement.kind} {judgement.item_id}",
        "hash": judgement.hash,
        "state": judgement.state.value,
    }
    event = _EVENT[judgement.state]
    stores.audit.add(judgement.made_at, judgement.made_by, event, details)
