"""One call in progress: what has been typed, shown, answered and chosen, and what still stands
before saving."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from signpost.domain.caller import NOTHING_KNOWN, Channel, PatientFacts, WhoIsCalling
from signpost.domain.protocol import Answer


class Outcome(StrEnum):
    """What came of the call; the values are those of signposts.csv."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOT_DISCUSSED = "not_discussed"
    NOT_ELIGIBLE = "not_eligible"
    NOTHING_MATCHED = "nothing_matched"
    PASSED_TO_CLINICIAN = "passed_to_clinician"
    EMERGENCY = "emergency"
    APPOINTMENT_BOOKED = "appointment_booked"
    CALLBACK_PROMISED = "callback_promised"
    DEALT_WITH = "dealt_with"
    MESSAGE_SENT = "message_sent"
    HUNG_UP = "hung_up"

    @property
    def label(self) -> str:
        """The outcome in words."""
        return _OUTCOME_TITLES[self]


_OUTCOME_TITLES = {
    Outcome.ACCEPTED: "Accepted",
    Outcome.DECLINED: "Declined",
    Outcome.NOT_DISCUSSED: "Did not want to discuss",
    Outcome.NOT_ELIGIBLE: "Entry rules not met",
    Outcome.NOTHING_MATCHED: "Nothing matched",
    Outcome.PASSED_TO_CLINICIAN: "Passed to clinician",
    Outcome.EMERGENCY: "Emergency action",
    Outcome.APPOINTMENT_BOOKED: "Appointment booked",
    Outcome.CALLBACK_PROMISED: "Call-back promised",
    Outcome.DEALT_WITH: "Dealt with by reception",
    Outcome.MESSAGE_SENT: "Message sent",
    Outcome.HUNG_UP: "Caller hung up",
}


class DeclineReason(StrEnum):
    """Why a caller declined."""

    PREFERS_GP = "prefers_gp"
    TRIED_ALREADY = "tried_already"
    CANNOT_TRAVEL = "cannot_travel"
    COST = "cost"
    HOURS = "hours"
    LANGUAGE_OR_ACCESS = "language_or_access"
    PRIVACY = "privacy"
    OTHER = "other"


class ArrangedInstead(StrEnum):
    """What was arranged when the offer was declined."""

    APPOINTMENT = "appointment"
    CALLBACK = "callback"
    CLINICIAN = "clinician"
    NHS_111 = "nhs_111"
    OTHER_SERVICE = "other_service"
    CALLER_WILL_RING = "caller_will_ring"
    OTHER = "other"


class PromptAction(StrEnum):
    """The action taken on a prompt; the values are those of the `protocols` column."""

    BY_CALLER_999 = "999_by_caller"
    BY_PRACTICE_999 = "999_by_practice"
    AE = "ae"
    SPECIALIST_LINE = "specialist_line"
    CLINICIAN_TOOK_OVER = "clinician_took_over"
    SAME_DAY_BOOKED = "same_day_booked"
    REFUSED = "refused"
    NOT_THIS_MISTYPED = "not_this_mistyped"
    NOT_THIS_PAST = "not_this_past"
    NOT_THIS_OTHER_PERSON = "not_this_other_person"
    NOT_THIS_FIGURE_OF_SPEECH = "not_this_figure_of_speech"
    NOT_THIS_CLINICIAN_DECIDED = "not_this_clinician_decided"


NEEDS_A_CLINICIAN = frozenset(
    {
        PromptAction.CLINICIAN_TOOK_OVER,
        PromptAction.REFUSED,
        PromptAction.NOT_THIS_CLINICIAN_DECIDED,
    }
)


class CheckAnswer(StrEnum):
    """Answer to a check line; every answer but YES_NOW is a reason why it is not happening now."""

    YES_NOW = "yes_now"
    SAID_NO = "said_no"
    IN_THE_PAST = "in_the_past"
    OTHER_PERSON = "other_person"
    FIGURE_OF_SPEECH = "figure_of_speech"
    MISTYPED = "mistyped"


@dataclass(frozen=True)
class HandledPrompt:
    """A prompt that was shown in this call, and what was done about it. Times are UTC; None means
    not yet."""

    protocol_id: str
    version: int
    title: str
    raised_at: datetime
    answers: tuple[tuple[str, Answer], ...] = ()
    row_id: str = ""
    action: PromptAction | None = None
    acted_at: datetime | None = None
    clinician: str = ""
    fell_to_check: bool = False
    because: tuple[str, ...] = ()

    @property
    def is_handled(self) -> bool:
        """True once an action is recorded, with a clinician named where the action needs one."""
        if self.action is None or self.acted_at is None:
            return False
        return bool(self.clinician.strip()) or self.action not in NEEDS_A_CLINICIAN


DENIED = "negated"
"""The reason of a check line for what the caller was heard to deny."""


@dataclass(frozen=True)
class HandledCheck:
    """A check line that was shown and how it was answered; None means not answered."""

    protocol_id: str
    version: int
    because: tuple[str, ...]
    reason: str
    shown_at: datetime
    answer: CheckAnswer | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True)
