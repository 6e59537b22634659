"""signposts.csv, layout version 2: 48 columns, one row for each record in its latest state
(docs/DATA.md); and the same without what identifies anybody.
"""

from functools import lru_cache, partial

from signpost.domain.patient_reference import PatientReference
from signpost.domain.pseudonym import pseudonym
from signpost.domain.record_field import RecordField as F
from signpost.domain.record_field import hyphened, utc
from signpost.exchange.csv_file import defused
from signpost.exchange.layout import Column, Layout, fixed, in_order, made, stored
from signpost.exchange.record_cells import (
    TRUE_FALSE,
    YES_NO,
    as_text_formula,
    clinician,
    coded,
    coding,
    event_type,
    month,
    own_number,
    protocols,
    protocols_without_times,
    safe,
    staff_id,
    wide_band,
)
from signpost.exchange.record_source import ExportRequest
from signpost.exchange.stable_uuid import service_uuid

HEADER = (  # noqa: SIM905 - the layout's own line, to the letter
    "signpost_id,record_type,practice_ods_code,recorded_at,event_date,event_time,recorded_by_id,"
    "recorded_by_role,contact_method,patient_ref,nhs_number,age_years,age_band,sex,postcode_district,"
    "need_category,need_text,red_flag_shown,outcome,decline_reason,service_id,service_name,"
    "service_type_snomed,service_type_term,service_ods_code,service_phone,leaflet_given,code_system,"
    "code,code_term,associated_text,follow_up_due,follow_up_outcome,supersedes_id,deleted,call_number,"
    "record_mode,topic,protocols,content_version,consent,safety_net,understanding,clinician_took_over,"
    "arranged_instead,promised_by,entered_at,schema_version"
).split(",")
IDENTIFYING = frozenset(
    {
        "signpost_id",
        "recorded_at",
        "event_time",
        "recorded_by_id",
        "nhs_number",
        "age_years",
        "postcode_district",
        "need_text",
        "associated_text",
        "supersedes_id",
        "call_number",
        "clinician_took_over",
        "promised_by",
        "entered_at",
    }
)
"""The columns that a de-identified file does not have."""

DEIDENTIFIED_HEADER = tuple(caption for caption in HEADER if caption not in IDENTIFYING)
SCHEMA_VERSION = "2"
LONG_IDS = frozenset({"nhs_number", "service_type_snomed", "code"})
"""Columns of ids that a spreadsheet would turn into other numbers."""


def signposts_layout(request: ExportRequest) -> Layout:
    """All 48 columns."""
    columns = in_order(HEADER, (*_shared(request), *_identifying(request)))
    return Layout(_shown_whole(request, columns), with_voided=True)


def deidentified_layout(request: ExportRequest) -> Layout:
    """The columns without free text, exact times, staff and ids; a patient has a pseudonym."""
    coarser = [
        made("age_band", wide_band, F.AGE_BAND),
        made("patient_ref", partial(pseudonym, request.pseudonym_key), F.PATIENT_REF),
        made("protocols", protocols_without_times, F.PROMPTS),
    ]
    if request.choices.months_only:
        coarser.append(made("event_date", month, F.EVENT_DATE))
        coarser.append(made("follow_up_due", month, F.FOLLOW_UP_DUE))
    columns = in_order(DEIDENTIFIED_HEADER, (*_shared(request), *coarser))
    return Layout(_shown_whole(request, columns), with_voided=True)


def for_excel(column: Column) -> Column:
    """The column with long ids as formulas that a spreadsheet shows whole."""
    if column.caption not in LONG_IDS or not column.of:
        return column
    plain = column.cell or str
    return made(column.caption, lambda *values: as_text_formula(plain(*values)), *column.of)


