"""Finds what looks like it identifies a person in free text, so that it can be taken out before
saving.

Ages, durations (3/7), temperatures, times and doses are how receptionists write and are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from signpost.domain.postcode import AREAS


class IdentifierKind(StrEnum):
    """What a stretch of text looks like."""

    NHS_NUMBER = "nhs_number"
    PHONE = "phone"
    DATE_OF_BIRTH = "date_of_birth"
    POSTCODE = "postcode"
    EMAIL = "email"

    @property
    def label(self) -> str:
        """The kind in words, as part of a sentence."""
        return _LABELS[self]


_LABELS = {
    IdentifierKind.NHS_NUMBER: "an NHS number",
    IdentifierKind.PHONE: "a telephone number",
    IdentifierKind.DATE_OF_BIRTH: "a date of birth",
    IdentifierKind.POSTCODE: "a postcode",
    IdentifierKind.EMAIL: "an e-mail address",
}
NHS_DIGITS = 10
NHS_GROUPS, NHS_GROUP_DIGITS = 3, 3
PHONE_GROUPS = 6
SHORTEST_PHONE, LONGEST_PHONE = 9, 15
OLDEST_BIRTH_YEAR = 1900
YEARS_BACK = 3
BIRTH_WORDS_WITHIN = 24


@dataclass(frozen=True)
class Identifier:
    """A stretch of the text, as character positions, and what it looks like."""

    kind: IdentifierKind
    start: int
    end: int


_EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_GROUP = re.compile(r"(?<![\w/:])[0-9]+(?![\w/:])")
_GAP = re.compile(r"[ .()\N{EN DASH}-]{1,3}")
_DATE = re.compile(
    r"(?<![\w/.-])(?:(?P<day>[0-9]{1,2})"
    r"(?:[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4}|[0-9]{2})"
    r"| (?P<month_b>[0-9]{1,2}) (?P<year_b>[0-9]{4}))"
    r"|(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2}))(?![\w/]|[.-][0-9])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD_DATE = re.compile(
    r"(?<!\w)(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?[ ](?:of )?"
    rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}[.,]{{0,2}}[ ]"
    r"(?P<year>[0-9]{4}|[0-9]{2})(?!\w)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:\bd\.?\s?o\.?\s?b\b|\bborn\b|\bdate of birth\b|\bbirthday\b)\W{0,4}(?:on|is)?\W{0,3}$",
    re.IGNORECASE,
)
_SIX_OR_EIGHT = re.compile(r"(?<![\w/])[0-9]{6}(?:[0-9]{2})?(?!\w)")
_POSTCODE = re.compile(
    rf"(?<!\w)(?:{'|'.join(AREAS)})\d[\dA-HJKMNPR-Y]?[ ]{{0,2}}\d[ABD-HJLNP-UW-Z]{{2}}(?!\w)",
    re.IGNORECASE,
)
_DOSES = re.compile(r"\d(?:mg|ml|pm|am|st|nd|th|rd|hr|wk|yr|kg|lb|ft)$", re.IGNORECASE)


def identifiers_in(text: str, today: date) -> tuple[Identifier, ...]:
    """What looks like an identifier, in the order of the text; stretches never overlap.

    `today` tells a date of birth from an appointment: a date counts when it lies three years back,
    or when words such as "dob" stand before it.
    """
    found: list[Identifier] = []
    for item in chain(
        _emails(text), _dates_of_birth(text, today), _numbers(text), _postcodes(text)
    ):
        if not any(item.start < other.end and other.start < item.end for other in found):
            found.append(item)
    return tuple(sorted(found, key=lambda item: item.start))


def without(text: str, found: tuple[Identifier, ...]) -> str:
    """The text with each stretch replaced by […], so that the sentence still reads."""
    for item in sorted(found, key=lambda item: item.start, reverse=True):
        text = text[: item.start] + "[…]" + text[item.end :]
    return text


def is_nhs_number(digits: str) -> bool:
    """Ten digits whose last is the check digit: weights 10 to 2, modulus 11."""
    if (
        len(digits) != NHS_DIGITS
        or not (digits.isascii() and digits.isdigit())
        or len(set(digits)) == 1
    ):
        return False
    total = sum(
        weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False)
    )
    return (11 - total % 11) % 11 == int(digits[-1])


def _emails(text: str) -> Iterator[Identifier]:
    for match in _EMAIL.finditer(text):
        yield Identifier(IdentifierKind.EMAIL, *match.span())


def _numbers(text: str) -> Iterator[Identifier]:
    groups = [match.span() for match in _GROUP.finditer(text)]
    place = 0
    while place < len(groups):
        found = _longest_number(text, groups, place)
        if found is None:
            place += 1
        else:
            kind, count = found
            start, end = groups[place][0], groups[place + count - 1][1]
            yield Identifier(kind, start - _prefix_length(text, start), end)
            place += count


def _longest_number(
    text: str, groups: list[tuple[int, int]], place: int
) -> tuple[IdentifierKind, int] | None:
    """What the groups of digits from this place on look like, and how many of them belong to it."""
    run = 1
    while run < PHONE_GROUPS and place + run < len(groups):
        gap = text[groups[place + run - 1][1] : groups[place + run][0]]
        if not _GAP.fullmatch(gap):
            break
        run += 1
    international = bool(_prefix_length(text, groups[place][0]))
    for count in range(run, 0, -1):
        parts = [text[start:end] for start, end in groups[place : place + count]]
        kind = _number_kind(parts, international=international)
        if kind is not None:
            return kind, count
    return None


def _number_kind(parts: list[str], *, international: bool) -> IdentifierKind | None:
    digits = "".join(parts)
    if international:
        is_phone = SHORTEST_PHONE <= len(digits) <= LONGEST_PHONE
        return IdentifierKind.PHONE if is_phone else None
    in_nhs_groups = len(parts) <= NHS_GROUPS and all(
        len(part) >= NHS_GROUP_DIGITS for part in parts
    )
    if in_nhs_groups and is_nhs_number(digits):
        return IdentifierKind.NHS_NUMBER
    if re.fullmatch(r"0[1235789][0-9]{8,9}|7[0-9]{9}|00[0-9]{9,13}", digits):
        return IdentifierKind.PHONE
    return None


def _prefix_length(text: str, start: int) -> int:
    return 1 if text[max(0, start - 1) : start] == "+" else 0


def _dates_of_birth(text: str, today: date) -> Iterator[Identifier]:
    for pattern in (_DATE, _WORD_DATE):
        for match in pattern.finditer(text):
            day = _date_of(match.groupdict(), today)
            if day is not None and (_is_long_ago(day, today) or _says_born(text, match.start())):
                yield Identifier(IdentifierKind.DATE_OF_BIRTH, *match.span())
    for match in _SIX_OR_EIGHT.finditer(text):
        if _says_born(text, match.start()):
            yield Identifier(IdentifierKind.DATE_OF_BIRTH, *match.span())


def _date_of(parts: dict[str, str | None], today: date) -> date | None:
    """The date that was written; None when there is none such. Two-digit years lie in the past."""
    year_text = parts["year"] or parts.get("year_b") or parts.get("iso_year") or ""
    month_text = parts["month"] or parts.get("month_b") or parts.get("iso_month") or ""
    day_text = parts["day"] or parts.get("iso_day") or ""
    year = int(year_text)
    if len(year_text) == 2:  # noqa: PLR2004 - a year as people write it
        year += 2000 if year <= today.year % 100 else 1900
    known_month = month_text[:3].lower() in _MONTHS
    month = _MONTHS.index(month_text[:3].lower()) + 1 if known_month else int(month_text)
    try:
        return date(year, month, int(day_text))
    except ValueError:
        return None


def _is_long_ago(day: date, today: date) -> bool:
    return OLDEST_BIRTH_YEAR <= day.year <= today.year - YEARS_BACK


def _says_born(text: str, start: int) -> bool:
    return bool(_BORN.search(text[max(0, start - BIRTH_WORDS_WITHIN) : start]))


def _postcodes(text: str) -> Iterator[Identifier]:
    for match in _POSTCODE.finditer(text):
        if not _DOSES.search(match.group()):
            yield Identifier(IdentifierKind.POSTCODE, *match.span())