class ChosenService:
    """The service chosen, copied as it was, so that later edits never rewrite the record."""

    service_id: str
    name: str
    kind: str
    phone: str = ""
    place: str = ""
    hours: str = ""
    how_to_access: str = ""
    snomed_code: str = ""
    snomed_term: str = ""
    ods_code: str = ""
    referral_needed: bool = False


@dataclass(frozen=True)
class ClinicianRequest:
    """ "Ask a clinician now": when asked, who took over and when. Times are UTC; None means not
    yet."""

    asked_at: datetime
    asked_of: str
    took_over_by: str = ""
    took_over_at: datetime | None = None


@dataclass(frozen=True)
class Call:
    """The whole of one call. `where_is_patient` and `ring_back` live only here and are cleared at
    save. `reopens` is the record that this call was before it was undone; empty for all others.
    """

    id: str
    call_number: str
    started_at: datetime
    recorder_id: str | None = None
    words: str = ""
    age_typed: str = ""
    patient: PatientFacts = NOTHING_KNOWN
    who_is_calling: WhoIsCalling | None = None
    channel: Channel | None = None
    prompts: tuple[HandledPrompt, ...] = ()
    checks: tuple[HandledCheck, ...] = ()
    clinician_request: ClinicianRequest | None = None
    topic_id: str = ""
    service: ChosenService | None = None
    service_withdrawn: bool = False
    outcome: Outcome | None = None
    decline_reason: DeclineReason | None = None
    arranged_instead: ArrangedInstead | None = None
    promised_by: datetime | None = None
    clinician_took_over: str = ""
    consent: bool | None = None
    safety_net: bool | None = None
    understanding: bool | None = None
    note: str = ""
    where_is_patient: str = ""
    ring_back: str = ""
    parked_at: datetime | None = None
    parked_with: str = ""
    reopens: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing would be lost by discarding it."""
        untouched = Call(self.id, self.call_number, self.started_at, self.recorder_id)
        return replace(self, parked_at=None, parked_with="") == untouched

    @property
    def open_prompts(self) -> tuple[HandledPrompt, ...]:
        """Prompts that still need an action."""
        return tuple(prompt for prompt in self.prompts if not prompt.is_handled)

    @property
    def open_checks(self) -> tuple[HandledCheck, ...]:
        """Check lines that still need an answer."""
        return tuple(check for check in self.checks if check.answer is None)

    @property
    def asking_checks(self) -> tuple[HandledCheck, ...]:
        """Open check lines that must be answered before saving.

        What the caller was heard to deny is shown and can be corrected, but asks for no key, unless
        it had raised a prompt before.
        """
        raised = {prompt.protocol_id for prompt in self.prompts}
        return tuple(
            check
            for check in self.open_checks
            if check.reason != DENIED or check.protocol_id in raised
        )


@dataclass(frozen=True)
class Blocker:
    """Something that must be done before saving: the field it belongs to and a sentence."""

    field: str
    sentence: str


def blockers(call: Call) -> tuple[Blocker, ...]:
    """What still stands before this call can be saved, in the order it should be done; empty when
    it can."""
    found: list[Blocker] = []
    for prompt in call.open_prompts:
        if prompt.action in NEEDS_A_CLINICIAN:
            found.append(
                Blocker("clinician", f"{prompt.title}: type the name or role of the clinician.")
            )
        else:
            found.append(Blocker("prompt", f"{prompt.title}: record the action taken."))
    if call.asking_checks:
        found.append(Blocker("check", "Answer the check line: is it happening now?"))
    request = call.clinician_request
    if request is not None and not (request.took_over_by.strip() and request.took_over_at):
        found.append(Blocker("clinician_request", "Type which clinician took over, and when."))
    if call.recorder_id is None:
        found.append(Blocker("recorder", "Choose who is recording."))
    return tuple(found + _record_blockers(call))


def _record_blockers(call: Call) -> list[Blocker]:
    if call.outcome is None:
        return [Blocker("outcome", "Choose what came of the call.")]
    if call.outcome is Outcome.DECLINED:
        return _declined_blockers(call)
    needed = {
        Outcome.ACCEPTED: (
            call.service is not None and not call.service_withdrawn,
            "service",
            "Choose the service that was accepted.",
        ),
        Outcome.APPOINTMENT_BOOKED: (
            call.promised_by,
            "promised_by",
            "Type when the appointment is.",
        ),
        Outcome.CALLBACK_PROMISED: (
            call.promised_by,
            "promised_by",
            "Type by when the call-back is promised.",
        ),
        Outcome.PASSED_TO_CLINICIAN: (
            call.clinician_took_over.strip(),
            "clinician_took_over",
            "Type which clinician took over.",
        ),
    }.get(call.outcome)
    return [Blocker(needed[1], needed[2])] if needed and not needed[0] else []


def _declined_blockers(call: Call) -> list[Blocker]:
    found: list[Blocker] = []
    if any(prompt.action is PromptAction.REFUSED for prompt in call.prompts):
        sentence = "After a refused prompt, choose who took over instead of Declined."
        found.append(Blocker("outcome", sentence))
    if call.decline_reason is None:
        found.append(Blocker("decline_reason", "Choose why the caller declined."))
    if call.arranged_instead is None:
        found.append(Blocker("arranged_instead", "Choose what was arranged instead."))
    return found
