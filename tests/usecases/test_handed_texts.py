"""The three ready texts: complete, plain, without diagnosis or reassurance, marked in rehearsal."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from signpost.domain.call import ArrangedInstead, Call, DeclineReason, Outcome, PromptAction
from signpost.domain.caller import WhoIsCalling
from signpost.domain.protocol import Answer
from signpost.domain.signpost import RecordMode
from signpost.paths import bundled
from signpost.usecases.handed_texts import (
    REHEARSAL_LINE,
    text_for_clinician,
    text_for_patient,
    text_for_record,
)
from signpost.usecases.listen import start_listening
from tests.desk import NOW, SOON, a_call, a_check, a_prompt

LIVE, REHEARSAL = RecordMode.LIVE, RecordMode.REHEARSAL
CALL = a_call(None)
REASSURING = re.compile(
    r"\b(safe|don't worry|nothing serious|nothing to worry|fine|clear(ed)?|diagnos\w+|infection)\b",
    re.IGNORECASE,
)


def test_the_patient_reads_what_was_agreed_and_what_to_do_if_things_get_worse() -> None:
    assert text_for_patient(CALL, LIVE, "Riverside Surgery") == (
        "From Riverside Surgery:\n"
        "We agreed that you will contact Meadow Lane Pharmacy.\n"
        "We are sending them a referral for you.\n"
        "Service: Meadow Lane Pharmacy\n"
        "Where: 2 Meadow Lane, Anytown\n"
        "Phone: 01632 960123\n"
        "Open: Monday to Friday 09:00 to 18:30\n"
        "How to use it: Wait for the pharmacy's call, or go in.\n"
        "If things get worse, or you are worried: call 111 at any time, day or night. "
        "In an emergency call 999.\n"
        "You can still come back to us at the practice at any time if this does not work out."
    )


def test_the_clinical_record_reads_the_call_number_and_what_was_said() -> None:
    call = replace(CALL, safety_net=True, understanding=False, note="Rang  twice\nalready!")
    assert text_for_record(call, LIVE) == (
        "Call 7F3K-2. Signposted to: Meadow Lane Pharmacy. Contact: 01632 960123. "
        "Outcome: Accepted. Reason: sore throat, 2 days. Safety net: given. "
        "Understanding: not checked. Note: Rang twice already!"
    )


def test_a_clinician_reads_everything_needed_to_take_over() -> None:
    call = replace(
        CALL,
        who_is_calling=WhoIsCalling.CARER,
        prompts=(a_prompt(), a_prompt(action=None, acted_at=None, answers=())),
        checks=(a_check(), a_check(answer=None)),
        where_is_patient="at home",
        ring_back="01632 960777",
        note="door is open",
    )
    assert text_for_clinician(call, LIVE, SOON) == (
        "Handover at 09:17, call 7F3K-2\n"
        "Patient: age 41, female, not pregnant\n"
        "Calling for them: carer\n"
        "Caller's words: sore throat, 2 days\n"
        "Chest pain or pressure (RF02 v3): 999, called by the caller at 09:14\n"
        "  q1 yes\n"
        "  q2 not known\n"
        "Chest pain or pressure (RF02 v3): no action recorded yet\n"
        "Check line (RF07), check: said no\n"
        "Check line (RF07), check: not answered\n"
        "Where is the patient: at home\n"
        "Ring back on: 01632 960777\n"
        "Note: door is open"
    )


def test_what_was_not_asked_is_said_to_be_not_asked() -> None:
    text = text_for_clinician(Call("1", "7F3K-2", NOW), LIVE, NOW)
    assert "age not asked, sex not asked" in text
    assert "Caller's words: none typed" in text
    assert "Where is the patient: not asked" in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"outcome": Outcome.APPOINTMENT_BOOKED, "promised_by": NOW + timedelta(days=30)},
            "Your appointment is on Wednesday 8 April 2026 at 10:14.",
        ),
        (
            {"outcome": Outcome.CALLBACK_PROMISED, "promised_by": SOON},
            "We will ring you back by Monday 9 March 2026 at 09:17.",
        ),
        ({"outcome": Outcome.EMERGENCY}, "get emergency help now"),
        ({"outcome": Outcome.PASSED_TO_CLINICIAN}, "passed your call to one of our clinicians"),
        ({"outcome": Outcome.DEALT_WITH}, "has dealt with your request"),
        ({"outcome": Outcome.MESSAGE_SENT}, "passed your message on"),
        ({"outcome": Outcome.DECLINED}, "does not suit you"),
        ({"outcome": Outcome.NOT_DISCUSSED}, "We talked about Meadow Lane Pharmacy."),
        ({"outcome": None}, "We talked about Meadow Lane Pharmacy."),
    ],
    ids=lambda value: str(value.get("outcome")) if isinstance(value, dict) else "",
)
def test_the_patient_reads_what_came_of_the_call(changes: dict[str, object], sentence: str) -> None:
    assert sentence in text_for_patient(replace(CALL, **changes), LIVE)


@pytest.mark.parametrize("outcome", [*Outcome, None])
def test_every_text_for_a_patient_says_whom_to_call_and_reassures_nobody(
    outcome: Outcome | None,
) -> None:
    text = text_for_patient(replace(CALL, outcome=outcome), LIVE)
    assert "111" in text
    assert "999" in text
    assert "come back to us" in text
    assert not REASSURING.search(text)


def test_a_withdrawn_service_is_not_handed_out() -> None:
    withdrawn = replace(CALL, service_withdrawn=True, outcome=Outcome.EMERGENCY)
    assert "Meadow Lane" not in text_for_patient(withdrawn, LIVE)
    assert "Meadow Lane" not in text_for_record(withdrawn, LIVE)


def test_the_record_says_why_a_service_was_declined() -> None:
    call = replace(
        CALL,
        outcome=Outcome.DECLINED,
        decline_reason=DeclineReason.CANNOT_TRAVEL,
        arranged_instead=ArrangedInstead.NHS_111,
    )
    assert "Offered: Meadow Lane" in text_for_record(call, LIVE)
    assert "Outcome: Declined; cannot travel; instead: NHS 111." in text_for_record(call, LIVE)


def test_the_record_names_the_clinician_who_took_over() -> None:
    prompt = a_prompt(action=PromptAction.CLINICIAN_TOOK_OVER, clinician="Dr Example")
    call = replace(
        CALL,
        outcome=Outcome.PASSED_TO_CLINICIAN,
        clinician_took_over="Dr Example",
        prompts=(prompt,),
    )
    text = text_for_record(call, LIVE)
    assert "taken over by Dr Example" in text
    assert "a clinician took over (Dr Example) at 09:14" in text


@pytest.mark.parametrize("call", [CALL, replace(CALL, service=None)])
def test_in_rehearsal_every_text_begins_by_saying_so(call: Call) -> None:
    assert REHEARSAL_LINE == "REHEARSAL \N{EN DASH} not for a real patient"
    for text in (
        text_for_patient(call, REHEARSAL),
        text_for_record(call, REHEARSAL),
        text_for_clinician(call, REHEARSAL, NOW),
    ):
        assert text.startswith(REHEARSAL_LINE + "\n")


def test_a_call_without_an_outcome_has_a_text_that_says_none() -> None:
    text = text_for_record(replace(CALL, outcome=None), LIVE)
    assert text.startswith("Call 7F3K-2. Service discussed: Meadow Lane Pharmacy.")
    assert "Outcome" not in text


def test_a_handover_has_the_words_of_the_protocol_that_was_shown() -> None:
    protocol = start_listening(bundled("resources")).protocols["RF02"]
    question, row = protocol.questions[0], protocol.rows[0]
    shown = a_prompt(version=protocol.version, answers=((question.id, Answer.NO),), row_id=row.id)
    other = a_prompt(version=protocol.version + 1, answers=((question.id, Answer.NO),))
    call = replace(CALL, prompts=(shown, other), checks=(a_check(protocol_id="RF02"),))
    lines = text_for_clinician(call, LIVE, NOW, {"RF02": protocol}).splitlines()
    assert f"  {question.text} no" in lines
    assert f"  Stated action: {row.action}" in lines
    assert f"  {question.id} no" in lines
    assert f"{protocol.title} (RF02), check: said no" in lines
