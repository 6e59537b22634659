"""A finished call becomes one durable record, whatever is pressed and whenever the program dies."""

import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from signpost.build import Desk, build_desk
from signpost.domain.call import (
    ArrangedInstead,
    ClinicianRequest,
    DeclineReason,
    Outcome,
    PromptAction,
)
from signpost.domain.record_id import new_id
from signpost.domain.signpost import ContentStamp, RecordMode, Referral
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from signpost.usecases.record_signpost import StillToDo
from tests.desk import CONTENT, NOW, PHARMACY, SOON, a_call, a_check, a_prompt


def test_a_record_holds_what_the_call_held(desk: Desk, kim: StaffMember) -> None:
    asked = ClinicianRequest(NOW, "Dr Example", "Dr Example", SOON)
    call = a_call(
        kim.id,
        prompts=(a_prompt(),),
        checks=(a_check(),),
        clinician_request=asked,
        consent=True,
        safety_net=False,
        note="Rang twice",
    )
    saved = desk.record_signpost.save(call, CONTENT, SOON)
    record = desk.review_today.one(saved.signpost_id)
    assert (record.prompts, record.checks, record.clinician_request) == (
        call.prompts,
        call.checks,
        asked,
    )
    assert record.said.service == PHARMACY
    assert (record.said.consent, record.said.safety_net, record.said.understanding) == (
        True,
        False,
        None,
    )
    assert (record.words, record.topic_group) == ("sore throat, 2 days", "Ear, nose and throat")
    assert (record.started_at, record.entered_at, record.duration_seconds) == (NOW, SOON, 180)
    assert (record.event_date.isoformat(), record.event_time) == ("2026-03-09", "09:14")
    assert (record.age_years, record.age_band, record.sex) == (41, "35-49", "F")
    assert record.recorded_by_id == kim.id
    assert record.record_mode is RecordMode.REHEARSAL


def test_summer_time_dates_a_call_as_the_wall_clock_does(desk: Desk, kim: StaffMember) -> None:
    late = NOW.replace(month=7, hour=23, minute=30)
    saved = desk.record_signpost.save(a_call(kim.id, started_at=late), CONTENT, late)
    record = desk.review_today.one(saved.signpost_id)
    assert (record.event_date.isoformat(), record.event_time) == ("2026-07-10", "00:30")


def test_the_same_call_saved_twice_is_one_record(desk: Desk, kim: StaffMember) -> None:
    call = a_call(kim.id)
    first = desk.record_signpost.save(call, CONTENT, SOON)
    again = desk.record_signpost.save(replace(call, note="later"), CONTENT, SOON)
    assert again.was_saved_before
    assert (again.signpost_id, again.call_number) == (first.signpost_id, first.call_number)
    assert desk.review_today.today(NOW).calls == 1


def test_two_threads_that_save_one_call_make_one_record(desk: Desk, kim: StaffMember) -> None:
    call = a_call(kim.id)
    desk.database.open()
    saved = []
    threads = [
        threading.Thread(
            target=lambda: saved.append(desk.record_signpost.save(call, CONTENT, SOON))
        )
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.was_saved_before for one in saved) == [False, True, True, True]
    assert desk.review_today.today(NOW).calls == 1


def test_saving_removes_the_open_call_from_the_disk(
    desk: Desk, kim: StaffMember, data_dir: Path
) -> None:
    call = a_call(kim.id, where_is_patient="12 Mill Lane", ring_back="01632 960123")
    desk.open_calls.autosave(call)
    desk.record_signpost.save(call, CONTENT, SOON)
    assert list((data_dir / "open_calls").iterdir()) == []
    stored = b"".join(file.read_bytes() for file in data_dir.rglob("*") if file.is_file())
    assert b"12 Mill Lane" not in stored


def test_a_call_with_an_open_prompt_is_not_saved(desk: Desk, kim: StaffMember) -> None:
    call = a_call(kim.id, prompts=(a_prompt(action=None, acted_at=None),))
    with pytest.raises(StillToDo) as refused:
        desk.record_signpost.save(call, CONTENT, SOON)
    assert [blocker.field for blocker in refused.value.blockers] == ["prompt"]
    assert desk.review_today.today(NOW).rows == ()


def test_nobody_is_not_an_author(desk: Desk) -> None:
    with pytest.raises(StillToDo) as refused:
        desk.record_signpost.save(a_call(None), CONTENT, SOON)
    assert refused.value.field == "recorder"


def test_someone_who_is_not_on_the_list_is_not_an_author(desk: Desk) -> None:
    with pytest.raises(UserMistake, match="not on the list"):
        desk.record_signpost.save(a_call("01960000-0000-7000-8000-000000000000"), CONTENT, SOON)


def test_words_too_long_to_keep_are_said_to_be(desk: Desk, kim: StaffMember) -> None:
    with pytest.raises(StillToDo, match=r"longer than 10,000 characters"):
        desk.record_signpost.save(a_call(kim.id, words="a" * 10_001), CONTENT, SOON)


