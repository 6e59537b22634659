"""What a practice keeps about who a patient is: nothing, unless it decides otherwise."""

from enum import StrEnum

_NHS_DIGITS = 10


class PatientReference(StrEnum):
    """What `patient_ref` of a record holds."""

    NONE = "none"
    LOCAL_NUMBER = "local_number"
    NHS_NUMBER = "nhs_number"


def spaced(nhs_number: str) -> str:
    """An NHS number as it is printed, 999 000 1030; anything else stays as it is."""
    if len(nhs_number) != _NHS_DIGITS or not nhs_number.isdigit():
        return nhs_number
    return f"{nhs_number[:3]} {nhs_number[3:6]} {nhs_number[6:]}"
