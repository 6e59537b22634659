"""Names for patients in files that leave the practice: the same patient always has the same one,
and only who holds the practice's key could tell whose it is.
"""

import hashlib
import hmac
import secrets
from uuid import UUID

KEY_BYTES = 32
_SIGNS = 16


def new_key() -> str:
    """A fresh key as hex digits. It is kept in the practice's database and written to no file."""
    return secrets.token_hex(KEY_BYTES)


def pseudonym(key: str, reference: str | None) -> str:
    """Sixteen hex digits, in capitals, for a patient reference; empty when there is none.

    A keyed HMAC-SHA256: without the key nobody can try out numbers until one fits.
    """
    if not reference:
        return ""
    return _digest(key, reference).hex()[:_SIGNS].upper()


def patient_number(key: str, reference: str) -> int:
    """A whole number of at most 15 digits for a patient reference, for layouts with numeric ids."""
    return int.from_bytes(_digest(key, f"number:{reference}")[:8], "big") % 10**15


def patient_uuid(key: str, reference: str) -> str:
    """A UUID for a patient reference, for layouts with such ids."""
    return str(UUID(bytes=_digest(key, f"uuid:{reference}")[:16], version=5))


def _digest(key: str, text: str) -> bytes:
    return hmac.new(bytes.fromhex(key), text.encode(), hashlib.sha256).digest()
