"""What a live call listens to: approved wordings, and for the rest "ask a clinician", never
silence.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from signpost.content.whole_wordings import wordings
from signpost.domain.approval import ItemState, Wording
from signpost.domain.caller import PatientFacts
from signpost.domain.signpost import RecordMode
from signpost.domain.staff import Role, StaffMember
from signpost.domain.unapproved import NOT_APPROVED, SWITCHED_OFF
from signpost.language.heard import MatchState
from signpost.paths import bundled
from signpost.storage.database import Database
from signpost.usecases.approve_content import ApproveContent
from signpost.usecases.listen import Listening, listen_at, start_listening
from signpost.usecases.prove_who import GOOD_FOR, Proof
from tests.desk import NOW, SOON

WORDS = "crushing pain in my chest and my left arm is numb, sweating"
LEAD = StaffMember("01900000-0000-7000-8000-000000000009", "ZL", "Dr Lee", Role.CLINICAL_LEAD)
PROOF = Proof(LEAD, NOW + GOOD_FOR)


@pytest.fixture(scope="module")
def drafts() -> Listening:
    return start_listening(bundled("resources"), None)


@pytest.fixture
def lead(database: Database) -> ApproveContent:
    with database.transaction() as stores:
        stores.staff.insert(LEAD)
        stores.practice.set_mode(RecordMode.LIVE)
    return ApproveContent(database)


def item(drafts: Listening, item_id: str) -> tuple[Wording, bytes]:
    return next(
        (each, kept) for each, kept in wordings(drafts.library).items() if each.item_id == item_id
    )


def raised(listening: Listening) -> set[str]:
    heard = listening.matcher.hear(WORDS, PatientFacts(60.0))
    return {each.protocol_id for each in heard.prompts if each.state is MatchState.RAISED}


def test_in_rehearsal_everything_is_shown_as_a_draft(drafts: Listening, database: Database) -> None:
    assert listen_at(database, drafts, None) is drafts


def test_live_without_approvals_every_prompt_asks_for_a_clinician(
    drafts: Listening, database: Database, lead: ApproveContent
) -> None:
    live = listen_at(database, drafts, None)
    assert raised(live) == raised(drafts)
    assert live.approved == frozenset()
    assert {row.action for each in live.protocols.values() for row in each.rows} == {NOT_APPROVED}
    assert not any(each.questions for each in live.protocols.values())


def test_what_was_approved_is_shown_and_what_was_withdrawn_is_not(
    drafts: Listening, database: Database, lead: ApproveContent, tmp_path: Path
) -> None:
    chest, content = item(drafts, "RF02")
    lead.approve(PROOF, lead.show(PROOF, chest, content, NOW), NOW)
    live = listen_at(database, drafts, tmp_path)
    assert live.approved == {"RF02"}
    assert live.protocols["RF02"] == drafts.protocols["RF02"]
    assert live.protocols["RF12"].rows[0].action == NOT_APPROVED
    lead.judge(PROOF, chest, ItemState.WITHDRAWN, SOON, "it confused callers")
    again = listen_at(database, drafts, tmp_path)
    assert again.protocols["RF02"].rows[0].action == SWITCHED_OFF
    assert "RF02" in raised(again)


def test_an_edited_draft_changes_nothing_in_a_live_call(
    drafts: Listening, database: Database, lead: ApproveContent
) -> None:
    chest, content = item(drafts, "RF02")
    lead.approve(PROOF, lead.show(PROOF, chest, content, NOW), NOW)
    library = drafts.library
    edited = replace(
        library,
        protocols=tuple(
            replace(each, title="Edited") if each.id == "RF02" else each
            for each in library.protocols
        ),
    )
    live = listen_at(database, replace(drafts, library=edited), None)
    assert live.protocols["RF02"].title == drafts.protocols["RF02"].title


def test_a_database_that_cannot_say_shows_no_draft_and_no_silence(
    drafts: Listening, tmp_path: Path
) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    live = listen_at(Database(tmp_path / "in the way"), drafts, None)
    assert raised(live) == raised(drafts)
    assert live.protocols["RF02"].rows[0].action == NOT_APPROVED
