"""What becomes of prompts and check lines while a call is taken."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from signpost.domain.call import Call, CheckAnswer, PromptAction, blockers
from signpost.domain.protocol import Answer, Level, Protocol, Question, Row
from signpost.domain.service_kind import ServiceKind
from signpost.language.heard import CheckReason, Heard, Mark, MatchState, PromptMatch
from signpost.usecases import half_word, take_call

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
CHEST = Protocol(
    id="RF02",
    version=1,
    title="Chest pain",
    guards_against="",
    group="",
    applies_to="",
    questions=(Question("q1", "Now?"), Question("q2", "Spreading?")),
    rows=(
        Row("r1", Level.NOW_999, "999", ("q1", "q2")),
        Row("r2", Level.DUTY_CLINICIAN_NOW, "Duty"),
    ),
    allowed_kinds=(ServiceKind.EMERGENCY_999,),
    while_waiting="",
    do_not_say="",
    triggers=(),
    lookalikes=(),
    sources=(),
    nation="England",
    review_date="",
    unverified="",
)
ALL = {"RF02": CHEST}
EMPTY = Call("1", "7F3K-2", NOW, "kp")


def raised(*because: str) -> Heard:
    return Heard((PromptMatch("RF02", MatchState.RAISED, because or ("chest",), (Mark(0, 5),)),))


def check(reason: CheckReason = CheckReason.PAST, *because: str) -> Heard:
    words = because or ("chest",)
    return Heard((PromptMatch("RF02", MatchState.CHECK, words, (Mark(0, 5),), reason),))


def hear(call: Call, heard: Heard) -> Call:
    return take_call.hear(call, heard, ALL, NOW)


def standing(call: Call) -> int:
    return len(take_call.standing_prompts(call))


def test_what_is_raised_stands_until_it_is_handled() -> None:
    call = hear(EMPTY, raised())
    assert standing(call) == 1
    call = take_call.act(call, "RF02", PromptAction.AE, NOW)
    assert standing(call) == 0
    assert standing(hear(call, raised("chest", "arm"))) == 0


@pytest.mark.parametrize("later", [check(), Heard()], ids=["heard otherwise", "no longer heard"])
def test_what_is_raised_falls_to_a_check_line_never_to_nothing(later: Heard) -> None:
    call = hear(hear(EMPTY, raised()), later)
    assert standing(call) == 0
    assert call.prompts[0].fell_to_check
    assert len(call.open_checks) == 1
    assert blockers(call)


def test_the_fall_is_kept_when_it_is_raised_again() -> None:
    call = hear(hear(hear(EMPTY, raised()), check()), raised())
    assert standing(call) == 1
    assert call.prompts[0].fell_to_check
    assert not call.open_checks


def test_no_with_a_reason_handles_the_prompt_that_had_fallen() -> None:
    call = hear(hear(EMPTY, raised()), check())
    call = take_call.answer_check(call, CHEST, CheckAnswer.IN_THE_PAST, NOW)
    assert call.prompts[0].action is PromptAction.NOT_THIS_PAST
    assert not call.open_prompts
    assert not call.open_checks


def test_the_same_words_ask_only_once() -> None:
    call = take_call.answer_check(hear(EMPTY, check()), CHEST, CheckAnswer.SAID_NO, NOW)
    assert not hear(call, check()).open_checks
    assert hear(call, check(CheckReason.PAST, "chest", "heart")).open_checks


def test_new_words_raise_again_after_not_this() -> None:
    call = take_call.act(hear(EMPTY, raised()), "RF02", PromptAction.NOT_THIS_MISTYPED, NOW)
    assert standing(hear(call, raised())) == 0
    assert standing(hear(call, raised("chest", "crushing"))) == 1


def test_yes_to_a_check_line_raises_for_good() -> None:
    call = take_call.answer_check(hear(EMPTY, check()), CHEST, CheckAnswer.YES_NOW, NOW)
    assert standing(call) == 1
    assert standing(hear(call, check())) == 1
    assert standing(hear(call, Heard())) == 1


def test_a_check_line_whose_words_were_taken_out_goes() -> None:
    assert not hear(hear(EMPTY, check()), Heard()).checks


def test_raised_by_hand_stays_whatever_is_typed() -> None:
    call = take_call.raise_by_hand(EMPTY, CHEST, NOW)
    for heard in (Heard(), check(), Heard()):
        call = hear(call, heard)
    assert standing(call) == 1


def test_answers_select_a_row_and_can_be_taken_back() -> None:
    call = hear(EMPTY, raised())
    call = take_call.answer_question(call, CHEST, "q1", Answer.NO)
    assert call.prompts[0].row_id == ""
    call = take_call.answer_question(call, CHEST, "q2", Answer.NO)
    assert call.prompts[0].row_id == "r2"
    call = take_call.answer_question(call, CHEST, "q1", Answer.DONT_KNOW)
    assert call.prompts[0].row_id == "r1"
    call = take_call.answer_question(call, CHEST, "q1", None)
    assert call.prompts[0].row_id == ""


def test_a_refusal_is_handled_once_a_clinician_is_named() -> None:
    call = take_call.act(hear(EMPTY, raised()), "RF02", PromptAction.REFUSED, NOW)
    assert standing(call) == 1
    assert standing(take_call.name_clinician(call, "RF02", "Dr E")) == 0


def test_only_prompts_that_stood_limit_the_services() -> None:
    call = hear(EMPTY, raised())
    assert take_call.protocols_that_limit(call, ALL) == (CHEST,)
    assert not take_call.protocols_that_limit(hear(call, check()), ALL)
    dismissed = take_call.act(call, "RF02", PromptAction.NOT_THIS_PAST, NOW)
    assert not take_call.protocols_that_limit(dismissed, ALL)


def test_who_took_over_is_timed_at_the_first_letter() -> None:
    call = take_call.ask_clinician(EMPTY, "Dr A", NOW)
    later = NOW.replace(minute=5)
    call = take_call.clinician_took_over(call, "D", NOW)
    call = take_call.clinician_took_over(call, "Dr E", later)
    assert call.clinician_request is not None
    assert call.clinician_request.took_over_at == NOW


def test_half_a_word_takes_back_only_what_it_had_raised() -> None:
    before = replace(EMPTY, words="si")
    after = hear(before, raised("si"))
    half = half_word.after_hearing(before, after, half_word.HalfWord(), "si", raised("si"))
    assert half_word.before_hearing(after, half, "sin", Heard()).prompts == ()
    assert half_word.before_hearing(after, half, "si ", Heard()).prompts
    answered = take_call.act(after, "RF02", PromptAction.AE, NOW)
    assert half_word.before_hearing(answered, half, "sin", Heard()).prompts
