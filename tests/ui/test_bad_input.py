"""Whatever is typed or pasted, wherever: no crash, no broken layout, nothing unreadable kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from signpost.ui.parts.form_dialog import FormDialog

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PASTED = {
    "long": "word " * 2_000,
    "one word": "x" * 10_000,
    "emoji": "\N{FACE WITH THERMOMETER}\N{FAMILY}\u200d\N{BOY} " * 400,
    "right to left": "كيف حالك اليوم " * 100,
    "control": "a\x00b\x07c\x1b[31md\r\ne\tf\u202eg\u2028h",
}
IDENTIFIERS = {
    "NHS number": "943 476 5919",
    "telephone": "07700 900123",
    "date of birth": "dob 14/02/1961",
    "postcode": "SW1A 1AA",
}


def paste(at_the_desk, field: QLineEdit | QPlainTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    field.setFocus()
    field.paste()
    at_the_desk.executor.drain()
    at_the_desk.screens.hearing.finish()
    at_the_desk.executor.drain()
    at_the_desk.clock.forward(1)


def all_fields(at_the_desk) -> list[QLineEdit | QPlainTextEdit]:
    """Every field that the call screen has, open prompt and request to a clinician included."""
    at_the_desk.say("chest pain ")
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_7)
    at_the_desk.key(Qt.Key.Key_F12)
    at_the_desk.screens.call.words.words.setFocus()
    at_the_desk.key(Qt.Key.Key_5, ALT)
    call = at_the_desk.screens.call
    card, fields = call.prompts.card, call.record.fields
    return [
        call.record.note,
        card.place,
        card.ring_back,
        card.clinician,
        call.clinician.who,
        fields.clinician,
        fields.when,
        call.words.age,
        call.words.words,
    ]


def too_wide(at_the_desk) -> list[str]:
    window = at_the_desk.screens.window
    return [
        f"{type(widget).__name__} {widget.text()[:40]}"
        for widget in window.findChildren(QLabel)
        if widget.isVisible()
        and widget.mapTo(window, widget.rect().topRight()).x() > window.width()
    ]


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED.keys())
@pytest.mark.parametrize("size", [(1366, 768), (420, 900)], ids=["wide", "compact"])
def test_every_field_takes_it_and_the_window_stays_whole(
    at_the_desk, text: str, size: tuple[int, int]
) -> None:
    window = at_the_desk.screens.window
    window.resize(*size)
    for field in all_fields(at_the_desk):
        paste(at_the_desk, field, text)
    at_the_desk.qtbot.waitUntil(lambda: not too_wide(at_the_desk))
    assert (window.width(), window.height()) == size
    card = at_the_desk.screens.call.prompts.card
    for shown in (card.place.text(), card.clinician.text(), at_the_desk.call.note):
        assert not {"\x00", "\x07", "\x1b", "\u202e", "\u2028"} & set(shown)
    assert at_the_desk.call.where_is_patient == card.place.text()
    assert len(at_the_desk.call.note) >= min(len(text) // 2, 5)


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED.keys())
def test_such_a_call_can_be_parked_taken_up_and_saved(at_the_desk, text: str) -> None:
    call = at_the_desk.screens.call
    paste(at_the_desk, call.words.words, text)
    for prompt in at_the_desk.call.open_prompts:
        at_the_desk.screens.prompts._act(prompt.protocol_id, None)
    paste(at_the_desk, call.record.note, text[:9_000])
    at_the_desk.key(Qt.Key.Key_F4)
    form = QApplication.activeModalWidget()
    assert isinstance(form, FormDialog)
    paste(at_the_desk, form.fields["where"], text)
    form.confirm.click()
    at_the_desk.executor.drain()
    assert len(at_the_desk.screens.calls.parked) == 1
    at_the_desk.key(Qt.Key.Key_F5)
    at_the_desk.key(Qt.Key.Key_Return)
    if len(at_the_desk.call.words) > 10_000:
        call.words.words.show_words(at_the_desk.call.words[:10_000])
    at_the_desk.key(Qt.Key.Key_8, ALT)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert len(at_the_desk.saved) == 1


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED.keys())
def test_forms_say_beside_the_field_what_cannot_be_used(at_the_desk, text: str) -> None:
    at_the_desk.key(Qt.Key.Key_R, CTRL)
    form = QApplication.activeModalWidget()
    assert isinstance(form, FormDialog)
    for field in form.fields.values():
        paste(at_the_desk, field, text)
    form.confirm.click()
    at_the_desk.executor.drain()
    assert form.mistakes["initials"].isVisible()
    assert form.width() <= at_the_desk.screens.window.width()


@pytest.mark.parametrize("text", IDENTIFIERS.values(), ids=IDENTIFIERS.keys())
def test_identifiers_in_words_and_note_are_pointed_out_and_taken_out(at_the_desk, text) -> None:
    words, record = at_the_desk.screens.call.words, at_the_desk.screens.call.record
    at_the_desk.say(f"sore throat, {text} ")
    assert words.warning.isVisible()
    words.remove.click()
    assert text not in at_the_desk.call.words
    assert not words.warning.isVisible()
    record.note.setFocus()
    at_the_desk.type(f"rang back, {text} ")
    assert record.warning.isVisible()
    record.remove.click()
    at_the_desk.executor.drain()
    assert text not in at_the_desk.call.note
    assert not record.warning.isVisible()
