"""The facts of a record as exports read them: one flat row a record, of plain text and numbers."""

from dataclasses import dataclass
from enum import StrEnum


class RecordField(StrEnum):
    """A fact of a record, named as its column. Ids are 32 hex digits (`hyphened` writes them out);
    days are yyyy-MM-dd; moments begin yyyy-MM-dd HH:mm:ss in UTC (`utc` writes them out); truths
    are 0 or 1; what was not recorded is None or empty.
    """

    ID = "id"
    CALL_NUMBER = "call_number"
    RECORD_MODE = "record_mode"
    EXAMPLE_PRACTICE = "example_practice"
    STARTED_AT = "started_at"
    ENTERED_AT = "entered_at"
    EVENT_DATE = "event_date"
    EVENT_TIME = "event_time"
    DURATION_SECONDS = "duration_seconds"
    RECORDED_BY = "recorded_by"
    RECORDED_BY_ROLE = "recorded_by_role"
    CHANNEL = "channel"
    WHO_IS_CALLING = "who_is_calling"
    PATIENT_REF = "patient_ref"
    AGE_YEARS = "age_years"
    AGE_BAND = "age_band"
    SEX = "sex"
    TOPIC_ID = "topic_id"
    TOPIC_TITLE = "topic_title"
    TOPIC_GROUP = "topic_group"
    WORDS = "words"
    CONTENT_VERSION = "content_version"
    OUTCOME = "outcome"
    DECLINE_REASON = "decline_reason"
    ARRANGED_INSTEAD = "arranged_instead"
    PROMISED_BY = "promised_by"
    CLINICIAN_TOOK_OVER = "clinician_took_over"
    CLINICIAN_ANSWERED = "clinician_answered"
    CONSENT = "consent"
    SAFETY_NET = "safety_net"
    UNDERSTANDING = "understanding"
    NOTE = "note"
    RECORD_TEXT = "record_text"
    LEAFLET_GIVEN = "leaflet_given"
    SERVICE_ID = "service_id"
    SERVICE_NAME = "service_name"
    SERVICE_KIND = "service_kind"
    SERVICE_PHONE = "service_phone"
    SERVICE_HOW_TO_ACCESS = "service_how_to_access"
    SERVICE_SNOMED_CODE = "service_snomed_code"
    SERVICE_SNOMED_TERM = "service_snomed_term"
    SERVICE_ODS_CODE = "service_ods_code"
    REFERRAL = "referral"
    FOLLOW_UP_DUE = "follow_up_due"
    FOLLOW_UP_OUTCOME = "follow_up_outcome"
    REVISION_ID = "revision_id"
    VOIDED_AT = "voided_at"
    PROMPTS = "prompts"
    """No column: the prompts that were shown, each `PROMPT_PARTS` joined by `PART`, one after the
    other joined by `ITEM`; None when there was none.
    """
    EVENT = "event"
    """No column: what says what happened, the parts of `ReadEvent` joined by `PART`. One text, so
    that the same event is worked out once and found again at once.
    """


ITEM, PART = "\x1e", "\x1f"
PROMPT_PARTS = ("protocol_id", "version", "row_id", "action", "acted_at", "clinician")


SHOWN_FIELDS = (
    "signpost_id",
    "kind",
    "protocol_id",
    "version",
    "title",
    "row_id",
    "action",
    "raised_at",
    "acted_at",
    "clinician",
    "check_reason",
    "check_answer",
)
"""What is read of a prompt or check line, in this order; ids and moments as in `RecordField`."""

REVISION_FIELDS = ("signpost_id", "kind", "made_by", "made_at", "reason", "before", "after")
"""What is read of a correction or void, in this order; the last two are values by column."""


@dataclass(frozen=True)
class ReadEvent:
    """What happened, as the values of the columns; `service_id` is empty when there was none."""

    record_mode: str
    referral: str
    outcome: str
    service_id: str
    service_kind: str
    how_to_access: str


def read_event(joined: str) -> ReadEvent:
    """The event in the text of `RecordField.EVENT`."""
    return ReadEvent(*joined.split(PART, 5))


@dataclass(frozen=True)
class ReadPrompt:
    """A prompt as it was read with its record; all text, empty where there is nothing."""

    protocol_id: str
    version: str
    row_id: str
    action: str
    acted_at: str
    clinician: str


def read_prompts(joined: str | None) -> tuple[ReadPrompt, ...]:
    """The prompts in the text of `RecordField.PROMPTS`, in the order they were shown."""
    if not joined:
        return ()
    return tuple(ReadPrompt(*item.split(PART)) for item in joined.split(ITEM))


def hyphened(digits: str) -> str:
    """An id as UUIDs are written."""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def utc(moment: str | None) -> str:
    """A moment as yyyy-MM-ddTHH:mm:ssZ; empty without one."""
    return f"{moment[:10]}T{moment[11:19]}Z" if moment else ""
