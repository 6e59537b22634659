"""Prompts appear the moment they are heard, take no focus, and are answered only on purpose."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from signpost.domain.call import CheckAnswer, PromptAction
from signpost.domain.protocol import Answer
from signpost.usecases import take_call

CHEST = "chest pain "


def standing(at_the_desk) -> list[str]:
    return [prompt.protocol_id for prompt in take_call.standing_prompts(at_the_desk.call)]


def test_a_prompt_is_there_before_the_next_key_and_takes_no_focus(at_the_desk) -> None:
    words = at_the_desk.screens.call.words.words
    for letter in "chest pain":
        at_the_desk.qtbot.keyClicks(words, letter)  # nothing on the worker has run
    assert "RF02" in standing(at_the_desk)
    assert at_the_desk.screens.call.prompts.card.isVisible()
    assert words.hasFocus()


def test_letters_typed_into_the_words_answer_nothing(at_the_desk) -> None:
    at_the_desk.say(CHEST)
    at_the_desk.type("yndy123")
    assert all(not prompt.answers and not prompt.action for prompt in at_the_desk.call.prompts)


def test_no_key_answers_within_400_ms_of_a_prompt(at_the_desk) -> None:
    words = at_the_desk.screens.call.words.words
    at_the_desk.type(CHEST)
    assert words.hasFocus()
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.clock.forward(0.3)
    at_the_desk.key(Qt.Key.Key_Y)
    at_the_desk.key(Qt.Key.Key_1)
    assert all(not prompt.answers and not prompt.action for prompt in at_the_desk.call.prompts)
    at_the_desk.clock.forward(0.2)
    at_the_desk.key(Qt.Key.Key_Y)
    assert at_the_desk.call.prompts[0].answers[0][1] is Answer.YES


def test_questions_are_answered_by_one_key_each_and_select_the_row(at_the_desk) -> None:
    at_the_desk.say(CHEST)
    at_the_desk.key(Qt.Key.Key_F2)
    card = at_the_desk.screens.call.prompts.card
    assert not any(row.property("selected") == "true" for row in card.rows.values())
    for key in (Qt.Key.Key_N, Qt.Key.Key_D):
        at_the_desk.key(key)
    prompt = at_the_desk.call.prompts[0]
    assert [answer for _, answer in prompt.answers] == [Answer.NO, Answer.DONT_KNOW]
    assert card.rows[prompt.row_id].property("selected") == "true"


def test_an_action_is_recorded_with_its_time_and_the_hand_goes_back_to_the_words(
    at_the_desk,
) -> None:
    at_the_desk.say(CHEST)
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_1)
    prompt = at_the_desk.call.prompts[0]
    assert prompt.action is PromptAction.BY_CALLER_999
    assert prompt.acted_at == at_the_desk.clock.now
    assert at_the_desk.screens.call.words.words.hasFocus()
    assert "999: caller" in at_the_desk.screens.call.prompts.lines[0].text.text()


def test_a_refusal_asks_for_a_clinician_and_stays_open_until_one_is_named(at_the_desk) -> None:
    at_the_desk.say(CHEST)
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_7)
    card = at_the_desk.screens.call.prompts.card
    assert card.clinician.hasFocus()
    assert not at_the_desk.call.prompts[0].is_handled
    at_the_desk.type("Dr E")
    assert at_the_desk.call.prompts[0].clinician == "Dr E"
    at_the_desk.key(Qt.Key.Key_Return)
    assert not standing(at_the_desk)


def test_not_this_takes_a_reason_from_the_list(at_the_desk) -> None:
    at_the_desk.say(CHEST)
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_8)
    assert not at_the_desk.call.prompts[0].is_handled
    card = at_the_desk.screens.call.prompts.card
    card.reasons.choose(PromptAction.NOT_THIS_PAST)
    assert at_the_desk.call.prompts[0].action is PromptAction.NOT_THIS_PAST


def test_a_prompt_falls_to_a_check_line_as_the_sentence_goes_on(at_the_desk) -> None:
    at_the_desk.say("my dad had a stroke")
    assert "RF12" in standing(at_the_desk)
    at_the_desk.say(" last year ")
    assert "RF12" not in standing(at_the_desk)
    fallen = next(p for p in at_the_desk.call.prompts if p.protocol_id == "RF12")
    assert fallen.fell_to_check
    lines = at_the_desk.screens.call.checks.lines
    assert any("stroke" in line.shown.question for line in lines)


def test_words_taken_out_leave_a_check_line_behind(at_the_desk) -> None:
    at_the_desk.say("chest pain ")
    at_the_desk.screens.call.words.words.show_words("")
    assert not standing(at_the_desk)
    assert [check.protocol_id for check in at_the_desk.call.open_checks] == ["RF02"]


def test_a_check_line_answered_yes_raises_the_prompt_for_good(at_the_desk) -> None:
    at_the_desk.say("he had a stroke last year ")
    at_the_desk.key(Qt.Key.Key_F3)
    at_the_desk.key(Qt.Key.Key_Y)
    assert "RF12" in standing(at_the_desk)
    at_the_desk.say("and he is asking for tablets ")
    assert "RF12" in standing(at_the_desk)


def test_a_check_line_takes_one_key_for_its_reason(at_the_desk) -> None:
    at_the_desk.say("he had a stroke last year ")
    at_the_desk.key(Qt.Key.Key_F3)
    at_the_desk.key(Qt.Key.Key_P)
    assert not at_the_desk.call.open_checks
    assert at_the_desk.call.checks[0].answer is CheckAnswer.IN_THE_PAST
    assert not at_the_desk.call.open_prompts


DENIED = "sore throat, no chest pain, no trouble breathing "


def test_denied_mentions_are_one_quiet_line_that_asks_nothing(at_the_desk) -> None:
    at_the_desk.say(DENIED)
    [line] = at_the_desk.screens.call.checks.lines
    assert line.shown.collected
    assert line.shown.question.startswith("Heard as NOT happening:")
    assert "?" not in line.shown.question
    at_the_desk.key(Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    at_the_desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(at_the_desk.saved) == 1


def test_what_was_denied_takes_one_line(at_the_desk) -> None:
    at_the_desk.say("sore throat, no chest pain ")
    [line] = at_the_desk.screens.call.checks.lines
    one_line = line.buttons["W"].sizeHint().height()
    at_the_desk.qtbot.waitUntil(lambda: line.height() <= one_line + 4)


def test_denied_mentions_heard_wrongly_are_asked_each(at_the_desk) -> None:
    at_the_desk.say(DENIED)
    at_the_desk.key(Qt.Key.Key_F3)
    at_the_desk.key(Qt.Key.Key_W)
    lines = at_the_desk.screens.call.checks.lines
    assert len(lines) > 1
    assert not any(line.shown.collected for line in lines)
    at_the_desk.key(Qt.Key.Key_Y)
    assert len(standing(at_the_desk)) == 1


def test_half_a_word_leaves_nothing_behind(at_the_desk) -> None:
    at_the_desk.say("sore throat since yesterday ")  # "si" is shorthand for something grave
    assert not at_the_desk.call.prompts
    assert not at_the_desk.call.checks


def test_a_high_risk_button_raises_its_protocol_by_hand(at_the_desk) -> None:
    at_the_desk.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert standing(at_the_desk) == ["RF02"]
    at_the_desk.say("he says it is nothing ")
    assert standing(at_the_desk) == ["RF02"]


def test_several_prompts_are_a_list_with_the_gravest_open(at_the_desk) -> None:
    at_the_desk.say("chest pain and cannot speak properly, face has dropped, thoughts of suicide ")
    panel = at_the_desk.screens.call.prompts
    assert len(standing(at_the_desk)) == 1 + len(panel.lines)
    assert panel.card.protocol.levels[0].gravity == 0


def test_typing_where_the_patient_is_goes_with_the_open_call(at_the_desk) -> None:
    at_the_desk.say(CHEST)
    at_the_desk.screens.call.prompts.card.place.setFocus()
    at_the_desk.type("at work")
    assert at_the_desk.call.where_is_patient == "at work"


@pytest.mark.parametrize("text", ["chest pain ", "he had a stroke last year "])
def test_what_stands_unanswered_for_a_minute_suggests_a_clinician(at_the_desk, text: str) -> None:
    at_the_desk.say(text)
    nudge = at_the_desk.screens.call.nudge
    assert nudge.isHidden()
    at_the_desk.clock.now += timedelta(seconds=60)
    at_the_desk.screens.attention.look()
    assert "F12" in nudge.text()
    at_the_desk.key(Qt.Key.Key_F12)
    assert nudge.isHidden()
