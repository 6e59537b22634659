"""Text in drawings: how wide it is, where it breaks, how it is written so that nothing becomes a
tag.

Drawings are made without a window, so widths come from a table of the program's own typeface.
"""

from html import escape

FAMILY = "Inter"
_FIRST = 32
# Hundredths of the text size, for the signs from space to ~, measured from Inter Regular.
_WIDTHS = (
    *(28, 29, 47, 63, 64, 98, 64, 30, 36, 36, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62),
    *(57, 62, 62, 29, 30, 66, 66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90),
    *(75, 76, 64, 76, 64, 64, 65, 74, 69, 99, 68, 68, 63, 36, 36, 36, 47, 46, 32, 56, 61, 57, 61),
    *(58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61, 61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43),
    *(33, 43, 66),
)
_OTHER = 75
_BOLD = 1.05


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is, in the unit of `size`."""
    hundredths = sum(
        _WIDTHS[ord(sign) - _FIRST] if 0 <= ord(sign) - _FIRST < len(_WIDTHS) else _OTHER
        for sign in words
    )
    return hundredths / 100 * size * (_BOLD if bold else 1)


def broken(words: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines that fit into `room`; a word that is wider is cut apart, never off."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= room:
            lines[-1] = longer
            continue
        lines += _pieces(word, size, room)
    return tuple(line for line in lines if line) or ("",)


def text(
    words: str,
    x: float,
    y: float,
    size: float,
    colour: str,
    *,
    anchor: str = "start",
    bold: bool = False,
) -> str:
    """A line of text whose baseline starts, ends or is centred (`anchor`) at a place."""
    weight = ' font-weight="600"' if bold else ""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{FAMILY}" font-size="{size:.1f}" '
        f'fill="{colour}"{at}{weight}>{escape(words)}</text>'
    )


def _pieces(word: str, size: float, room: float) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and width_of(pieces[-1] + sign, size) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces
