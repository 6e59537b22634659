"""Records as rows and back: the one place that knows which column holds what."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Row

from signpost.domain.call import (
    ArrangedInstead,
    CheckAnswer,
    ChosenService,
    ClinicianRequest,
    DeclineReason,
    HandledCheck,
    HandledPrompt,
    Outcome,
    PromptAction,
)
from signpost.domain.caller import Channel, Sex, WhoIsCalling
from signpost.domain.protocol import Answer
from signpost.domain.signpost import Correctable, RecordMode, Referral, Signpost
from signpost.domain.staff import Role

_E = TypeVar("_E", bound=StrEnum)
# Rows are read as plain columns under the tables' names.
SignpostColumns: TypeAlias = Row[Any]
PromptColumns: TypeAlias = Row[Any]


def signpost_values(signpost: Signpost) -> dict[str, Any]:
    """The columns of a record, without the practice."""
    asked = signpost.clinician_request
    return {
        "id": signpost.id,
        "call_number": signpost.call_number,
        "record_mode": signpost.record_mode.value,
        "example_practice": signpost.example_practice,
        "started_at": signpost.started_at,
        "entered_at": signpost.entered_at,
        "event_date": signpost.event_date,
        "event_time": signpost.event_time,
        "duration_seconds": signpost.duration_seconds,
        "recorded_by": signpost.recorded_by_id,
        "recorded_by_role": signpost.recorded_by_role.value,
        "channel": signpost.channel,
        "who_is_calling": signpost.who_is_calling,
        "patient_ref": None,
        "age_years": signpost.age_years,
        "age_band": signpost.age_band,
        "sex": signpost.sex,
        "topic_id": signpost.topic_id,
        "topic_title": signpost.topic_title,
        "topic_group": signpost.topic_group,
        "words": signpost.words,
        "content_version": signpost.content_version,
        "clinician_asked": asked.asked_of if asked else "",
        "clinician_asked_at": asked.asked_at if asked else None,
        "clinician_answered": asked.took_over_by if asked else "",
        "clinician_answered_at": asked.took_over_at if asked else None,
        "leaflet_given": False,
        "follow_up_due": None,
        "follow_up_outcome": None,
        "voided_at": signpost.voided_at,
        "void_reason": signpost.void_reason,
        "referral_sent_by": None,
        **correctable_values(signpost),
    }


def correctable_values(signpost: Signpost) -> dict[str, Any]:
    """The columns that a correction may change."""
    said = signpost.said
    service = said.service or ChosenService("", "", "")
    return {
        "outcome": said.outcome.value,
        "decline_reason": said.decline_reason,
        "arranged_instead": said.arranged_instead,
        "promised_by": said.promised_by,
        "clinician_took_over": said.clinician_took_over,
        "consent": said.consent,
        "safety_net": said.safety_net,
        "understanding": said.understanding,
        "note": said.note,
        "record_text": signpost.record_text,
        "service_id": service.service_id or None,
        "service_name": service.name,
        "service_kind": service.kind,
        "service_phone": service.phone,
        "service_place": service.place,
        "service_hours": service.hours,
        "service_how_to_access": service.how_to_access,
        "service_snomed_code": service.snomed_code,
        "service_snomed_term": service.snomed_term,
        "service_ods_code": service.ods_code,
        "service_referral_needed": service.referral_needed,
        "referral": signpost.referral.value,
        "referral_sent_at": signpost.referral_sent_at,
        "revision_id": signpost.revision_id,
    }


def as_json(values: dict[str, Any]) -> dict[str, Any]:
    """Column values as a revision keeps them."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def prompt_values(signpost: Signpost) -> list[dict[str, Any]]:
    """The rows of the prompts and check lines that were shown, in the order shown."""
    rows = [_prompt(prompt) for prompt in signpost.prompts] + [
        _check(check) for check in signpost.checks
    ]
    return [
        {**row, "signpost_id": signpost.id, "position": place} for place, row in enumerate(rows)
    ]


def _prompt(prompt: HandledPrompt) -> dict[str, Any]:
    return {
        "kind": "prompt",
        "protocol_id": prompt.protocol_id,
        "version": prompt.version,
        "title": prompt.title,
        "row_id": prompt.row_id,
        "answers": [[question, answer.value] for question, answer in prompt.answers],
        "because": list(prompt.because),
        "action": prompt.action,
        "raised_at": prompt.raised_at,
        "acted_at": prompt.acted_at,
        "clinician": prompt.clinician,
        "fell_to_check": prompt.fell_to_check,
        "check_reason": "",
        "check_answer": None,
    }


