"""How prompts and check lines are put into words on screen: what was typed, actions, answers."""

from collections.abc import Sequence

from signpost.domain.call import CheckAnswer, HandledCheck, HandledPrompt, PromptAction
from signpost.domain.protocol import Protocol
from signpost.language.heard import CheckReason

DENIED_SHOWN = 3
ACTIONS: tuple[tuple[PromptAction, str], ...] = (
    (PromptAction.BY_CALLER_999, "999: caller"),
    (PromptAction.BY_PRACTICE_999, "999: we dial"),
    (PromptAction.AE, "A&E"),
    (PromptAction.SPECIALIST_LINE, "Specialist line"),
    (PromptAction.CLINICIAN_TOOK_OVER, "Clinician took over…"),
    (PromptAction.SAME_DAY_BOOKED, "Same day booked"),
    (PromptAction.REFUSED, "Refused…"),
)
NOT_THIS_REASONS: tuple[tuple[PromptAction, str], ...] = (
    (PromptAction.NOT_THIS_MISTYPED, "Not said, or mistyped"),
    (PromptAction.NOT_THIS_PAST, "In the past"),
    (PromptAction.NOT_THIS_OTHER_PERSON, "Someone else"),
    (PromptAction.NOT_THIS_FIGURE_OF_SPEECH, "Figure of speech"),
    (PromptAction.NOT_THIS_CLINICIAN_DECIDED, "A clinician decided…"),
)
CHECK_ANSWERS: tuple[tuple[CheckAnswer, str, str], ...] = (
    (CheckAnswer.YES_NOW, "Y", "Yes, now"),
    (CheckAnswer.SAID_NO, "N", "Said no"),
    (CheckAnswer.IN_THE_PAST, "P", "In the past"),
    (CheckAnswer.OTHER_PERSON, "S", "Someone else"),
    (CheckAnswer.FIGURE_OF_SPEECH, "F", "Figure of speech"),
    (CheckAnswer.MISTYPED, "M", "Mistyped"),
)
_HEARD_AS = {
    CheckReason.NEGATED: "heard as not happening",
    CheckReason.PAST: "heard as in the past",
    CheckReason.SOMEONE_ELSE: "heard as someone else",
    CheckReason.HYPOTHETICAL: "heard as a worry or a possibility",
    CheckReason.ADMIN: "heard as paperwork",
    CheckReason.FIGURATIVE: "heard as a figure of speech",
    CheckReason.LIMITS: "age, sex or pregnancy does not fit",
    CheckReason.WEAK: "these words alone may mean it",
    CheckReason.HINT: "these words alone may mean it",
}


def you_typed(because: tuple[str, ...]) -> str:
    """The caller's own words that matched."""
    return "You typed: " + " · ".join(because) if because else "Raised by hand"


def check_question(check: HandledCheck, title: str) -> str:
    """The one quiet line of a check."""
    words = "', '".join(check.because)
    if not words:
        return f"{title}: is it happening now?"
    return f"You typed '{words}': is it happening now?"


def denied(checks: Sequence[HandledCheck]) -> str:
    """What was heard as not happening, in one line.

    Words of one check line belong together: "burning with fever" says that both at once are not
    happening, not that the burning is not.
    """
    words = list(dict.fromkeys(" with ".join(check.because) for check in checks))
    more = f" and {len(words) - DENIED_SHOWN} more" if len(words) > DENIED_SHOWN else ""
    return f"Heard as NOT happening: {', '.join(words[:DENIED_SHOWN])}{more}"


def heard_as(check: HandledCheck) -> str:
    """Why it is a check line and not a prompt."""
    try:
        return _HEARD_AS[CheckReason(check.reason)]
    except ValueError:
        return "shown before; the words have changed since"


def action_words(prompt: HandledPrompt) -> str:
    """The action taken, in words, with the clinician where one is named."""
    names = dict(ACTIONS) | {
        action: f"Not this: {name[0].lower()}{name[1:]}" for action, name in NOT_THIS_REASONS
    }
    if prompt.action is None:
        return "no action recorded yet"
    name = names[prompt.action].rstrip("…")
    return f"{name} ({prompt.clinician})" if prompt.clinician else name


def approval_words(protocol: Protocol) -> str:
    """Where a protocol comes from and that nobody at the practice has approved it yet."""
    source = protocol.sources[0] if protocol.sources else None
    came_from = f" · Source: {source.title}, {source.date}" if source else ""
    return (
        f"{protocol.id} version {protocol.version}, draft, not approved by your practice"
        f" · Guards against: {protocol.guards_against}{came_from}"
    )
