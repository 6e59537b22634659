"""Ages, sex and pregnancy of a service's entry rules as fields that can be filled in. Its questions
and areas are left as they are.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from signpost.domain.caller import Sex
from signpost.domain.eligibility import AgeRule, EntryRule, Evidence, PregnancyRule, SexRule
from signpost.domain.service import Service
from signpost.exchange.directory_cells import oldest_cell, yes_no, youngest_cell
from signpost.usecases.typed_values import read_choice, read_oldest, read_yes_no, read_youngest

_SET_HERE = "the practice"


def shown_youngest(service: Service) -> str:
    """The lowest age accepted."""
    rule = _first(service, AgeRule)
    return youngest_cell(rule.age_min_years) if rule else ""


def shown_oldest(service: Service) -> str:
    """The last age accepted."""
    rule = _first(service, AgeRule)
    return oldest_cell(rule.age_max_years) if rule else ""


def shown_sex(service: Service) -> str:
    """F, M, or empty for any."""
    rule = _first(service, SexRule)
    return rule.sex.value if rule else ""


def shown_pregnant(service: Service) -> str:
    """yes (only if pregnant), no (not if pregnant), or empty for no matter."""
    rule = _first(service, PregnancyRule)
    return yes_no(rule.pregnant) if rule else ""


def with_youngest(service: Service, typed: str, today: date) -> Service:
    """The lowest age accepted from now on."""
    low, rule = read_youngest(typed), _first(service, AgeRule)
    return _with_ages(service, low, rule.age_max_years if rule else None, today)


def with_oldest(service: Service, typed: str, today: date) -> Service:
    """The last age accepted from now on."""
    high, rule = read_oldest(typed), _first(service, AgeRule)
    return _with_ages(service, rule.age_min_years if rule else None, high, today)


def with_sex(service: Service, typed: str, today: date) -> Service:
    """The only sex accepted from now on."""
    sex = read_choice(typed, Sex)

    def make(evidence: Evidence) -> EntryRule | None:
        return None if sex is None else SexRule(sex, evidence)

    return _with(service, SexRule, make, today)


def with_pregnant(service: Service, typed: str, today: date) -> Service:
    """Only if pregnant, or not if pregnant, from now on."""
    pregnant = read_yes_no(typed)

    def make(evidence: Evidence) -> EntryRule | None:
        return None if pregnant is None else PregnancyRule(pregnant, evidence)

    return _with(service, PregnancyRule, make, today)


def _with_ages(service: Service, low: float | None, high: float | None, today: date) -> Service:
    def make(evidence: Evidence) -> EntryRule | None:
        return None if low is None and high is None else AgeRule(low, high, evidence)

    return _with(service, AgeRule, make, today)


def _with(
    service: Service,
    kind: type[AgeRule | SexRule | PregnancyRule],
    make: Callable[[Evidence], EntryRule | None],
    today: date,
) -> Service:
    """The service with its first rule of this kind replaced: what it falls to and whom it concerns
    stay, and from now on the practice is its source.
    """
    before = _first(service, kind)
    evidence = Evidence(_SET_HERE, source_date=today, is_local=True)
    made = make(evidence)
    if before is None:
        return service if made is None else replace(service, rules=(made, *service.rules))
    if made is None:
        return replace(service, rules=tuple(rule for rule in service.rules if rule is not before))
    kept = {"falls_to": before.falls_to}
    if isinstance(before, PregnancyRule):
        kept["among"] = before.among
    fresh: Any = replace(made, **kept)
    rules = tuple(fresh if rule is before else rule for rule in service.rules)
    return replace(service, rules=rules)


def _first(service: Service, kind: type[Any]) -> Any:
    return next((rule for rule in service.rules if isinstance(rule, kind)), None)
