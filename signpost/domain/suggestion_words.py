"""What a suggestion says of a service: how it was checked, how to get in, whose choice it is."""

from datetime import date

from signpost.domain.eligibility import Entry
from signpost.domain.service import Service
from signpost.domain.service_kind import ServiceKind
from signpost.domain.suggestion import Fit

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CHOSEN_BY_THE_PATIENT = {
    ServiceKind.PHARMACY_FIRST: "pharmacy",
    ServiceKind.PHARMACY_MINOR_ILLNESS: "pharmacy",
    ServiceKind.PHARMACY: "pharmacy",
    ServiceKind.OPTICIAN_URGENT: "optician",
    ServiceKind.OPTICIAN: "optician",
    ServiceKind.DENTIST: "dentist",
}


def day_words(day: date) -> str:
    """A date, short: 3 Nov 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def fit_words(entry: Entry) -> str:
    """How the entry rules stand; never a word about the patient being well or unwell."""
    if entry.fit is Fit.SUITABLE:
        return "entry rules met"
    return "ask first" if entry.fit is Fit.ASK else f"not met because {entry.not_met}"


def access_words(service: Service) -> str:
    """How to get in: the entry's own words, else its ways in."""
    if service.application_process:
        return service.application_process
    return ", ".join(way.words for way in service.access).capitalize()


def assured_words(service: Service, today: date) -> str:
    """When it was last checked and by whom, and whether its review is overdue."""
    assurance = service.assurance
    if service.is_unfilled:
        return ""
    if assurance.assured_date is None:
        words = "not yet checked by your practice"
    else:
        by = f" by {assurance.assured_by}" if assurance.assured_by else ""
        words = f"checked {day_words(assurance.assured_date)}{by}"
    if service.is_stale(today) and service.review_due is not None:
        words += f"; review was due {day_words(service.review_due)}"
    return words


def alert_words(service: Service, today: date) -> str:
    """What stands in the way just now: a pause, a short notice, a number that nobody confirmed."""
    parts = [service.alert]
    if service.is_paused(today):
        until = service.paused_until
        paused = "Paused" if until is None else f"Paused until {day_words(until)}"
        parts.insert(0, f"{paused}: {service.pause_reason}" if service.pause_reason else paused)
    if service.unconfirmed_phone and not service.phones and not service.is_unfilled:
        parts.append("No confirmed number: look it up on the organisation's own page")
    return ". ".join(part.rstrip(".") for part in parts if part)


def wait_words(service: Service) -> str:
    """The usual wait with the day it was true; empty when not known."""
    if not service.wait_time:
        return ""
    true_on = "" if service.wait_date is None else f" ({day_words(service.wait_date)})"
    return f"{service.wait_time}{true_on}"


def choice_words(kind: ServiceKind, places: int) -> str:
    """Whose choice the place is."""
    place = _CHOSEN_BY_THE_PATIENT.get(kind)
    if place is None and places > 1:
        place = "place"
    if place is None:
        return ""
    return f"Which {place} is the patient's choice: ask. Listed by open now and distance."
