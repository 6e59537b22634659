"""signposts.csv, layout version 2: 48 columns, one row for each record in its latest state
(docs/DATA.md).
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from signpost.domain.call import HandledPrompt, PromptAction
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import Practice, Signpost, record_type
from signpost.exchange.csv_file import defused, write_csv
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
SCHEMA_VERSION = "2"

_KINDS = {kind.value: kind.label for kind in ServiceKind}


def write_signposts(out: Path, signposts: Iterable[Signpost], practice: Practice) -> int:
    """Write the file; returns the number of rows. Raises NotAvailable when it cannot be written."""
    return write_csv(out, HEADER, (_row(signpost, practice) for signpost in signposts))


def _row(signpost: Signpost, practice: Practice) -> list[str]:
    cells = (
        _event(signpost, practice) | _patient(signpost) | _need(signpost) | _destination(signpost)
    )
    cells |= _state(signpost)
    return [cells.get(name, "") for name in HEADER]


def _event(signpost: Signpost, practice: Practice) -> dict[str, str]:
    return {
        "signpost_id": signpost.revision_id or signpost.id,
        "record_type": record_type(signpost).value,
        "practice_ods_code": practice.ods_code,
        "recorded_at": _moment(signpost.started_at),
        "event_date": signpost.event_date.isoformat(),
        "event_time": signpost.event_time,
        "recorded_by_id": signpost.recorded_by_id,
        "recorded_by_role": signpost.recorded_by_role.value,
        "contact_method": signpost.channel.value if signpost.channel else "",
        "call_number": signpost.call_number,
        "record_mode": signpost.record_mode.value,
        "content_version": signpost.content_version,
        "entered_at": _moment(signpost.entered_at),
        "schema_version": SCHEMA_VERSION,
    }


def _patient(signpost: Signpost) -> dict[str, str]:
    return {
        "age_years": "" if signpost.age_years is None else str(signpost.age_years),
        "age_band": signpost.age_band,
        "sex": signpost.sex.value if signpost.sex else "",
    }


def _need(signpost: Signpost) -> dict[str, str]:
    return {
        "need_category": defused(signpost.topic_group),
        "need_text": defused(signpost.words),
        "red_flag_shown": _true_or_false(bool(signpost.prompts)),
        "topic": signpost.topic_id,
        "protocols": " ".join(_protocol(prompt) for prompt in signpost.prompts),
    }


def _destination(signpost: Signpost) -> dict[str, str]:
    service = signpost.said.service
    about = f"Signposting: {signpost.said.outcome.label.lower()}"
    cells = {"leaflet_given": "false", "code_system": "local"}
    if service is not None:
        about = f"Signposting to {_KINDS.get(service.kind, service.kind)}"
        cells |= {
            "service_id": service_uuid(service.service_id),
            "service_name": defused(service.name),
            "service_type_snomed": service.snomed_code,
            "service_type_term": defused(service.snomed_term),
            "service_ods_code": service.ods_code,
            "service_phone": defused(service.phone),
        }
    return {
        **cells,
        "code_term": f"{about} (local term)",
        "associated_text": defused(signpost.record_text),
    }


def _state(signpost: Signpost) -> dict[str, str]:
    said = signpost.said
    return {
        "outcome": said.outcome.value,
        "decline_reason": said.decline_reason.value if said.decline_reason else "",
        "arranged_instead": said.arranged_instead.value if said.arranged_instead else "",
        "promised_by": _moment(said.promised_by) if said.promised_by else "",
        "consent": _yes_or_no(said.consent),
        "safety_net": _yes_or_no(said.safety_net),
        "understanding": _yes_or_no(said.understanding),
        "clinician_took_over": defused(_clinician(signpost)),
        "supersedes_id": signpost.id if signpost.revision_id else "",
        "deleted": _true_or_false(signpost.voided_at is not None),
    }


def _clinician(signpost: Signpost) -> str:
    asked = signpost.clinician_request.took_over_by if signpost.clinician_request else ""
    took_over = (
        prompt.clinician
        for prompt in signpost.prompts
        if prompt.action is PromptAction.CLINICIAN_TOOK_OVER
    )
    return signpost.said.clinician_took_over or asked.strip() or next(took_over, "")


def _protocol(prompt: HandledPrompt) -> str:
    action = prompt.action.value if prompt.action else ""
    acted = prompt.acted_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") if prompt.acted_at else ""
    return f"{prompt.protocol_id}/{prompt.version}/{prompt.row_id}/{action}/{acted}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC).isoformat(timespec='seconds')[:19]}Z"


def _true_or_false(value: bool) -> str:
    return "true" if value else "false"


def _yes_or_no(value: bool | None) -> str:
    return "not_recorded" if value is None else ("yes" if value else "no")
