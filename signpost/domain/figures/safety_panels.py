"""Panels about prompts: what was raised, what was done, how soon a clinician had the caller."""

from signpost.domain.call import PromptAction
from signpost.domain.figures.breakdown import with_share
from signpost.domain.figures.panel import Panel
from signpost.domain.figures.sheet import Sheet, bars_panel
from signpost.domain.figures.statistics import minutes, prompts, protocols
from signpost.domain.figures.tally import MINUTES, Measure
from signpost.domain.suppression import shown_sum

MOST_PROTOCOLS = 15
_SOON = MINUTES[:3]


def done_about_prompts(sheet: Sheet) -> Panel:
    """Prompts by what was done."""
    found = prompts(sheet.spans)
    return bars_panel(
        sheet,
        "prompts",
        "Prompts, and what was done",
        sheet.largest(found, len(PromptAction)),
        sentence=f"{found.whole:,} prompts raised. One contact may raise several.",
    )


def protocols_raised(sheet: Sheet) -> Panel:
    """Prompts by protocol."""
    found = protocols(sheet.spans)
    return bars_panel(
        sheet,
        "protocols",
        "Protocols that prompts came from",
        sheet.largest(found, MOST_PROTOCOLS),
        sentence=f"{found.whole:,} prompts raised, by protocol.",
    )


def to_clinician(sheet: Sheet) -> Panel:
    """Minutes from a prompt, or from asking, until a clinician had taken over."""
    found = minutes(sheet.spans, Measure.TO_CLINICIAN, "passed to a clinician")
    shown = found.shown(sheet.audience)
    soon = shown_sum(part.count for part in shown if part.key in _SOON)
    sentence = f"{found.whole:,} prompts or requests that a clinician took over."
    if soon.number is not None:
        sentence = f"{with_share(soon, found.whole, 'passed to a clinician')} within five minutes."
    return bars_panel(
        sheet,
        "to_clinician",
        "Minutes from prompt to clinician",
        found,
        sentence=sentence,
        known=_took_over_is_told(sheet),
    )


def _took_over_is_told(sheet: Sheet) -> bool:
    listed = sheet.largest(prompts(sheet.spans), len(PromptAction))
    told = {part.key for part in listed.parts}
    return not sheet.is_outside or PromptAction.CLINICIAN_TOOK_OVER.value in told
