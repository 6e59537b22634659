"""Telephone numbers: the one rule for what is one, typed by a person or found in a file's text.

Short numbers (111, 999, 116 123, text codes) and the numbers that Ofcom keeps for drama count;
everything else must be one that the numbering plan of its country has. The library is imported when
first needed.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from signpost.domain.service import Phone
from signpost.errors import UserMistake

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_REGION = "GB"
_UK = 44
_TYPED = re.compile(r"\+?[\d ()-]+")
_DRAMA = re.compile(r"01632960\d{3}|07700900\d{3}")  # the rest of Ofcom's are valid anyway
_PLAIN = re.compile(r"0[1235789]\d{8,9}")
_EXTENSION = re.compile(r"\b(?:x|extn?|extension)\.? ?(\d{1,5})\b", re.IGNORECASE)
_SHORT = re.compile(r"\d{3,6}")
_LONGEST_TEXT = 200
_LONGEST_DESCRIPTION = 40


def phone_number(typed: str) -> str:
    """A number as somebody typed it, single-spaced. Raises UserMistake when there is none such."""
    text = " ".join(typed.split())
    digits = re.sub(r"\D", "", text)
    if _TYPED.fullmatch(text) and (_is_short_or_drama(digits) or _valid(text) is not None):
        return text
    raise UserMistake(
        "phone",
        f'"{text}" is not a telephone number that exists. Look it up and type it with its area'
        " code, such as 0117 496 0123.",
    )


@lru_cache(maxsize=4096)
def phones_in(text: str) -> tuple[Phone, ...]:
    """The numbers in a file's cell, written as the numbering plan spaces them; none when none is
    usable.

    What else stands beside a single number says what it is for: "0800 … (dentures only)".
    """
    text = " ".join(text.split())[:_LONGEST_TEXT]
    digits = re.sub(r"\D", "", text)
    if _TYPED.fullmatch(text) and _is_short_or_drama(digits):
        return (Phone(text if _SHORT.fullmatch(digits) else f"{digits[:5]} {digits[5:]}"),)
    single = _valid(text) if _TYPED.fullmatch(text) else None
    return (Phone(_written(single)),) if single is not None else _found_in(text)


def _is_short_or_drama(digits: str) -> bool:
    if _DRAMA.fullmatch(digits):
        return True
    if not _SHORT.fullmatch(digits):
        return False
    from phonenumbers import PhoneNumber, shortnumberinfo  # noqa: PLC0415 - needed only here

    number = PhoneNumber(country_code=_UK, national_number=int(digits))
    return shortnumberinfo.is_valid_short_number_for_region(number, _REGION)


def _valid(text: str) -> "PhoneNumber | None":
    import phonenumbers  # noqa: PLC0415 - 60 ms that a start need not wait for

    if not text.startswith(("0", "+", "(")):  # a foreign number would pass for one of ours
        return None
    plain = re.sub(r"\D", "", text) if text[:1] == "0" else ""
    if _PLAIN.fullmatch(plain):  # as parse would read it, in half the time
        number = phonenumbers.PhoneNumber(country_code=_UK, national_number=int(plain))
        here = phonenumbers.is_valid_number_for_region(number, _REGION)
        return number if here or phonenumbers.is_valid_number(number) else None
    try:
        number = phonenumbers.parse(text, _REGION)
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _found_in(text: str) -> tuple[Phone, ...]:
    from phonenumbers import PhoneNumberMatcher  # noqa: PLC0415 - needed only here

    found = list(PhoneNumberMatcher(text, _REGION))
    if len(found) != 1:
        return tuple(Phone(_written(each.number)) for each in found)
    (single,) = found
    beside = f"{text[: single.start]} {text[single.end :]}".strip(" ()-/,;:")
    extension = _EXTENSION.search(text)
    if extension is not None:
        return (Phone(_written(single.number), f"ext. {extension[1]}"),)
    described = any(sign.isalpha() for sign in beside) and not any(map(str.isdigit, beside))
    return (Phone(_written(single.number), beside[:_LONGEST_DESCRIPTION] if described else ""),)


def _written(number: "PhoneNumber") -> str:
    import phonenumbers  # noqa: PLC0415 - needed only here

    at_home = number.country_code == _UK
    style = phonenumbers.PhoneNumberFormat
    plain = phonenumbers.PhoneNumber(
        country_code=number.country_code, national_number=number.national_number
    )
    return phonenumbers.format_number(plain, style.NATIONAL if at_home else style.INTERNATIONAL)
