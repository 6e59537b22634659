"""Where every word of a suggestion's card goes for a width and a font; painting and measuring
share it.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from signpost.domain.suggestion import Fit, Place, Suggestion
from signpost.ui.call.suggestions_model import fit_words
from signpost.ui.look import palette

NEAREST_SHOWN = 3
SHORT_ENOUGH = 100
ANSWER_HINT = "Y  ·  N  ·  D (don't know)"
MARGIN = 12
GAP = 3
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True)
class Piece:
    """One text of a card: where, how, and the chip behind it, if any."""

    rect: QRect
    text: str
    font: QFont
    quiet: bool = False
    warning: bool = False
    chip: palette.Pair | None = None


@dataclass(frozen=True)
class Card:
    """A card laid out for one width."""

    pieces: tuple[Piece, ...]
    height: int


class _Lines:
    """Puts pieces one after the other into lines of a width."""

    def __init__(self, width: int) -> None:
        self._left = MARGIN
        self._right = width - MARGIN
        self._x = self._left
        self._y = MARGIN - 3
        self._line = 0
        self.pieces: list[Piece] = []

    def text(self, text: str, font: QFont, *, quiet: bool = False, warning: bool = False) -> None:
        """A text that takes what is left of the line, or lines of its own."""
        if text:
            self._put(text, font, 0, quiet=quiet, warning=warning)

    def chip(self, text: str, font: QFont, pair: palette.Pair) -> None:
        """A text on a coloured ground."""
        self._put(text, font, 9, chip=pair)

    def new_line(self) -> None:
        """Go on below."""
        if self._line:
            self._y += self._line + GAP
        self._x, self._line = self._left, 0

    def end(self) -> int:
        """The height of the whole card."""
        self.new_line()
        return self._y + MARGIN - 6

    def _put(
        self,
        text: str,
        font: QFont,
        side: int,
        *,
        quiet: bool = False,
        warning: bool = False,
        chip: palette.Pair | None = None,
    ) -> None:
        metrics = QFontMetrics(font)
        wanted = metrics.horizontalAdvance(text) + 2 * side + 2
        if self._x > self._left and self._x + wanted > self._right:
            self.new_line()
        width = min(wanted, self._right - self._x)
        bounds = metrics.boundingRect(QRect(0, 0, width - 2 * side, 10_000), _WRAP, text)
        height = bounds.height() + (4 if chip else 0)
        rect = QRect(self._x, self._y, width, height)
        self.pieces.append(Piece(rect, text, font, quiet, warning, chip))
        self._x += width + 8
        self._line = max(self._line, height)


@lru_cache(maxsize=256)
def card(
    suggestion: Suggestion, width: int, font_key: str, *, whole: bool, asking: str = ""
) -> Card:
    """The card of a suggestion: all of it, or what is needed to choose among many.

    `font_key` is QFont.toString() of the list's font. `asking` is the id of the question that the
    next key answers.
    """
    base = QFont()
    base.fromString(font_key)
    lines = _Lines(width)
    small = _sized(base, 0.9)
    lines.text(suggestion.name, _sized(base, 1.08, QFont.Weight.DemiBold))
    lines.chip(suggestion.kind.label, small, palette.CHIP)
    lines.new_line()
    lines.chip(_fit(suggestion, whole=whole), small, _fit_pair(suggestion))
    if suggestion.unfilled:
        lines.chip("Your practice must fill this in", small, palette.CAUTION)
    else:
        _add_hours(lines, suggestion, base)
    if whole and suggestion.fit is Fit.ASK:
        _add_questions(lines, suggestion, base, asking)
    for text, font, warning in _body(suggestion, base, whole=whole):
        lines.new_line()
        lines.text(text, font, warning=warning)
    lines.new_line()
    lines.text(_why(suggestion), small, quiet=True)
    height = lines.end()
    return Card(tuple(lines.pieces), height)


def _body(suggestion: Suggestion, base: QFont, *, whole: bool) -> list[tuple[str, QFont, bool]]:
    """The lines between hours and why: text, font, whether it is a warning."""
    small, plain = _sized(base, 0.9), _sized(base, 0.95)
    shortened = str if whole else _first_sentence
    check = shortened(suggestion.check_first)
    body = [
        (suggestion.reported, _sized(base, 0.95, QFont.Weight.DemiBold), True),
        (suggestion.alert, _sized(base, 0.95, QFont.Weight.DemiBold), True),
        (shortened(suggestion.how_to_access), plain, False),
        (_joined(suggestion.phone, suggestion.web), base, False),
        (f"Check first: {check}" if check else "", small, False),
        (_places_in_short(suggestion) if not whole else "", small, False),
    ]
    if whole:
        near = suggestion.places[:NEAREST_SHOWN]
        body += [(f"• {place_words(place)}", small, False) for place in near]
        body.append((_more_places(suggestion), small, False))
        body.append((_joined(suggestion.wait, suggestion.choice), small, False))
    return body


def _add_questions(lines: _Lines, suggestion: Suggestion, base: QFont, asking: str) -> None:
    small, bold = _sized(base, 0.9), _sized(base, 0.9, QFont.Weight.DemiBold)
    ids = suggestion.ask_ids or ("",) * len(suggestion.ask_first)
    for question_id, text in zip(ids, suggestion.ask_first, strict=True):
        lines.new_line()
        if asking and question_id == asking:
            lines.chip(f"{text}   {ANSWER_HINT}", bold, palette.CHIP_ASK)
        else:
            lines.text(f"• {text}", small)


def _first_sentence(text: str) -> str:
    if len(text) <= SHORT_ENOUGH:
        return text
    first, stop, rest = text.partition(". ")
    return f"{first}…" if stop and rest else text


def _places_in_short(suggestion: Suggestion) -> str:
    if not suggestion.places:
        return ""
    more = _places_in_all(suggestion) - 1
    first = place_words(suggestion.places[0])
    return f"{first} · and {more} more" if more else first


def _places_in_all(suggestion: Suggestion) -> int:
    return max(suggestion.places_in_all, len(suggestion.places))


def _more_places(suggestion: Suggestion) -> str:
    """How many places more there are than the card lists, and where to find them."""
    more, listed = _places_in_all(suggestion) - NEAREST_SHOWN, len(suggestion.places)
    if more <= 0:
        return ""
    if _places_in_all(suggestion) > listed:
        return f"• and {more} more; the {listed} nearest are listed once it is taken"
    return f"• and {more} more, listed once it is taken"


def _joined(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)


def _fit(suggestion: Suggestion, *, whole: bool) -> str:
    many = len(suggestion.ask_first)
    if suggestion.fit is Fit.ASK and many and not whole:
        return f"Ask first: {suggestion.ask_first[0] if many == 1 else f'{many} questions'}"
    return fit_words(suggestion)


def place_words(place: Place) -> str:
    """A place with distance, hours and phone, as far as they are known."""
    miles = f"{place.miles:.1f} miles" if place.miles is not None else ""
    return " · ".join(part for part in (place.name, miles, place.open_text, place.phone) if part)


def _add_hours(lines: _Lines, suggestion: Suggestion, base: QFont) -> None:
    hours = suggestion.open_text or "Opening hours not known"
    weight = QFont.Weight.Bold if suggestion.is_open else QFont.Weight.Medium
    lines.text(hours, _sized(base, 0.93, weight), quiet=suggestion.open_text is None)


def _why(suggestion: Suggestion) -> str:
    assured = suggestion.assured
    if suggestion.is_stale and assured:
        assured = f"{assured} (out of date: check before relying on it)"
    reason = suggestion.why.rpartition(" · ")[0] or suggestion.why
    return "  ·  ".join(part for part in (f"Why: {reason}", assured) if part)


def _fit_pair(suggestion: Suggestion) -> palette.Pair:
    if suggestion.fit is Fit.SUITABLE:
        return palette.CHIP_GOOD
    return palette.CHIP_ASK if suggestion.fit is Fit.ASK else palette.CHIP


def _sized(base: QFont, times: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(base)
    font.setPixelSize(max(9, round(base.pixelSize() * times)))
    font.setWeight(weight)
    return font
