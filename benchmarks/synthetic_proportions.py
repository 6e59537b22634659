"""The shares by which invented records are spread (`synthetic_records.py`).

Whatever follows a published figure stands in `PUBLISHED` with its source. Everything else is an
assumption: a plausible spread, and no figure to quote.
"""

from signpost.domain.service_kind import ServiceKind

PUBLISHED = {
    # Conexus 2016-17: 25,852 callers were offered a choice, 5,819 were signposted.
    "accepted": 0.225,
    # South Tees, 15 months: 7,586 of 269,994 declined (their page calls it 8 %).
    "declined": 0.028,
    # PATCHS: requests that were later deemed emergencies.
    "emergency": 0.0026,
    # South Tees: how much of what is signposted goes to a pharmacy.
    "to_pharmacy": 0.29,
    # GP Patient Survey 2024: had already been to a pharmacy.
    "tried_already": 0.141,
    # BMJ Open, 2,029 referrals to pharmacies: completed or accepted; rejected; the rest still open.
    "pharmacy_completed": 0.388,
    "pharmacy_returned": 0.465,
}
# Assumed: what the other calls came to, as shares of the rest.
OTHER_OUTCOMES = {
    "appointment_booked": 52,
    "callback_promised": 12,
    "passed_to_clinician": 12,
    "dealt_with": 13,
    "message_sent": 4,
    "nothing_matched": 2,
    "not_discussed": 2,
    "not_eligible": 1,
    "hung_up": 2,
}
# Assumed: Mondays and the first hour are busiest, 7 % of calls meet a prompt, 60 % are of women.
WEEKDAYS = (26, 20, 19, 18, 17)
HOURS = {8: 30, 9: 16, 10: 12, 11: 10, 12: 6, 13: 6, 14: 8, 15: 6, 16: 4, 17: 2}
PROMPTED, WOMEN, VOIDED, CORRECTED = 0.07, 0.6, 0.004, 0.01
DECLINED_OTHERWISE = ("prefers_gp", "cannot_travel", "cost", "hours", "privacy", "other")
INSTEAD = ("appointment", "callback", "clinician", "nhs_111", "caller_will_ring", "other")
RETURNED = ("criteria", "criteria", "red_flag", "clinical_judgement", "not_completed")
ACTIONS = ("999_by_caller", "ae", "clinician_took_over", "same_day_booked", "not_this_past")
TOPICS = (
    ("sore_throat", "Sore throat", "Ear, nose and throat"),
    ("earache", "Earache", "Ear, nose and throat"),
    ("back_pain", "Back pain", "Muscles, bones and joints"),
    ("low_mood", "Low mood", "Mental health"),
    ("rash", "Rash", "Skin"),
    ("red_eye", "Red eye", "Eyes"),
    ("toothache", "Toothache", "Mouth and teeth"),
    ("repeat_prescription", "Repeat prescription", "Requests"),
)
PHARMACY = (ServiceKind.PHARMACY_FIRST, ServiceKind.PHARMACY_MINOR_ILLNESS, ServiceKind.PHARMACY)
ELSEWHERE = (
    ServiceKind.PHYSIOTHERAPY,
    ServiceKind.OPTICIAN,
    ServiceKind.DENTIST,
    ServiceKind.SOCIAL_PRESCRIBING,
    ServiceKind.TALKING_THERAPIES,
    ServiceKind.SEXUAL_HEALTH,
    ServiceKind.SOCIAL_CARE,
    ServiceKind.NHS_111,
    ServiceKind.UTC,
    ServiceKind.STOP_SMOKING,
    ServiceKind.CARERS,
)
WORDS = (
    "{about} since {when}, no temperature, eating and drinking",
    "been having {about} on and off for {when}, tried paracetamol",
    'says "{about}" again, worse since {when}, wants to be seen',
    "{about}, {when}, daughter rang for her",
)
WHEN = ("yesterday", "Sunday", "two days", "a week", "this morning")
