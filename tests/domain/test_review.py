"""Checked today: who, when, and by when to look again."""

from datetime import date

import pytest

from signpost.domain.eligibility import AgeRule, Evidence
from signpost.domain.review import checked, months_later
from signpost.domain.service_kind import ServiceKind
from tests.domain.services import question, service

TODAY = date(2026, 8, 31)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (TODAY, 6, date(2027, 2, 28)),
        (date(2027, 8, 29), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 31), 12, date(2027, 1, 31)),
    ],
)
def test_months_later_is_a_day_of_the_month_that_there_is(
    day: date, months: int, then: date
) -> None:
    assert months_later(day, months) == then


def test_checking_an_entry_says_who_and_when_and_moves_its_review() -> None:
    seen = checked(service("P", ServiceKind.PHYSIOTHERAPY), TODAY, "KP")
    assert seen.assurance.assured_by == "KP"
    assert seen.assurance.assured_date == TODAY
    assert seen.review_due == date(2027, 2, 28)


def test_rules_that_were_due_are_looked_at_with_it_and_later_ones_stay() -> None:
    later = date(2030, 1, 1)
    due = AgeRule(18, None, Evidence("page", review_date=date(2026, 1, 1)))
    kept = AgeRule(18, None, Evidence("page", review_date=later))
    before = service("P", ServiceKind.PHYSIOTHERAPY, rules=(due, kept, question("q")))
    assert before.is_stale(TODAY)
    seen = checked(before, TODAY, "KP")
    assert not seen.is_stale(TODAY)
    assert [rule.evidence.review_date for rule in seen.rules] == [date(2027, 2, 28), later, None]
