"""How a finished call becomes a record, and how a record is corrected: one place for both."""

from dataclasses import replace
from datetime import datetime

from signpost.domain.call import Blocker, Call, blockers
from signpost.domain.local_time import local_time
from signpost.domain.signpost import (
    ContentStamp,
    Correctable,
    Practice,
    RecordMode,
    Referral,
    Signpost,
    age_for_record,
    referral_for,
    said_in,
)
from signpost.domain.staff import StaffMember
from signpost.usecases.handed_texts import record_paragraph

LONGEST_FREE_TEXT = 10_000


def free_text_mistakes(call: Call) -> tuple[Blocker, ...]:
    """Texts that are too long to be kept in a record."""
    texts = (("words", "The caller's words are", call.words), ("note", "The note is", call.note))
    return tuple(
        Blocker(
            field,
            f"{name} longer than {LONGEST_FREE_TEXT:,} characters: shorten what is not needed.",
        )
        for field, name, text in texts
        if len(text) > LONGEST_FREE_TEXT
    )


def record_of(
    call: Call, content: ContentStamp, practice: Practice, author: StaffMember, now: datetime
) -> Signpost:
    """The record of a call. Where the patient is and the ring-back number do not enter it."""
    local = local_time(call.started_at)
    age_years, band = age_for_record(call)
    topic = content.topic
    said = said_in(call)
    mode = RecordMode.REHEARSAL if content.example_practice else practice.mode
    return Signpost(
        id=call.id,
        call_number=call.call_number,
        record_mode=mode,
        example_practice=content.example_practice,
        started_at=call.started_at,
        entered_at=now,
        event_date=local.date(),
        event_time=f"{local:%H:%M}",
        duration_seconds=max(0, int((now - call.started_at).total_seconds())),
        recorded_by_id=author.id,
        recorded_by_role=author.role,
        words=call.words,
        content_version=content.version,
        record_text=record_paragraph(call.call_number, said, call.words, call.prompts, mode),
        said=said,
        channel=call.channel,
        who_is_calling=call.who_is_calling,
        age_years=age_years,
        age_band=band,
        sex=call.patient.sex,
        topic_id=topic.id if topic else call.topic_id,
        topic_title=topic.title if topic else "",
        topic_group=topic.group if topic else "",
        clinician_request=call.clinician_request,
        referral=referral_for(said),
        prompts=call.prompts,
        checks=call.checks,
    )


def correction_blockers(before: Signpost, said: Correctable) -> tuple[Blocker, ...]:
    """What stands against a correction: the rules of saving, applied to the record as it would
    become.
    """
    as_call = Call(
        id=before.id,
        call_number=before.call_number,
        started_at=before.started_at,
        recorder_id=before.recorded_by_id,
        words=before.words,
        prompts=before.prompts,
        checks=before.checks,
        service=said.service,
        outcome=said.outcome,
        decline_reason=said.decline_reason,
        arranged_instead=said.arranged_instead,
        promised_by=said.promised_by,
        clinician_took_over=said.clinician_took_over,
        note=said.note,
    )
    return blockers(as_call) + free_text_mistakes(as_call)


def corrected(before: Signpost, said: Correctable, revision_id: str) -> Signpost:
    """The record after a correction. A referral that has gone stays gone while the service stays
    the same.
    """
    referral = referral_for(said)
    if before.referral is Referral.SENT and said.service == before.said.service:
        referral = Referral.SENT
    return replace(
        before,
        said=said,
        referral=referral,
        referral_sent_at=before.referral_sent_at if referral is Referral.SENT else None,
        record_text=record_paragraph(
            before.call_number, said, before.words, before.prompts, before.record_mode
        ),
        revision_id=revision_id,
    )
