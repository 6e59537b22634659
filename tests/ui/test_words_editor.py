"""The caller's words cope with whatever is typed or pasted."""

import pytest
from PySide6.QtCore import QMimeData, Qt

from signpost.ui.call.words_editor import WordsEditor, readable


@pytest.fixture
def editor(qtbot) -> WordsEditor:
    made = WordsEditor("Caller's words")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("chest\x00 pain\x1b", "chest pain"),
        ("left\u202eright\u2066", "leftright"),
        ("كسر في الذراع", "كسر في الذراع"),
        ("sore 😀 throat", "sore 😀 throat"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\there", "tab\there"),
    ],
)
def test_only_unreadable_characters_are_left_out(typed: str, kept: str) -> None:
    assert readable(typed) == kept


def paste(editor: WordsEditor, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<b>{text[:20]}</b>")
    editor.insertFromMimeData(data)


def test_ten_thousand_characters_are_pasted_as_plain_text(editor: WordsEditor) -> None:
    paste(editor, "my chest is tight 😀 " * 500)
    assert len(editor.words) == 10_000


def test_characters_left_out_are_counted(editor: WordsEditor, qtbot) -> None:
    with qtbot.waitSignal(editor.characters_dropped) as dropped:
        paste(editor, "a\x00b\x01c")
    assert dropped.args == [2]
    assert editor.words == "abc"


def test_marks_behind_an_emoji_stand_under_their_words(editor: WordsEditor) -> None:
    editor.show_words("😀😀 chest pain")
    editor.show_marks([(3, 8)], [], [])
    assert editor.extraSelections()[0].cursor.selectedText() == "chest"


def test_the_cursor_is_counted_in_characters(editor: WordsEditor) -> None:
    editor.show_words("😀 ab")
    assert editor.cursor_position == 4


def test_down_on_the_last_line_leaves_downwards(editor: WordsEditor, qtbot) -> None:
    editor.show_words("one\ntwo")
    with qtbot.waitSignal(editor.left_downwards):
        qtbot.keyClick(editor, Qt.Key.Key_Down)


def test_enter_makes_a_new_line(editor: WordsEditor, qtbot) -> None:
    editor.show_words("one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.words == "one\n"
