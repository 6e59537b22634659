"""The monthly report: two pages of figures that may leave the practice, as plain values for its
template.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signpost.domain.figures.panel import Bars, Panel
from signpost.domain.figures.period import Period
from signpost.domain.figures.published import PUBLISHED
from signpost.domain.local_time import day_in_words, local_time
from signpost.domain.suppression import SMALL_NUMBER
from signpost.exchange.chart_svg import draw
from signpost.exchange.typesetting import typeset, write_pdf

TEMPLATE = "monthly_report.typ"
_WIDE, _TEXT = 252, 7.6


@dataclass(frozen=True)
class Headline:
    """One large number and what it is; `of` is its denominator in words."""

    number: str
    what: str
    of: str = ""


@dataclass(frozen=True)
class MonthlyReport:
    """What a report is made of. `panels` hold no small number."""

    practice: str
    ods_code: str
    period: Period
    headlines: tuple[Headline, ...]
    panels: tuple[Panel, ...]


def write_monthly_report(
    report: MonthlyReport, out: Path, made: datetime, layouts: Path, fonts: Path
) -> None:
    """Set the report by the template in the folder `layouts` and write it to `out`.

    Raises NotAvailable when the file cannot be written.
    """
    write_pdf(out, typeset(layouts / TEMPLATE, fonts, report_values(report, made), made))


def report_values(report: MonthlyReport, made: datetime) -> dict[str, object]:
    """Everything that the template prints, as text, numbers and lists of them."""
    legend = (report.period.words, report.period.before.words)
    return {
        "title": f"Active signposting, {report.period.words}",
        "practice": report.practice,
        "ods_code": report.ods_code,
        "printed": day_in_words(local_time(made).date()),
        "headlines": [[one.number, one.what, one.of] for one in report.headlines],
        "panels": {panel.key: _panel(panel, legend) for panel in report.panels},
        "small": (
            f"No number from 1 to {SMALL_NUMBER - 1} is told, nor one from which it could be "
            f'worked out: such places say "<{SMALL_NUMBER}" or "hidden", or are part of '
            '"All others". '
            "Rehearsal, training, the example practice and voided records are not counted."
        ),
        "published": [[one.name, [claim.words for claim in one.claims]] for one in PUBLISHED],
    }


def _panel(panel: Panel, legend: tuple[str, str]) -> Mapping[str, object]:
    chart = draw(panel.chart, _WIDE, _TEXT, panel.title, legend) if panel.chart else None
    return {
        "title": panel.title,
        "sentence": panel.sentence,
        "note": panel.note,
        "svg": chart.svg if chart else "",
        "alt": _alt(panel),
    }


def _alt(panel: Panel) -> str:
    """The chart in words, for people who do not see it."""
    if isinstance(panel.chart, Bars):
        bars = "; ".join(f"{bar.name}: {bar.words}" for bar in panel.chart.bars)
        return f"{panel.title}. {bars}"
    if panel.table is None:
        return panel.title
    rows = "; ".join(": ".join((row[0], " ".join(row[1:]))) for row in panel.table.rows)
    return f"{panel.title}. {rows}"
