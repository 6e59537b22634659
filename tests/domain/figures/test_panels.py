"""Panels: what they say, and that a page which leaves the practice gives no hidden number away."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.domain.call import Outcome
from signpost.domain.figures.breakdown import Audience
from signpost.domain.figures.figure_filter import EVERYTHING
from signpost.domain.figures.gp_time import TimeAssumption
from signpost.domain.figures.panel import Bars, HeatMap, Line
from signpost.domain.figures.panels import every_panel, first_panels
from signpost.domain.figures.period import month_of
from signpost.domain.figures.sheet import NONE, TOO_FEW, Sheet
from signpost.domain.figures.statistics import Spans
from signpost.domain.figures.tally import Measure, Tally
from signpost.domain.suppression import SMALL_NUMBER
from tests.domain.figures.attacker import Attacker, services_left_over
from tests.records import plain_tally, some_records

JANUARY = month_of(date(2026, 1, 1))
ASSUMED = (TimeAssumption("", 7.7, "a test"),)
PEOPLE = ("01900000-0000-7000-8000-000000000001",)


def a_sheet(number: int, seed: int = 1, audience: Audience = Audience.WITHIN) -> Sheet:
    records = some_records(PEOPLE, number, seed)
    spans = Spans(
        plain_tally(records, JANUARY, EVERYTHING), plain_tally(records, JANUARY.before, EVERYTHING)
    )
    return Sheet(JANUARY, spans, audience, ASSUMED)


def by_key(sheet: Sheet):
    return {panel.key: panel for panel in every_panel(sheet)}


def test_every_measure_of_the_issue_has_a_panel() -> None:
    assert list(by_key(a_sheet(400))) == [
        "outcomes",
        "volume",
        "hours",
        "kinds",
        "services",
        "topics",
        "declined",
        "instead",
        "ages",
        "returned",
        "referrals",
        "prompts",
        "protocols",
        "to_clinician",
        "time",
        "gp_time",
    ]


def test_the_first_panels_need_only_what_is_counted_first() -> None:
    sheet = a_sheet(400)
    first = {measure: sheet.spans.now.of(measure) for measure in (Measure.CONTACT, Measure.VOLUME)}
    quick = Sheet(JANUARY, Spans(Tally(first), Tally()), Audience.WITHIN)
    assert first_panels(quick)[0].table.rows[0][:3] == by_key(sheet)["outcomes"].table.rows[0][:3]


def test_every_chart_has_a_table_behind_it_and_every_share_its_denominator() -> None:
    for panel in every_panel(a_sheet(400)):
        assert panel.table is not None
        assert isinstance(panel.chart, Bars | Line | HeatMap)
        assert any(sign.isdigit() for sign in panel.sentence), panel.title
        assert all(len(row) == len(panel.table.header) for row in panel.table.rows)


def test_what_is_administrative_is_neither_offered_nor_part_of_another_measure() -> None:
    tally = Tally(
        {Measure.CONTACT: {("administrative",): 9}, Measure.VOLUME: {("2026-01-05", "09"): 9}}
    )
    panels = by_key(Sheet(JANUARY, Spans(tally, Tally())))
    assert "9 of 9 contacts (100.0 %) were administrative" in panels["outcomes"].sentence
    assert "offered" not in panels["outcomes"].sentence
    assert panels["topics"].sentence == panels["kinds"].sentence == NONE


def test_without_records_every_panel_says_so() -> None:
    panels = every_panel(Sheet(JANUARY, Spans(Tally(), Tally()), Audience.WITHIN, ASSUMED))
    assert {panel.sentence for panel in panels} == {NONE}


def test_without_an_assumption_no_time_is_estimated() -> None:
    spans = a_sheet(100).spans
    panel = by_key(Sheet(JANUARY, spans))["gp_time"]
    assert panel.sentence.startswith("No minutes are assumed yet")
    assert panel.chart is None


def test_the_estimate_names_its_formula_its_source_and_what_came_back() -> None:
    panel = by_key(a_sheet(400))["gp_time"]
    assert panel.sentence.startswith("About ")
    assert "estimate" in panel.note
    assert "Assumed: a test." in panel.note
    assert panel.table.header == ("Kind", "Accepted", "Came back", "Minutes each", "Hours")


def test_days_on_which_nobody_ever_came_are_no_part_of_the_line() -> None:
    tally = Tally(
        {
            Measure.CONTACT: {(Outcome.ACCEPTED.value,): 2},
            Measure.VOLUME: {("2026-01-05", "09"): 1, ("2026-01-19", "10"): 1},
        }
    )
    rows = by_key(Sheet(JANUARY, Spans(tally, Tally())))["volume"].table.rows
    assert rows == (
        ("Mon 5 Jan", "1"),
        ("Mon 12 Jan", "0"),
        ("Mon 19 Jan", "1"),
        ("Mon 26 Jan", "0"),
    )


def test_a_month_with_few_contacts_tells_nothing_outside() -> None:
    tally = Tally({Measure.CONTACT: {("accepted",): 4}, Measure.VOLUME: {("2026-01-05", "09"): 4}})
    panels = every_panel(Sheet(JANUARY, Spans(tally, Tally()), Audience.OUTSIDE))
    assert {panel.sentence for panel in panels if panel.chart is None} <= {TOO_FEW, NONE} | {
        by_key(Sheet(JANUARY, Spans(tally, Tally())))["gp_time"].sentence
    }
    assert all(panel.chart is None for panel in panels)


SHEETS = st.tuples(st.integers(5, 500), st.integers(0, 10_000)).map(
    lambda two: a_sheet(*two, Audience.OUTSIDE)
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(SHEETS)
def test_no_page_that_leaves_the_practice_tells_a_small_number(sheet: Sheet) -> None:
    for panel in every_panel(sheet):
        cells = [cell for row in panel.table.rows for cell in row[1:]] if panel.table else []
        if panel.key == "gp_time":  # minutes and hours are no counts
            cells = [cell for row in panel.table.rows for cell in row[1:3]] if panel.table else []
        numbers = [int(cell) for cell in cells if cell.isdigit()]
        assert not [number for number in numbers if 0 < number < SMALL_NUMBER], panel.title


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(SHEETS)
def test_nobody_can_work_out_what_such_a_page_hides(sheet: Sheet) -> None:
    panels = every_panel(sheet)
    attacker = Attacker(panels, sheet.period)
    assert attacker.worked_out() == {}
    left = services_left_over(sheet, panels)
    assert not [number for number in left.values() if 0 < number < SMALL_NUMBER]


def test_the_attacker_finds_what_is_hidden_alone() -> None:
    """Were the rule missing, the test above would fail."""
    within = a_sheet(60, audience=Audience.WITHIN)
    attacker = Attacker(every_panel(within), within.period)
    cell = next(cell for cell in attacker.known if cell[0] == "outcomes")
    number = attacker.known.pop(cell)
    assert attacker.worked_out()[cell] == number


@pytest.mark.parametrize("number", [30, 200])
def test_within_the_practice_nothing_is_hidden(number: int) -> None:
    sheet = a_sheet(number)
    attacker = Attacker(every_panel(sheet), sheet.period)
    assert attacker.cells == set(attacker.known)
