"""Keys: none does two things, and every one is shown where it acts."""

from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from signpost.ui.call.record_words import OUTCOMES
from signpost.ui.parts.button import Button
from signpost.ui.parts.keys import CALL_KEYS, Key, outcome_key, raise_key


def test_no_key_is_given_twice() -> None:
    keys = [key.sequence for key in Key]
    keys += [raise_key(index) for index in range(8)]
    keys += [outcome_key(key) for _, key, _ in OUTCOMES if len(key) == 1]
    sequences = [QKeySequence(key).toString() for key in keys]
    assert len(sequences) == len(set(sequences))


def test_every_key_is_shown_somewhere_on_the_window(at_the_desk) -> None:
    window = at_the_desk.screens.window
    for name in reversed(window.top.tabs):
        window.show_screen(name)
    shown = {button.key for button in window.findChildren(Button)}
    at_the_desk.say("crushing chest pain now. my dad had a stroke last year. ")
    texts = " ".join(label.text() for label in window.findChildren(QLabel))
    shown |= {button.key for button in window.findChildren(Button)}
    missing = {key for key in Key if key.shown not in shown and key.shown not in texts}
    assert missing <= {Key.PARKED}  # shown beside the first parked call


def test_the_guide_tells_every_key() -> None:
    guide = (Path(__file__).parents[2] / "docs/guide/call-screen.md").read_text(encoding="utf-8")
    table = guide.partition("## Keys")[2].partition("\n## ")[0]
    assert [key.shown for key in Key if f"| {key.shown} |" not in table] == []
    assert f"{raise_key(0)} to {raise_key(7)}" in table
    letters = [key for _, key, _ in OUTCOMES if len(key) == 1 and not key.isdigit()]
    assert all(outcome_key(key) in table for key in ("1", "9", "0", *letters))


def test_every_key_of_the_screen_has_something_to_do(at_the_desk) -> None:
    assert set(at_the_desk.screens.keys.actions) == set(CALL_KEYS)
