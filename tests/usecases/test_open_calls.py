"""Calls in progress: started at once, parked with somebody, discarded without an open prompt."""

from dataclasses import replace
from pathlib import Path

import pytest

from signpost.build import Desk, build_desk
from signpost.domain.call_number import is_call_number
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from tests.desk import CONTENT, NOW, SOON, a_call, a_prompt

OPEN_PROMPT = a_prompt(action=None, acted_at=None)


def after_a_crash(desk: Desk, data_dir: Path) -> Desk:
    desk.close()
    return build_desk(data_dir)


def test_a_new_call_is_empty_and_has_a_number(desk: Desk) -> None:
    call = desk.open_calls.start(NOW, "someone")
    assert call.is_empty
    assert is_call_number(call.call_number)
    assert call.recorder_id == "someone"


def test_a_call_starts_before_the_database_is_open(data_dir: Path) -> None:
    desk = build_desk(data_dir)
    desk.open_calls.start(NOW)
    assert not (data_dir / "signpost.db.in-use").exists()


def test_numbers_of_standing_records_are_not_given_out_again(desk: Desk, kim: StaffMember) -> None:
    desk.open_calls.restore()
    given = {desk.open_calls.start(NOW).call_number for _ in range(30)}
    assert len(given) == 30


def test_an_untouched_call_leaves_nothing_on_the_disk(desk: Desk, data_dir: Path) -> None:
    desk.open_calls.autosave(desk.open_calls.start(NOW))
    assert not (data_dir / "open_calls").exists()


def test_a_call_that_was_emptied_again_is_kept_as_it_is(desk: Desk, data_dir: Path) -> None:
    call = desk.open_calls.start(NOW)
    desk.open_calls.autosave(replace(call, words="mistyped"))
    desk.open_calls.autosave(call)
    later = after_a_crash(desk, data_dir)
    assert later.open_calls.restore().calls == (call,)
    later.close()


def test_open_and_parked_calls_come_back_oldest_first(desk: Desk, data_dir: Path) -> None:
    older = a_call(None, prompts=(OPEN_PROMPT,))
    parked = desk.open_calls.park(older, SOON, " Dr Example ")
    newer = a_call(None, started_at=SOON)
    for call in (newer, parked):
        desk.open_calls.autosave(call)
    later = after_a_crash(desk, data_dir)
    assert later.open_calls.restore().calls == (parked, newer)
    assert (parked.parked_at, parked.parked_with) == (SOON, "Dr Example")
    assert later.open_calls.resume(parked) == older
    later.close()


def test_a_call_recorded_just_before_the_power_went_is_not_open_again(
    desk: Desk, kim: StaffMember, data_dir: Path
) -> None:
    call = a_call(kim.id)
    desk.record_signpost.save(call, CONTENT, SOON)
    left_behind = build_desk(data_dir)
    left_behind.open_calls.autosave(call)
    left_behind.close()
    later = after_a_crash(desk, data_dir)
    assert later.open_calls.restore().calls == ()
    assert list((data_dir / "open_calls").iterdir()) == []
    later.close()


def test_an_autosave_that_comes_after_the_save_brings_nothing_back(
    desk: Desk, kim: StaffMember, data_dir: Path
) -> None:
    call = a_call(kim.id, ring_back="01632 960123")
    desk.open_calls.autosave(call)
    desk.record_signpost.save(call, CONTENT, SOON)
    desk.open_calls.autosave(replace(call, note="late"))
    assert list((data_dir / "open_calls").iterdir()) == []


def test_two_windows_do_not_take_the_same_call(desk: Desk, data_dir: Path) -> None:
    desk.open_calls.autosave(a_call(None))
    other = build_desk(data_dir)
    found = other.open_calls.restore()
    assert (found.calls, found.held_elsewhere) == ((), 1)
    other.close()


def test_an_open_prompt_is_not_parked_with_nobody(desk: Desk) -> None:
    with pytest.raises(UserMistake) as refused:
        desk.open_calls.park(a_call(None, prompts=(OPEN_PROMPT,)), SOON, "  ")
    assert refused.value.field == "parked_with"


def test_a_call_without_open_prompts_is_parked_in_one_key(desk: Desk) -> None:
    assert desk.open_calls.park(a_call(None), SOON).parked_at == SOON


def test_a_discarded_call_is_gone(desk: Desk, data_dir: Path) -> None:
    call = a_call(None)
    desk.open_calls.autosave(call)
    desk.open_calls.discard(call)
    assert list((data_dir / "open_calls").iterdir()) == []


def test_a_call_with_an_open_prompt_is_not_discarded(desk: Desk) -> None:
    with pytest.raises(UserMistake, match="A prompt is open"):
        desk.open_calls.discard(a_call(None, prompts=(OPEN_PROMPT,)))
