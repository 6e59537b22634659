"""Postcodes: the one rule for what is one, how it is written, and which district it lies in.

The shape is that of the UK's published standard; besides, the area must exist, so that "A1C 2AB" is
none.
"""

import re
from collections.abc import Container

_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT "
    "DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA "
    "LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE "
    "SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV "
    "YO ZE"
)
AREAS = tuple(_AREAS.split())
"""The letters with which postcodes of the United Kingdom and the islands begin."""

_INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"  # never C I K M O V
_OUTWARD = "|".join(
    f"{area}(?:[0-9]{{1,2}}|[0-9][{'A-HJKPS-UW' if len(area) == 1 else 'ABEHMNPRV-Y'}])"
    for area in (*AREAS, "ZZ")  # nobody's: examples use it
)
_FULL = re.compile(rf"(GIR|{_OUTWARD})({_INWARD})")
_PART_OF_INWARD = re.compile("[0-9]?[A-Z]{0,2}")
_LONGEST_OUTWARD = 4


def postcode(typed: str) -> str | None:
    """The postcode as it is written, such as "BS5 6XX"; None when it is not one."""
    found = _FULL.fullmatch(_squeezed(typed))
    return f"{found[1]} {found[2]}" if found else None


def district(typed: str, known: Container[str]) -> str | None:
    """The district of a postcode typed whole or in part ("bs5 6" → "BS5"); None when not in
    `known`.
    """
    whole = _FULL.fullmatch(_squeezed(typed))
    if whole:
        return whole[1] if whole[1] in known else None
    words = typed.upper().split()
    if len(words) > 1 and words[0] in known and _PART_OF_INWARD.fullmatch("".join(words[1:])):
        return words[0]
    text = "".join(words)
    for length in range(min(len(text), _LONGEST_OUTWARD), 1, -1):
        if text[:length] in known and _PART_OF_INWARD.fullmatch(text[length:]):
            return text[:length]
    return None


def _squeezed(typed: str) -> str:
    return "".join(typed.upper().split())
