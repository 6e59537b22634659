"""What a practice says about itself when it is set up, and the form each part must have."""

import re

from signpost.errors import UserMistake

ANSWER_MINUTES = 5
"""How long a clinician has to answer until the practice sets its own time."""

REVIEW_MONTHS = 6
"""After how many months an entry of the directory is looked at again, likewise."""

FEWEST_MINUTES, MOST_MINUTES = 1, 60
FEWEST_MONTHS, MOST_MONTHS = 1, 24
LONGEST_PRACTICE_NAME = 120
_ODS_CODE = re.compile(r"[A-Z][0-9]{5}(?:[0-9]{3})?|[A-Z][0-9][A-Z][0-9][A-Z]")


def checked_practice_name(typed: str) -> str:
    """The practice's name as it is kept; may be empty. Raises UserMistake when it is too long."""
    name = " ".join(typed.split())
    if len(name) > LONGEST_PRACTICE_NAME:
        raise UserMistake("name", f"Type a name of at most {LONGEST_PRACTICE_NAME} characters.")
    return name


def checked_ods_code(typed: str) -> str:
    """The ODS code as it is kept; may be empty. Only its form is checked, not whether it exists.

    Raises UserMistake for anything that has not the form of a practice's code or a branch's.
    """
    code = "".join(typed.split()).upper()
    if code and not _ODS_CODE.fullmatch(code):
        raise UserMistake(
            "ods_code",
            "A practice's ODS code is a letter and five digits, such as A12345. "
            "Leave it empty if you do not have it at hand.",
        )
    return code


def checked_answer_minutes(typed: str) -> int:
    """The minutes a clinician has to answer; empty is the usual time. Raises UserMistake."""
    minutes = _small_number(typed, ANSWER_MINUTES)
    if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise UserMistake(
            "answer_minutes", f"Type whole minutes, from {FEWEST_MINUTES} to {MOST_MINUTES}."
        )
    return minutes


def checked_review_months(typed: str) -> int:
    """After how many months an entry is looked at again; empty is the usual time.

    Raises UserMistake.
    """
    months = _small_number(typed, REVIEW_MONTHS)
    if not FEWEST_MONTHS <= months <= MOST_MONTHS:
        raise UserMistake(
            "review_months", f"Type whole months, from {FEWEST_MONTHS} to {MOST_MONTHS}."
        )
    return months


def _small_number(typed: str, usual: int) -> int:
    """A whole number of at most two digits; 0 for anything else."""
    text = typed.strip()
    if not text:
        return usual
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("60") else 0
