"""Approving: by the clinical lead, one item at a time, at exactly the wording that was shown."""

import inspect
from dataclasses import replace
from datetime import timedelta

import pytest

from signpost.domain.approval import ItemKind, ItemState, Wording
from signpost.domain.audit import AuditEvent
from signpost.domain.permission import NotAllowedError
from signpost.domain.staff import Role, StaffMember
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.approve_content import ApproveContent, Shown
from signpost.usecases.prove_who import GOOD_FOR, Proof
from tests.desk import NOW, SOON

CHEST = Wording(ItemKind.PROTOCOL, "RF02", "Chest pain", "a" * 64)
CONTENT = b'{"protocol": "chest"}'
LEAD = StaffMember("01900000-0000-7000-8000-000000000009", "ZL", "Dr Lee", Role.CLINICAL_LEAD)


@pytest.fixture
def approving(database: Database) -> ApproveContent:
    with database.transaction() as stores:
        stores.staff.insert(LEAD)
    return ApproveContent(database)


PROOF = Proof(LEAD, NOW + GOOD_FOR)


def approve(approving: ApproveContent, wording: Wording = CHEST, days: int = 0) -> None:
    when = NOW + timedelta(days=days)
    proof = Proof(LEAD, when + GOOD_FOR)
    approving.approve(proof, approving.show(proof, wording, CONTENT, when), when)


def test_an_approved_wording_is_in_use_and_kept(approving: ApproveContent) -> None:
    assert approving.in_use([CHEST]).approved == {}
    approve(approving)
    [found] = approving.standings([CHEST])
    assert (found.state, found.in_use) == (ItemState.APPROVED, CHEST.hash)
    assert approving.in_use([CHEST]).approved == {"RF02": CONTENT}


def test_an_edited_item_is_a_draft_again_and_the_approved_wording_stays_in_use(
    approving: ApproveContent,
) -> None:
    approve(approving)
    edited = replace(CHEST, hash="b" * 64)
    [found] = approving.standings([edited])
    assert (found.state, found.waits) == (ItemState.DRAFT, True)
    assert approving.in_use([edited]).approved == {"RF02": CONTENT}


def test_only_the_clinical_lead_approves(approving: ApproveContent, kim: StaffMember) -> None:
    proof = Proof(kim, NOW + GOOD_FOR)
    with pytest.raises(NotAllowedError, match="approve"):
        approving.approve(proof, approving.show(proof, CHEST, CONTENT, NOW), NOW)
    assert approving.standings([CHEST])[0].state is ItemState.DRAFT


def test_what_was_shown_to_somebody_else_cannot_be_approved(
    approving: ApproveContent, kim: StaffMember
) -> None:
    shown = approving.show(Proof(kim, NOW + GOOD_FOR), CHEST, CONTENT, NOW)
    with pytest.raises(UserMistake, match="Read the item yourself"):
        approving.approve(PROOF, shown, NOW)


def test_nothing_is_approved_but_by_showing_it() -> None:
    """No call takes several items, and no state but APPROVED by `approve` is an approval."""
    assert list(inspect.signature(ApproveContent.approve).parameters) == [
        "self",
        "proof",
        "shown",
        "now",
        "note",
    ]
    assert inspect.signature(ApproveContent.approve).parameters["shown"].annotation is Shown


@pytest.mark.parametrize("state", [ItemState.APPROVED, ItemState.DRAFT])
def test_approval_cannot_be_given_as_another_judgement(
    approving: ApproveContent, state: ItemState
) -> None:
    with pytest.raises(UserMistake, match="read it to approve"):
        approving.judge(PROOF, CHEST, state, NOW, "because")


@pytest.mark.parametrize(
    "state", [ItemState.CHANGES_REQUIRED, ItemState.SWITCHED_OFF, ItemState.WITHDRAWN]
)
def test_a_refusal_needs_a_reason(approving: ApproveContent, state: ItemState) -> None:
    with pytest.raises(UserMistake, match="Write why"):
        approving.judge(PROOF, CHEST, state, NOW, " ")


def test_a_withdrawn_item_is_out_of_use_at_once(approving: ApproveContent) -> None:
    approve(approving)
    approving.judge(PROOF, CHEST, ItemState.WITHDRAWN, SOON, "it confused callers")
    found = approving.in_use([CHEST])
    assert (found.approved, found.off) == ({}, {"RF02"})
    approve(approving, days=1)
    assert approving.in_use([CHEST]).approved == {"RF02": CONTENT}


def test_every_judgement_is_in_the_audit_log(approving: ApproveContent, database: Database) -> None:
    approve(approving)
    approving.judge(PROOF, CHEST, ItemState.WITHDRAWN, SOON, "why")
    with database.reading() as stores:
        events = [(entry.event, entry.who) for entry in stores.audit.entries()]
    assert events == [(AuditEvent.APPROVED, LEAD.id), (AuditEvent.WITHDRAWN, LEAD.id)]
