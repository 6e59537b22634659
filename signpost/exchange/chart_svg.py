"""The one door to drawn charts: any chart of a panel becomes an SVG, the same for screen, picture
and page.
"""

from dataclasses import dataclass
from html import escape

from signpost.domain.figures.panel import Bars, Chart, HeatMap
from signpost.exchange.bar_chart import draw_bars
from signpost.exchange.heat_map import draw_heat_map
from signpost.exchange.line_chart import draw_line
from signpost.exchange.svg_frame import Drawing


@dataclass(frozen=True)
class ChartImage:
    """An SVG of `width` by `height` units; a unit is a pixel at 100 %."""

    svg: str
    width: float
    height: float


def draw(
    chart: Chart, width: float, size: float, title: str, legend: tuple[str, str] = ("", "")
) -> ChartImage:
    """A chart of this width with text of this size. `legend` names the span and the one before,
    where a chart shows both.
    """
    drawing = Drawing(width, size)
    if isinstance(chart, Bars):
        draw_bars(drawing, chart, legend)
    elif isinstance(chart, HeatMap):
        draw_heat_map(drawing, chart)
    else:
        draw_line(drawing, chart)
    size_of_it = f"{width:.0f} {drawing.height:.0f}"
    wide, high = size_of_it.split()
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"'
    body = f"<title>{escape(title)}</title>{''.join(drawing.marks)}"
    svg = f'{head} viewBox="0 0 {size_of_it}">{body}</svg>'
    return ChartImage(svg, width, drawing.height)
