"""Call numbers such as 7F3K-2: short, easy to read out, and wrong ones are noticed.

Twenty-three signs that are hard to confuse, and a check sign: since 23 is prime, every single wrong
sign and every swap of neighbours changes it.
"""

import secrets

SIGNS = "23456789CDFGHJKMNPRTWXY"
SHORTEST = 4


def body_length_for(records: int) -> int:
    """How many signs stand before the check sign, so that few numbers of that length are taken
    yet.
    """
    length = SHORTEST
    while records * 12 > len(SIGNS) ** length:
        length += 1
    return length


def new_call_number(body_length: int = SHORTEST) -> str:
    """A number drawn at random; whether it is free is for the store to say."""
    body = "".join(secrets.choice(SIGNS) for _ in range(body_length))
    return f"{body}-{check_sign(body)}"


def check_sign(body: str) -> str:
    """The sign that follows the hyphen."""
    total = sum(place * SIGNS.index(sign) for place, sign in enumerate(reversed(body), start=2))
    return SIGNS[-total % len(SIGNS)]


def is_call_number(typed: str) -> bool:
    """Whether this could be a call number: known signs and the right check sign. Case does not
    matter.
    """
    body, hyphen, check = typed.strip().upper().partition("-")
    if not (hyphen and len(body) >= SHORTEST and set(body) <= set(SIGNS)):
        return False
    return check == check_sign(body)
