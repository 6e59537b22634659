"""What a live call shows of a protocol that the practice has not approved: never silence, and never
a draft.
"""

from dataclasses import replace

from signpost.domain.protocol import Level, Protocol, Row

NOT_APPROVED = (
    "These words match a protocol that your practice has not approved: ask a clinician now."
)
SWITCHED_OFF = (
    "These words match a protocol that your clinical lead has taken out of use: ask a clinician"
    " now."
)


def stand_in(protocol: Protocol, *, is_off: bool) -> Protocol:
    """A protocol that is raised by the same words and says nothing but to ask a clinician.

    `is_off`: the clinical lead switched it off or withdrew it.
    """
    sentence = SWITCHED_OFF if is_off else NOT_APPROVED
    return replace(
        protocol,
        applies_to="",
        questions=(),
        rows=(Row("otherwise", Level.DUTY_CLINICIAN_NOW, sentence),),
        allowed_kinds=(),
        while_waiting="",
        do_not_say="",
        notes="",
    )
