"""Who records, and who is on duty."""

from datetime import timedelta

import pytest

from signpost.build import Desk
from signpost.domain.staff import Role, StaffMember
from signpost.errors import UserMistake
from tests.desk import CONTENT, NOW, SOON, a_call

DUTY = {
    "clinician": "Dr A. Example",
    "how_to_reach": "ext 201",
    "backup": "Dr B. Example",
    "backup_how_to_reach": "ext 202",
}


def test_a_person_is_added_once(desk: Desk, kim: StaffMember) -> None:
    added = desk.choose_recorder.add(" ab ", "  Alex   Brown ", NOW, Role.MANAGER)
    again = desk.choose_recorder.add("AB", "alex brown", NOW)
    assert (added.initials, added.name, added.role) == ("AB", "Alex Brown", Role.MANAGER)
    assert again == added
    assert desk.choose_recorder.recorders() == (added, kim)


@pytest.mark.parametrize(
    ("initials", "name", "field"),
    [
        ("", "Alex", "initials"),
        ("A1", "Alex", "initials"),
        ("ABCDE", "Alex", "initials"),
        ("AB", " ", "name"),
        ("AB", "x" * 81, "name"),
        ("KP", "Kit Porter", "initials"),
    ],
)
def test_a_person_needs_initials_of_their_own_and_a_name(
    desk: Desk, initials: str, name: str, field: str
) -> None:
    with pytest.raises(UserMistake) as refused:
        desk.choose_recorder.add(initials, name, NOW)
    assert refused.value.field == field


def test_who_left_is_not_offered_and_their_records_stay_theirs(
    desk: Desk, kim: StaffMember
) -> None:
    desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    desk.choose_recorder.retire(kim.id)
    assert desk.choose_recorder.recorders() == ()
    assert desk.review_today.today(NOW).rows[0].recorder_initials == "KP"
    with pytest.raises(UserMistake, match="not on the list"):
        desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)


def test_duty_counts_for_the_session_it_was_confirmed_in(desk: Desk, kim: StaffMember) -> None:
    confirmed = desk.confirm_duty.confirm(**DUTY, recorder_id=kim.id, now=NOW)
    assert confirmed.session.label == "this morning"
    assert desk.confirm_duty.current(NOW + timedelta(hours=3)) == confirmed
    assert desk.confirm_duty.current(NOW + timedelta(hours=4)) is None
    assert desk.confirm_duty.current(NOW + timedelta(days=1)) is None
    assert desk.confirm_duty.last_confirmed() == confirmed


def test_the_latest_confirmation_of_a_session_counts(desk: Desk, kim: StaffMember) -> None:
    desk.confirm_duty.confirm(**DUTY, recorder_id=kim.id, now=NOW)
    changed = {**DUTY, "clinician": "Dr C. Example"}
    desk.confirm_duty.confirm(**changed, recorder_id=kim.id, now=SOON)
    current = desk.confirm_duty.current(SOON)
    assert current is not None
    assert current.clinician == "Dr C. Example"


def test_no_duty_was_ever_confirmed(desk: Desk) -> None:
    assert desk.confirm_duty.current(NOW) is None
    assert desk.confirm_duty.last_confirmed() is None


@pytest.mark.parametrize(
    ("field", "typed"),
    [("clinician", " "), ("how_to_reach", ""), ("backup", "x" * 121)],
)
def test_a_duty_clinician_has_a_name_and_a_way_to_be_reached(
    desk: Desk, kim: StaffMember, field: str, typed: str
) -> None:
    with pytest.raises(UserMistake) as refused:
        desk.confirm_duty.confirm(**{**DUTY, field: typed}, recorder_id=kim.id, now=NOW)
    assert refused.value.field == field


def test_a_person_confirms_the_duty_clinician(desk: Desk) -> None:
    with pytest.raises(UserMistake, match="who is confirming"):
        desk.confirm_duty.confirm(**DUTY, recorder_id=None, now=NOW)
