"""Approval is bound to exactly one wording; nothing approves itself."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.approval import (
    DUE_AFTER,
    ItemKind,
    ItemState,
    Judgement,
    Wording,
    standing,
)

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
OLD, NEW = "a" * 64, "b" * 64
ITEM = Wording(ItemKind.PROTOCOL, "RF02", "Chest pain", NEW)


def judged(state: ItemState, of: str = NEW, days: int = 0) -> Judgement:
    return Judgement(
        ItemKind.PROTOCOL, "RF02", of, state, "lead", NOW + timedelta(days=days), "because"
    )


def test_what_nobody_judged_is_a_draft_and_not_in_use() -> None:
    found = standing(ITEM, [])
    assert (found.state, found.in_use, found.waits) == (ItemState.DRAFT, "", True)


def test_an_edit_unapproves_and_leaves_the_last_approved_wording_in_use() -> None:
    found = standing(ITEM, [judged(ItemState.APPROVED, OLD)])
    assert (found.state, found.in_use, found.is_current) == (ItemState.DRAFT, OLD, False)
    again = standing(ITEM, [judged(ItemState.APPROVED, OLD), judged(ItemState.APPROVED)])
    assert (again.state, again.in_use, again.waits) == (ItemState.APPROVED, NEW, False)


def test_changes_required_of_a_new_wording_keep_the_old_one_in_use() -> None:
    history = [judged(ItemState.APPROVED, OLD), judged(ItemState.CHANGES_REQUIRED)]
    assert (standing(ITEM, history).state, standing(ITEM, history).in_use) == (
        ItemState.CHANGES_REQUIRED,
        OLD,
    )


@pytest.mark.parametrize("out", [ItemState.WITHDRAWN, ItemState.SWITCHED_OFF])
def test_taken_out_of_use_it_stays_so_at_any_wording(out: ItemState) -> None:
    history = [judged(ItemState.APPROVED, OLD), judged(out, OLD)]
    assert (standing(ITEM, history).state, standing(ITEM, history).in_use) == (out, "")
    later = [*history, judged(ItemState.IN_REVIEW)]
    assert standing(ITEM, later).in_use == ""
    approved = [*later, judged(ItemState.APPROVED)]
    assert standing(ITEM, approved).in_use == NEW


def test_an_approval_falls_due_after_a_year() -> None:
    found = standing(ITEM, [judged(ItemState.APPROVED)])
    assert not found.is_due(NOW + DUE_AFTER - timedelta(days=1))
    assert found.is_due(NOW + DUE_AFTER)


HISTORY = st.lists(st.tuples(st.sampled_from(ItemState), st.sampled_from([OLD, NEW])), max_size=8)


@given(HISTORY)
def test_only_what_somebody_approved_at_that_wording_is_ever_in_use(
    history: list[tuple[ItemState, str]],
) -> None:
    judgements = [judged(state, of, days) for days, (state, of) in enumerate(history)]
    found = standing(ITEM, judgements)
    if found.in_use:
        assert (ItemState.APPROVED, found.in_use) in history
    if found.state is ItemState.APPROVED:
        assert (ItemState.APPROVED, NEW) in history
