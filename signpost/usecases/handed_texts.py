"""The three ready texts of a call: for the patient, for the clinical record, for a clinician taking over.

Each says what was said, offered and agreed, in plain words; none names a diagnosis or reassures.
"""

from datetime import datetime

from signpost.domain.call import Call, HandledPrompt
from signpost.domain.signpost import Correctable, RecordMode

REHEARSAL_LINE = "REHEARSAL – not for a real patient"


def text_for_patient(call: Call, mode: RecordMode, practice_name: str = "") -> str:
    """What was agreed, where to go, how to reach it, and what to do if things get worse."""
    raise NotImplementedError


def text_for_record(call: Call, mode: RecordMode) -> str:
    """One short paragraph for the clinical record, joined to this program's record by the call number."""
    raise NotImplementedError


def text_for_clinician(call: Call, mode: RecordMode, now: datetime) -> str:
    """What a clinician needs to take over: the caller's words, prompts with answers, where and how to ring back."""
    raise NotImplementedError


def record_paragraph(
    call_number: str,
    said: Correctable,
    words: str,
    prompts: tuple[HandledPrompt, ...],
    mode: RecordMode,
) -> str:
    """The text for the clinical record, from what a call and its record have in common."""
    raise NotImplementedError
