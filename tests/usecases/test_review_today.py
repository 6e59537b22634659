"""Today's list, and corrections and voids that keep what was there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from signpost.build import Desk
from signpost.domain.call import ArrangedInstead, DeclineReason, Outcome, PromptAction
from signpost.domain.signpost import Correctable, Referral
from signpost.domain.staff import StaffMember
from signpost.errors import UserMistake
from tests.desk import CONTENT, NOW, PHARMACY, SOON, a_call, a_prompt

DECLINED = Correctable(
    outcome=Outcome.DECLINED,
    service=PHARMACY,
    decline_reason=DeclineReason.HOURS,
    arranged_instead=ArrangedInstead.APPOINTMENT,
)


def saved(desk: Desk, kim: StaffMember, **changes: object) -> str:
    changes = {"call_number": desk.open_calls.start(NOW).call_number, **changes}
    return desk.record_signpost.save(a_call(kim.id, **changes), CONTENT, SOON).signpost_id


def test_the_list_shows_each_call_of_today(desk: Desk, kim: StaffMember) -> None:
    saved(desk, kim, prompts=(a_prompt(),))
    [row] = desk.review_today.today(NOW).rows
    assert (row.local_time, row.recorder_initials, row.about) == ("09:14", "KP", "Sore throat")
    assert (row.destination, row.outcome) == ("Meadow Lane Pharmacy", Outcome.ACCEPTED)
    assert row.prompt_actions == (("Chest pain or pressure", PromptAction.BY_CALLER_999),)
    assert row.is_rehearsal
    assert (row.is_corrected, row.is_voided) == (False, False)


def test_without_a_topic_the_words_stand_in_short(desk: Desk, kim: StaffMember) -> None:
    call = a_call(kim.id, words="pain\nin " + "the left foot " * 20)
    desk.record_signpost.save(call, replace(CONTENT, topic=None), SOON)
    [row] = desk.review_today.today(NOW).rows
    assert row.about.startswith("pain in the left foot")
    assert row.about.endswith("…")
    assert len(row.about) <= 60


def test_newest_calls_come_first_and_yesterday_is_left_out(desk: Desk, kim: StaffMember) -> None:
    plain = {"outcome": Outcome.DEALT_WITH, "service": None}
    early = saved(desk, kim, **plain)
    late = saved(desk, kim, started_at=SOON, **plain)
    saved(desk, kim, started_at=NOW - timedelta(days=1), **plain)
    assert [row.signpost_id for row in desk.review_today.today(NOW).rows] == [late, early]


def test_an_unsent_referral_stays_on_the_list_until_it_is_sent(
    desk: Desk, kim: StaffMember
) -> None:
    record = saved(desk, kim, started_at=NOW - timedelta(days=3))
    listed = desk.review_today.today(NOW)
    assert (listed.calls, listed.referrals_to_send) == (0, 1)
    assert listed.rows[0].day == "2026-03-06"
    assert desk.review_today.referrals_to_send() == 1
    desk.review_today.mark_referral_sent(record, kim.id, SOON)
    desk.review_today.mark_referral_sent(record, kim.id, SOON)
    assert desk.review_today.today(NOW).rows == ()
    assert desk.review_today.referrals_to_send() == 0
    assert desk.review_today.one(record).referral_sent_at == SOON


def test_a_voided_record_has_no_referral_to_send(desk: Desk, kim: StaffMember) -> None:
    record = saved(desk, kim)
    desk.review_today.void(record, "Wrong caller", kim.id, SOON)
    listed = desk.review_today.today(NOW)
    assert (listed.referrals_to_send, desk.review_today.referrals_to_send()) == (0, 0)
    assert (listed.rows[0].is_voided, listed.rows[0].void_reason) == (True, "Wrong caller")


def test_promised_call_backs_are_listed_soonest_first(desk: Desk, kim: StaffMember) -> None:
    for hours in (3, 1, 2):
        saved(
            desk,
            kim,
            outcome=Outcome.CALLBACK_PROMISED,
            promised_by=NOW + timedelta(hours=hours),
        )
    promised = desk.review_today.today(NOW).callbacks_promised
    assert [row.promised_by for row in promised] == [NOW + timedelta(hours=h) for h in (1, 2, 3)]


def test_a_correction_keeps_what_was_there(desk: Desk, kim: StaffMember) -> None:
    record = saved(desk, kim)
    after = desk.review_today.correct(record, DECLINED, " Pressed\n1 ", kim.id, SOON)
    assert desk.review_today.one(record) == after
    assert after.referral is Referral.NOT_NEEDED
    assert "Declined" in after.record_text
    [revision] = desk.review_today.revisions(record)
    assert (revision.made_by, revision.made_at, revision.reason) == (kim.id, SOON, "Pressed 1")
    assert revision.before["outcome"] == "accepted"
    assert revision.after["outcome"] == "declined"
    assert revision.after["decline_reason"] == "hours"
    assert "note" not in revision.after
    assert revision.id == after.revision_id


def test_every_correction_is_kept(desk: Desk, kim: StaffMember) -> None:
    record = saved(desk, kim)
    desk.review_today.correct(record, DECLINED, "one", kim.id, SOON)
    desk.review_today.correct(record, replace(DECLINED, note="x"), "two", kim.id, SOON)
    desk.review_today.void(record, "three", kim.id, SOON + timedelta(minutes=1))
    reasons = [revision.reason for revision in desk.review_today.revisions(record)]
    assert sorted(reasons[:2]) == ["one", "two"]
    assert reasons[2] == "three"


def test_a_correction_that_changes_nothing_leaves_no_trace(desk: Desk, kim: StaffMember) -> None:
    record = saved(desk, kim)
    before = desk.review_today.one(record)
    assert desk.review_today.correct(record, before.said, "none", kim.id, SOON) == before
    assert desk.review_today.revisions(record) == ()


def test_a_referral_that_has_gone_stays_gone_when_a_note_is_added(
    desk: Desk, kim: StaffMember
) -> None:
    record = saved(desk, kim)
    desk.review_today.mark_referral_sent(record, kim.id, SOON)
    said = replace(desk.review_today.one(record).said, note="Sent by e-mail")
    after = desk.review_today.correct(record, said, "Note", kim.id, SOON)
    assert (after.referral, after.referral_sent_at) == (Referral.SENT, SOON)


@pytest.mark.parametrize(
    ("said", "reason", "field"),
    [
        (replace(DECLINED, arranged_instead=None), "why", "arranged_instead"),
        (Correctable(Outcome.ACCEPTED), "why", "service"),
        (DECLINED, "  ", "reason"),
    ],
)
def test_a_correction_obeys_the_rules_of_saving(
    desk: Desk, kim: StaffMember, said: Correctable, reason: str, field: str
) -> None:
    record = saved(desk, kim)
    with pytest.raises(UserMistake) as refused:
        desk.review_today.correct(record, said, reason, kim.id, SOON)
    assert refused.value.field == field
    assert desk.review_today.revisions(record) == ()


def test_nobody_corrects_voids_or_sends(desk: Desk, kim: StaffMember) -> None:
    record = saved(desk, kim)
    for act in (
        lambda: desk.review_today.correct(record, DECLINED, "why", None, SOON),
        lambda: desk.review_today.void(record, "why", None, SOON),
        lambda: desk.review_today.mark_referral_sent(record, None, SOON),
    ):
        with pytest.raises(UserMistake, match="Choose who is recording"):
            act()


def test_a_void_record_stays_as_it_is(desk: Desk, kim: StaffMember) -> None:
    record = saved(desk, kim)
    desk.review_today.void(record, "Typed twice", kim.id, SOON)
    with pytest.raises(UserMistake, match="void already"):
        desk.review_today.correct(record, DECLINED, "why", kim.id, SOON)
    with pytest.raises(UserMistake, match="void already"):
        desk.review_today.void(record, "again", kim.id, SOON)
    assert desk.review_today.today(NOW).calls == 0


def test_a_void_needs_a_reason(desk: Desk, kim: StaffMember) -> None:
    record = saved(desk, kim)
    with pytest.raises(UserMistake, match="why the record is voided"):
        desk.review_today.void(record, " \n", kim.id, SOON)


def test_a_record_of_another_pc_is_not_found(desk: Desk) -> None:
    with pytest.raises(UserMistake, match="not in the database"):
        desk.review_today.one("01960000-0000-7000-8000-000000000000")
