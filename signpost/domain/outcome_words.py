"""What was done, why a caller declined and what was arranged instead, as part of a sentence."""

from signpost.domain.call import ArrangedInstead, DeclineReason, PromptAction

ACTION_WORDS = {
    PromptAction.BY_CALLER_999: "999, called by the caller",
    PromptAction.BY_PRACTICE_999: "999, called by the practice",
    PromptAction.AE: "sent to A&E",
    PromptAction.SPECIALIST_LINE: "specialist line",
    PromptAction.CLINICIAN_TOOK_OVER: "a clinician took over",
    PromptAction.SAME_DAY_BOOKED: "booked for the same day",
    PromptAction.REFUSED: "the caller refused",
    PromptAction.NOT_THIS_MISTYPED: "does not apply: mistyped",
    PromptAction.NOT_THIS_PAST: "does not apply: in the past",
    PromptAction.NOT_THIS_OTHER_PERSON: "does not apply: another person",
    PromptAction.NOT_THIS_FIGURE_OF_SPEECH: "does not apply: a figure of speech",
    PromptAction.NOT_THIS_CLINICIAN_DECIDED: "does not apply: a clinician decided",
}
DECLINED_WORDS = {
    DeclineReason.PREFERS_GP: "prefers a GP",
    DeclineReason.TRIED_ALREADY: "tried it already",
    DeclineReason.CANNOT_TRAVEL: "cannot travel",
    DeclineReason.COST: "cost",
    DeclineReason.HOURS: "opening hours",
    DeclineReason.LANGUAGE_OR_ACCESS: "language or access",
    DeclineReason.PRIVACY: "privacy",
    DeclineReason.OTHER: "another reason",
}
INSTEAD_WORDS = {
    ArrangedInstead.APPOINTMENT: "an appointment",
    ArrangedInstead.CALLBACK: "a call-back",
    ArrangedInstead.CLINICIAN: "a clinician",
    ArrangedInstead.NHS_111: "NHS 111",
    ArrangedInstead.OTHER_SERVICE: "another service",
    ArrangedInstead.CALLER_WILL_RING: "the caller will ring again",
    ArrangedInstead.OTHER: "something else",
}
