"""What a practice's own clinical system calls things, where no public file says so: each has a
default, and a practice that compares a true export with ours changes it.
"""

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from signpost.errors import UserMistake

LONGEST_WORDING = 500


class EmisDates(StrEnum):
    """How an EMIS list report writes a day; both were seen."""

    MONTH_NAME = "dd-MMM-yyyy"
    NUMBERS = "dd/MM/yyyy"


class YesNo(StrEnum):
    """An answer that is kept as a word."""

    YES = "yes"
    NO = "no"


def _asked(default: str, name: str, means: str, choices: type[StrEnum] | None = None) -> Any:
    return field(default=default, metadata={"name": name, "means": means, "choices": choices})


@dataclass(frozen=True)
class ExportWording:
    """The words that go into files. A column's caption may not be empty; other wordings may."""

    emis_dates: str = _asked(
        EmisDates.MONTH_NAME, "EMIS: days are written", "09-Mar-2026 or 09/03/2026", EmisDates
    )
    emis_byte_order_mark: str = _asked(
        YesNo.NO,
        "EMIS: begin the file with a byte order mark",
        "yes if people open it in Excel",
        YesNo,
    )
    emis_observation_type: str = _asked(
        "Observation", "EMIS bulk: ObservationType", "our guess at EMIS's own word"
    )
    emis_consultation_source: str = _asked(
        "Administration note", "EMIS bulk: ConsultationSourceTerm", "our guess at EMIS's own words"
    )
    systmone_done_by_caption: str = _asked(
        "Event done by", "SystmOne breakdown: caption of who did it", "not seen in a public file"
    )
    systmone_code_caption: str = _asked(
        "SNOMED code", "SystmOne breakdown: caption of the code", "not seen in a public file"
    )
    systmone_term_caption: str = _asked(
        "Code term", "SystmOne breakdown: caption of the term", "not seen in a public file"
    )
    systmone_patient_count: str = _asked(
        YesNo.YES,
        "SystmOne breakdown: 1 as Patient Count of each row",
        "else the cell is empty",
        YesNo,
    )
    systmone_telephone: str = _asked(
        "", "SystmOne: ContactMethod of a telephone call", "a word of your list; may be empty"
    )
    systmone_front_desk: str = _asked(
        "", "SystmOne: ContactMethod at the front desk", "a word of your list; may be empty"
    )
    systmone_online: str = _asked(
        "", "SystmOne: ContactMethod of an online request", "a word of your list; may be empty"
    )
    systmone_letter: str = _asked(
        "", "SystmOne: ContactMethod of a letter", "a word of your list; may be empty"
    )
    systmone_other: str = _asked(
        "", "SystmOne: ContactMethod of anything else", "a word of your list; may be empty"
    )

    def contact_method(self, channel: str | None) -> str:
        """SystmOne's word for a channel; empty where none was given or recorded."""
        return str(getattr(self, f"systmone_{channel}")) if channel else ""


@dataclass(frozen=True)
class AskedWording:
    """One wording as a form asks for it; `choices` is empty where any words may be typed."""

    key: str
    name: str
    means: str
    default: str
    choices: tuple[str, ...]


ASKED_WORDINGS: tuple[AskedWording, ...] = tuple(
    AskedWording(
        entry.name,
        entry.metadata["name"],
        entry.metadata["means"],
        str(entry.default),
        tuple(str(choice) for choice in entry.metadata["choices"] or ()),
    )
    for entry in fields(ExportWording)
)


def checked_wording(typed: dict[str, str]) -> ExportWording:
    """The wording with what was typed; unknown names are passed over, what is missing keeps its
    default. Raises UserMistake naming the field.
    """
    good: dict[str, str] = {}
    for asked in ASKED_WORDINGS:
        words = " ".join(typed.get(asked.key, asked.default).split())
        if asked.choices and words not in asked.choices:
            raise UserMistake(asked.key, f"Choose one of: {', '.join(asked.choices)}.")
        if asked.key.endswith("_caption") and not words:
            raise UserMistake(asked.key, f"Type a caption, such as {asked.default}.")
        if len(words) > LONGEST_WORDING:
            raise UserMistake(asked.key, f"Type at most {LONGEST_WORDING} characters.")
        good[asked.key] = words
    return replace(ExportWording(), **good)
