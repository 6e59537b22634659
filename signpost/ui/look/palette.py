"""Every colour on screen, as pairs of text and background whose contrast a test computes (WCAG
2.2).
"""

from dataclasses import dataclass

WHITE = "#ffffff"
INK = "#212b32"
GREY_1 = "#4c6272"
GREY_2 = "#768692"
GREY_4 = "#d8dde0"
GREY_5 = "#f0f4f5"
BLUE = "#005eb8"
DARK_BLUE = "#003087"
GREEN = "#007f3b"
RED = "#d5281b"
YELLOW = "#ffeb3b"
WARM_YELLOW = "#ffb81c"

RED_TINT = "#fde8e6"
YELLOW_TINT = "#fff4d3"
GREEN_TINT = "#e2f1e8"
BLUE_TINT = "#edf4fb"
GREY_TINT = "#e8edee"
MARK_RAISED = "#f9d2cd"
MARK_CHECK = "#ffe9a8"


@dataclass(frozen=True)
class Pair:
    """Text on a background."""

    text: str
    background: str


PAGE = Pair(INK, GREY_5)
PAGE_QUIET = Pair(GREY_1, GREY_5)
CARD = Pair(INK, WHITE)
CARD_QUIET = Pair(GREY_1, WHITE)
CARD_LINK = Pair(BLUE, WHITE)
CARD_WARNING = Pair(RED, WHITE)
TOP_BAR = Pair(WHITE, DARK_BLUE)
TOP_BAR_QUIET = Pair(GREY_4, DARK_BLUE)
CHOSEN = Pair(WHITE, BLUE)
PRIMARY = Pair(WHITE, GREEN)
PRIMARY_WAITING = Pair(GREY_1, GREY_TINT)
URGENT = Pair(WHITE, RED)
CAUTION = Pair(INK, WARM_YELLOW)
KEY = Pair(GREY_1, GREY_TINT)
CHIP = Pair(INK, GREY_TINT)
CHIP_GOOD = Pair("#00401e", GREEN_TINT)
CHIP_ASK = Pair(INK, YELLOW_TINT)
SELECTED = Pair(INK, BLUE_TINT)
SELECTED_QUIET = Pair(GREY_1, BLUE_TINT)
ROW_GRAVE = Pair(INK, RED_TINT)
ROW_CAUTION = Pair(INK, YELLOW_TINT)
ROW_SOON = Pair(INK, BLUE_TINT)
WORD_RAISED = Pair(INK, MARK_RAISED)
WORD_CHECK = Pair(INK, MARK_CHECK)
FOCUSED = Pair(INK, YELLOW)
REHEARSAL = Pair(INK, WARM_YELLOW)
FAULT = Pair(WHITE, RED)
NOTICE = Pair(INK, BLUE_TINT)

TEXT_PAIRS: dict[str, Pair] = {
    name: value for name, value in list(globals().items()) if isinstance(value, Pair)
}
BORDER_PAIRS: tuple[Pair, ...] = (
    Pair(GREY_1, WHITE),
    Pair(GREY_2, WHITE),
    Pair(BLUE, WHITE),
    Pair(RED, WHITE),
    Pair(BLUE, BLUE_TINT),
    Pair(INK, YELLOW),
)


def contrast(pair: Pair) -> float:
    """WCAG contrast ratio of a pair, from 1 to 21."""
    light, dark = sorted((_luminance(pair.text), _luminance(pair.background)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
