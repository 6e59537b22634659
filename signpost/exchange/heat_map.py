"""A field for each hour of each weekday: its number, and a shade by how large it is."""

from itertools import pairwise

from signpost.domain.figures.panel import HeatMap
from signpost.domain.suppression import Count
from signpost.exchange.svg_frame import QUIET, RULE, SHADES, Drawing
from signpost.exchange.svg_text import width_of

_HIGH = 2.0
_HIDDEN = "\N{EN DASH}"
_SHORT = 3


def draw_heat_map(drawing: Drawing, chart: HeatMap) -> None:
    """Draw the hours, then a row for each weekday. Where fields are too narrow for their numbers
    only shades are drawn; the table behind has the numbers.
    """
    size = drawing.size
    narrow = drawing.width < size * 40
    names = [name[:_SHORT] if narrow else name for name, _ in chart.rows]
    left = max(width_of(name, size) for name in names) + size * 0.6
    wide = (drawing.width - left) / max(1, len(chart.columns))
    most = max((count.number or 0 for _, counts in chart.rows for count in counts), default=0)
    widest = max(
        (width_of(_words(count), drawing.small) for _, counts in chart.rows for count in counts),
        default=0,
    )
    _write_hours(drawing, chart, left, wide)
    y = size * 1.6
    for name, (_, counts) in zip(names, chart.rows, strict=True):
        drawing.write(name, 0, y + size * 1.3)
        for place, count in enumerate(counts):
            shade, ink = SHADES[_shade(count, most)]
            x = left + place * wide
            drawing.box(x + 0.5, y + 0.5, wide - 1, size * _HIGH - 1, RULE)
            drawing.box(x + 1, y + 1, wide - 2, size * _HIGH - 2, shade)
            if widest <= wide - 4:
                middle = x + wide / 2
                drawing.write(
                    _words(count), middle, y + size * 1.3, anchor="middle", colour=ink, small=True
                )
        y += size * _HIGH
    drawing.height = y + size * 0.3


def _write_hours(drawing: Drawing, chart: HeatMap, left: float, wide: float) -> None:
    widest = max((width_of(column, drawing.small) for column in chart.columns), default=0)
    every = 1 if widest <= wide - 3 else 2
    for place, hour in list(enumerate(chart.columns))[::every]:
        x = left + (place + 0.5) * wide
        drawing.write(hour, x, drawing.size * 1.1, anchor="middle", colour=QUIET, small=True)


def _words(count: Count) -> str:
    return _HIDDEN if count.instead and count.number is None else count.words


def _shade(count: Count, most: int) -> int:
    """The first shade is for nought and for what is hidden; the others are equal steps."""
    if not count.number or not most:
        return 0
    steps = [most * step / (len(SHADES) - 1) for step in range(len(SHADES))]
    for place, (low, high) in enumerate(pairwise(steps), start=1):
        if low < count.number <= high:
            return place
    return len(SHADES) - 1
