"""Drawn charts: whole at every width, the same marks for the same numbers, no tag from a word."""

from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signpost.domain.figures.panel import Bar, Bars, HeatMap, Line
from signpost.domain.suppression import HIDDEN, Count
from signpost.exchange.chart_svg import ChartImage, draw
from signpost.exchange.heat_map import draw_heat_map
from signpost.exchange.line_chart import round_step
from signpost.exchange.svg_frame import SHADES, Drawing
from signpost.exchange.svg_text import broken, width_of

SVG = "{http://www.w3.org/2000/svg}"
NAMES = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=70)
NUMBERS = st.one_of(st.none(), st.integers(0, 2_000_000))
BARS = st.lists(
    st.builds(
        Bar, NAMES, NUMBERS, st.integers(0, 2_000_000).map(lambda n: f"{n:,} (12.3 %)"), NUMBERS
    ),
    max_size=8,
).map(lambda bars: Bars(tuple(bars)))
LINES = st.lists(
    st.tuples(NAMES.map(lambda name: name[:11]), NUMBERS), min_size=1, max_size=90
).map(lambda points: Line(tuple(points)))
SIZES = st.sampled_from([(640, 15), (360, 15), (380, 30), (1_000, 30)])


def parsed(image: ChartImage) -> Xml.Element:
    return Xml.fromstring(image.svg)  # noqa: S314 - our own


def marks(image: ChartImage, name: str) -> list[Xml.Element]:
    return parsed(image).findall(f"{SVG}{name}")


def edges(text: Xml.Element) -> tuple[float, float]:
    """Where a line of text begins and ends."""
    x = float(text.get("x"))
    wide = width_of(text.text or "", float(text.get("font-size")))
    before = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor"), 0.0) * wide
    return x - before, x - before + wide


@settings(deadline=None)
@given(st.one_of(BARS, LINES), SIZES)
def test_no_chart_is_cut_at_any_width(chart, size: tuple[int, int]) -> None:
    image = draw(chart, *size, "A chart", ("now", "before"))
    for text in marks(image, "text"):
        left, right = edges(text)
        assert left >= -1
        assert right <= image.width + 1
        assert float(text.get("y")) <= image.height
    for box in marks(image, "rect"):
        assert float(box.get("x")) + float(box.get("width")) <= image.width + 1


@settings(deadline=None)
@given(NAMES, st.sampled_from([60, 120, 400]))
def test_breaking_text_loses_no_letter_and_fits(words: str, room: int) -> None:
    lines = broken(words, 15, room)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(width_of(line, 15) <= room for line in lines)


def test_words_never_become_tags() -> None:
    image = draw(Bars((Bar("<b>&amp;</b>", 1, '"<5"'),)), 640, 15, "Ten < eleven & more")
    assert [text.text for text in marks(image, "text")] == ["<b>&amp;</b>", '"<5"']
    assert parsed(image).find(f"{SVG}title").text == "Ten < eleven & more"


def test_bars_are_as_long_as_their_numbers_and_what_is_hidden_has_none() -> None:
    chart = Bars((Bar("A", 100, "100"), Bar("B", 50, "50"), Bar("C", None, "<5")))
    first, second, third = (
        float(box.get("width")) for box in marks(draw(chart, 640, 15, ""), "rect")
    )
    assert second == pytest.approx(first / 2, abs=0.1)
    assert third == 0


def test_shares_are_drawn_of_a_whole() -> None:
    half = draw(Bars((Bar("A", 50, "50 %"),), full=100), 640, 15, "")
    whole = draw(Bars((Bar("A", 50, "50 %"),)), 640, 15, "")
    [one], [other] = marks(half, "rect"), marks(whole, "rect")
    assert float(one.get("width")) == pytest.approx(float(other.get("width")) / 2, abs=0.1)


def test_the_span_before_is_drawn_and_named_only_where_there_is_one() -> None:
    without = draw(Bars((Bar("A", 5, "5"),)), 640, 15, "", ("March", "February"))
    beside = draw(Bars((Bar("A", 5, "5", 4),)), 640, 15, "", ("March", "February"))
    assert [text.text for text in marks(without, "text")] == ["A", "5"]
    assert [text.text for text in marks(beside, "text")] == ["A", "5", "March", "February"]


def test_a_line_has_a_gap_where_a_number_is_hidden() -> None:
    points = (("Mon", 3), ("Tue", 5), ("Wed", None), ("Thu", 4))
    assert len(marks(draw(Line(points), 640, 15, ""), "polyline")) == 2
    assert len(marks(draw(Line(points[:2]), 640, 15, ""), "polyline")) == 1


@pytest.mark.parametrize(
    ("most", "step"), [(0, 1), (3, 1), (7, 2), (9, 3), (40, 10), (95, 25), (1_800, 500)]
)
def test_rules_stand_at_round_numbers(most: int, step: int) -> None:
    assert round_step(most) == step


def test_a_heat_map_shades_by_size_and_says_its_numbers() -> None:
    counts = (Count(0), Count(50), Count(100), HIDDEN)
    image = draw(HeatMap(("08", "09", "10", "11"), (("Monday", counts),)), 640, 15, "")
    fields = [box.get("fill") for box in marks(image, "rect")][1::2]
    assert fields == [SHADES[0][0], SHADES[3][0], SHADES[5][0], SHADES[0][0]]
    texts = [text.text for text in marks(image, "text")]
    assert texts == ["08", "09", "10", "11", "Monday", "0", "50", "100", "\N{EN DASH}"]


def test_fields_that_are_too_narrow_have_no_numbers_but_still_their_shade() -> None:
    counts = tuple(Count(1_000_000) for _ in range(10))
    drawing = Drawing(300, 15)
    draw_heat_map(drawing, HeatMap(tuple("0123456789"), (("Monday", counts),)))
    assert not [mark for mark in drawing.marks if "1,000,000" in mark]
    assert any(SHADES[5][0] in mark for mark in drawing.marks)
