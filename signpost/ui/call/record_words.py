"""How outcomes, reasons and what was arranged are written on screen, with their keys."""

from signpost.domain.call import ArrangedInstead, DeclineReason, Outcome

OUTCOMES: tuple[tuple[Outcome, str, str], ...] = (
    (Outcome.ACCEPTED, "1", "Accepted"),
    (Outcome.DECLINED, "2", "Declined…"),
    (Outcome.NOT_DISCUSSED, "3", "Not discussed"),
    (Outcome.NOTHING_MATCHED, "4", "Nothing matched"),
    (Outcome.PASSED_TO_CLINICIAN, "5", "To clinician…"),
    (Outcome.APPOINTMENT_BOOKED, "6", "Appointment…"),
    (Outcome.CALLBACK_PROMISED, "7", "Call-back…"),
    (Outcome.DEALT_WITH, "8", "Dealt with here"),
    (Outcome.MESSAGE_SENT, "9", "Message sent"),
    (Outcome.NOT_ELIGIBLE, "0", "Rules not met"),
    (Outcome.EMERGENCY, "E", "Emergency"),
    (Outcome.HUNG_UP, "F6", "Hung up"),
)
DECLINE_REASONS: tuple[tuple[DeclineReason, str], ...] = (
    (DeclineReason.PREFERS_GP, "Prefers the GP"),
    (DeclineReason.TRIED_ALREADY, "Tried already"),
    (DeclineReason.CANNOT_TRAVEL, "Cannot travel"),
    (DeclineReason.COST, "Cost"),
    (DeclineReason.HOURS, "Hours"),
    (DeclineReason.LANGUAGE_OR_ACCESS, "Language or access"),
    (DeclineReason.PRIVACY, "Privacy"),
    (DeclineReason.OTHER, "Other"),
)
ARRANGED: tuple[tuple[ArrangedInstead, str], ...] = (
    (ArrangedInstead.APPOINTMENT, "Appointment"),
    (ArrangedInstead.CALLBACK, "Call-back"),
    (ArrangedInstead.CLINICIAN, "Clinician"),
    (ArrangedInstead.NHS_111, "NHS 111"),
    (ArrangedInstead.OTHER_SERVICE, "Other service"),
    (ArrangedInstead.CALLER_WILL_RING, "Caller will ring"),
    (ArrangedInstead.OTHER, "Other"),
)
PROMISES = {
    Outcome.APPOINTMENT_BOOKED: "When is the appointment?",
    Outcome.CALLBACK_PROMISED: "By when will somebody ring back?",
}
