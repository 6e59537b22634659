"""The printed directory: services by kind and name, as plain values for its template."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from signpost.domain.eligibility_words import rules_in_words
from signpost.domain.hours_words import hours_in_words
from signpost.domain.local_time import day_in_words, local_time
from signpost.domain.printed_wording import DirectoryWording
from signpost.domain.service import Phone, Service, ServiceAtLocation, Status
from signpost.domain.suggestion_words import (
    access_words,
    alert_words,
    assured_words,
    wait_words,
)
from signpost.errors import NotAvailable
from signpost.exchange.typesetting import typeset, write_pdf

TEMPLATE = "directory.typ"
MOST_SERVICES = 2_000
"""Some 300 pages, for which the typesetter takes 750 MB."""

_LETTERS_A_LINE, _LINES_A_PLACE, _LINES_IN_ONE = 45, 4, 25
"""In large print, the smaller page: an entry of more lines may break across pages."""


@dataclass(frozen=True)
class PrintedDirectory:
    """What is printed. `practice` may be empty; `marking` stands at the head of every page."""

    wording: DirectoryWording
    practice: str = ""
    marking: str = ""
    large: bool = False


def write_printed_directory(
    services: Iterable[Service],
    printed: PrintedDirectory,
    out: Path,
    *,
    made: datetime,
    layouts: Path,
    fonts: Path,
) -> int:
    """Set the directory by the template in `layouts` and write it to `out`; `made` is dated in
    England's time.

    Closed services and local ones that are not filled in are left out, and the first page says how
    many. Returns the number of services printed. Raises NotAvailable when there are none or too
    many, or the file cannot be written.
    """
    today = local_time(made).date()
    chosen: list[Service] = []
    left_out: Counter[str] = Counter()
    for service in services:
        reason = _left_out(service)
        left_out[reason] += 1
        if not reason:
            chosen.append(service)
        if len(chosen) > MOST_SERVICES:
            raise NotAvailable(
                f"The directory has more than {MOST_SERVICES:,} services: too many to print.",
                "Export it as XLSX, and print the rows that you need.",
            )
    if not chosen:
        raise NotAvailable(
            "The directory has no service to print.", "Fill in its local entries, or import some."
        )
    values = directory_values(chosen, left_out, printed, today)
    write_pdf(out, typeset(layouts / TEMPLATE, fonts, values, made), "directory.pdf")
    return len(chosen)


def directory_values(
    services: Sequence[Service],
    left_out: Mapping[str, int],
    printed: PrintedDirectory,
    today: date,
) -> dict[str, object]:
    """Everything that the template prints, as text and lists of it."""
    day = day_in_words(today)
    wording = printed.wording
    shared = _shared_places(services)
    by_kind: dict[str, list[Service]] = {}
    for service in sorted(services, key=lambda each: (each.name.casefold(), each.id)):
        by_kind.setdefault(service.kind.label, []).append(service)
    return {
        "title": wording.title,
        "check": wording.check.replace("{printed}", day),
        "first": wording.first,
        "choice": wording.choice,
        "practice": printed.practice,
        "marking": printed.marking,
        "large": printed.large,
        "printed": day,
        "foot": f"Printed {day}: check before relying on it",
        "left_out": [
            f"{count} {'entry is' if count == 1 else 'entries are'} {reason}, and not printed."
            for reason, count in sorted(left_out.items())
            if reason
        ],
        "kinds": [
            {
                "name": name,
                "label": f"kind-{number}",
                "services": [_entry(service, shared, today) for service in by_kind[name]],
            }
            for number, name in enumerate(sorted(by_kind, key=str.casefold))
        ],
        "places": [_place(place) for place in sorted(shared, key=lambda one: one.location.name)],
    }


def _left_out(service: Service) -> str:
    if service.status is Status.CLOSED:
        return "closed"
    if service.is_unfilled:
        return "still for your practice to fill in"
    return ""


def _shared_places(services: Iterable[Service]) -> set[ServiceAtLocation]:
    """Places that are just the same for several services: they are printed once."""
    given = Counter(place for service in services for place in service.locations)
    return {place for place, count in given.items() if count > 1}


def _entry(
    service: Service, shared: Container[ServiceAtLocation], today: date
) -> dict[str, object]:
    own = [place for place in service.locations if place not in shared]
    said = _said(service, today)
    lines = sum(1 + len(words) // _LETTERS_A_LINE for words in said.values() if words)
    lines += len(service.phones) + sum(_LINES_A_PLACE + len(place.phones) for place in own)
    return {
        **said,
        "phones": _phones(service.phones),
        "places": [_place(place) for place in sorted(own, key=lambda each: each.location.name)],
        "shared": [place.location.name for place in service.locations if place in shared],
        "is_stale": service.is_stale(today),
        "is_long": lines > _LINES_IN_ONE,
    }


def _said(service: Service, today: date) -> dict[str, str]:
    return {
        "id": service.id,
        "name": service.name,
        "also": ", ".join(service.alternate_names),
        "alert": alert_words(service, today),
        "no_phone": _no_phone(service),
        "about": service.description,
        "who": _who(service),
        "check_first": service.check_first,
        "how": _how(service),
        "hours": hours_in_words(service.schedule) or ("" if service.locations else "not recorded"),
        "wait": wait_words(service),
        "url": service.url,
        "email": service.email,
        "checked": assured_words(service, today),
    }


def _place(place: ServiceAtLocation) -> dict[str, object]:
    location = place.location
    address = ", ".join(part for part in (location.address, location.postal_code) if part)
    return {
        "name": location.name,
        "address": address,
        "phones": _phones(place.phones),
        "hours": hours_in_words(place.schedule),
        "alert": place.alert,
    }


def _phones(phones: Iterable[Phone]) -> list[dict[str, str]]:
    return [{"number": phone.number, "description": phone.description} for phone in phones]


def _who(service: Service) -> str:
    """The entry's own words; without them, its rules."""
    words = service.eligibility_description or "; ".join(rules_in_words(service.rules))
    if service.accepts_children is False:
        return f"{words.rstrip('.')}. Not for children." if words else "Not for children."
    return words


def _no_phone(service: Service) -> str:
    """What stands where the number would be; a notice says it when nobody confirmed one."""
    if service.unconfirmed_phone:
        return ""
    return "numbers: see places" if service.locations else "no number recorded"


def _how(service: Service) -> str:
    words = access_words(service)
    return (
        f"{words.rstrip('.')}. The practice sends a referral." if service.referral_needed else words
    )
