"""What happens to a call while it is taken: each step is a pure function from one call to the next.

A prompt once raised stays with the call: when the words no longer raise it, it falls to a check
line.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from signpost.domain.call import (
    NEEDS_A_CLINICIAN,
    Call,
    CheckAnswer,
    ChosenService,
    ClinicianRequest,
    HandledCheck,
    HandledPrompt,
    PromptAction,
)
from signpost.domain.protocol import Answer, Protocol
from signpost.domain.suggestion import Place, Suggestion
from signpost.language.heard import CheckReason, Heard, MatchState, PromptMatch

NO_LONGER_TYPED = "no_longer_typed"

NOT_THIS = frozenset(
    {
        PromptAction.NOT_THIS_MISTYPED,
        PromptAction.NOT_THIS_PAST,
        PromptAction.NOT_THIS_OTHER_PERSON,
        PromptAction.NOT_THIS_FIGURE_OF_SPEECH,
        PromptAction.NOT_THIS_CLINICIAN_DECIDED,
    }
)
_NO_BECOMES = {
    CheckAnswer.SAID_NO: PromptAction.NOT_THIS_MISTYPED,
    CheckAnswer.MISTYPED: PromptAction.NOT_THIS_MISTYPED,
    CheckAnswer.IN_THE_PAST: PromptAction.NOT_THIS_PAST,
    CheckAnswer.OTHER_PERSON: PromptAction.NOT_THIS_OTHER_PERSON,
    CheckAnswer.FIGURE_OF_SPEECH: PromptAction.NOT_THIS_FIGURE_OF_SPEECH,
}


def hear(call: Call, heard: Heard, protocols: Mapping[str, Protocol], now: datetime) -> Call:
    """The call after its words were matched: prompts raised, fallen to check lines, check lines
    shown.
    """
    matched = {
        match.protocol_id: match for match in heard.prompts if match.protocol_id in protocols
    }
    for match in matched.values():
        protocol = protocols[match.protocol_id]
        if match.state is MatchState.RAISED:
            call = _hear_raised(call, match, protocol, now)
        else:
            call = _hear_check(call, match, protocol, now)
    for prompt in standing_prompts(call):
        said_by_hand = not prompt.because or _confirmed(call, prompt.protocol_id)
        if prompt.protocol_id not in matched and not said_by_hand:
            call = _fall(call, prompt, prompt.because, NO_LONGER_TYPED, now)
    fallen = {prompt.protocol_id for prompt in call.prompts if not prompt.is_handled}
    kept = tuple(
        check
        for check in call.checks
        if check.answer is not None or check.protocol_id in matched or check.protocol_id in fallen
    )
    return replace(call, checks=kept)


def standing_prompts(call: Call) -> tuple[HandledPrompt, ...]:
    """Prompts that still need an action and have not fallen to a check line."""
    checked = {check.protocol_id for check in call.open_checks}
    return tuple(prompt for prompt in call.open_prompts if prompt.protocol_id not in checked)


def raise_by_hand(call: Call, protocol: Protocol, now: datetime) -> Call:
    """The prompt of this protocol is shown because a high-risk button was pressed."""
    if any(check.protocol_id == protocol.id for check in call.open_checks):
        return answer_check(call, protocol, CheckAnswer.YES_NOW, now)
    latest = _latest(call, protocol.id)
    if latest is not None and not latest.is_handled:
        return call
    return _raise(call, protocol, (), now)


def answer_question(
    call: Call, protocol: Protocol, question_id: str, answer: Answer | None
) -> Call:
    """One question of a prompt is answered, or its answer taken back (None)."""
    prompt = _latest(call, protocol.id)
    if prompt is None:
        return call
    answers = dict(prompt.answers)
    answers.pop(question_id, None)
    if answer is not None:
        answers[question_id] = answer
    row = protocol.row_for(answers) if answers else None
    ordered = tuple(
        (item.id, answers[item.id]) for item in protocol.questions if item.id in answers
    )
    return _put(call, prompt, replace(prompt, answers=ordered, row_id=row.id if row else ""))


def act(call: Call, protocol_id: str, action: PromptAction | None, now: datetime) -> Call:
    """The action taken on a prompt is recorded with its time, or taken back (None)."""
    prompt = _latest(call, protocol_id)
    if prompt is None:
        return call
    clinician = prompt.clinician if action in NEEDS_A_CLINICIAN else ""
    acted_at = None if action is None else now
    return _put(
        call, prompt, replace(prompt, action=action, acted_at=acted_at, clinician=clinician)
    )


def name_clinician(call: Call, protocol_id: str, clinician: str) -> Call:
    """Which clinician took over, or decided, on a prompt."""
    prompt = _latest(call, protocol_id)
    return call if prompt is None else _put(call, prompt, replace(prompt, clinician=clinician))


def answer_check(call: Call, protocol: Protocol, answer: CheckAnswer, now: datetime) -> Call:
    """A check line is answered: yes raises the prompt, every other answer is a reason why not."""
    found = [check for check in call.open_checks if check.protocol_id == protocol.id]
    if not found:
        return call
    because = found[0].because
    checks = tuple(
        replace(check, answer=answer, answered_at=now) if check in found else check
        for check in call.checks
    )
    call = replace(call, checks=checks)
    fallen = _latest(call, protocol.id)
    if answer is CheckAnswer.YES_NOW:
        if fallen is not None and not fallen.is_handled:
            return call
        return _raise(call, protocol, because, now)
    if fallen is not None and not fallen.is_handled:
        return act(call, protocol.id, _NO_BECOMES[answer], now)
    return call


def choose_service(call: Call, suggestion: Suggestion, place: Place | None = None) -> Call:
    """The suggestion chosen, copied as it stands now."""
    open_text = place.open_text if place else suggestion.open_text
    chosen = ChosenService(
        service_id=suggestion.service_id,
        name=suggestion.name,
        kind=suggestion.kind.value,
        phone=(place.phone if place else "") or suggestion.phone,
        place=place.name if place else "",
        hours=open_text or "",
        how_to_access=suggestion.how_to_access,
        snomed_code=suggestion.snomed_code,
        snomed_term=suggestion.snomed_term,
        ods_code=suggestion.ods_code,
        referral_needed=suggestion.referral_needed,
    )
    return replace(call, service=chosen, service_withdrawn=False)


def withdraw_service(call: Call) -> Call:
    """A prompt was raised after a service had been chosen: the service no longer stands."""
    return replace(call, service=None, service_withdrawn=True, outcome=None)


def ask_clinician(call: Call, asked_of: str, now: datetime) -> Call:
    """Ask a clinician now; pressing it again changes nothing."""
    if call.clinician_request is not None:
        return call
    return replace(call, clinician_request=ClinicianRequest(now, asked_of))


def clinician_took_over(call: Call, who: str, now: datetime) -> Call:
    """Who took over after "ask a clinician now"; the time is that of the first naming."""
    request = call.clinician_request
    if request is None:
        return call
    at = request.took_over_at or now
    return replace(
        call,
        clinician_request=replace(
            request, took_over_by=who, took_over_at=at if who.strip() else None
        ),
    )


def protocols_that_limit(call: Call, protocols: Mapping[str, Protocol]) -> tuple[Protocol, ...]:
    """The protocols whose allowed kinds of service bind what may be offered: shown and not "not
    this".
    """
    fallen = {check.protocol_id for check in call.open_checks}
    return tuple(
        protocols[prompt.protocol_id]
        for prompt in call.prompts
        if prompt.action not in NOT_THIS
        and (prompt.is_handled or prompt.protocol_id not in fallen)
        and prompt.protocol_id in protocols
    )


def gravest_first(
    prompts: tuple[HandledPrompt, ...], protocols: Mapping[str, Protocol]
) -> tuple[HandledPrompt, ...]:
    """Prompts by the gravest level of their protocol, then in the order raised."""

    def gravity(prompt: HandledPrompt) -> tuple[int, datetime]:
        protocol = protocols.get(prompt.protocol_id)
        return (protocol.levels[0].gravity if protocol else 0, prompt.raised_at)

    return tuple(sorted(prompts, key=gravity))


def _hear_raised(call: Call, match: PromptMatch, protocol: Protocol, now: datetime) -> Call:
    call = _without_open_check(call, protocol.id)
    latest = _latest(call, protocol.id)
    if latest is None:
        return _raise(call, protocol, match.because, now)
    if latest.is_handled:
        if latest.action in NOT_THIS and _says_more(match.because, latest.because):
            return _raise(call, protocol, match.because, now)
        return call
    return _put(call, latest, replace(latest, because=match.because))


def _hear_check(call: Call, match: PromptMatch, protocol: Protocol, now: datetime) -> Call:
    reason = match.reason.value if match.reason else CheckReason.WEAK.value
    latest = _latest(call, protocol.id)
    if latest is not None and not latest.is_handled:
        said_by_hand = not latest.because or _confirmed(call, protocol.id)
        return call if said_by_hand else _fall(call, latest, match.because, reason, now)
    if latest is not None and latest.action not in NOT_THIS:
        return call
    if latest is not None and not _says_more(match.because, latest.because):
        return call
    earlier = [check for check in call.checks if check.protocol_id == protocol.id]
    if any(check.answer and not _says_more(match.because, check.because) for check in earlier):
        return call
    call = _without_open_check(call, protocol.id)
    shown_at = next((check.shown_at for check in earlier if check.answer is None), now)
    check = HandledCheck(protocol.id, protocol.version, match.because, reason, shown_at)
    return replace(call, checks=(*call.checks, check))


def _fall(
    call: Call, prompt: HandledPrompt, because: tuple[str, ...], reason: str, now: datetime
) -> Call:
    call = _put(call, prompt, replace(prompt, fell_to_check=True))
    open_here = [check for check in call.open_checks if check.protocol_id == prompt.protocol_id]
    if open_here:
        renewed = replace(open_here[0], because=because, reason=reason)
        checks = tuple(renewed if check is open_here[0] else check for check in call.checks)
        return replace(call, checks=checks)
    check = HandledCheck(prompt.protocol_id, prompt.version, because, reason, now)
    return replace(call, checks=(*call.checks, check))


def _raise(call: Call, protocol: Protocol, because: tuple[str, ...], now: datetime) -> Call:
    prompt = HandledPrompt(protocol.id, protocol.version, protocol.title, now, because=because)
    return replace(call, prompts=(*call.prompts, prompt))


def _confirmed(call: Call, protocol_id: str) -> bool:
    """True when a person said that it is happening now, so that no later typing takes it back."""
    return any(
        check.protocol_id == protocol_id and check.answer is CheckAnswer.YES_NOW
        for check in call.checks
    )


def _latest(call: Call, protocol_id: str) -> HandledPrompt | None:
    mine = [prompt for prompt in call.prompts if prompt.protocol_id == protocol_id]
    return mine[-1] if mine else None


def _put(call: Call, old: HandledPrompt, new: HandledPrompt) -> Call:
    return replace(call, prompts=tuple(new if prompt is old else prompt for prompt in call.prompts))


def _without_open_check(call: Call, protocol_id: str) -> Call:
    kept = tuple(check for check in call.checks if check.protocol_id != protocol_id or check.answer)
    return replace(call, checks=kept)


def _says_more(because: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """True when words matched that had not been part of an earlier decision."""
    return not set(because) <= set(before)