@pytest.mark.parametrize(
    "pasted",
    ["x" * 10_000, "😀 كيف \N{RIGHT-TO-LEFT OVERRIDE}", "a\x00b\x1bc\r\nd", "half \ud83d"],
    ids=["long", "emoji and right to left", "control signs", "half a sign"],
)
def test_whatever_is_pasted_is_recorded(desk: Desk, kim: StaffMember, pasted: str) -> None:
    call = a_call(kim.id, words=pasted, note=pasted)
    desk.open_calls.autosave(call)
    saved = desk.record_signpost.save(call, CONTENT, SOON)
    kept = desk.review_today.one(saved.signpost_id).words
    assert not set(kept) & set("\x00\x1b\r\ud83d")


def test_minor_illness_leaves_a_referral_to_send(desk: Desk, kim: StaffMember) -> None:
    saved = desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    assert saved.referral is Referral.TO_SEND


def test_a_declined_service_leaves_none(desk: Desk, kim: StaffMember) -> None:
    call = a_call(
        kim.id,
        outcome=Outcome.DECLINED,
        decline_reason=DeclineReason.HOURS,
        arranged_instead=ArrangedInstead.APPOINTMENT,
    )
    assert desk.record_signpost.save(call, CONTENT, SOON).referral is Referral.NOT_NEEDED


def test_an_example_practice_is_always_rehearsal(desk: Desk, kim: StaffMember) -> None:
    saved = desk.record_signpost.save(a_call(kim.id), ContentStamp(example_practice=True), SOON)
    record = desk.review_today.one(saved.signpost_id)
    assert record.example_practice
    assert record.record_mode is RecordMode.REHEARSAL


def test_a_typed_age_band_gives_no_years(desk: Desk, kim: StaffMember) -> None:
    saved = desk.record_signpost.save(a_call(kim.id, age_typed="35-49"), CONTENT, SOON)
    record = desk.review_today.one(saved.signpost_id)
    assert (record.age_years, record.age_band) == (None, "35-49")


def test_a_taken_call_number_is_replaced(desk: Desk, kim: StaffMember) -> None:
    desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    saved = desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    assert saved.number_changed
    assert saved.call_number != "7F3K-2"


def test_undo_voids_the_record_and_opens_the_call_again(desk: Desk, kim: StaffMember) -> None:
    call = a_call(kim.id, ring_back="01632 960123")
    saved = desk.record_signpost.save(call, CONTENT, SOON)
    reopened = desk.record_signpost.undo(saved, SOON + timedelta(seconds=10))
    assert reopened.call_number == call.call_number
    assert reopened.ring_back == "01632 960123"
    record = desk.review_today.one(saved.signpost_id)
    assert record.void_reason == "undone"
    again = desk.record_signpost.save(reopened, CONTENT, SOON)
    assert (again.was_saved_before, again.number_changed) == (False, False)
    assert desk.review_today.today(NOW).calls == 1


def test_undo_pressed_twice_opens_one_call(desk: Desk, kim: StaffMember) -> None:
    saved = desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    desk.record_signpost.undo(saved, SOON)
    with pytest.raises(UserMistake, match="void already"):
        desk.record_signpost.undo(saved, SOON)


def test_an_undo_that_a_power_cut_stopped_half_way_doubles_nothing(
    desk: Desk, kim: StaffMember
) -> None:
    saved = desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    kept_before_the_void = replace(saved.call, id=new_id(SOON), reopens=saved.signpost_id)
    again = desk.record_signpost.save(kept_before_the_void, CONTENT, SOON)
    assert not again.number_changed
    assert desk.review_today.one(saved.signpost_id).void_reason == "undone"
    assert desk.review_today.today(NOW).calls == 1


def test_undo_has_ten_seconds(desk: Desk, kim: StaffMember) -> None:
    saved = desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    with pytest.raises(UserMistake, match="void the record"):
        desk.record_signpost.undo(saved, SOON + timedelta(seconds=11))


def test_an_undone_call_survives_the_end_of_the_program(
    desk: Desk, kim: StaffMember, data_dir: Path
) -> None:
    saved = desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    reopened = desk.record_signpost.undo(saved, SOON)
    desk.close()
    later = build_desk(data_dir)
    assert later.open_calls.restore().calls == (reopened,)
    later.close()


def test_a_refused_prompt_names_who_took_over(desk: Desk, kim: StaffMember) -> None:
    prompt = a_prompt(action=PromptAction.REFUSED, clinician="")
    with pytest.raises(StillToDo) as refused:
        desk.record_signpost.save(a_call(kim.id, prompts=(prompt,)), CONTENT, SOON)
    assert refused.value.field == "clinician"


def test_a_record_counts_as_saved_though_its_open_call_cannot_be_removed(
    desk: Desk, kim: StaffMember, data_dir: Path
) -> None:
    call = a_call(kim.id)
    desk.open_calls.autosave(call)
    for file in (data_dir / "open_calls").iterdir():
        file.unlink()
        file.mkdir()
        (file / "in the way").touch()
    assert not desk.record_signpost.save(call, CONTENT, SOON).was_saved_before
    assert desk.review_today.today(NOW).calls == 1
