"""The kinds of service that people are signposted to; the list may grow, a kind is never
renamed.
"""

from enum import StrEnum


class ServiceKind(StrEnum):
    """A kind of service; the value is what files, records and exports carry."""

    EMERGENCY_999 = "emergency_999"
    AE = "ae"
    UTC = "utc"
    NHS_111 = "nhs_111"
    MENTAL_HEALTH_CRISIS = "mental_health_crisis"
    DUTY_CLINICIAN = "duty_clinician"
    GP_APPOINTMENT = "gp_appointment"
    PRACTICE_NURSE = "practice_nurse"
    CLINICAL_PHARMACIST = "clinical_pharmacist"
    PRACTICE_PARAMEDIC = "practice_paramedic"
    MENTAL_HEALTH_PRACTITIONER = "mental_health_practitioner"
    PHARMACY_FIRST = "pharmacy_first"
    PHARMACY_MINOR_ILLNESS = "pharmacy_minor_illness"
    PHARMACY = "pharmacy"
    OPTICIAN_URGENT = "optician_urgent"
    OPTICIAN = "optician"
    URGENT_DENTAL = "urgent_dental"
    DENTIST = "dentist"
    PHYSIOTHERAPY = "physiotherapy"
    TALKING_THERAPIES = "talking_therapies"
    MENTAL_HEALTH_SUPPORT = "mental_health_support"
    WELLBEING = "wellbeing"
    SOCIAL_PRESCRIBING = "social_prescribing"
    SEXUAL_HEALTH = "sexual_health"
    CONTRACEPTION = "contraception"
    MATERNITY = "maternity"
    EARLY_PREGNANCY = "early_pregnancy"
    HEALTH_VISITING = "health_visiting"
    SCHOOL_NURSING = "school_nursing"
    DRUGS_ALCOHOL = "drugs_alcohol"
    STOP_SMOKING = "stop_smoking"
    WEIGHT_MANAGEMENT = "weight_management"
    PODIATRY = "podiatry"
    HEARING = "hearing"
    EAR_CARE = "ear_care"
    CONTINENCE = "continence"
    DIABETES = "diabetes"
    PHLEBOTOMY = "phlebotomy"
    VACCINATION = "vaccination"
    TEST_RESULTS = "test_results"
    PRESCRIPTIONS = "prescriptions"
    ADMIN_TEAM = "admin_team"
    CARERS = "carers"
    BEREAVEMENT = "bereavement"
    DOMESTIC_ABUSE = "domestic_abuse"
    SEXUAL_ASSAULT = "sexual_assault"
    SAFEGUARDING = "safeguarding"
    OLDER_PEOPLE = "older_people"
    FALLS = "falls"
    COMMUNITY_NURSING = "community_nursing"
    PALLIATIVE = "palliative"
    SOCIAL_CARE = "social_care"
    INTERPRETER = "interpreter"
    EQUIPMENT = "equipment"
    OUT_OF_HOURS = "out_of_hours"
    EXTENDED_ACCESS = "extended_access"
    ABORTION = "abortion"
    GAMBLING = "gambling"
    VETERANS = "veterans"
    DEMENTIA = "dementia"
    CANCER_SUPPORT = "cancer_support"
    HOUSING = "housing"
    MONEY_ADVICE = "money_advice"
    FOOD = "food"
    SELF_CARE = "self_care"

    @property
    def label(self) -> str:
        """The kind in words for the screen."""
        return _TITLES.get(self, self.value.replace("_", " ").capitalize())


_TITLES = {
    ServiceKind.EMERGENCY_999: "999",
    ServiceKind.AE: "A&E",
    ServiceKind.UTC: "Urgent treatment centre",
    ServiceKind.NHS_111: "NHS 111",
    ServiceKind.GP_APPOINTMENT: "GP appointment",
    ServiceKind.PHARMACY_FIRST: "Pharmacy First: clinical pathway",
    ServiceKind.PHARMACY_MINOR_ILLNESS: "Pharmacy First: minor illness (referral needed)",
    ServiceKind.OPTICIAN_URGENT: "Urgent optician",
    ServiceKind.EARLY_PREGNANCY: "Early pregnancy unit",
    ServiceKind.DRUGS_ALCOHOL: "Drugs and alcohol",
    ServiceKind.OUT_OF_HOURS: "GP out of hours",
    ServiceKind.SELF_CARE: "NHS self-care page",
    ServiceKind.PHLEBOTOMY: "Blood tests",
    ServiceKind.ADMIN_TEAM: "Practice admin team",
    ServiceKind.OLDER_PEOPLE: "Older people's services",
}
