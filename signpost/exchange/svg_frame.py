"""A drawing under way: its marks, how far down it has got, and the colours of charts."""

from signpost.exchange import svg_text

INK = "#212b32"
QUIET = "#4c6272"
RULE = "#d8dde0"
MAIN = "#005eb8"
EARLIER = "#aeb7bd"
TINT = "#edf4fb"
SHADES = (
    ("#ffffff", INK),
    ("#d9e8f6", INK),
    ("#a6c9ea", INK),
    ("#5d9bd5", INK),
    ("#005eb8", "#ffffff"),
    ("#003087", "#ffffff"),
)
"""From nothing to most: a field and the text on it."""


class Drawing:
    """Marks of an SVG, `width` wide, with text of `size`; `height` grows as it is drawn."""

    def __init__(self, width: float, size: float) -> None:
        self.width = width
        self.size = size
        self.small = size * 0.87
        self.height = 0.0
        self.marks: list[str] = []

    def write(
        self,
        words: str,
        x: float,
        y: float,
        *,
        anchor: str = "start",
        colour: str = INK,
        small: bool = False,
        bold: bool = False,
    ) -> None:
        """A line of text."""
        size = self.small if small else self.size
        self.marks.append(svg_text.text(words, x, y, size, colour, anchor=anchor, bold=bold))

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled box with corners that are hardly round."""
        self.marks.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" '
            f'fill="{colour}" rx="1.5"/>'
        )

    def rule(self, x: float, y: float, to_x: float, to_y: float, colour: str = RULE) -> None:
        """A thin line."""
        self.marks.append(
            f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" '
            f'stroke="{colour}" stroke-width="1"/>'
        )

    def path(self, points: list[tuple[float, float]], colour: str, thick: float) -> None:
        """A line through points."""
        along = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.marks.append(
            f'<polyline points="{along}" fill="none" stroke="{colour}" '
            f'stroke-width="{thick:.1f}" stroke-linejoin="round" stroke-linecap="round"/>'
        )

    def area(self, points: list[tuple[float, float]], base: float, colour: str) -> None:
        """What lies between points and a base line, filled."""
        outline = [(points[0][0], base), *points, (points[-1][0], base)]
        along = " ".join(f"{x:.1f},{y:.1f}" for x, y in outline)
        self.marks.append(f'<polygon points="{along}" fill="{colour}"/>')

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A point."""
        self.marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}"/>')
