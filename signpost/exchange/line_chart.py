"""A line over time, from nought, with rules at round numbers; a gap where a number is hidden."""

import math

from signpost.domain.figures.panel import Line
from signpost.exchange.svg_frame import MAIN, QUIET, TINT, Drawing
from signpost.exchange.svg_text import width_of

_HIGH = 11
_FEW_POINTS = 40
_RULES = 4
_ROUND = (1, 2, 2.5, 5, 10)

_Points = list[tuple[float, float]]


def draw_line(drawing: Drawing, chart: Line) -> None:
    """Draw rules with their numbers, the line, and as many dates as there is room for."""
    size = drawing.size
    most = max((number or 0 for _, number in chart.points), default=0)
    step = round_step(most)
    top = step * max(1, math.ceil(most / step))
    left = width_of(f"{top:,.0f}", drawing.small) + size
    base, scale = size * (_HIGH + 0.8), size * _HIGH / top
    for place in range(round(top / step) + 1):
        y = base - place * step * scale
        drawing.rule(left, y, drawing.width, y)
        words = f"{place * step:,.0f}"
        drawing.write(
            words, left - size * 0.5, y + size * 0.3, anchor="end", colour=QUIET, small=True
        )
    first, last = left + size * 0.5, drawing.width - size * 0.5
    apart = (last - first) / max(1, len(chart.points) - 1)
    places = [first + at * apart for at in range(len(chart.points))]
    for run in _runs(chart, places, base, scale):
        drawing.area(run, base, TINT)
        drawing.path(run, MAIN, max(1.5, size * 0.13))
        if len(chart.points) <= _FEW_POINTS:
            for x, y in run:
                drawing.dot(x, y, size * 0.2, MAIN)
    _write_names(drawing, chart, places, base)


def round_step(most: float) -> int:
    """The distance of rules for numbers up to `most`: 1, 2, 2.5 or 5 with noughts, at least 1."""
    rough = max(most / _RULES, 1)
    power: float = 10.0 ** math.floor(math.log10(rough))
    return math.ceil(next(step * power for step in _ROUND if step * power >= rough))


def _runs(chart: Line, places: list[float], base: float, scale: float) -> list[_Points]:
    """Stretches without a hidden number."""
    runs: list[_Points] = [[]]
    for (_, number), x in zip(chart.points, places, strict=True):
        if number is None:
            runs.append([])
        else:
            runs[-1].append((x, base - number * scale))
    return [run for run in runs if run]


def _write_names(drawing: Drawing, chart: Line, places: list[float], base: float) -> None:
    size = drawing.size
    free = 0.0
    for (name, _), place in zip(chart.points, places, strict=True):
        half = width_of(name, drawing.small) / 2
        x = min(max(place, half), drawing.width - half)
        if x - half < free:
            continue
        free = x + half + size
        drawing.rule(place, base, place, base + size * 0.3)
        drawing.write(name, x, base + size * 1.4, anchor="middle", colour=QUIET, small=True)
    drawing.height = base + size * 1.9
