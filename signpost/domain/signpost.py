"""The record of one call's outcome: a snapshot that later edits of content never rewrite."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from signpost.domain.call import (
    ArrangedInstead,
    Call,
    ChosenService,
    ClinicianRequest,
    DeclineReason,
    HandledCheck,
    HandledPrompt,
    Outcome,
)
from signpost.domain.caller import AGE_BANDS, Channel, Sex, WhoIsCalling, age_band
from signpost.domain.practice_details import ANSWER_MINUTES, REVIEW_MONTHS
from signpost.domain.staff import Role
from signpost.domain.topic import Topic


class RecordMode(StrEnum):
    """Whether a record is of a real caller; everything is rehearsal until the practice goes
    live.
    """

    LIVE = "live"
    REHEARSAL = "rehearsal"


class RecordType(StrEnum):
    """What kind of event a record is, in the words of signposts.csv."""

    SIGNPOST = "signpost"
    REFERRAL = "referral"
    SELF_REFERRAL_ADVICE = "self_referral_advice"
    ADMINISTRATIVE = "administrative"


ADMINISTRATIVE_OUTCOMES = frozenset({Outcome.DEALT_WITH, Outcome.MESSAGE_SENT})
"""What comes of a purely administrative contact, which is neither a signpost nor an appointment."""


class Referral(StrEnum):
    """Whether the service needs an electronic referral from the practice, and whether it has
    gone.
    """

    NOT_NEEDED = "not_needed"
    TO_SEND = "to_send"
    SENT = "sent"


class FollowUpOutcome(StrEnum):
    """What was heard back about a signpost."""

    COMPLETED = "completed"
    RETURNED_CRITERIA = "returned_criteria"
    RETURNED_RED_FLAG = "returned_red_flag"
    RETURNED_CLINICAL_JUDGEMENT = "returned_clinical_judgement"
    RETURNED_NOT_COMPLETED = "returned_not_completed"
    DID_NOT_ATTEND = "did_not_attend"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Practice:
    """The practice that this PC belongs to. `ods_code` may be empty and may come later.

    `answer_minutes` is how long a clinician has to answer before the practice's rule holds;
    `review_months` after how many months an entry of the directory is looked at again.
    """

    id: str
    name: str
    ods_code: str
    mode: RecordMode
    answer_minutes: int = ANSWER_MINUTES
    review_months: int = REVIEW_MONTHS


@dataclass(frozen=True)
class ContentStamp:
    """What content a call was taken with. `version` is the content's hash, 12 hex digits."""

    version: str = ""
    topic: Topic | None = None
    example_practice: bool = False


@dataclass(frozen=True)
class Correctable:
    """The part of a record that a person may correct afterwards; words, prompts and times stay."""

    outcome: Outcome
    service: ChosenService | None = None
    decline_reason: DeclineReason | None = None
    arranged_instead: ArrangedInstead | None = None
    promised_by: datetime | None = None
    clinician_took_over: str = ""
    consent: bool | None = None
    safety_net: bool | None = None
    understanding: bool | None = None
    note: str = ""


@dataclass(frozen=True)
class Signpost:
    """One saved call in its latest state. Times are UTC, `event_*` are local; None means not
    recorded.

    `revision_id` names the latest correction; a void keeps the row and says why.
    """

    id: str
    call_number: str
    record_mode: RecordMode
    example_practice: bool
    started_at: datetime
    entered_at: datetime
    event_date: date
    event_time: str
    duration_seconds: int
    recorded_by_id: str
    recorded_by_role: Role
    words: str
    content_version: str
    record_text: str
    said: Correctable
    channel: Channel | None = None
    who_is_calling: WhoIsCalling | None = None
    age_years: int | None = None
    age_band: str = ""
    sex: Sex | None = None
    topic_id: str = ""
    topic_title: str = ""
    topic_group: str = ""
    clinician_request: ClinicianRequest | None = None
    referral: Referral = Referral.NOT_NEEDED
    referral_sent_at: datetime | None = None
    prompts: tuple[HandledPrompt, ...] = ()
    checks: tuple[HandledCheck, ...] = ()
    revision_id: str | None = None
    voided_at: datetime | None = None
    void_reason: str = ""


@dataclass(frozen=True)
class Revision:
    """One correction or void of a record: who, when, why, and the fields that changed."""

    id: str
    signpost_id: str
    made_by: str
    made_at: datetime
    reason: str
    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)


def said_in(call: Call) -> Correctable:
    """The correctable part of a call that is ready to be saved. A withdrawn service is no longer
    part of it.
    """
    if call.outcome is None:
        raise ValueError("a call without an outcome cannot become a record")
    declined = call.outcome is Outcome.DECLINED
    return Correctable(
        outcome=call.outcome,
        service=None if call.service_withdrawn else call.service,
        decline_reason=call.decline_reason if declined else None,
        arranged_instead=call.arranged_instead if declined else None,
        promised_by=call.promised_by,
        clinician_took_over=call.clinician_took_over,
        consent=call.consent,
        safety_net=call.safety_net,
        understanding=call.understanding,
        note=call.note,
    )


def referral_for(said: Correctable) -> Referral:
    """A service that was accepted and needs a referral has one to send."""
    accepted = said.outcome is Outcome.ACCEPTED and said.service is not None
    return (
        Referral.TO_SEND
        if accepted and said.service and said.service.referral_needed
        else Referral.NOT_NEEDED
    )


def record_type_of(referral: str, outcome: str, how_to_access: str) -> RecordType:
    """What kind of event a record with these values is. A referral that has not been sent is still
    only a signpost. `how_to_access` is the service's, empty without one.
    """
    if referral == Referral.SENT.value:
        return RecordType.REFERRAL
    if Outcome(outcome) in ADMINISTRATIVE_OUTCOMES:
        return RecordType.ADMINISTRATIVE
    if "self-refer" in how_to_access.lower().replace("self refer", "self-refer"):
        return RecordType.SELF_REFERRAL_ADVICE
    return RecordType.SIGNPOST


def age_for_record(call: Call) -> tuple[int | None, str]:
    """Whole years and band. A typed band gives no years, because nobody said them."""
    if call.patient.age_years is None:
        return None, ""
    band = age_band(call.patient.age_years)
    typed = call.age_typed.strip().lower().replace("–", "-").replace(" ", "_")
    return (None if typed in AGE_BANDS else int(call.patient.age_years)), band
