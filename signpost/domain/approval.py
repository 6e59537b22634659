"""Approval of content: who approved exactly which wording, and what that leaves in use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DUE_AFTER = timedelta(days=365)
"""How long an approval holds until the item is due to be looked at again; a practice may change
it."""

BANNER_FROM = 5
"""From so many waiting items on, everybody is told."""


class ItemKind(StrEnum):
    """What needs approval; services carry an assured date instead."""

    PROTOCOL = "protocol"
    TOPIC = "topic"
    SCENARIO = "scenario"
    PRINTED = "printed"


class ItemState(StrEnum):
    """Where an item stands at the wording it has now."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    CHANGES_REQUIRED = "changes_required"
    SWITCHED_OFF = "switched_off"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """In words."""
        return self.value.replace("_", " ").capitalize()


OUT_OF_USE = frozenset({ItemState.SWITCHED_OFF, ItemState.WITHDRAWN})


@dataclass(frozen=True)
class Wording:
    """An item as it is worded now. `hash` is over exactly what staff will see, and for a protocol
    over its triggers and every concept that they use.
    """

    kind: ItemKind
    item_id: str
    title: str
    hash: str


@dataclass(frozen=True)
class Judgement:
    """What somebody decided about an item at one wording; only ever added to.

    `made_by` None is the program itself, which never approves.
    """

    kind: ItemKind
    item_id: str
    hash: str
    state: ItemState
    made_by: str | None
    made_at: datetime
    note: str = ""


@dataclass(frozen=True)
class Standing:
    """How an item stands. `state` is that of its present wording.

    `in_use` is the hash of the wording that a live call uses: the present one or the last that was
    approved; empty while none is. `due_at` None: nothing approved that could fall due.
    """

    wording: Wording
    state: ItemState
    in_use: str
    due_at: datetime | None
    last: Judgement | None

    @property
    def is_current(self) -> bool:
        """Whether the present wording is the one in use."""
        return self.in_use == self.wording.hash

    @property
    def waits(self) -> bool:
        """Whether somebody has to look at it: it is neither approved nor switched off."""
        return self.state not in {ItemState.APPROVED, ItemState.SWITCHED_OFF}

    def is_due(self, now: datetime) -> bool:
        """Whether its yearly look is due."""
        return self.due_at is not None and now >= self.due_at


def standing(
    wording: Wording, judgements: Sequence[Judgement], due_after: timedelta = DUE_AFTER
) -> Standing:
    """How an item stands after all judgements about it, oldest first.

    An edit, an import or a new release changes the hash: the present wording is then a draft again,
    and the last approved one stays in use. Taken out of use, it stays so at any wording until it is
    approved again.
    """
    own = [each for each in judgements if (each.kind, each.item_id) == _key(wording)]
    if not own:
        return Standing(wording, ItemState.DRAFT, "", None, None)
    last = own[-1]
    of_use = [each for each in own if each.state in {ItemState.APPROVED, *OUT_OF_USE}]
    out = of_use and of_use[-1].state in OUT_OF_USE
    here = [each for each in own if each.hash == wording.hash]
    if out:
        return Standing(wording, of_use[-1].state, "", None, last)
    state = here[-1].state if here else ItemState.DRAFT
    approved = of_use[-1] if of_use else None
    return Standing(
        wording,
        state,
        approved.hash if approved else "",
        approved.made_at + due_after if approved else None,
        last,
    )


def _key(wording: Wording) -> tuple[ItemKind, str]:
    return wording.kind, wording.item_id
