"""Figures for those who may see them, months counted once, and what the practice assumes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from signpost.build import Desk
from signpost.domain.audit import AuditEvent
from signpost.domain.call import Outcome
from signpost.domain.figures.figure_filter import FigureFilter
from signpost.domain.figures.gp_time import TimeAssumption
from signpost.domain.figures.period import Period, month_of
from signpost.domain.figures.tally import FIRST_SHOWN, Measure, Tally, together
from signpost.domain.permission import NotAllowedError
from signpost.domain.signpost import Correctable
from signpost.domain.staff import Role, StaffMember
from signpost.errors import UserMistake
from signpost.usecases.prove_who import GOOD_FOR, Proof
from signpost.usecases.review_statistics import Asked, ReviewStatistics
from tests.records import FIRST, plain_tally, some_records

APRIL = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
MARCH = month_of(date(2026, 3, 1))
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))


@pytest.fixture
def statistics(desk: Desk) -> ReviewStatistics:
    return ReviewStatistics(desk.database)


def record(desk: Desk, kim: StaffMember, number: int = 120):
    """Records of Kim and of somebody else, from January to March."""
    other = desk.choose_recorder.add("BB", "Bo Brown", APRIL)
    records = some_records((kim.id, other.id), number)
    with desk.database.transaction() as stores:
        for one in records:
            assert stores.signposts.insert(one).stored
    return records


def as_manager(desk: Desk) -> Proof:
    """Somebody who may see everybody's figures, and whose PIN makes others prove theirs."""
    manager = StaffMember("01900000-0000-7000-8000-000000000009", "MM", "Mo", Role.MANAGER)
    with desk.database.transaction() as stores:
        stores.staff.insert(manager)
        stores.staff.keep_pin(manager.id, "a hash")
    return Proof(manager, APRIL + GOOD_FOR)


def kept(desk: Desk) -> dict[date, Tally]:
    with desk.database.reading() as stores:
        return stores.month_tallies().of(QUARTER)


