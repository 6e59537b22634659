"""What a person reads when disk or database refuses."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from signpost.build import Desk
from signpost.domain.staff import StaffMember
from signpost.errors import NotAvailable
from tests.desk import CONTENT, SOON, a_call, unlocked


def test_each_refusal_has_its_own_sentence(desk: Desk) -> None:
    def said(*statements: str) -> str:
        with pytest.raises(NotAvailable) as failure:
            run(desk, *statements)
        return failure.value.sentence

    big = "UPDATE practice SET name = hex(zeroblob(500000))"
    assert said("SELECT nothing FROM nowhere").startswith("The database could not be")
    assert said("PRAGMA max_page_count = 60", big) == "The disk is full."
    assert said("PRAGMA query_only = 1", big).startswith("The database may not be written")


def run(desk: Desk, *statements: str) -> None:
    with desk.database.transaction() as stores:
        for statement in statements:
            stores.signposts._session.execute(text(statement))


def test_a_database_locked_by_another_program_is_told(desk: Desk, data_dir: Path) -> None:
    desk.database.open()
    with desk.database.reading() as stores:
        stores.signposts._session.execute(text("PRAGMA busy_timeout = 1"))
    with unlocked(data_dir) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotAvailable, match="Another window is using"):
            desk.choose_recorder.add("AB", "Alex Brown", SOON)


def test_a_broken_rule_of_the_tables_is_a_bug_and_not_told(desk: Desk) -> None:
    with pytest.raises(IntegrityError), desk.database.transaction() as stores:
        stores.signposts._session.execute(text("UPDATE practice SET mode = 'party'"))


def test_a_failed_save_keeps_the_open_call_and_can_be_repeated(
    desk: Desk, kim: StaffMember
) -> None:
    call = a_call(kim.id)
    desk.open_calls.autosave(call)
    with desk.database.transaction() as stores:
        stores.signposts._session.execute(text("ALTER TABLE signpost RENAME TO gone"))
    with pytest.raises(NotAvailable, match="The call is kept"):
        desk.record_signpost.save(call, CONTENT, SOON)
    with desk.database.transaction() as stores:
        stores.signposts._session.execute(text("ALTER TABLE gone RENAME TO signpost"))
    assert not desk.record_signpost.save(call, CONTENT, SOON).was_saved_before
