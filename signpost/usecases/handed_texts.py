"""The three ready texts of a call: for the patient, for the clinical record, for a clinician taking
over.

Each says what was said, offered and agreed, in plain words; none names a diagnosis or reassures.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from signpost.domain.call import (
    Call,
    ChosenService,
    HandledPrompt,
    Outcome,
)
from signpost.domain.caller import WhoIsCalling, age_in_words
from signpost.domain.local_time import day_in_words, local_time
from signpost.domain.outcome_words import ACTION_WORDS, DECLINED_WORDS, INSTEAD_WORDS
from signpost.domain.protocol import Answer, Protocol
from signpost.domain.signpost import Correctable, RecordMode, said_in

NO_PROTOCOLS: Mapping[str, Protocol] = MappingProxyType({})
REHEARSAL_LINE = "REHEARSAL \N{EN DASH} not for a real patient"

_AGREED = {
    Outcome.DECLINED: "You told us that this does not suit you.",
    Outcome.PASSED_TO_CLINICIAN: "We have passed your call to one of our clinicians.",
    Outcome.EMERGENCY: "We asked you to get emergency help now: call 999 or go to A&E, as we said.",
    Outcome.MESSAGE_SENT: "We have passed your message on.",
    Outcome.DEALT_WITH: "Our reception team has dealt with your request.",
}
_SERVICE_WAS = {Outcome.ACCEPTED: "Signposted to", Outcome.DECLINED: "Offered"}
_IF_WORSE = (
    "If things get worse, or you are worried: call 111 at any time, day or night. "
    "In an emergency call 999."
)
_STILL_HERE = "You can still come back to us at the practice at any time if this does not work out."
_ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.DONT_KNOW: "not known"}


def text_for_patient(call: Call, mode: RecordMode, practice_name: str = "") -> str:
    """What was agreed, where to go, how to reach it, and what to do if things get worse."""
    service = None if call.service_withdrawn else call.service
    lines = [f"From {practice_name}:" if practice_name else "From your GP practice:"]
    lines += _agreed(call, service)
    if service is not None and call.outcome not in {Outcome.DECLINED, Outcome.EMERGENCY}:
        lines += _service_lines(service)
    lines += [_IF_WORSE, _STILL_HERE]
    return _marked("\n".join(lines), mode)


def text_for_record(call: Call, mode: RecordMode) -> str:
    """One short paragraph for the clinical record, joined to our record by the call number.

    While the call has no outcome yet, the paragraph says none.
    """
    decided = call.outcome is not None
    said = said_in(call if decided else replace(call, outcome=Outcome.NOT_DISCUSSED))
    return record_paragraph(call.call_number, said, call.words, call.prompts, mode, decided=decided)


def text_for_clinician(
    call: Call,
    mode: RecordMode,
    now: datetime,
    protocols: Mapping[str, Protocol] = NO_PROTOCOLS,
) -> str:
    """What a clinician needs to take over: words, prompts with answers, where the patient is.

    `protocols`, by id, give questions and stated actions their words; without them ids stand.
    """
    lines = [f"Handover at {local_time(now):%H:%M}, call {call.call_number}"]
    lines += _patient_lines(call)
    lines.append(f"Caller's words: {_one_line(call.words) or 'none typed'}")
    for prompt in call.prompts:
        lines.append(_prompt_line(prompt))
        lines += _answer_lines(prompt, protocols.get(prompt.protocol_id))
    for check in call.checks:
        answer = check.answer.value.replace("_", " ") if check.answer else "not answered"
        title = (
            protocols[check.protocol_id].title if check.protocol_id in protocols else "Check line"
        )
        lines.append(f"{title} ({check.protocol_id}), check: {answer}")
    lines.append(f"Where is the patient: {_one_line(call.where_is_patient) or 'not asked'}")
    lines.append(f"Ring back on: {_one_line(call.ring_back) or 'not asked'}")
    if call.note.strip():
        lines.append(f"Note: {_one_line(call.note)}")
    return _marked("\n".join(lines), mode)


def record_paragraph(
    call_number: str,
    said: Correctable,
    words: str,
    prompts: tuple[HandledPrompt, ...],
    mode: RecordMode,
    *,
    decided: bool = True,
) -> str:
    """The text for the clinical record, from what a call and its record have in common."""
    parts = [f"Call {call_number}."]
    if said.service is not None:
        parts.append(
            _sentence(_SERVICE_WAS.get(said.outcome, "Service discussed"), said.service.name)
        )
        parts.append(_sentence("Contact", said.service.phone))
    if decided:
        parts.append(_sentence("Outcome", _outcome(said)))
    parts.append(_sentence("Reason", _one_line(words)))
    parts += [_sentence("Prompt", _prompt_line(prompt)) for prompt in prompts]
    parts.append(_sentence("Safety net", _done(said.safety_net, "given")))
    parts.append(_sentence("Understanding", _done(said.understanding, "checked")))
    parts.append(_sentence("Note", _one_line(said.note)))
    return _marked(" ".join(part for part in parts if part), mode)


def _agreed(call: Call, service: ChosenService | None) -> Iterable[str]:
    when = call.promised_by
    day = f"{day_in_words(local_time(when).date())} at {local_time(when):%H:%M}" if when else ""
    if call.outcome is Outcome.ACCEPTED and service is not None:
        yield f"We agreed that you will contact {service.name}."
        if service.referral_needed:
            yield "We are sending them a referral for you."
    elif call.outcome is Outcome.APPOINTMENT_BOOKED:
        yield f"Your appointment is on {day}." if day else "We have booked you an appointment."
    elif call.outcome is Outcome.CALLBACK_PROMISED:
        yield f"We will ring you back by {day}." if day else "We will ring you back."
    elif call.outcome in _AGREED:
        yield _AGREED[call.outcome]
    elif service is not None:
        yield f"We talked about {service.name}."


def _service_lines(service: ChosenService) -> Iterable[str]:
    lines = (
        ("Service", service.name),
        ("Where", service.place),
        ("Phone", service.phone),
        ("Open", service.hours),
        ("How to use it", service.how_to_access),
    )
    return (f"{name}: {_one_line(value)}" for name, value in lines if value.strip())


def _patient_lines(call: Call) -> Iterable[str]:
    facts = call.patient
    about = [
        f"age {age_in_words(facts.age_years)}" if facts.age_years is not None else "age not asked",
        {"F": "female", "M": "male"}.get(facts.sex or "", "sex not asked"),
    ]
    if facts.pregnant is not None:
        about.append("pregnant" if facts.pregnant else "not pregnant")
    yield f"Patient: {', '.join(about)}"
    if call.who_is_calling not in {None, WhoIsCalling.PATIENT}:
        yield f"Calling for them: {call.who_is_calling}"


def _answer_lines(prompt: HandledPrompt, protocol: Protocol | None) -> Iterable[str]:
    same = protocol if protocol is not None and protocol.version == prompt.version else None
    texts = {question.id: question.text for question in same.questions} if same else {}
    for question_id, answer in prompt.answers:
        yield f"  {texts.get(question_id, question_id)} {_ANSWERS[answer]}"
    for row in same.rows if same else ():
        if row.id == prompt.row_id:
            yield f"  Stated action: {row.action}"


def _prompt_line(prompt: HandledPrompt) -> str:
    done = ACTION_WORDS[prompt.action] if prompt.action else "no action recorded yet"
    at = f" at {local_time(prompt.acted_at):%H:%M}" if prompt.acted_at else ""
    who = f" ({_one_line(prompt.clinician)})" if prompt.clinician.strip() else ""
    return f"{prompt.title} ({prompt.protocol_id} v{prompt.version}): {done}{who}{at}"


def _outcome(said: Correctable) -> str:
    details = [
        DECLINED_WORDS[said.decline_reason] if said.decline_reason else "",
        f"instead: {INSTEAD_WORDS[said.arranged_instead]}" if said.arranged_instead else "",
        f"for {local_time(said.promised_by):%d/%m/%Y %H:%M}" if said.promised_by else "",
        f"taken over by {_one_line(said.clinician_took_over)}" if said.clinician_took_over else "",
    ]
    return "; ".join([said.outcome.label, *(detail for detail in details if detail)])


def _done(answer: bool | None, word: str) -> str:
    return "" if answer is None else (word if answer else f"not {word}")


def _sentence(name: str, value: str) -> str:
    value = value.strip()
    if not value:
        return ""
    return f"{name}: {value}" if value.endswith((".", "!", "?", "…")) else f"{name}: {value}."


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _marked(text: str, mode: RecordMode) -> str:
    return text if mode is RecordMode.LIVE else f"{REHEARSAL_LINE}\n{text}"
