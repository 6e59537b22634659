"""When something fails: the call is kept, the person is told, no field's contents leak."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from signpost.domain.call import Outcome
from signpost.storage.migrating import known_versions
from signpost.ui.call.correct_dialog import CorrectDialog
from signpost.ui.crash import CrashReporter
from signpost.ui.parts.form_dialog import FormDialog
from tests.desk import unlocked

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
FORM = "wants a form signing "
WHOSE = "his wife is Mavis"


def save(at_the_desk, words: str = FORM) -> None:
    at_the_desk.say(words)
    at_the_desk.key(Qt.Key.Key_8, ALT)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)


def refer(at_the_desk) -> None:
    at_the_desk.say("3 year old with earache for two days ")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_1):
        at_the_desk.key(key)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)


def close_and_be_asked(at_the_desk) -> QMessageBox:
    at_the_desk.screens.window.close()
    at_the_desk.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    return box


def rows(at_the_desk):
    return at_the_desk.desk.review_today.today(at_the_desk.clock.now).rows


def set_version(at_the_desk, version: str) -> None:
    """As if a newer Signpost had been here: from now on the database cannot be used."""
    at_the_desk.desk.database.close()
    with unlocked(at_the_desk.desk.data_dir) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.commit()


def test_a_save_that_fails_keeps_the_call_and_says_why(at_the_desk) -> None:
    at_the_desk.say(FORM)
    call_id = at_the_desk.call.id
    set_version(at_the_desk, "9999")
    at_the_desk.key(Qt.Key.Key_8, ALT)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    window = at_the_desk.screens.window
    assert at_the_desk.call.id == call_id
    assert at_the_desk.call.words == FORM
    assert at_the_desk.call.outcome is Outcome.DEALT_WITH
    assert "newer Signpost" in window.notices.text.text()
    assert "Not saved" in window.status.text.text()
    assert not at_the_desk.saved
    set_version(at_the_desk, known_versions()[-1])
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert len(at_the_desk.saved) == 1
    assert "Saved on this PC" in window.status.text.text()


def test_a_correction_that_fails_keeps_what_was_typed(at_the_desk) -> None:
    save(at_the_desk)
    at_the_desk.screens.call.today.lines[0].deeds["void"].click()
    form = QApplication.activeModalWidget()
    assert isinstance(form, FormDialog)
    form.fields["reason"].setText("wrong caller")
    set_version(at_the_desk, "9999")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert form.isVisible()
    assert "newer Signpost" in form.general_mistake.text()
    assert form.fields["reason"].text() == "wrong caller"


def test_a_crash_is_told_once_and_the_report_names_no_contents(at_the_desk) -> None:
    reporter = CrashReporter(at_the_desk.screens.window)
    at_the_desk.say(f"sore throat, {WHOSE} ")
    for _ in range(2):
        try:
            raise ValueError(at_the_desk.call.words)  # noqa: TRY301 - as a bug would
        except ValueError as error:
            reporter.report(type(error), error, error.__traceback__)
    at_the_desk.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert "kept on this PC" in box.text()
    next(button for button in box.buttons() if button.text() == "Copy report").click()
    report = QApplication.clipboard().text()
    assert "ValueError" in report
    assert f"Python {sys.version_info.major}" in report
    assert WHOSE not in report
    assert "sore throat" not in report
    box.close()
    at_the_desk.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert WHOSE in at_the_desk.call.words


def test_closing_warns_of_referrals_that_are_not_sent(at_the_desk) -> None:
    refer(at_the_desk)
    window = at_the_desk.screens.window
    box = close_and_be_asked(at_the_desk)
    assert "1 referral is still to send." in box.text()
    next(button for button in box.buttons() if button.text() == "Stay").click()
    assert window.isVisible()
    at_the_desk.screens.call.today.lines[0].deeds["sent"].click()
    at_the_desk.executor.drain()
    window.close()
    at_the_desk.qtbot.waitUntil(lambda: not window.isVisible())


def test_a_window_with_nothing_unfinished_closes_at_once(at_the_desk) -> None:
    window = at_the_desk.screens.window
    window.close()
    at_the_desk.qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_warns_of_a_call_in_progress(at_the_desk) -> None:
    at_the_desk.say("earache ")
    window = at_the_desk.screens.window
    box = close_and_be_asked(at_the_desk)
    assert "1 call is open and will come back." in box.text()
    next(button for button in box.buttons() if button.text() == "Close anyway").click()
    assert not window.isVisible()


def test_a_referral_is_marked_sent(at_the_desk) -> None:
    refer(at_the_desk)
    today = at_the_desk.screens.call.today
    assert "1 referral to send" in today.count.text()
    assert "referral to send" in today.lines[0].shown.line
    today.lines[0].deeds["sent"].click()
    at_the_desk.executor.drain()
    assert "to send" not in today.count.text()
    assert "sent" not in today.lines[0].deeds


def test_a_record_is_voided_with_a_reason(at_the_desk) -> None:
    save(at_the_desk)
    today = at_the_desk.screens.call.today
    today.lines[0].deeds["void"].click()
    form = QApplication.activeModalWidget()
    form.confirm.click()
    at_the_desk.executor.drain()
    assert "why the record is voided" in form.mistakes["reason"].text()
    form.fields["reason"].setText("wrong caller")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert "void: wrong caller" in today.lines[0].shown.line
    assert rows(at_the_desk)[0].is_voided
    assert today.lines[0].deeds == {}


def test_a_record_is_corrected_with_a_reason(at_the_desk) -> None:
    save(at_the_desk)
    today = at_the_desk.screens.call.today
    today.lines[0].deeds["correct"].click()
    at_the_desk.executor.drain()
    form = QApplication.activeModalWidget()
    assert isinstance(form, CorrectDialog)
    form._set_outcome(Outcome.MESSAGE_SENT)
    form.fields["note"].setText("left with the secretary")
    form.fields["reason"].setText("pressed the wrong key")
    form.confirm.click()
    at_the_desk.executor.drain()
    [row] = rows(at_the_desk)
    assert row.outcome is Outcome.MESSAGE_SENT
    assert row.is_corrected
    assert "corrected" in today.lines[0].shown.line


def test_undo_after_ten_seconds_says_what_to_do_instead(at_the_desk) -> None:
    save(at_the_desk)
    at_the_desk.clock.forward(11)
    at_the_desk.key(Qt.Key.Key_U, CTRL)
    assert "void the record" in at_the_desk.screens.window.notices.text.text().lower()
    assert at_the_desk.call.words == ""
    assert not rows(at_the_desk)[0].is_voided


def test_faulty_content_puts_a_bar_that_only_sound_content_takes_away(
    at_the_desk, listening
) -> None:
    fault = at_the_desk.screens.window.fault
    assert fault.isHidden()
    broken = replace(listening, faults=("RF02.toml: rows: is missing.", "RF03.toml: title."))
    at_the_desk.screens.use_listening(broken)
    assert fault.isVisible()
    assert "use the paper sheet" in fault.text.text()
    assert "RF02.toml: rows" in fault.text.text()
    at_the_desk.say("chest pain ")
    assert at_the_desk.screens.call.prompts.card is not None
    at_the_desk.key(Qt.Key.Key_Escape)
    assert fault.isVisible()
    at_the_desk.screens.use_listening(listening)
    assert fault.isHidden()


@pytest.mark.parametrize("faults", [(), ("concepts.toml: cannot be opened.",)])
def test_no_content_at_all_says_so_and_the_call_goes_on(at_the_desk, listening, faults) -> None:
    at_the_desk.screens.use_listening(replace(listening, protocols={}, faults=faults))
    window = at_the_desk.screens.window
    assert window.fault.isVisible()
    told = window.fault.text.text()
    assert (faults[0] if faults else "resources/protocols") in told
    assert "No protocols in use" in window.status.text.text()
    save(at_the_desk)
    assert len(at_the_desk.saved) == 1
