"""The directory screen: finding, reading, changing, pausing, restoring; by keyboard alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox

from signpost.domain.directory_listing import Listed
from signpost.domain.service import Status
from signpost.domain.service_kind import ServiceKind
from signpost.domain.staff import Role
from signpost.ui.directory.entry_pane import EntryDeed
from signpost.ui.directory.pause_dialog import REASONS
from signpost.ui.parts.button import Button
from signpost.ui.screens import DIRECTORY
from tests.ui.conftest import MONDAY_TEN
from tests.ui.test_nothing_is_cut import SIZES, cut
from tests.usecases.directories import LOCAL, OLD, PHARMACIES, PHYSIO, fill

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(at_the_desk):
    """The screen, opened by its key by somebody who may change the directory."""
    desk = at_the_desk.desk
    fill(desk.database, PHYSIO, LOCAL, OLD, PHARMACIES)
    at_the_desk.use_own_directory()
    manager = desk.choose_recorder.add("MM", "Mo Manager", MONDAY_TEN, Role.MANAGER)
    at_the_desk.screens.desk.people += (manager,)
    at_the_desk.screens.desk._use_person(manager)
    at_the_desk.key(Qt.Key.Key_D, CTRL)
    return at_the_desk.screens.directory.view


def now(at_the_desk, service_id: str):
    return at_the_desk.desk.directory.browse.entry(service_id).service


def names(view) -> list[str]:
    return [entry.name for entry in view.model.entries]


def find(at_the_desk, view, words: str) -> None:
    view.finder.setFocus()
    view.finder.clear()
    at_the_desk.type(words)


def test_its_key_opens_it_with_everything_listed_and_the_first_entry_shown(
    at_the_desk, view
) -> None:
    assert at_the_desk.screens.window.top.tabs[DIRECTORY].isChecked()
    assert view.finder.hasFocus()
    assert names(view) == ["Community midwives", "Hill physiotherapy", "Pharmacy First", OLD.name]
    assert "Community midwives" in view.pane.text.toPlainText()
    assert view.waiting.text() == "2 due for review · 1 to fill in"


def test_typing_finds_and_enter_goes_to_the_entry_and_escape_back_to_the_call(
    at_the_desk, view
) -> None:
    find(at_the_desk, view, "hill")
    assert names(view) == ["Hill physiotherapy"]
    at_the_desk.key(Qt.Key.Key_Return)
    assert view.pane.text.hasFocus()
    at_the_desk.key(Qt.Key.Key_Escape)
    assert view.list.hasFocus()
    at_the_desk.key(Qt.Key.Key_Escape)
    assert at_the_desk.screens.window.stack.currentWidget() is at_the_desk.screens.call


def test_nothing_found_is_said_and_shows_nothing(at_the_desk, view) -> None:
    find(at_the_desk, view, "xyzzy")
    assert view.count.text() == "Nothing found."
    assert view.pane.text.toPlainText() == ""
    assert not view.pane.deeds[EntryDeed.EDIT].isVisible()


def test_lists_and_kinds_narrow_what_is_listed(at_the_desk, view) -> None:
    view.lists.choose(Listed.DUE)
    at_the_desk.executor.drain()
    assert names(view) == ["Hill physiotherapy", OLD.name]
    view.lists.choose(Listed.DUE)
    view.kinds.show_value(ServiceKind.PHARMACY_FIRST.value)
    view.kinds.picked.emit(ServiceKind.PHARMACY_FIRST.value)
    at_the_desk.executor.drain()
    assert names(view) == ["Pharmacy First"]


def test_an_entry_says_what_is_known_and_why_it_is_not_suggested(at_the_desk, view) -> None:
    text = view.pane.text.toPlainText()
    assert "Not suggested: your practice must fill this in. It needs a telephone number" in text
    find(at_the_desk, view, "hill")
    text = view.pane.text.toPlainText()
    assert "Checked 5 Jan 2026 by KP" in text
    assert "reception: 01632 960111" in text
    assert "Mon to Fri 09:00–17:00; closed on bank holidays" in text


def test_one_key_marks_an_entry_as_checked_today(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_M, CTRL)
    assert now(at_the_desk, "P1").assurance.assured_by == "MM"
    assert "Checked 23 Nov 2026 by MM. Look at it again by 23 May 2027" in (
        view.pane.text.toPlainText()
    )
    assert view.waiting.text() == "1 due for review · 1 to fill in"


def test_two_keys_pause_an_entry_with_a_reason_and_an_end(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_B, CTRL)
    at_the_desk.key(Qt.Key.Key_2)
    service = now(at_the_desk, "P1")
    assert (service.status, service.pause_reason) == (Status.PAUSED, REASONS[1])
    assert service.paused_until.isoformat() == "2026-11-30"
    assert QApplication.activeModalWidget() is None
    assert f"Paused until 30 Nov 2026: {REASONS[1]}" in view.pane.text.toPlainText()
    view.pane.deeds[EntryDeed.TAKE_UP].click()
    at_the_desk.executor.drain()
    assert now(at_the_desk, "P1").status is Status.ACTIVE


def test_a_pause_with_a_day_that_has_passed_keeps_what_was_typed(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_B, CTRL)
    form = QApplication.activeModalWidget()
    form.fields["reason"].setText("Flood")
    form.fields["until"].setText("1 Nov 2026")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert "come already" in form.mistakes["until"].text()
    assert form.fields["reason"].text() == "Flood"
    assert now(at_the_desk, "P1").status is Status.ACTIVE


def test_what_cannot_be_used_is_told_beside_its_field_and_stays_typed(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    form = view.pane.form
    assert form.controls["name"].control.hasFocus()
    form.controls["schedule"].control.setText("nine to five")
    form.controls["email"].control.setText("hill at nhs")
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert "cannot be read" in form.controls["schedule"].mistake.text()
    assert "not an e-mail address" in form.controls["email"].mistake.text()
    assert form.controls["email"].control.hasFocus()
    assert form.controls["schedule"].text == "nine to five"
    assert view.pane.is_editing
    form.controls["schedule"].control.setText("Mo-Fr 08:00-18:00; PH off")
    form.controls["email"].control.setText("")
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert not view.pane.is_editing
    assert now(at_the_desk, "P1").schedule == "Mo-Fr 08:00-18:00; PH off"


def test_a_field_that_is_left_says_at_once_what_is_wrong(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    controls = view.pane.form.controls
    controls["ods_code"].control.setFocus()
    controls["ods_code"].control.setText("?")
    at_the_desk.key(Qt.Key.Key_Tab)
    assert "not an ODS code" in controls["ods_code"].mistake.text()
    controls["ods_code"].control.setText("FA599")
    assert controls["ods_code"].mistake.isHidden()


def test_hours_are_told_in_words_while_they_are_typed(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    schedule = view.pane.form.controls["schedule"]
    assert "Mon 23 Nov: 09:00 to 17:00" in schedule.preview.text()
    assert "Fri 25 Dec (bank holiday): closed" in schedule.preview.text()
    schedule.control.setText("Tu 10:00-12:00")
    at_the_desk.executor.drain()
    assert "Mon 23 Nov: closed" in schedule.preview.text()
    assert "write PH off" in schedule.preview.text()
    schedule.control.setText("Tu 10:00-")
    at_the_desk.executor.drain()
    assert schedule.preview.isHidden()


def test_a_form_with_changes_is_not_thrown_away_by_one_key(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    view.pane.form.controls["name"].control.setText("Hill MSK")
    at_the_desk.key(Qt.Key.Key_Escape)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.defaultButton().click()
    assert view.pane.is_editing
    assert view.pane.form.controls["name"].text == "Hill MSK"
    at_the_desk.key(Qt.Key.Key_Escape)
    QApplication.activeModalWidget().accept()
    assert not view.pane.is_editing
    assert now(at_the_desk, "P1").name == PHYSIO.name


def test_a_form_stays_as_it_is_while_a_call_is_taken(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    view.pane.form.controls["name"].control.setText("Hill MSK")
    at_the_desk.screens.window.show_screen("Call")
    at_the_desk.say("earache ")
    at_the_desk.screens.window.show_screen(DIRECTORY)
    assert view.pane.is_editing
    assert view.pane.form.controls["name"].text == "Hill MSK"


def test_a_local_entry_is_saved_as_filled_in_and_then_counts_as_checked(at_the_desk, view) -> None:
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    form = view.pane.form
    assert form.save_marked.text() == "Save as filled in"
    form.save_marked.click()
    at_the_desk.executor.drain()
    assert "Before desks can be shown it" in form.controls["phones"].mistake.text()
    form.controls["phones"].control.setText("01632 960222")
    form.controls["access"].control.buttons["phone"].click()
    at_the_desk.key(Qt.Key.Key_M, CTRL)
    assert not now(at_the_desk, "L1").is_unfilled
    assert view.waiting.text() == "2 due for review"


def test_an_entry_is_added_from_its_name_and_kind(at_the_desk, view) -> None:
    at_the_desk.key(Qt.Key.Key_N, CTRL)
    form = view.pane.form
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert "cannot stay empty" in form.controls["name"].mistake.text()
    assert "Choose what kind" in form.controls["kind"].mistake.text()
    at_the_desk.type("Knitting circle")
    form.controls["kind"].control.show_value("wellbeing")
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert "Knitting circle" in names(view)
    assert view.list.currentIndex().data().startswith("Knitting circle")


def test_a_place_is_added_and_edited_from_its_link(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    view.pane.seldom[EntryDeed.ADD_PLACE].trigger()
    controls = view.pane.form.controls
    controls["name"].control.setText("Mill Clinic")
    controls["postal_code"].control.setText("nowhere")
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert "not a UK postcode" in controls["postal_code"].mistake.text()
    controls["postal_code"].control.setText("bs14dj")
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert "Mill Clinic\nBS1 4DJ" in view.pane.text.toPlainText().replace("\u2028", "\n")
    [place] = at_the_desk.desk.directory.browse.places("P1")
    view.pane.text.anchorClicked.emit(QUrl(f"edit-place:{place.location.id}"))
    at_the_desk.executor.drain()
    assert view.pane.form.controls["name"].text == "Mill Clinic"
    view.pane.form.cancel.click()
    view.pane.text.anchorClicked.emit(QUrl(f"take-place:{place.location.id}"))
    at_the_desk.executor.drain()
    assert at_the_desk.desk.directory.browse.places("P1") == ()


def test_an_earlier_version_is_brought_back_from_the_history(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    first = at_the_desk.desk.directory.browse.entry("P1").history[0].generation
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    view.pane.form.controls["name"].control.setText("Hill MSK")
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert "Name: Hill physiotherapy → Hill MSK" in view.pane.text.toPlainText()
    view.pane.text.anchorClicked.emit(QUrl(f"restore:{first}"))
    at_the_desk.executor.drain()
    assert now(at_the_desk, "P1").name == "Hill physiotherapy"


def test_taking_an_entry_out_asks_first(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    view.pane.seldom[EntryDeed.REMOVE].trigger()
    QApplication.activeModalWidget().accept()
    at_the_desk.executor.drain()
    assert at_the_desk.desk.directory.browse.entry("P1") is None
    assert names(view) == []


def test_the_priority_of_a_kind_is_asked_as_a_number(at_the_desk, view) -> None:
    find(at_the_desk, view, "hill")
    view.pane.seldom[EntryDeed.PRIORITY].trigger()
    form = QApplication.activeModalWidget()
    form.fields["practice_priority"].setText("first")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert "whole number" in form.mistakes["practice_priority"].text()
    form.fields["practice_priority"].setText("2")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert now(at_the_desk, "P1").practice_priority == 2


def test_reception_reads_only_and_is_told_why(at_the_desk, view) -> None:
    desk = at_the_desk.screens.desk
    [kay] = [person for person in desk.people if person.initials == "KP"]
    desk._use_person(kay)
    find(at_the_desk, view, "hill")
    assert "Hill physiotherapy" in view.pane.text.toPlainText()
    assert not view.pane.deeds[EntryDeed.EDIT].isVisible()
    assert "Only a manager" in view.pane.note.text()
    at_the_desk.key(Qt.Key.Key_M, CTRL)
    assert now(at_the_desk, "P1").assurance.assured_by == "KP"


def test_more_entries_are_read_when_somebody_scrolls(at_the_desk, view) -> None:
    many = [replace(OLD, id=f"W{number}", name=f"Walk {number:03}") for number in range(150)]
    fill(at_the_desk.desk.database, *many)
    view.finder.setFocus()
    at_the_desk.type("walk ")
    assert len(view.model.entries) == 100
    assert view.count.text() == "100 listed, more below"
    view.list.setFocus()
    at_the_desk.key(Qt.Key.Key_End)

    def all_are_listed() -> bool:
        at_the_desk.executor.drain()
        return len(view.model.entries) == 151

    at_the_desk.qtbot.waitUntil(all_are_listed)
    view.select("W149")
    at_the_desk.executor.drain()
    at_the_desk.key(Qt.Key.Key_M, CTRL)
    assert view.current_id == "W149"
    assert now(at_the_desk, "W149").assurance.assured_by == "MM"


def test_entries_model_keeps_qts_rules(qtmodeltester, at_the_desk, view) -> None:
    qtmodeltester.check(view.model)


def cut_buttons(view) -> list[str]:
    shown = [button for button in view.findChildren(Button) if button.isVisible()]
    assert len(shown) > 3
    return [button.text() for button in shown if cut(button)]


@pytest.mark.parametrize(("width", "height", "per_cent"), SIZES)
def test_nothing_is_cut_in_the_directory(
    at_the_desk, view, width: int, height: int, per_cent: int
) -> None:
    window = at_the_desk.screens.window
    window.resize(width, height)
    window.show_text_size(per_cent)
    find(at_the_desk, view, "hill")
    for shows_entry in (False, True):
        view.show_pane(entry=shows_entry)
        at_the_desk.qtbot.waitUntil(lambda: cut_buttons(view) == [])
    at_the_desk.key(Qt.Key.Key_E, CTRL)
    inside = view.pane.form.scroller
    at_the_desk.qtbot.waitUntil(lambda: inside.widget().width() <= inside.viewport().width() + 1)
    view.pane.form.cancel.click()
