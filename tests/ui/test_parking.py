"""Two calls at once: nothing is lost, and an open prompt always has somebody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from signpost.ui.parts.form_dialog import FormDialog


def park(at_the_desk, **given: str) -> FormDialog:
    at_the_desk.key(Qt.Key.Key_F4)
    form = QApplication.activeModalWidget()
    assert isinstance(form, FormDialog)
    for key, text in given.items():
        form.fields[key].setText(text)
    form.confirm.click()
    at_the_desk.executor.drain()
    return form


def test_a_parked_call_waits_and_comes_back_whole(at_the_desk) -> None:
    at_the_desk.say("earache for two days ")
    first = at_the_desk.call.id
    park(at_the_desk, where="at home", ring_back="")
    assert at_the_desk.call.words == ""
    assert "earache" in at_the_desk.screens.call.parked.lines[0].text.text()
    at_the_desk.say("needs a form ")
    at_the_desk.key(Qt.Key.Key_F5)
    at_the_desk.key(Qt.Key.Key_Return)
    assert at_the_desk.call.id == first
    assert at_the_desk.call.where_is_patient == "at home"
    assert at_the_desk.screens.call.words.words.words == "earache for two days "
    assert [call.words for call in at_the_desk.screens.calls.parked] == ["needs a form "]


def test_an_open_prompt_cannot_be_parked_without_naming_who_has_it(at_the_desk) -> None:
    at_the_desk.say("chest pain ")
    form = park(at_the_desk)
    assert not at_the_desk.screens.calls.parked
    assert "who has this caller" in form.mistakes["parked_with"].text()
    form.fields["parked_with"].setText("Dr E")
    form.confirm.click()
    at_the_desk.executor.drain()
    assert at_the_desk.screens.calls.parked[0].parked_with == "Dr E"


def test_a_parked_open_prompt_stays_on_top_and_reminds_every_30_seconds(at_the_desk) -> None:
    at_the_desk.say("earache ")
    park(at_the_desk)
    at_the_desk.say("chest pain ")
    park(at_the_desk, parked_with="Dr E")
    lines = at_the_desk.screens.call.parked.lines
    assert "Chest pain" in lines[0].text.text()
    reminders: list[str] = []
    calls = at_the_desk.screens.calls
    calls.reminded.connect(reminders.append)
    for _ in range(3):
        at_the_desk.clock.forward(30)
        calls.tick()
        calls.tick()
    assert len(reminders) == 3
    assert "Dr E" in reminders[0]


def test_escape_discards_only_an_empty_call(at_the_desk) -> None:
    first = at_the_desk.call.id
    at_the_desk.key(Qt.Key.Key_Escape)
    assert at_the_desk.call.id != first
    at_the_desk.say("earache")
    second = at_the_desk.call.id
    at_the_desk.key(Qt.Key.Key_Escape)
    assert at_the_desk.call.id == second


def test_escape_elsewhere_goes_back_to_the_words(at_the_desk) -> None:
    at_the_desk.screens.call.words.age.setFocus()
    first = at_the_desk.call.id
    at_the_desk.key(Qt.Key.Key_Escape)
    assert at_the_desk.screens.call.words.words.hasFocus()
    assert at_the_desk.call.id == first


def test_every_open_call_is_kept_on_disk(at_the_desk) -> None:
    at_the_desk.say("earache ")
    at_the_desk.screens.calls.save_draft()
    at_the_desk.executor.drain()
    kept = list((at_the_desk.desk.data_dir / "open_calls").iterdir())
    assert kept
