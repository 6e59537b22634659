"""From a service to a saved record, by as few keys as possible, with nothing ticked beforehand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signpost.domain.call import Outcome
from signpost.domain.signpost import RecordMode
from signpost.ui.call.suggestions_presenter import FINISH_FIRST, NOTHING_MATCHED

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
EARACHE = "3 year old with earache for two days "


def test_a_usual_signpost_takes_four_keys_after_the_words(at_the_desk) -> None:
    at_the_desk.say(EARACHE)
    at_the_desk.key(Qt.Key.Key_Down)
    at_the_desk.key(Qt.Key.Key_Return)
    at_the_desk.key(Qt.Key.Key_1)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert len(at_the_desk.saved) == 1
    today = at_the_desk.desk.review_today.today(at_the_desk.clock.now)
    assert today.rows[0].outcome is Outcome.ACCEPTED
    assert today.rows[0].is_rehearsal


def test_the_next_call_starts_empty_with_the_hand_on_the_words(at_the_desk) -> None:
    first = at_the_desk.call.id
    at_the_desk.say("wants a form signing ")
    at_the_desk.key(Qt.Key.Key_8, ALT)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert at_the_desk.call.id != first
    assert at_the_desk.call.words == ""
    assert at_the_desk.screens.call.words.words.words == ""
    assert at_the_desk.screens.call.words.words.hasFocus()
    assert at_the_desk.call.recorder_id


def test_nothing_is_ticked_beforehand(at_the_desk) -> None:
    at_the_desk.say(EARACHE)
    record = at_the_desk.screens.call.record
    assert not any(button.isChecked() for button in record.outcomes.values())
    for row in (record.consent, record.net, record.understanding):
        assert row.value is None


def test_saving_goes_to_the_first_thing_that_is_missing(at_the_desk) -> None:
    at_the_desk.say(EARACHE)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    record = at_the_desk.screens.call.record
    assert at_the_desk.focused() in record.outcomes.values()
    assert "Choose what came of the call." in record.missing.text()
    assert not at_the_desk.saved


def test_a_double_press_saves_once(at_the_desk) -> None:
    at_the_desk.say("wants a form signing ")
    at_the_desk.key(Qt.Key.Key_8, ALT)
    window = at_the_desk.screens.window
    at_the_desk.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, CTRL)
    at_the_desk.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, CTRL)
    at_the_desk.executor.drain()
    assert at_the_desk.desk.review_today.today(at_the_desk.clock.now).calls == 1


def test_the_last_save_can_be_undone_for_ten_seconds(at_the_desk) -> None:
    at_the_desk.say("wants a form signing ")
    at_the_desk.key(Qt.Key.Key_8, ALT)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    at_the_desk.clock.forward(5)
    at_the_desk.key(Qt.Key.Key_U, CTRL)
    assert at_the_desk.call.words == "wants a form signing "
    assert at_the_desk.desk.review_today.today(at_the_desk.clock.now).calls == 0


def test_services_stand_back_while_a_prompt_is_open(at_the_desk) -> None:
    at_the_desk.say("chest pain ")
    panel = at_the_desk.screens.call.suggestions
    assert panel.message.text() == FINISH_FIRST
    assert panel.list.isHidden()


def test_nothing_matched_is_said_only_when_the_matcher_has_run_on_these_words(at_the_desk) -> None:
    panel = at_the_desk.screens.call.suggestions
    assert NOTHING_MATCHED not in panel.message.text()
    at_the_desk.say("xyzzy plugh ")
    assert NOTHING_MATCHED in panel.message.text()
    at_the_desk.screens.session.listening = None
    at_the_desk.screens.hearing.listen()
    at_the_desk.screens.suggestions._show()
    assert NOTHING_MATCHED not in panel.message.text()


def test_the_sentence_is_that_of_the_design() -> None:
    assert NOTHING_MATCHED == (
        "Nothing you typed matches a protocol; that says nothing about how ill someone is; "
        "unsure, ask a clinician."
    )


def test_a_prompt_withdraws_what_was_chosen_and_copied(at_the_desk) -> None:
    at_the_desk.say(EARACHE)
    at_the_desk.key(Qt.Key.Key_Down)
    at_the_desk.key(Qt.Key.Key_Return)
    name = at_the_desk.call.service.name
    at_the_desk.key(Qt.Key.Key_F9)
    assert name in QApplication.clipboard().text()
    at_the_desk.say("and now she is struggling to breathe ")
    assert at_the_desk.call.service is None
    assert at_the_desk.call.service_withdrawn
    assert QApplication.clipboard().text() == ""
    warning = at_the_desk.screens.call.record.chosen
    assert f"You copied '{name}': strike it out and tell the caller." in warning.warning_text.text()
    at_the_desk.key(Qt.Key.Key_K, CTRL)
    assert warning.warning.isHidden()


def test_declined_asks_why_and_what_was_arranged(at_the_desk) -> None:
    at_the_desk.say(EARACHE)
    at_the_desk.key(Qt.Key.Key_2, ALT)
    record = at_the_desk.screens.call.record
    assert record.fields.reason.isVisible()
    assert "Choose why the caller declined." in record.missing.text()


def test_a_time_that_cannot_be_read_is_told_beside_the_field(at_the_desk) -> None:
    at_the_desk.say(EARACHE)
    at_the_desk.key(Qt.Key.Key_6, ALT)
    fields = at_the_desk.screens.call.record.fields
    fields.when.setFocus()
    at_the_desk.type("soonish")
    assert "such as 14:30" in fields.when_mistake.text()
    fields.when.selectAll()
    at_the_desk.type("14:30")
    assert at_the_desk.call.promised_by.hour == 14


def test_an_identifier_is_pointed_out_and_taken_out(at_the_desk) -> None:
    panel = at_the_desk.screens.call.words
    at_the_desk.say("sore throat, ring on 07700 900123 ")
    assert "telephone number" in panel.warning.text()
    panel.remove.click()
    assert "900123" not in at_the_desk.call.words
    assert panel.warning.text() == ""


def test_facts_in_the_words_are_offered_and_filled_by_one_key(at_the_desk) -> None:
    panel = at_the_desk.screens.call.words
    at_the_desk.say("34 year old lady with a sore throat ")
    assert at_the_desk.call.patient.age_years is None
    assert "age 34" in panel.said.text()
    at_the_desk.key(Qt.Key.Key_F7)
    assert at_the_desk.call.patient.age_years == 34
    assert panel.age.text() == "34"


def test_an_age_that_cannot_be_read_is_told_beside_the_field(at_the_desk) -> None:
    panel = at_the_desk.screens.call.words
    panel.age.setFocus()
    at_the_desk.type("six")
    assert "Type an age" in panel.mistake.text()
    panel.age.selectAll()
    at_the_desk.type("6w")
    assert panel.mistake.text() == ""
    assert 0.1 < at_the_desk.call.patient.age_years < 0.2


def test_a_letter_typed_in_the_list_goes_on_in_the_words(at_the_desk) -> None:
    at_the_desk.say(EARACHE)
    at_the_desk.key(Qt.Key.Key_Down)
    at_the_desk.type("x")
    assert at_the_desk.call.words == f"{EARACHE}x"
    assert at_the_desk.screens.call.words.words.hasFocus()


def test_enter_on_a_row_that_has_just_changed_takes_nothing(at_the_desk) -> None:
    at_the_desk.type(EARACHE)
    at_the_desk.key(Qt.Key.Key_Down)
    at_the_desk.key(Qt.Key.Key_Return)
    assert at_the_desk.call.service is None
    at_the_desk.clock.forward(0.3)
    at_the_desk.key(Qt.Key.Key_Return)
    assert at_the_desk.call.service is not None


def test_every_screen_and_text_says_rehearsal(at_the_desk) -> None:
    assert at_the_desk.screens.session.mode is RecordMode.REHEARSAL
    assert at_the_desk.screens.window.rehearsal.isVisible()
    at_the_desk.say(EARACHE)
    at_the_desk.key(Qt.Key.Key_F10)
    assert "REHEARSAL" in QApplication.clipboard().text()


def test_ask_a_clinician_counts_and_then_says_the_practices_rule(at_the_desk) -> None:
    at_the_desk.say("very confused ")
    at_the_desk.key(Qt.Key.Key_F12)
    panel = at_the_desk.screens.call.clinician
    assert panel.isVisible()
    assert panel.who.hasFocus()
    at_the_desk.clock.forward(5 * 60)
    at_the_desk.screens.clinician._show()
    assert panel.timer.text() == "05:00"
    assert "999" in panel.rule.text()
    at_the_desk.type("Dr E")
    assert at_the_desk.call.clinician_request.took_over_at == at_the_desk.clock.now
