"""PINs: who may do what is asked of the person, not of the menu."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.audit import AuditEvent
from signpost.domain.permission import MAY, Deed, NotAllowedError, may, needs_pin, who_may
from signpost.domain.staff import Role, StaffMember, checked_pin
from signpost.errors import UserMistake
from signpost.storage.database import Database
from signpost.usecases.manage_people import ManagePeople, PersonTyped
from signpost.usecases.prove_who import GOOD_FOR, TRIES, Proof, ProveWho, allowed
from tests.desk import NOW

PIN = "471829"


@pytest.fixture
def people(database: Database) -> ManagePeople:
    return ManagePeople(database)


@pytest.fixture
def proving(database: Database) -> ProveWho:
    return ProveWho(database)


def manager(people: ManagePeople, proving: ProveWho, kim: StaffMember) -> Proof:
    people.change(None, kim.id, PersonTyped("KP", "Kim Patel", Role.MANAGER), NOW)
    proving.set_pin(kim.id, "", PIN, NOW)
    return proving.prove(kim.id, PIN, NOW)


def test_every_deed_has_its_roles_and_its_words() -> None:
    assert set(MAY) == set(Deed)
    assert all(deed.words and who_may(deed) for deed in Deed)


@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("role", Role)
def test_each_cell_of_the_table_is_enforced(database: Database, role: Role, deed: Deed) -> None:
    with database.transaction() as stores:
        person = StaffMember("01900000-0000-7000-8000-000000000001", "ZZ", "Zoe", role)
        stores.staff.insert(person)
        proof = Proof(person, NOW + GOOD_FOR)
        if role in MAY[deed] or MAY[deed] == frozenset(Role):
            assert allowed(stores, proof, deed, NOW) is not None
            assert may({role}, deed)
        else:
            with pytest.raises(NotAllowedError, match=deed.words):
                allowed(stores, proof, deed, NOW)


def test_reception_needs_no_pin_for_what_everybody_may() -> None:
    assert {deed for deed in Deed if not needs_pin(deed)} == {
        Deed.RECORD_CALLS,
        Deed.SEE_OWN_FIGURES,
        Deed.REPORT_ENTRY,
        Deed.SUGGEST_WORDING,
    }


def test_before_anybody_can_prove_it_deeds_are_done_without(
    database: Database, people: ManagePeople, proving: ProveWho, kim: StaffMember
) -> None:
    assert proving.anybody_may(Deed.EDIT_DIRECTORY)
    with database.transaction() as stores:
        assert allowed(stores, None, Deed.EDIT_DIRECTORY, NOW) is None
    manager(people, proving, kim)
    assert not proving.anybody_may(Deed.EDIT_DIRECTORY)
    with database.transaction() as stores, pytest.raises(UserMistake, match="PIN first"):
        allowed(stores, None, Deed.EDIT_DIRECTORY, NOW)


def test_a_proof_ends_after_a_while(
    database: Database, people: ManagePeople, proving: ProveWho, kim: StaffMember
) -> None:
    proof = manager(people, proving, kim)
    with database.transaction() as stores:
        person = allowed(stores, proof, Deed.MANAGE_PEOPLE, NOW)
        assert person is not None
        assert person.id == kim.id
        with pytest.raises(UserMistake, match="again"):
            allowed(stores, proof, Deed.MANAGE_PEOPLE, NOW + GOOD_FOR)


def test_a_role_that_was_taken_away_counts_at_once(
    database: Database, people: ManagePeople, proving: ProveWho, kim: StaffMember
) -> None:
    proof = manager(people, proving, kim)
    with database.transaction() as stores:
        other = StaffMember("01900000-0000-7000-8000-000000000002", "AA", "Ann", Role.MANAGER)
        stores.staff.insert(other)
    people.change(proof, kim.id, PersonTyped("KP", "Kim Patel", Role.RECEPTION), NOW)
    with pytest.raises(NotAllowedError):
        people.change(proof, kim.id, PersonTyped("KP", "Kim Patel", Role.MANAGER), NOW)


def test_five_wrong_pins_make_it_wait(
    people: ManagePeople, proving: ProveWho, kim: StaffMember
) -> None:
    manager(people, proving, kim)
    for _ in range(TRIES):
        with pytest.raises(UserMistake, match="not the PIN"):
            proving.prove(kim.id, "999999", NOW)
    with pytest.raises(UserMistake, match="Wait 1 minutes"):
        proving.prove(kim.id, PIN, NOW)
    assert proving.prove(kim.id, PIN, NOW + timedelta(minutes=1)).person.id == kim.id


def test_a_pin_is_changed_only_with_the_old_one(
    people: ManagePeople, proving: ProveWho, kim: StaffMember
) -> None:
    proof = manager(people, proving, kim)
    with pytest.raises(UserMistake, match="not the PIN"):
        proving.set_pin(kim.id, "000001", "582934", NOW)
    proving.set_pin(kim.id, PIN, "582934", NOW)
    proving.prove(kim.id, "582934", NOW)
    proving.take_pin_away(proof, kim.id, NOW)
    with pytest.raises(UserMistake, match="no PIN yet"):
        proving.prove(kim.id, "582934", NOW)


@pytest.mark.parametrize("typed", ["12345", "111111", "112211", "123456", "987654", "x" * 33, ""])
def test_easy_pins_are_refused(typed: str) -> None:
    with pytest.raises(UserMistake):
        checked_pin(typed)


@given(st.text(max_size=40))
def test_any_typed_pin_is_kept_or_told(typed: str) -> None:
    try:
        pin = checked_pin(typed)
    except UserMistake:
        return
    assert checked_pin(pin) == pin


def test_the_last_manager_stays_one(
    people: ManagePeople, proving: ProveWho, kim: StaffMember
) -> None:
    proof = manager(people, proving, kim)
    with pytest.raises(UserMistake, match="somebody else a manager"):
        people.change(proof, kim.id, PersonTyped("KP", "Kim Patel", Role.TRAINER), NOW)
    with pytest.raises(UserMistake, match="somebody else a manager"):
        people.retire(proof, kim.id, NOW)


def test_an_account_signs_its_own_person_in_and_a_shared_one_nobody(
    database: Database, people: ManagePeople, kim: StaffMember
) -> None:
    people.change(None, kim.id, PersonTyped("KP", "Kim Patel", Role.MANAGER, account="kim.p"), NOW)
    found = people.signed_in_by("KIM.P ")
    assert found is not None
    assert found.id == kim.id
    assert people.signed_in_by("reception") is None
    assert people.signed_in_by("") is None
    with database.transaction() as stores:
        other = StaffMember("01900000-0000-7000-8000-000000000002", "AA", "Ann", Role.RECEPTION)
        stores.staff.insert(other)
    with pytest.raises(UserMistake, match="nobody's"):
        people.change(
            None, other.id, PersonTyped("AA", "Ann", Role.RECEPTION, account="KIM.p"), NOW
        )


def test_no_pin_is_kept_or_told_in_clear(
    database: Database, people: ManagePeople, proving: ProveWho, kim: StaffMember, data_dir
) -> None:
    manager(people, proving, kim)
    database.close()
    for file in data_dir.rglob("*"):
        if file.is_file():
            assert PIN.encode() not in file.read_bytes()


def test_what_was_done_is_in_the_audit_log(
    database: Database, people: ManagePeople, proving: ProveWho, kim: StaffMember
) -> None:
    manager(people, proving, kim)
    with database.reading() as stores:
        events = [entry.event for entry in stores.audit.entries()]
    assert events == [AuditEvent.PERSON_CHANGED, AuditEvent.PIN_SET, AuditEvent.SIGNED_IN]
