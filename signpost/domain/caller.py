"""Who is calling and about whom: the few facts of a call, all optional."""

import re
from dataclasses import dataclass
from enum import StrEnum

from signpost.errors import UserMistake


class Sex(StrEnum):
    """Sex as typed for this call; None elsewhere means not asked."""

    FEMALE = "F"
    MALE = "M"


class WhoIsCalling(StrEnum):
    """The person on the telephone."""

    PATIENT = "patient"
    PARENT = "parent"
    CARER = "carer"
    OTHER = "other"


class Channel(StrEnum):
    """How the contact reached the practice; values are those of signposts.csv."""

    TELEPHONE = "telephone"
    FRONT_DESK = "front_desk"
    ONLINE = "online"
    LETTER = "letter"
    OTHER = "other"


WEEKS_A_YEAR = 52.1775
OLDEST_YEARS = 120.0


@dataclass(frozen=True)
class PatientFacts:
    """What is known of the patient in this call. None always means not known, never no."""

    age_years: float | None = None
    sex: Sex | None = None
    pregnant: bool | None = None


NOTHING_KNOWN = PatientFacts()

AGE_BANDS = ("under_1", "1-4", "5-17", "18-34", "35-49", "50-64", "65-79", "80+")
_BAND_STARTS = (0, 1, 5, 18, 35, 50, 65, 80)
_UNITS = {
    "d": 365.25,
    "day": 365.25,
    "days": 365.25,
    "w": WEEKS_A_YEAR,
    "wk": WEEKS_A_YEAR,
    "wks": WEEKS_A_YEAR,
    "week": WEEKS_A_YEAR,
    "weeks": WEEKS_A_YEAR,
    "/52": WEEKS_A_YEAR,
    "m": 12,
    "mo": 12,
    "mth": 12,
    "mths": 12,
    "month": 12,
    "months": 12,
    "/12": 12,
    "": 1,
    "y": 1,
    "yr": 1,
    "yrs": 1,
    "year": 1,
    "years": 1,
    "yo": 1,
}
_AGE = re.compile(r"\s*(\d{1,3}(?:\.\d{1,2})?)\s*(/52|/12|[a-z]*)\s*(?:old)?\s*", re.IGNORECASE)


def age_band(age_years: float) -> str:
    """The band of signposts.csv that an age in years falls into."""
    band = AGE_BANDS[0]
    for start, name in zip(_BAND_STARTS, AGE_BANDS, strict=True):
        if age_years >= start:
            band = name
    return band


def parse_age(typed: str) -> float | None:
    """Read an age as receptionists type it: 12, 6w, 3m, 4y, 10 days, 3/12, or a band such as 35-49.

    Returns years (a fraction for babies; the lowest age of a band), None for an empty field.
    Raises UserMistake when it cannot be read.
    """
    text = typed.strip()
    if not text:
        return None
    if text.replace("–", "-").replace(" ", "_").lower() in AGE_BANDS:
        return float(
            _BAND_STARTS[AGE_BANDS.index(text.replace("–", "-").replace(" ", "_").lower())]
        )
    found = _AGE.fullmatch(text)
    unit = found.group(2).lower() if found else None
    if found is None or unit not in _UNITS:
        raise UserMistake(
            "age", "Type an age such as 34, 6w (weeks), 3m (months) or 4y, or leave it empty."
        )
    years = float(found.group(1)) / _UNITS[unit]
    if years > OLDEST_YEARS:
        raise UserMistake("age", f"Type an age up to {OLDEST_YEARS:.0f} years, or leave it empty.")
    return years


def age_in_words(age_years: float) -> str:
    """An age for the screen: days, weeks or months for babies, whole years from two on."""
    if age_years < 0.5:  # noqa: PLR2004 - weeks are how babies' ages are given up to six months
        return f"{round(age_years * WEEKS_A_YEAR)} weeks"
    if age_years < 2:  # noqa: PLR2004
        return f"{round(age_years * 12)} months"
    return f"{int(age_years)}"
