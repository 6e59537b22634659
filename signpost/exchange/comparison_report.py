"""Practices side by side, as plain values for the template that sets them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signpost.domain.call import Outcome
from signpost.domain.figures.comparison import NONE, Between, PracticeCounts, all_together
from signpost.domain.figures.published import PUBLISHED
from signpost.domain.local_time import day_in_words, local_time
from signpost.exchange.typesetting import typeset, write_pdf

TEMPLATE = "comparison.typ"
MOST_DESTINATIONS = 12
_COLUMNS = (
    "Practice",
    "Months",
    "Contacts",
    "Administrative",
    "Offered",
    "Accepted",
    "Declined",
    "Not discussed",
    "Rules not met",
    "Nothing matched",
)


@dataclass(frozen=True)
class Comparison:
    """What is compared; practices in the order of their codes."""

    practices: tuple[PracticeCounts, ...]


def write_comparison(
    comparison: Comparison, out: Path, made: datetime, layouts: Path, fonts: Path
) -> None:
    """Set the comparison by the template in the folder `layouts` and write it to `out`.

    Raises NotAvailable when the file cannot be written.
    """
    write_pdf(out, typeset(layouts / TEMPLATE, fonts, comparison_values(comparison, made), made))


def comparison_values(comparison: Comparison, made: datetime) -> dict[str, object]:
    """Everything that the template prints."""
    whole = all_together(comparison.practices)
    months = whole.months
    span = months[0] if len(months) == 1 else f"{months[0]} to {months[-1]}"
    return {
        "title": f"Active signposting in {len(comparison.practices)} practices, {span}",
        "printed": day_in_words(local_time(made).date()),
        "columns": list(_COLUMNS),
        "practices": [_line(one) for one in comparison.practices],
        "whole": _line(whole),
        "destinations": _destinations(comparison.practices, whole),
        "uneven": _uneven(comparison.practices),
        "published": [[one.name, [claim.words for claim in one.claims]] for one in PUBLISHED],
    }


def _line(counts: PracticeCounts) -> list[str]:
    offered = counts.offered
    outcomes = (Outcome.NOT_DISCUSSED, Outcome.NOT_ELIGIBLE, Outcome.NOTHING_MATCHED)
    return [
        counts.practice,
        str(len(counts.months)),
        counts.contacts.words,
        _with_share(counts.administrative, counts.contacts),
        _with_share(offered, counts.contacts),
        _with_share(counts.with_outcome(Outcome.ACCEPTED), offered),
        _with_share(counts.with_outcome(Outcome.DECLINED), offered),
        *(_with_share(counts.with_outcome(one), counts.contacts) for one in outcomes),
    ]


def _with_share(part: Between, whole: Between) -> str:
    share = part.share_of(whole)
    return f"{part.words} ({share})" if share else part.words


def _destinations(practices: Sequence[PracticeCounts], whole: PracticeCounts) -> dict[str, object]:
    accepted = whole.with_outcome(Outcome.ACCEPTED)
    found = sorted(
        whole.destinations().items(), key=lambda item: (-item[1].least, item[0].casefold())
    )
    listed, rest = found[:MOST_DESTINATIONS], found[MOST_DESTINATIONS:]
    lines = [
        [
            name,
            _with_share(count, accepted),
            *(one.destinations().get(name, NONE).words for one in practices),
        ]
        for name, count in listed
    ]
    if rest:
        others = sum((count for _, count in rest), NONE)
        lines.append(["All others", _with_share(others, accepted), *("" for _ in practices)])
    return {
        "header": ["Where people were sent", "All practices", *(one.practice for one in practices)],
        "lines": lines,
    }


def _uneven(practices: Sequence[PracticeCounts]) -> str:
    if len({one.months for one in practices}) == 1:
        return ""
    return "The practices did not all send the same months: compare shares, not numbers."
