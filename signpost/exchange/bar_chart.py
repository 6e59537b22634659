"""Bars one below the other: name, bar, number; the span before as a thin grey bar under it."""

from signpost.domain.figures.panel import Bar, Bars
from signpost.exchange.svg_frame import EARLIER, INK, MAIN, QUIET, Drawing
from signpost.exchange.svg_text import broken, width_of

_BESIDE_FROM = 30
"""Names stand beside their bars from this width, in sizes of the text; else above."""

_MOST_NAMES = 0.36
_SHORTEST = 5
_BAR, _BEFORE, _GAP, _LINE = 0.95, 0.4, 0.75, 1.3


def draw_bars(drawing: Drawing, chart: Bars, legend: tuple[str, str]) -> None:
    """Draw all bars, then what the two kinds of bar mean where there are two."""
    size = drawing.size
    names = _names_width(drawing, chart) if drawing.width >= _BESIDE_FROM * size else 0
    words = max((width_of(bar.words, size) for bar in chart.bars), default=0) + size
    if words > drawing.width - names - _SHORTEST * size:
        words = 0  # they stand under their bars
    longest = chart.full or max(
        (max(bar.number or 0, bar.before or 0) for bar in chart.bars), default=0
    )
    scale = (drawing.width - names - words) / longest if longest else 0
    for bar in chart.bars:
        _draw_bar(drawing, bar, names, scale, words_beside=bool(words))
    if any(bar.before is not None for bar in chart.bars) and legend[1]:
        _draw_legend(drawing, legend)


def _names_width(drawing: Drawing, chart: Bars) -> float:
    widest = max((width_of(bar.name, drawing.size) for bar in chart.bars), default=0)
    return min(widest + drawing.size, drawing.width * _MOST_NAMES)


def _draw_bar(
    drawing: Drawing, bar: Bar, names: float, scale: float, *, words_beside: bool
) -> None:
    size, top = drawing.size, drawing.height
    lines = broken(bar.name, size, (names - size * 0.8) if names else drawing.width)
    for place, line in enumerate(lines):
        drawing.write(line, 0, top + size + place * size * _LINE)
    named = top + len(lines) * size * _LINE
    start = top + size * 0.15 if names else named
    length = (bar.number or 0) * scale
    drawing.box(names, start, length, size * _BAR, MAIN)
    colour = QUIET if bar.number is None else INK
    if words_beside:
        drawing.write(bar.words, names + length + size * 0.4, start + size * 0.83, colour=colour)
    bottom = start + size * _BAR
    if bar.before is not None:
        drawing.box(names, bottom + 2, bar.before * scale, size * _BEFORE, EARLIER)
        bottom += size * _BEFORE + 2
    if not words_beside:
        for line in broken(bar.words, size, drawing.width - names):
            bottom += size * _LINE
            drawing.write(line, names, bottom - size * 0.1, colour=colour)
    drawing.height = max(bottom, named if names else bottom) + size * _GAP


def _draw_legend(drawing: Drawing, legend: tuple[str, str]) -> None:
    size, x, y = drawing.size, 0.0, drawing.height + drawing.size
    for words, colour in zip(legend, (MAIN, EARLIER), strict=True):
        wide = width_of(words, drawing.small) + size * 2.6
        if x and x + wide > drawing.width:
            x, y = 0.0, y + size * _LINE
        drawing.box(x, y - size * 0.72, size * 0.8, size * 0.8, colour)
        drawing.write(words, x + size * 1.15, y, colour=QUIET, small=True)
        x += wide
    drawing.height = y + size * 0.5
