"""Setting up the practice from the window: nothing is obligatory, mistakes stand beside fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signpost.ui.setup.set_up_dialog import SetUpDialog


@pytest.fixture
def form(at_the_desk) -> SetUpDialog:
    at_the_desk.screens.window.top.practice.click()
    at_the_desk.executor.drain()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, SetUpDialog)
    return shown


def fill(form: SetUpDialog, **texts: str) -> None:
    for key, text in texts.items():
        form.fields[key].setText(text)


def test_the_name_stands_in_the_top_bar_at_once(at_the_desk, form) -> None:
    assert at_the_desk.screens.window.top.practice.text() == "No practice set up yet"
    fill(form, name="Riverside Surgery", ods_code="x99999")
    at_the_desk.key(Qt.Key.Key_Return)
    assert at_the_desk.screens.window.top.practice.text() == "Riverside Surgery"
    assert at_the_desk.desk.set_up_practice.practice().ods_code == "X99999"
    assert QApplication.activeModalWidget() is None


def test_a_code_without_its_form_is_told_beside_the_field(at_the_desk, form) -> None:
    fill(form, name="Riverside Surgery", ods_code="Riverside")
    at_the_desk.key(Qt.Key.Key_Return)
    beside = form.mistakes["ods_code"]
    assert beside.isVisible()
    assert "a letter and five digits" in beside.text()
    assert form.fields["ods_code"].hasFocus()
    assert form.fields["name"].text() == "Riverside Surgery"
    assert at_the_desk.desk.set_up_practice.practice().name == ""


def test_leaving_everything_empty_is_no_mistake(at_the_desk, form) -> None:
    at_the_desk.key(Qt.Key.Key_Return)
    assert QApplication.activeModalWidget() is None


def test_several_people_may_be_added(at_the_desk, form) -> None:
    form.another.click()
    fill(form, initials_0="ab", name_0="Alex Brown", initials_1="cd", name_1="Chris Dale")
    at_the_desk.key(Qt.Key.Key_Return)
    names = {person.initials for person in at_the_desk.screens.desk.people}
    assert names == {"KP", "AB", "CD"}
    assert at_the_desk.screens.desk.recorder.initials == "KP"


def test_a_mistake_about_one_person_stands_beside_that_person(at_the_desk, form) -> None:
    form.another.click()
    fill(form, initials_0="ab", name_0="Alex Brown", initials_1="kp", name_1="Kit Porter")
    at_the_desk.key(Qt.Key.Key_Return)
    assert "KP is Kay Parker" in form.mistakes["initials_1"].text()
    assert len(at_the_desk.desk.choose_recorder.recorders()) == 1


def test_the_duty_clinician_and_the_answer_time_count_at_once(at_the_desk, form) -> None:
    fill(form, clinician="Dr E", how_to_reach="ext 9", answer_minutes="2")
    at_the_desk.key(Qt.Key.Key_Return)
    assert "Dr E, ext 9" in at_the_desk.screens.window.top.duty.text()
    at_the_desk.say("very confused ")
    at_the_desk.key(Qt.Key.Key_F12)
    at_the_desk.clock.forward(2 * 60)
    at_the_desk.screens.clinician._show()
    assert "2 minutes" in at_the_desk.screens.call.clinician.limit.text()
    assert "999" in at_the_desk.screens.call.clinician.rule.text()


@pytest.mark.parametrize("per_cent", [100, 200])
def test_the_form_fits_into_a_small_window(at_the_desk, per_cent: int) -> None:
    window = at_the_desk.screens.window
    window.resize(420, 700)
    window.show_text_size(per_cent)
    at_the_desk.screens.set_up.ask()
    shown = QApplication.activeModalWidget()
    at_the_desk.qtbot.waitExposed(shown)
    assert shown.width() <= window.width()
    assert shown.height() <= window.height()
    assert shown.confirm.isVisible()
    shown.reject()
