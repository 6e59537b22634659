"""What was typed into the form of an entry, read field by field; all mistakes are told at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from signpost.domain.eligibility import AgeRule
from signpost.domain.service import Service, ServiceAtLocation
from signpost.errors import UserMistake
from signpost.usecases.entry_field import EntryField
from signpost.usecases.entry_fields import SERVICE_FIELDS
from signpost.usecases.place_fields import PLACE_FIELDS

E = TypeVar("E")
Typed = Mapping[str, str]


class EntryMistakes(UserMistake):
    """Several fields that cannot be used; the first is the mistake itself."""

    def __init__(self, mistakes: Sequence[UserMistake]) -> None:
        super().__init__(mistakes[0].field, mistakes[0].sentence)
        self.mistakes = tuple(mistakes)


def typed_service(before: Service, typed: Typed, today: date) -> Service:
    """The service with what was typed; fields that were not typed stay as they are.

    Raises EntryMistakes.
    """
    after = _read(SERVICE_FIELDS, before, typed, today, _service_faults)
    wait_is_new = after.wait_time != before.wait_time and after.wait_date == before.wait_date
    if wait_is_new:
        after = replace(after, wait_date=today if after.wait_time else None)
    return after


def typed_place(before: ServiceAtLocation, typed: Typed, today: date) -> ServiceAtLocation:
    """The place with what was typed. Raises EntryMistakes."""
    return _read(PLACE_FIELDS, before, typed, today, lambda _: [])


def missing_to_fill(service: Service, place_count: int) -> tuple[str, ...]:
    """What a local entry needs before it can be suggested, in words; empty when nothing."""
    missing = []
    if not (service.phones or service.url or service.email or place_count):
        missing.append("a telephone number, web page, e-mail address or place")
    if not (service.access or service.application_process):
        missing.append("how people get in")
    return tuple(missing)


def _read(
    fields: Sequence[EntryField[E]],
    before: E,
    typed: Typed,
    today: date,
    faults_of: Callable[[E], list[UserMistake]],
) -> E:
    after, mistakes = before, list[UserMistake]()
    for field in fields:
        if field.key not in typed:
            continue
        try:
            after = field.read(after, typed[field.key], today)
        except UserMistake as mistake:
            mistakes.append(mistake)
    mistakes += faults_of(after)
    if mistakes:
        raise EntryMistakes(mistakes)
    return after


def _service_faults(service: Service) -> list[UserMistake]:
    """What does not go together."""
    faults = []
    ages = next((rule for rule in service.rules if isinstance(rule, AgeRule)), None)
    if (
        ages is not None
        and ages.age_min_years is not None
        and ages.age_max_years is not None
        and ages.age_min_years >= ages.age_max_years
    ):
        faults.append(UserMistake("maximum_age", "This is below the youngest age."))
    if service.snomed_code and not service.snomed_term:
        faults.append(UserMistake("snomed_term", "Write the term that belongs to the code."))
    return faults
