"""What panels are made from, and the one way in which a breakdown becomes bars and a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from signpost.domain.figures.breakdown import ALL_OTHERS, Audience, Breakdown, ShownPart
from signpost.domain.figures.gp_time import TimeAssumption
from signpost.domain.figures.panel import Bar, Bars, Panel, Table
from signpost.domain.figures.period import Period
from signpost.domain.figures.statistics import CONTACTS, Spans, contacts
from signpost.domain.suppression import Count, is_small, shown, shown_sum

NONE = "None in these days."
TOO_FEW = "Too few to tell: no number below 5 leaves the practice, nor what would give it away."


@dataclass(frozen=True)
class Sheet:
    """The tallies of some days and of those before, whom they are shown to, and what the practice
    assumes about a GP's time. `most` limits how many parts a list names; None: as it likes.
    """

    period: Period
    spans: Spans
    audience: Audience = Audience.WITHIN
    assumed: tuple[TimeAssumption, ...] = ()
    most: int | None = None

    @cached_property
    def outcomes(self) -> dict[str, ShownPart]:
        """What contacts came to, by outcome; "administrative" for those that are."""
        return {part.key: part for part in contacts(self.spans).shown(self.audience)}

    @property
    def is_outside(self) -> bool:
        """Whether no small number may be told."""
        return self.audience is Audience.OUTSIDE

    def largest(self, breakdown: Breakdown, most: int) -> Breakdown:
        """The largest parts for this audience, in as many lines as there is room for."""
        return breakdown.largest(min(most, self.most or most), self.audience)

    def is_few(self, whole: int) -> bool:
        """Whether a whole may not be told."""
        return self.is_outside and is_small(whole)

    def sum_of(self, keys: Sequence[str]) -> Count:
        """Several outcomes together; hidden as soon as one of them is."""
        return shown_sum(self.outcomes[key].count for key in keys)

    def may_tell(self, *keys: str) -> bool:
        """Whether the numbers of all these outcomes are told, so that they can be a whole."""
        return all(self.outcomes[key].count.number is not None for key in keys)


def bars_panel(
    sheet: Sheet,
    key: str,
    title: str,
    breakdown: Breakdown,
    *,
    sentence: str,
    known: bool = True,
) -> Panel:
    """A panel of a breakdown, in its own order. `known`: whether its whole may be told.

    Outside the practice only the contacts themselves are set beside the span before: whether the
    whole of any other measure could be told then, this sheet does not know.
    """
    if sheet.is_outside and breakdown.whole_name != CONTACTS:
        breakdown = breakdown.now_only()
    if not breakdown.whole and not breakdown.before:
        return Panel(key, title, NONE)
    told = breakdown.shown(sheet.audience)
    few = sheet.is_few(breakdown.whole)
    unnamed = sheet.is_outside and {part.key for part in told} == {ALL_OTHERS}
    if few or not known or unnamed or all(part.count.number is None for part in told):
        return Panel(key, title, TOO_FEW)
    parts = [part for part in told if _says_something(part)]
    return Panel(key, title, sentence, bars_of(parts), table_of(parts, breakdown, sheet))


def bars_of(parts: Sequence[ShownPart]) -> Bars:
    """Bars for parts of a whole, with the span before. What is all others has no bar: it would
    dwarf the ones that have a name.
    """
    return Bars(
        tuple(
            Bar(part.name, None, bar_words(part))
            if part.key == ALL_OTHERS
            else Bar(part.name, part.count.number, bar_words(part), part.before.number)
            for part in parts
        )
    )


def bar_words(part: ShownPart) -> str:
    """What stands at the end of a bar."""
    return f"{part.count.words} ({part.share})" if part.share else part.count.words


def table_of(parts: Sequence[ShownPart], breakdown: Breakdown, sheet: Sheet) -> Table:
    """The table behind the bars, with its total."""
    header = ["", "Number", f"Share of {breakdown.whole_name}"]
    rows = [[part.name, part.count.words, part.share] for part in parts]
    rows.append([f"All {breakdown.whole_name}", f"{breakdown.whole:,}", ""])
    if all(part.before is not None for part in breakdown.parts):
        header.append(sheet.period.before.words)
        before = shown(breakdown.before) if sheet.is_outside else Count(breakdown.before)
        befores = [*(part.before.words for part in parts), before.words]
        rows = [[*row, then] for row, then in zip(rows, befores, strict=True)]
    return Table(tuple(header), tuple(tuple(row) for row in rows))


def _says_something(part: ShownPart) -> bool:
    return part.count.number != 0 or part.before.number not in {0, None}
