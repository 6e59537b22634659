"""What people type into the fields of a directory entry, read as values; every mistake is a
sentence that says what to write instead.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from signpost.domain.faults import ContentFault
from signpost.domain.opening_hours import HoursError, check_hours
from signpost.domain.service import Phone
from signpost.domain.snomed_id import is_concept_id
from signpost.errors import UserMistake
from signpost.exchange.directory_row import Row
from signpost.exchange.phone_number import phone_number

LONGEST_TEXT = 2_000
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})[ ./-]+(\d{1,2}|[a-z]{3,9})[ ./-]+(\d{4})", re.IGNORECASE)
_Choice = TypeVar("_Choice", bound=StrEnum)


def read_text(typed: str) -> str:
    """Words without surplus spaces. Raises UserMistake when they are far too long."""
    text = " ".join(typed.split())
    if len(text) > LONGEST_TEXT:
        raise UserMistake("", f"Write at most {LONGEST_TEXT} characters.")
    return text


def read_needed(typed: str) -> str:
    """Words that must be there."""
    text = read_text(typed)
    if not text:
        raise UserMistake("", "This cannot stay empty.")
    return text


def read_list(typed: str) -> tuple[str, ...]:
    """Several texts, written with semicolons between them."""
    return tuple(part for part in (read_text(each) for each in typed.split(";")) if part)


def read_day(typed: str) -> date | None:
    """A day such as 3 Nov 2026, 3/11/2026 or 2026-11-03; None for an empty field."""
    text = typed.strip()
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            return date.fromisoformat(text)
        month = found[2].lower()[:3]
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        return date(int(found[3]), number, int(found[1]))
    except ValueError as error:
        raise UserMistake(
            "", f'"{text[:40]}" is not a day. Write it like 3 Nov 2026 or 3/11/2026.'
        ) from error


def read_phones(typed: str) -> tuple[Phone, ...]:
    """Numbers with semicolons between them, each with what it is for before a colon if need be."""
    found: list[Phone] = []
    for part in re.split(r"[;\n]", typed):
        description, _, number = part.rpartition(":")
        if number.strip():
            found.append(Phone(phone_number(number), read_text(description)))
    return tuple(found)


def phones_text(phones: Sequence[Phone]) -> str:
    """Numbers as `read_phones` reads them back."""
    return "; ".join(
        f"{phone.description}: {phone.number}" if phone.description else phone.number
        for phone in phones
    )


def read_hours(typed: str) -> str:
    """Opening hours in OSM's syntax; empty when not known."""
    hours = read_text(typed)
    if hours:
        try:
            check_hours(hours)
        except HoursError as error:
            raise UserMistake("", str(error)) from error
    return hours


def read_concept_id(typed: str) -> str:
    """A SNOMED CT concept's id with the right check digit; empty for none."""
    code = "".join(typed.split())
    if code and not is_concept_id(code):
        raise UserMistake(
            "", f'"{code[:20]}" fails its check digit: a digit is wrong or was cut off.'
        )
    return code


def read_youngest(typed: str) -> float | None:
    """The lowest age accepted, in years; None for an empty field."""
    return _from_row(typed, lambda row: row.age_from("age"))


def read_oldest(typed: str) -> float | None:
    """The first age no longer accepted, in years: 17 means until the 18th birthday."""
    return _from_row(typed, lambda row: row.age_up_to("age"))


def read_yes_no(typed: str) -> bool | None:
    """yes, no, or None for not known."""
    return {"yes": True, "no": False}.get(typed)


def read_choice(typed: str, known: type[_Choice]) -> _Choice | None:
    """One of the known values; None for an empty field."""
    return known(typed) if typed in set(known) else None


def read_choices(typed: str, known: type[_Choice]) -> tuple[_Choice, ...]:
    """Several of the known values, in their own order."""
    parts = set(typed.split("|"))
    return tuple(value for value in known if value.value in parts)


def read_whole(typed: str) -> int:
    """A whole number from -99 to 99; empty is 0."""
    text = typed.strip()
    if text and not re.fullmatch(r"-?\d{1,2}", text, re.ASCII):
        raise UserMistake("", "Write a whole number such as 0, 1 or 5.")
    return int(text or 0)


def _from_row(typed: str, read: Callable[[Row], float | None]) -> float | None:
    """What the reader of our own tables makes of a cell: the one rule for ages."""
    faults: list[ContentFault] = []
    value = read(Row("", 0, {"age": typed.strip()}, faults))
    if faults:
        raise UserMistake("", faults[0].sentence)
    return value
