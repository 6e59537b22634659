"""What the screen hands on: the handover in the protocol's own words, undo for ten seconds only."""

import gc
import weakref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_the_handover_tells_questions_and_stated_action_in_words(at_the_desk) -> None:
    at_the_desk.say("chest pain ")
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_Y)
    at_the_desk.key(Qt.Key.Key_F11)
    text = QApplication.clipboard().text()
    prompt = at_the_desk.call.prompts[0]
    protocol = at_the_desk.screens.session.listening.protocols[prompt.protocol_id]
    row = next(row for row in protocol.rows if row.id == prompt.row_id)
    assert f"{protocol.questions[0].text} yes" in text
    assert f"Stated action: {row.action}" in text
    assert f"  {protocol.questions[0].id} " not in text


def test_a_saved_call_is_held_no_longer_than_it_can_be_undone(at_the_desk) -> None:
    at_the_desk.say("wants a form signing ")
    at_the_desk.key(Qt.Key.Key_8, ALT)
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    held = weakref.ref(at_the_desk.saved.pop())
    saving = at_the_desk.screens.saving
    gc.collect()
    assert held() is not None
    assert saving._undo_over.isActive()
    assert saving._undo_over.interval() == 10_000
    saving._undo_over.timeout.emit()  # as after ten seconds
    gc.collect()
    assert held() is None
    assert at_the_desk.screens.window.notices.undo.isHidden()
    at_the_desk.key(Qt.Key.Key_U, CTRL)
    assert "no save to undo" in at_the_desk.screens.window.notices.text.text()