def _shown_whole(request: ExportRequest, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(map(for_excel, columns)) if request.choices.for_excel else columns


def _shared(request: ExportRequest) -> tuple[Column, ...]:
    name = coding(request, mark_rehearsal=False)
    return (
        made("record_type", event_type, F.EVENT),
        fixed("practice_ods_code", request.practice.ods_code),
        stored("event_date", F.EVENT_DATE),
        stored("recorded_by_role", F.RECORDED_BY_ROLE),
        stored("contact_method", F.CHANNEL),
        stored("age_band", F.AGE_BAND),
        stored("sex", F.SEX),
        made("need_category", safe, F.TOPIC_GROUP),
        made("red_flag_shown", _is_there, F.PROMPTS),
        stored("outcome", F.OUTCOME),
        stored("decline_reason", F.DECLINE_REASON),
        made("service_id", _service_uuid, F.SERVICE_ID),
        made("service_name", safe, F.SERVICE_NAME),
        stored("service_type_snomed", F.SERVICE_SNOMED_CODE),
        made("service_type_term", safe, F.SERVICE_SNOMED_TERM),
        stored("service_ods_code", F.SERVICE_ODS_CODE),
        made("service_phone", safe, F.SERVICE_PHONE),
        made("leaflet_given", TRUE_FALSE, F.LEAFLET_GIVEN),
        coded("code_system", name, "system"),
        coded("code", name, "code"),
        coded("code_term", name, "term"),
        stored("follow_up_due", F.FOLLOW_UP_DUE),
        stored("follow_up_outcome", F.FOLLOW_UP_OUTCOME),
        made("deleted", _is_there, F.VOIDED_AT),
        stored("record_mode", F.RECORD_MODE),
        stored("topic", F.TOPIC_ID),
        made("protocols", protocols, F.PROMPTS),
        stored("content_version", F.CONTENT_VERSION),
        made("consent", YES_NO, F.CONSENT),
        made("safety_net", YES_NO, F.SAFETY_NET),
        made("understanding", YES_NO, F.UNDERSTANDING),
        stored("arranged_instead", F.ARRANGED_INSTEAD),
        fixed("schema_version", SCHEMA_VERSION),
    )


def _identifying(request: ExportRequest) -> tuple[Column, ...]:
    return (
        *_reference(request),
        made("signpost_id", _latest_id, F.ID, F.REVISION_ID),
        made("recorded_at", utc, F.STARTED_AT),
        stored("event_time", F.EVENT_TIME),
        made("recorded_by_id", staff_id, F.RECORDED_BY),
        stored("age_years", F.AGE_YEARS),
        fixed("postcode_district"),
        made("need_text", defused, F.WORDS),
        made("associated_text", defused, F.RECORD_TEXT),
        made("supersedes_id", _superseded_id, F.ID, F.REVISION_ID),
        stored("call_number", F.CALL_NUMBER),
        made(
            "clinician_took_over", clinician, F.CLINICIAN_TOOK_OVER, F.CLINICIAN_ANSWERED, F.PROMPTS
        ),
        made("promised_by", utc, F.PROMISED_BY),
        made("entered_at", utc, F.ENTERED_AT),
    )


def _reference(request: ExportRequest) -> tuple[Column, ...]:
    if request.reference is PatientReference.NHS_NUMBER:
        hidden = partial(pseudonym, request.pseudonym_key)
        return stored("nhs_number", F.PATIENT_REF), made("patient_ref", hidden, F.PATIENT_REF)
    if request.reference is PatientReference.LOCAL_NUMBER:
        return fixed("nhs_number"), made("patient_ref", own_number, F.PATIENT_REF)
    return fixed("nhs_number"), fixed("patient_ref")


@lru_cache(maxsize=4096)
def _service_uuid(service_id: str | None) -> str:
    return service_uuid(service_id) if service_id else ""


def _is_there(value: object) -> str:
    return "true" if value else "false"


def _latest_id(record_id: str, revision_id: str | None) -> str:
    return hyphened(revision_id or record_id)


def _superseded_id(record_id: str, revision_id: str | None) -> str:
    return hyphened(record_id) if revision_id else ""