def test_figures_of_a_span_stand_beside_those_of_the_span_before(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    records = record(desk, kim)
    spans = statistics.figures(Asked(MARCH), None, APRIL)
    assert spans.now == plain_tally(records, MARCH, FigureFilter())
    assert spans.before == plain_tally(records, MARCH.before, FigureFilter())


def test_a_person_sees_their_own_figures_without_proof(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    records = record(desk, kim)
    as_manager(desk)
    spans = statistics.own(Asked(QUARTER), kim.id)
    assert spans.now == plain_tally(records, QUARTER, FigureFilter(recorder_id=kim.id))


def test_only_a_manager_or_the_clinical_lead_sees_everybodys(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    record(desk, kim, 20)
    proof = as_manager(desk)
    assert statistics.figures(Asked(QUARTER), proof, APRIL).now.total(Measure.CONTACT)
    with pytest.raises(UserMistake, match="Prove who you are"):
        statistics.figures(Asked(QUARTER), None, APRIL)
    with pytest.raises(NotAllowedError, match="see the practice's statistics"):
        statistics.figures(Asked(QUARTER), Proof(kim, APRIL + GOOD_FOR), APRIL)


def test_months_that_are_over_are_counted_once_newest_first(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    record(desk, kim)
    counted = statistics.figures(Asked(QUARTER), None, APRIL)
    assert statistics.keep_a_month(APRIL)
    assert list(kept(desk)) == [MARCH.first]
    while statistics.keep_a_month(APRIL):
        pass
    assert list(kept(desk)) == [date(2026, month, 1) for month in (1, 2, 3)]
    assert statistics.figures(Asked(QUARTER), None, APRIL) == counted
    part = Asked(Period(FIRST + timedelta(days=9), date(2026, 3, 9)))
    again = statistics.figures(part, None, APRIL).now
    with desk.database.reading() as stores:
        assert again == stores.statistics().tally(part.period)


def test_figures_counted_in_two_steps_are_those_of_one(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    record(desk, kim)
    statistics.keep_a_month(APRIL)
    rest = [measure for measure in Measure if measure not in FIRST_SHOWN]
    two = [
        statistics.figures(Asked(QUARTER), None, APRIL, some).now for some in (FIRST_SHOWN, rest)
    ]
    assert together(two) == statistics.figures(Asked(QUARTER), None, APRIL).now


def test_a_month_is_not_kept_before_it_is_over(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    record(desk, kim)
    in_march = datetime(2026, 3, 31, 23, 0, tzinfo=UTC)
    while statistics.keep_a_month(in_march):
        pass
    assert MARCH.first not in kept(desk)
    assert not statistics.keep_a_month(datetime(2026, 4, 1, 12, 0, tzinfo=UTC))
    assert statistics.keep_a_month(datetime(2026, 4, 2, 12, 0, tzinfo=UTC))


def test_without_records_there_is_no_month_to_keep(
    statistics: ReviewStatistics,
) -> None:
    assert not statistics.keep_a_month(APRIL)
    assert statistics.everything_recorded(APRIL) == month_of(APRIL.date())


@pytest.mark.parametrize("deed", ["correct", "void", "send"])
def test_a_kept_month_goes_when_one_of_its_records_changes(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics, deed: str
) -> None:
    records = record(desk, kim, 300)
    while statistics.keep_a_month(APRIL):
        pass
    unsent = next(
        one for one in records if one.referral.value == "to_send" and one.voided_at is None
    )
    review = desk.review_today
    if deed == "correct":
        review.correct(unsent.id, Correctable(Outcome.HUNG_UP), "Wrong key", kim.id, APRIL)
    elif deed == "void":
        review.void(unsent.id, "Typed twice", kim.id, APRIL)
    else:
        review.mark_referral_sent(unsent.id, kim.id, APRIL)
    assert unsent.event_date.replace(day=1) not in kept(desk)
    with desk.database.reading() as stores:
        fresh = stores.statistics().tally(QUARTER)
    assert statistics.figures(Asked(QUARTER), None, APRIL).now == fresh


def test_a_record_of_a_month_that_is_over_makes_it_be_counted_anew(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    record(desk, kim)
    while statistics.keep_a_month(APRIL):
        pass
    late = some_records((kim.id,), 200, seed=2)[-1]
    with desk.database.transaction() as stores:
        assert stores.signposts.insert(replace(late, call_number="LATE-1", entered_at=APRIL)).stored
    assert late.event_date.replace(day=1) not in kept(desk)


def test_a_tally_of_a_month_that_changed_meanwhile_is_not_kept(
    desk: Desk, kim: StaffMember
) -> None:
    records = record(desk, kim)
    one = next(one for one in records if one.event_date >= MARCH.first and one.voided_at is None)
    with desk.database.transaction() as stores:
        token = stores.month_tallies().renew(MARCH.first, APRIL)
    desk.review_today.void(one.id, "Typed twice", kim.id, APRIL)
    with desk.database.transaction() as stores:
        stores.month_tallies().keep(MARCH.first, token, Tally())
    assert kept(desk) == {}


def test_an_assumption_is_kept_with_who_and_written_to_the_audit_log(
    desk: Desk, kim: StaffMember, statistics: ReviewStatistics
) -> None:
    assert statistics.assumed() == ()
    proof = as_manager(desk)
    assumed = (TimeAssumption("", 7.7, "Conexus"), TimeAssumption("dentist", 0, "never ours"))
    with pytest.raises(UserMistake, match="Prove who you are"):
        statistics.assume(assumed, kim.id, None, APRIL)
    statistics.assume(assumed[:1], kim.id, proof, APRIL)
    statistics.assume(assumed, kim.id, proof, APRIL)
    assert statistics.assumed() == assumed
    with desk.database.reading() as stores:
        entry = stores.audit.last()
    assert (entry.who, entry.event) == (proof.person.id, AuditEvent.SETTING_CHANGED)
    assert entry.details == {"setting": "GP minutes", "every other kind": "7.7", "dentist": "0"}
    statistics.assume((), kim.id, proof, APRIL)
    assert statistics.assumed() == ()
