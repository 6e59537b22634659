"""Web and e-mail addresses, postcodes, ODS codes and positions: the one rule for each, typed by a
person or found in a file.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from signpost.domain.place import Position
from signpost.domain.postcode import postcode
from signpost.errors import UserMistake

Rule: TypeAlias = Callable[[str], str]
"""Gives a value as it is to be written; raises UserMistake when it cannot be one."""

_WEB = re.compile(r"https?://[^\s/.:@]+(?:\.[^\s/.:@]+)+(?::\d{1,5})?(?:[/?#]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+'&-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_ODS = re.compile(r"[A-Z0-9]{3,12}")
_LONGEST_WEB = 500
_SOUTH, _NORTH, _WEST, _EAST = 49.0, 61.5, -9.0, 2.5
"""The British Isles and nothing else, in degrees."""


def web_address(typed: str) -> str:
    """A web address; http:// is put before one that was typed without. Raises UserMistake."""
    text = typed.strip()
    whole = text if not text or _SCHEME.match(text) else f"http://{text}"
    if not text or (_WEB.fullmatch(whole) and len(whole) <= _LONGEST_WEB):
        return whole
    raise UserMistake(
        "url", f'"{_cut(text)}" is not a web address. Write it like https://www.nhs.uk/page.'
    )


def email_address(typed: str) -> str:
    """An e-mail address, as typed. Raises UserMistake."""
    text = typed.strip()
    if not text or _EMAIL.fullmatch(text):
        return text
    raise UserMistake(
        "email", f'"{_cut(text)}" is not an e-mail address. Write it like name@example.org.'
    )


def postal_code(typed: str) -> str:
    """A postcode, written with its space. Raises UserMistake."""
    found = postcode(typed)
    if found is not None or not typed.strip():
        return found or ""
    raise UserMistake(
        "postal_code", f'"{_cut(typed)}" is not a UK postcode. Write it like BS5 6XX.'
    )


def ods_code(typed: str) -> str:
    """An ODS code in capitals; its shape is checked, not whether it is in use. Raises
    UserMistake.
    """
    text = typed.strip().upper()
    if not text or _ODS.fullmatch(text):
        return text
    raise UserMistake(
        "ods_code", f'"{_cut(text)}" is not an ODS code: 3 to 12 letters and digits, such as FA512.'
    )


def position(latitude: str, longitude: str) -> Position | None:
    """Where a place is; None when neither is given. Raises UserMistake outside the British Isles,
    since a distance from there would be wrong.
    """
    if not (latitude.strip() or longitude.strip()):
        return None
    try:
        found = Position(float(latitude), float(longitude))
    except ValueError:
        found = Position(0, 0)
    if _SOUTH <= found.latitude <= _NORTH and _WEST <= found.longitude <= _EAST:
        return found
    raise UserMistake(
        "latitude",
        f'"{_cut(latitude)}, {_cut(longitude)}" is not a place in the British Isles. Write degrees'
        " such as 51.46 and -2.56.",
    )


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004 - enough to know it again