def _check(check: HandledCheck) -> dict[str, Any]:
    return {
        "kind": "check",
        "protocol_id": check.protocol_id,
        "version": check.version,
        "title": "",
        "row_id": "",
        "answers": [],
        "because": list(check.because),
        "action": None,
        "raised_at": check.shown_at,
        "acted_at": check.answered_at,
        "clinician": "",
        "fell_to_check": False,
        "check_reason": check.reason,
        "check_answer": check.answer,
    }


def signpost_of(row: SignpostColumns, shown: Sequence[PromptColumns]) -> Signpost:
    """The record that a row and its prompt rows hold."""
    return Signpost(
        id=row.id,
        call_number=row.call_number,
        record_mode=RecordMode(row.record_mode),
        example_practice=row.example_practice,
        started_at=row.started_at,
        entered_at=row.entered_at,
        event_date=row.event_date,
        event_time=row.event_time,
        duration_seconds=row.duration_seconds,
        recorded_by_id=row.recorded_by,
        recorded_by_role=Role(row.recorded_by_role),
        words=row.words,
        content_version=row.content_version,
        record_text=row.record_text,
        said=_said(row),
        channel=_maybe(Channel, row.channel),
        who_is_calling=_maybe(WhoIsCalling, row.who_is_calling),
        age_years=row.age_years,
        age_band=row.age_band,
        sex=_maybe(Sex, row.sex),
        topic_id=row.topic_id,
        topic_title=row.topic_title,
        topic_group=row.topic_group,
        clinician_request=_request(row),
        referral=Referral(row.referral),
        referral_sent_at=row.referral_sent_at,
        prompts=tuple(_handled_prompts(shown)),
        checks=tuple(_handled_checks(shown)),
        revision_id=row.revision_id,
        voided_at=row.voided_at,
        void_reason=row.void_reason,
    )


def _said(row: SignpostColumns) -> Correctable:
    return Correctable(
        outcome=Outcome(row.outcome),
        service=_service(row),
        decline_reason=_maybe(DeclineReason, row.decline_reason),
        arranged_instead=_maybe(ArrangedInstead, row.arranged_instead),
        promised_by=row.promised_by,
        clinician_took_over=row.clinician_took_over,
        consent=row.consent,
        safety_net=row.safety_net,
        understanding=row.understanding,
        note=row.note,
    )


def _service(row: SignpostColumns) -> ChosenService | None:
    if row.service_id is None:
        return None
    return ChosenService(
        service_id=row.service_id,
        name=row.service_name,
        kind=row.service_kind,
        phone=row.service_phone,
        place=row.service_place,
        hours=row.service_hours,
        how_to_access=row.service_how_to_access,
        snomed_code=row.service_snomed_code,
        snomed_term=row.service_snomed_term,
        ods_code=row.service_ods_code,
        referral_needed=row.service_referral_needed,
    )


def _request(row: SignpostColumns) -> ClinicianRequest | None:
    if row.clinician_asked_at is None:
        return None
    return ClinicianRequest(
        row.clinician_asked_at,
        row.clinician_asked,
        row.clinician_answered,
        row.clinician_answered_at,
    )


def _handled_prompts(shown: Iterable[PromptColumns]) -> Iterable[HandledPrompt]:
    for row in shown:
        if row.kind == "prompt":
            yield HandledPrompt(
                protocol_id=row.protocol_id,
                version=row.version,
                title=row.title,
                raised_at=row.raised_at,
                answers=tuple((question, Answer(answer)) for question, answer in row.answers),
                row_id=row.row_id,
                action=_maybe(PromptAction, row.action),
                acted_at=row.acted_at,
                clinician=row.clinician,
                fell_to_check=row.fell_to_check,
                because=tuple(row.because),
            )


def _handled_checks(shown: Iterable[PromptColumns]) -> Iterable[HandledCheck]:
    for row in shown:
        if row.kind == "check":
            yield HandledCheck(
                protocol_id=row.protocol_id,
                version=row.version,
                because=tuple(row.because),
                reason=row.check_reason,
                shown_at=row.raised_at,
                answer=_maybe(CheckAnswer, row.check_answer),
                answered_at=row.acted_at,
            )


def _maybe(kind: type[_E], value: str | None) -> _E | None:
    return None if value is None else kind(value)
