"""Protocols and topics: by name, by letter, by area, by what callers say; and on paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from signpost.ui.browser.browser_view import Kind, Order
from signpost.ui.screens import PROTOCOLS

CTRL = Qt.KeyboardModifier.ControlModifier
SELECTABLE = Qt.ItemFlag.ItemIsSelectable


@pytest.fixture
def browser(at_the_desk):
    at_the_desk.key(Qt.Key.Key_L, CTRL)
    view = at_the_desk.screens.browser
    assert at_the_desk.screens.window.stack.currentWidget() is view
    assert view.finder.hasFocus()
    return view


def rows(view) -> list[tuple[str, bool]]:
    model = view.model
    items = [model.item(row) for row in range(model.rowCount())]
    return [(item.text(), bool(item.flags() & SELECTABLE)) for item in items]


def names(view) -> list[str]:
    return [text for text, selectable in rows(view) if selectable]


def headings(view) -> list[str]:
    return [text for text, selectable in rows(view) if not selectable]


def test_everything_is_listed_by_letter_at_first(at_the_desk, browser) -> None:
    listening = at_the_desk.screens.session.listening
    assert len(names(browser)) == len(listening.protocols) + len(listening.topics)
    assert headings(browser) == sorted(headings(browser))
    assert list(browser.letters) == headings(browser)
    assert browser.text.toPlainText()


def test_protocols_stand_under_their_areas(at_the_desk, browser) -> None:
    browser.kinds.choose(Kind.PROTOCOLS)
    browser.order.choose(Order.AREA)
    groups = {item.group for item in at_the_desk.screens.session.listening.protocols.values()}
    assert set(headings(browser)) == groups
    assert len(headings(browser)) == len(groups)
    assert not browser.letters
    assert not any("(topic)" in name for name in names(browser))


def test_a_letter_goes_to_the_first_of_its_items(at_the_desk, browser) -> None:
    browser.letters["S"].click()
    assert browser.list.currentIndex().data().upper().startswith("S")


@pytest.mark.parametrize("typed", ["stroke", "waterworks", "EYES", "tummy"])
def test_names_areas_and_what_callers_say_are_found(at_the_desk, browser, typed: str) -> None:
    at_the_desk.type(typed)
    found = names(browser)
    assert 0 < len(found) < 100
    assert browser.list.currentIndex().data() == found[0]


def test_nothing_found_shows_nothing(at_the_desk, browser) -> None:
    at_the_desk.type("xyzzy")
    assert names(browser) == []
    assert browser.text.toPlainText() == ""
    assert browser.use.isHidden()


def test_escape_goes_back_to_the_words_and_the_call_is_as_it_was(at_the_desk, browser) -> None:
    at_the_desk.key(Qt.Key.Key_Escape)
    assert at_the_desk.screens.window.stack.currentWidget() is at_the_desk.screens.call
    assert at_the_desk.screens.call.words.words.hasFocus()


def test_a_protocol_that_was_looked_up_can_be_used_in_the_call(at_the_desk, browser) -> None:
    browser.kinds.choose(Kind.PROTOCOLS)
    at_the_desk.type("burn")
    title = browser.list.currentIndex().data()
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert at_the_desk.screens.window.stack.currentWidget() is at_the_desk.screens.call
    assert [prompt.title for prompt in at_the_desk.call.open_prompts] == [title]


def test_a_topic_cannot_be_raised(at_the_desk, browser) -> None:
    browser.kinds.choose(Kind.TOPICS)
    assert browser.use.isHidden()
    at_the_desk.key(Qt.Key.Key_Return, CTRL)
    assert not at_the_desk.call.prompts


def test_a_narrow_window_shows_the_list_above_the_text(at_the_desk, browser) -> None:
    at_the_desk.screens.window.resize(420, 900)
    at_the_desk.qtbot.waitUntil(
        lambda: (
            browser.text.mapTo(browser, browser.text.rect().topLeft()).y()
            > browser.list.mapTo(browser, browser.list.rect().bottomLeft()).y()
        )
    )


def test_the_sheet_is_written_where_the_person_says_and_told(
    at_the_desk, browser, tmp_path: Path
) -> None:
    at_the_desk.file_dialog.answer = tmp_path / "sheet"
    at_the_desk.key(Qt.Key.Key_P, CTRL)
    [suggested] = at_the_desk.file_dialog.suggested
    assert suggested == "Signpost paper sheet 2026-11-23 REHEARSAL.pdf"
    written = tmp_path / "sheet.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    told = at_the_desk.screens.window.notices.text.text()
    assert str(written) in told
    assert "103 protocols" in told


def test_giving_the_dialog_up_writes_nothing(at_the_desk, browser) -> None:
    at_the_desk.key(Qt.Key.Key_P, CTRL)
    assert len(at_the_desk.file_dialog.suggested) == 1
    assert not at_the_desk.executor.waiting
    assert at_the_desk.screens.window.notices.isHidden()


def test_a_sheet_that_cannot_be_printed_is_told(at_the_desk, browser, tmp_path: Path) -> None:
    session = at_the_desk.screens.session
    session.listening = replace(session.listening, protocols={})
    at_the_desk.file_dialog.answer = tmp_path / "sheet.pdf"
    browser.print_large.click()
    at_the_desk.executor.drain()
    assert "no protocol can be read" in at_the_desk.screens.window.notices.text.text()


def test_before_the_content_is_there_nothing_is_printed(at_the_desk, browser) -> None:
    at_the_desk.screens.session.listening = None
    at_the_desk.key(Qt.Key.Key_P, CTRL)
    assert "still being loaded" in at_the_desk.screens.window.notices.text.text()
    assert at_the_desk.screens.window.top.tabs[PROTOCOLS].isChecked()
