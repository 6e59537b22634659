"""From a call, in one key: this entry is wrong; and how other calls are told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signpost.ui.call.report_dialog import FIELD, ReportDialog
from signpost.ui.call.suggestions_model import spoken
from tests.exchange.seed import example
from tests.usecases.directories import fill

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def suggested(at_the_desk):
    """A call with suggestions, the first one selected."""
    fill(at_the_desk.desk.database, *example().directory.services)
    at_the_desk.use_own_directory()
    at_the_desk.say("sore knee for two weeks ")
    at_the_desk.key(Qt.Key.Key_Down)
    return at_the_desk.screens.call.suggestions


def report(at_the_desk, words: str) -> ReportDialog:
    at_the_desk.key(Qt.Key.Key_W, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReportDialog)
    at_the_desk.type(words)
    at_the_desk.key(Qt.Key.Key_Return)
    return dialog


def test_the_selected_suggestion_is_reported_and_says_so_until_it_is_answered(
    at_the_desk, suggested
) -> None:
    name = suggested.current().name
    report(at_the_desk, "moved to Mill Lane")
    [made] = at_the_desk.desk.directory.reports.open()
    assert (made.service_name, made.what_is_wrong) == (name, "moved to Mill Lane")
    current = next(item for item in suggested.list.model().suggestions if item.name == name)
    assert current.reported == 'Reported wrong today: "moved to Mill Lane"'
    assert "Reported wrong today" in spoken(current)
    assert f"Reported: {name}" in at_the_desk.screens.window.notices.text.text()
    assert QApplication.activeModalWidget() is None
    assert at_the_desk.call.words.startswith("sore knee")


def test_the_service_of_the_record_is_reported_when_none_is_selected(
    at_the_desk, suggested
) -> None:
    at_the_desk.key(Qt.Key.Key_Return)
    chosen = at_the_desk.call.service.name
    at_the_desk.screens.call.words.words.setFocus()
    report(at_the_desk, "no answer")
    [made] = at_the_desk.desk.directory.reports.open()
    assert made.service_name == chosen


def test_without_a_service_it_says_what_to_do(at_the_desk) -> None:
    at_the_desk.key(Qt.Key.Key_W, CTRL)
    assert QApplication.activeModalWidget() is None
    assert "Choose the service" in at_the_desk.screens.window.notices.text.text()


def test_a_number_is_pointed_out_and_a_second_enter_sends_it(at_the_desk, suggested) -> None:
    dialog = report(at_the_desk, "number is now 01632 960777")
    assert "If it is the service's own" in dialog.mistakes[FIELD].text()
    assert dialog.remove.isVisible()
    assert at_the_desk.desk.directory.reports.open() == ()
    at_the_desk.key(Qt.Key.Key_Return)
    assert len(at_the_desk.desk.directory.reports.open()) == 1


def test_a_patients_number_never_goes_and_is_taken_out_by_one_button(
    at_the_desk, suggested
) -> None:
    dialog = report(at_the_desk, "refused 943 476 5919")
    at_the_desk.key(Qt.Key.Key_Return)
    assert "NHS number" in dialog.mistakes[FIELD].text()
    assert at_the_desk.desk.directory.reports.open() == ()
    dialog.remove.click()
    assert dialog.fields[FIELD].text() == "refused […]"
    at_the_desk.key(Qt.Key.Key_Return)
    [made] = at_the_desk.desk.directory.reports.open()
    assert made.what_is_wrong == "refused […]"


def test_an_empty_report_asks_for_words(at_the_desk, suggested) -> None:
    dialog = report(at_the_desk, "")
    assert "Say in a few words" in dialog.mistakes[FIELD].text()
    assert not dialog.remove.isVisible()
