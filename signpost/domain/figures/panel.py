"""A panel of figures: a sentence, a chart and the table behind it, ready to be shown or printed."""

from dataclasses import dataclass

from signpost.domain.suppression import Count


@dataclass(frozen=True)
class Bar:
    """One bar: `number` and `before` are its lengths, None where they may not be told; `words` is
    what stands at its end.
    """

    name: str
    number: float | None
    words: str
    before: float | None = None


@dataclass(frozen=True)
class Bars:
    """Bars one below the other; `full` is the length of a whole one, None: that of the longest."""

    bars: tuple[Bar, ...]
    full: float | None = None


@dataclass(frozen=True)
class Line:
    """A number for each step of time; None where it may not be told."""

    points: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class HeatMap:
    """A number for each hour (`columns`) of each weekday (`rows`: name and counts)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Count, ...]], ...]


Chart = Bars | Line | HeatMap


@dataclass(frozen=True)
class Table:
    """The numbers behind a chart, as text; the first column names the row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Panel:
    """One measure. `key` names it for the program; without a chart only its sentences are shown."""

    key: str
    title: str
    sentence: str
    chart: Chart | None = None
    table: Table | None = None
    note: str = ""
