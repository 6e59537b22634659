"""Every panel, in the order in which a screen shows them."""

from collections.abc import Callable

from signpost.domain.figures import contact_panels, safety_panels, service_panels
from signpost.domain.figures.panel import Panel
from signpost.domain.figures.sheet import Sheet

FIRST: tuple[Callable[[Sheet], Panel], ...] = (contact_panels.outcomes, contact_panels.volume)
"""What needs only the measures that are counted first."""

MORE: tuple[Callable[[Sheet], Panel], ...] = (
    contact_panels.busy_hours,
    service_panels.sent_to_kinds,
    service_panels.sent_to_services,
    contact_panels.about,
    service_panels.why_declined,
    service_panels.instead,
    service_panels.fairness,
    service_panels.came_back,
    service_panels.pharmacy_referrals,
    safety_panels.done_about_prompts,
    safety_panels.protocols_raised,
    safety_panels.to_clinician,
    contact_panels.time_taken,
    service_panels.gp_time,
)


def first_panels(sheet: Sheet) -> tuple[Panel, ...]:
    """The panels that can be shown first."""
    return tuple(make(sheet) for make in FIRST)


def every_panel(sheet: Sheet) -> tuple[Panel, ...]:
    """All of them."""
    return tuple(make(sheet) for make in (*FIRST, *MORE))
