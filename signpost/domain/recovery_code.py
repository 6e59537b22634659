"""The recovery code: the data file's key as a person can keep it on paper and type it again."""

import hashlib

from signpost.errors import UserMistake

GROUP = 5
_KEY_BYTES, _CHECK_BYTES = 32, 3
# Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = {"I": "1", "L": "1", "O": "0"}
_LENGTH = (_KEY_BYTES + _CHECK_BYTES) * 8 // 5


def recovery_code(key: str) -> str:
    """56 letters and figures in groups of five, the last few a check; `key` is 64 hex digits."""
    raw = bytes.fromhex(key)
    number = int.from_bytes(raw + _check(raw), "big")
    letters = [_LETTERS[(number >> (5 * place)) & 31] for place in reversed(range(_LENGTH))]
    text = "".join(letters)
    return "-".join(text[start : start + GROUP] for start in range(0, _LENGTH, GROUP))


def key_from_code(typed: str) -> str:
    """The key, 64 hex digits, of a code as typed: case, spaces and hyphens do not matter.

    Raises UserMistake saying what is wrong with it.
    """
    letters = [_READ_AS.get(letter, letter) for letter in typed.upper() if letter.isalnum()]
    unknown = next((letter for letter in letters if letter not in _LETTERS), None)
    if unknown is not None:
        raise UserMistake("code", f"A recovery code has no {unknown}. Look at the paper again.")
    if len(letters) != _LENGTH:
        raise UserMistake(
            "code", f"A recovery code has {_LENGTH} letters and figures; these are {len(letters)}."
        )
    number = 0
    for letter in letters:
        number = number * 32 + _LETTERS.index(letter)
    whole = number.to_bytes(_KEY_BYTES + _CHECK_BYTES, "big")
    raw, check = whole[:_KEY_BYTES], whole[_KEY_BYTES:]
    if check != _check(raw):
        raise UserMistake("code", "A letter or figure is wrong. Compare it with the paper again.")
    return raw.hex()


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()[:_CHECK_BYTES]
