"""What a practice says about itself when it is set up, and the form each part must have."""

import re

from signpost.errors import UserMistake

ANSWER_MINUTES = 5
"""How long a clinician has to answer until the practice sets its own time."""

FEWEST_MINUTES, MOST_MINUTES = 1, 60
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
    text = typed.strip()
    if not text:
        return ANSWER_MINUTES
    minutes = int(text) if text.isascii() and text.isdigit() and len(text) <= len("60") else 0
    if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise UserMistake(
            "answer_minutes", f"Type whole minutes, from {FEWEST_MINUTES} to {MOST_MINUTES}."
        )
    return minutes
