"""At every width and text size all words can be read: they wrap or scroll, they are never cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from signpost.ui.parts.button import Button
from signpost.ui.screens import PROTOCOLS

SIZES = [(1366, 768, 100), (1920, 1080, 100), (420, 900, 100), (1366, 768, 200), (420, 900, 200)]
WORDS = "62, chest pain since breakfast. My dad had a stroke last year. No fever. "
SMALLEST_TARGET = 24


def cut(widget: QWidget) -> bool:
    """Whether the words of a label or button need more room than they have."""
    if isinstance(widget, QLabel) and not widget.wordWrap():
        return widget.width() < widget.sizeHint().width()
    needed = widget.heightForWidth(widget.width())
    too_narrow = widget.width() < widget.minimumSizeHint().width() - 1
    return needed > widget.height() + 2 or too_narrow


@pytest.mark.parametrize(("width", "height", "per_cent"), SIZES)
def test_no_words_are_cut(at_the_desk, width: int, height: int, per_cent: int) -> None:
    window = at_the_desk.screens.window
    window.resize(width, height)
    window.show_text_size(per_cent)
    at_the_desk.paste(WORDS)
    at_the_desk.qtbot.wait(400)  # layouts settle over several turns of the event loop
    shown = [
        widget
        for widget in [*window.findChildren(Button), *window.findChildren(QLabel)]
        if widget.isVisible() and widget.text()
    ]
    assert len(shown) > 30
    assert [widget.text() for widget in shown if cut(widget)] == []


@pytest.mark.parametrize(("width", "height", "per_cent"), SIZES)
def test_nothing_lies_outside_the_window_sideways(
    at_the_desk, width: int, height: int, per_cent: int
) -> None:
    window = at_the_desk.screens.window
    window.resize(width, height)
    window.show_text_size(per_cent)
    at_the_desk.paste(WORDS)
    at_the_desk.qtbot.wait(400)
    outside = [
        widget.accessibleName() or widget.objectName() or type(widget).__name__
        for widget in window.findChildren(Button)
        if widget.isVisible() and widget.mapTo(window, widget.rect().topRight()).x() > width
    ]
    assert outside == []


@pytest.mark.parametrize(("width", "height", "per_cent"), SIZES)
def test_no_words_are_cut_among_the_protocols(
    at_the_desk, width: int, height: int, per_cent: int
) -> None:
    window, browser = at_the_desk.screens.window, at_the_desk.screens.browser
    window.resize(width, height)
    window.show_text_size(per_cent)
    window.show_screen(PROTOCOLS)
    at_the_desk.qtbot.waitUntil(browser.isVisible)
    shown = [button for button in browser.findChildren(Button) if button.isVisible()]
    assert len(shown) > 10
    at_the_desk.qtbot.waitUntil(lambda: [b.text() for b in shown if cut(b)] == [])
    lowest = browser.letters["A"].mapTo(browser, browser.letters["A"].rect().bottomLeft()).y()
    assert browser.list.mapTo(browser, browser.list.rect().topLeft()).y() >= lowest


def test_in_one_column_the_record_comes_to_the_top_once_a_service_is_taken(at_the_desk) -> None:
    at_the_desk.screens.window.resize(420, 900)
    call = at_the_desk.screens.call
    at_the_desk.qtbot.waitUntil(lambda: not call.is_wide)
    at_the_desk.say("3 year old with earache for two days ")
    at_the_desk.key(Qt.Key.Key_Down)
    at_the_desk.key(Qt.Key.Key_Return)
    at_the_desk.qtbot.waitUntil(
        lambda: 0 <= call.record.mapTo(call, call.record.rect().topLeft()).y() < 60
    )


def test_targets_are_large_enough(at_the_desk) -> None:
    at_the_desk.say(WORDS)
    window = at_the_desk.screens.window
    small = [
        button.text()
        for button in window.findChildren(Button)
        if button.isVisible() and min(button.width(), button.height()) < SMALLEST_TARGET
    ]
    assert small == []


def test_everything_that_can_be_pressed_has_a_name(at_the_desk) -> None:
    window = at_the_desk.screens.window
    nameless = [button for button in window.findChildren(Button) if not button.accessibleName()]
    assert nameless == []


def test_three_columns_only_where_there_is_room(at_the_desk) -> None:
    window, call = at_the_desk.screens.window, at_the_desk.screens.call
    window.resize(1366, 768)
    assert call.is_wide
    window.resize(420, 900)
    at_the_desk.qtbot.waitUntil(lambda: not call.is_wide)
    window.resize(1366, 768)
    at_the_desk.qtbot.waitUntil(lambda: call.is_wide)


def test_words_and_focus_survive_a_change_of_width(at_the_desk) -> None:
    at_the_desk.say("earache ")
    at_the_desk.screens.window.resize(420, 900)
    at_the_desk.qtbot.waitUntil(lambda: not at_the_desk.screens.call.is_wide)
    at_the_desk.type("for two days")
    assert at_the_desk.call.words == "earache for two days"
