"""The list of suggestions: replaced in place, so that nothing moves under the hand."""

from dataclasses import replace

import pytest

from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion import Fit, Place, Suggestion
from signpost.ui.call.suggestion_card import card
from signpost.ui.call.suggestions_model import SUGGESTION, SuggestionsModel, keep_in_place, spoken


def suggestion(service_id: str, **changes) -> Suggestion:
    made = Suggestion(
        service_id,
        f"Service {service_id}",
        ServiceKind.PHARMACY,
        Fit.SUITABLE,
        "topic: earache · met",
    )
    return replace(made, **changes)


A, B, C = (suggestion(service_id) for service_id in "ABC")


@pytest.fixture
def model() -> SuggestionsModel:
    return SuggestionsModel(lambda: 5000)


def test_the_model_keeps_the_rules_of_models(model: SuggestionsModel, qtmodeltester) -> None:
    model.show((A, B, C))
    qtmodeltester.check(model)
    model.show((C,))
    qtmodeltester.check(model)


def test_rows_show_what_was_given_in_its_order(model: SuggestionsModel) -> None:
    model.show((B, A))
    model.show((A, B, C))
    assert [model.data(model.index(row), SUGGESTION) for row in range(3)] == [A, B, C]


def test_a_row_knows_since_when_it_shows_its_service(qtbot) -> None:
    now = [0]
    model = SuggestionsModel(lambda: now[0])
    model.show((A, B))
    now[0] = 1000
    model.show((replace(A, phone="111"), C))
    assert [model.shown_for(row) for row in range(2)] == [1000, 0]


def test_the_service_under_the_hand_stays_in_its_row() -> None:
    assert keep_in_place((C, A, B), held=B, row=1) == (C, B, A)


def test_the_service_under_the_hand_stays_even_when_it_no_longer_fits() -> None:
    assert keep_in_place((C, A), held=B, row=0) == (B, C, A)


def test_a_screen_reader_hears_the_whole_card() -> None:
    words = spoken(replace(A, fit=Fit.NOT_SUITABLE, not_met="under 16", phone="111"))
    assert "Not met because under 16" in words
    assert "111" in words


def test_no_word_of_a_card_lies_outside_it(qapp) -> None:
    place = Place("L", "A pharmacy with a very long name indeed", "01632 960001", "open", None, 0.4)
    long = replace(A, name="A service with an extremely long name " * 3, places=(place,) * 4)
    for width in (200, 400, 600):
        laid_out = card(long, width, qapp.font().toString(), whole=True)
        for piece in laid_out.pieces:
            assert piece.rect.right() <= width
            assert piece.rect.bottom() <= laid_out.height
