"""Choosing a service: its questions one by one, its places by one letter, nothing out of sight."""

import pytest
from PySide6.QtCore import Qt

from signpost.domain.suggestion import Fit
from signpost.ui.call.suggestion_card import ANSWER_HINT, card

URINE = "34 year old lady, burning when she wees since yesterday "


@pytest.fixture
def selected(at_the_desk):
    """The first service, selected; it has questions and many places."""
    at_the_desk.say(URINE)
    at_the_desk.key(Qt.Key.Key_Down)
    listed = at_the_desk.screens.call.suggestions.list
    first = at_the_desk.screens.call.suggestions.current()
    assert first.fit is Fit.ASK
    assert len(first.places) > 3
    return listed


def current(at_the_desk):
    return at_the_desk.screens.call.suggestions.current()


def lines(at_the_desk) -> list[str]:
    listed = at_the_desk.screens.call.suggestions.list
    _, asking = listed.cards.asking
    font = listed.font().toString()
    laid_out = card(current(at_the_desk), 500, font, whole=True, asking=asking)
    return [piece.text for piece in laid_out.pieces]


def test_each_question_has_a_line_of_its_own(at_the_desk, selected) -> None:
    shown = lines(at_the_desk)
    for question in current(at_the_desk).ask_first:
        assert f"• {question}" in shown
    assert not any("?;" in line for line in shown)


def test_no_alone_answers_nothing_and_goes_on_in_the_words(at_the_desk, selected) -> None:
    before = current(at_the_desk).ask_first
    at_the_desk.type("n")
    assert at_the_desk.call.words.endswith("n")
    at_the_desk.key(Qt.Key.Key_Down)
    assert current(at_the_desk).ask_first == before


def test_questions_are_answered_one_key_each_until_the_rules_are_met(at_the_desk, selected) -> None:
    at_the_desk.screens.call.words.pregnant.choose(value=False)
    at_the_desk.executor.drain()
    selected.setFocus()
    service = current(at_the_desk).service_id
    at_the_desk.key(Qt.Key.Key_F2)
    assert any(ANSWER_HINT in line for line in lines(at_the_desk))
    for _ in range(len(current(at_the_desk).ask_first)):
        at_the_desk.key(Qt.Key.Key_N)
    assert current(at_the_desk).service_id == service
    assert current(at_the_desk).fit is Fit.SUITABLE
    assert at_the_desk.call.words == URINE


def test_an_answer_that_refuses_is_told_and_can_be_taken_back(at_the_desk, selected) -> None:
    service = current(at_the_desk).service_id
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_Y)
    assert current(at_the_desk).service_id == service
    assert current(at_the_desk).fit is Fit.NOT_SUITABLE
    at_the_desk.key(Qt.Key.Key_Backspace)
    assert current(at_the_desk).fit is Fit.ASK


def test_not_known_leaves_the_question_and_goes_to_the_next(at_the_desk, selected) -> None:
    before = current(at_the_desk).ask_first
    at_the_desk.key(Qt.Key.Key_F2)
    first = selected.cards.asking
    at_the_desk.key(Qt.Key.Key_D)
    assert selected.cards.asking not in (first, ("", ""))
    assert current(at_the_desk).ask_first == before


def test_another_call_starts_without_answers(at_the_desk, selected) -> None:
    at_the_desk.key(Qt.Key.Key_F2)
    at_the_desk.key(Qt.Key.Key_Y)
    at_the_desk.screens.call.words.words.setFocus()
    at_the_desk.key(Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    at_the_desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at_the_desk.say(URINE)
    at_the_desk.key(Qt.Key.Key_Down)
    assert current(at_the_desk).fit is Fit.ASK


def test_three_places_are_offered_by_letter_and_the_others_behind_one_key(
    at_the_desk, selected
) -> None:
    at_the_desk.key(Qt.Key.Key_Return)
    places = at_the_desk.screens.call.record.chosen.places
    seen = [button for button in places.buttons.values() if button.isVisible()]
    assert [button.key for button in seen] == ["A", "B", "C"]
    at_the_desk.key(Qt.Key.Key_M)
    assert all(button.isVisible() for button in places.buttons.values())
    at_the_desk.key(Qt.Key.Key_D)
    chosen = [button.text() for button in places.buttons.values() if button.isChecked()]
    assert len(chosen) == 1
    assert chosen[0].startswith(at_the_desk.call.service.place)
    assert [b.text() for b in places.buttons.values() if b.isVisible()] == chosen


def test_the_chosen_place_is_taken_back_by_the_same_key(at_the_desk, selected) -> None:
    at_the_desk.key(Qt.Key.Key_Return)
    at_the_desk.key(Qt.Key.Key_B)
    assert at_the_desk.call.service.place
    at_the_desk.key(Qt.Key.Key_B)
    assert at_the_desk.call.service.place == ""


def test_safety_net_and_understanding_stay_in_sight_with_many_places(at_the_desk, selected) -> None:
    at_the_desk.screens.window.resize(1366, 768)
    at_the_desk.key(Qt.Key.Key_Return)
    at_the_desk.key(Qt.Key.Key_1)
    record = at_the_desk.screens.call.record
    seen = record.scroller.viewport()
    for row in (record.net, record.understanding):
        at_the_desk.qtbot.waitUntil(
            lambda row=row: row.mapTo(seen, row.rect().bottomLeft()).y() <= seen.height()
        )


def test_no_field_of_the_words_stands_alone_in_a_row_at_1366(at_the_desk) -> None:
    at_the_desk.screens.window.resize(1366, 768)
    words = at_the_desk.screens.call.words
    at_the_desk.qtbot.waitUntil(lambda: words.width() > 300)
    top = words.calling.mapTo(words, words.calling.rect().topLeft()).y()
    assert words.channel.mapTo(words, words.channel.rect().topLeft()).y() == top
