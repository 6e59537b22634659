"""Looking at an entry again: what "checked today" means, and by when the next look is due."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from signpost.domain.eligibility import EntryRule
from signpost.domain.practice_details import REVIEW_MONTHS
from signpost.domain.service import Service

_MONTHS_A_YEAR = 12


def checked(service: Service, today: date, by: str, months: int = REVIEW_MONTHS) -> Service:
    """The service as somebody has just found it to be true, its entry rules included."""
    review = months_later(today, months)
    return replace(
        service,
        assurance=replace(service.assurance, assured_date=today, assured_by=by, review_date=review),
        rules=tuple(_reviewed(rule, review) for rule in service.rules),
    )


def months_later(day: date, months: int) -> date:
    """The same day of the month, or the month's last day where it has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _reviewed(rule: EntryRule, review: date) -> EntryRule:
    due = rule.evidence.review_date
    if due is None or due >= review:
        return rule
    return replace(rule, evidence=replace(rule.evidence, review_date=review))
