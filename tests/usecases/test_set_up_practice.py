"""Setting up the practice: every part may be left out; a mistake keeps nothing of it."""

import pytest

from signpost.build import Desk, build_desk
from signpost.domain.signpost import RecordMode
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from signpost.usecases.confirm_duty import DutyTyped
from signpost.usecases.set_up_practice import SetUpTyped, practice_of
from tests.desk import NOW

DUTY = DutyTyped("Dr A. Example", "ext 201", "Dr B. Sample", "ext 205")


def test_everything_is_kept_in_one_go(desk: Desk, kim: StaffMember) -> None:
    typed = SetUpTyped(
        "  Riverside   Surgery ", " x99 999", "7", (("ab", "Alex Brown"), ("", " ")), DUTY
    )
    after = desk.set_up_practice.set_up(typed, None, NOW)
    practice = after.practice
    assert (practice.name, practice.ods_code) == ("Riverside Surgery", "X99999")
    assert practice.answer_minutes == 7
    assert practice.mode is RecordMode.REHEARSAL
    assert [person.initials for person in after.added] == ["AB"]
    assert after.people == desk.choose_recorder.recorders()
    assert after.duty == desk.confirm_duty.current(NOW)
    assert after.duty.confirmed_by == after.added[0].id
    assert desk.set_up_practice.practice() == practice


def test_nothing_at_all_may_be_typed(desk: Desk) -> None:
    before = desk.set_up_practice.practice()
    after = desk.set_up_practice.set_up(SetUpTyped(), None, NOW)
    assert (after.practice, after.added, after.duty) == (before, (), None)
    assert after.practice.answer_minutes == 5


@pytest.mark.parametrize(
    "code", ["A81001", "a81001", "A81001001", "X9A1B", ""], ids=lambda code: code or "none"
)
def test_codes_of_practices_and_branches_have_the_form(desk: Desk, code: str) -> None:
    after = desk.set_up_practice.set_up(SetUpTyped(ods_code=code), None, NOW)
    assert after.practice.ods_code == code.upper()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (SetUpTyped(ods_code="81001"), "ods_code"),
        (SetUpTyped(ods_code="A8100"), "ods_code"),
        (SetUpTyped(ods_code="\u0661\u0662\u0663"), "ods_code"),
        (SetUpTyped(name="x" * 121), "name"),
        (SetUpTyped(answer_minutes="soon"), "answer_minutes"),
        (SetUpTyped(answer_minutes="0"), "answer_minutes"),
        (SetUpTyped(answer_minutes="61"), "answer_minutes"),
        (SetUpTyped(answer_minutes="\u0665"), "answer_minutes"),
        (SetUpTyped(answer_minutes="9" * 10_000), "answer_minutes"),
        (SetUpTyped(review_months="0"), "review_months"),
        (SetUpTyped(review_months="25"), "review_months"),
        (SetUpTyped(people=(("AB", "Alex Brown"), ("", "Bo"))), "initials_1"),
        (SetUpTyped(people=(("AB", ""),)), "name_0"),
        (SetUpTyped(people=(("KP", "Kit Porter"),)), "initials_0"),
        (SetUpTyped(people=(("AB", "Alex"),), duty=DutyTyped("Dr A", "")), "how_to_reach"),
        (SetUpTyped(duty=DUTY), "recorder"),
    ],
)
def test_a_mistake_names_its_field_and_nothing_is_kept(
    desk: Desk, kim: StaffMember, typed: SetUpTyped, field: str
) -> None:
    before = desk.set_up_practice.practice()
    with pytest.raises(UserMistake) as refused:
        desk.set_up_practice.set_up(typed, None, NOW)
    assert refused.value.field == field
    assert desk.set_up_practice.practice() == before
    assert desk.choose_recorder.recorders() == (kim,)
    assert desk.confirm_duty.last_confirmed() is None


def test_the_practice_keeps_its_id_over_a_restart(data_dir) -> None:
    assert practice_of(None) is None
    assert practice_of(data_dir / "elsewhere") is None
    first = build_desk(data_dir)
    kept = first.set_up_practice.set_up(SetUpTyped("Riverside"), None, NOW).practice
    first.close()
    assert practice_of(data_dir) == kept
