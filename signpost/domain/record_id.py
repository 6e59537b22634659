"""Ids that sort by the time they were made (UUID version 7), so that tables and partitions follow
the calendar.
"""

import secrets
from datetime import datetime
from uuid import UUID

_VERSION = 7 << 76
_VARIANT = 0b10 << 62


def new_id(now: datetime) -> str:
    """A fresh UUIDv7 for something made at this moment."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    random_a, random_b = secrets.randbits(12), secrets.randbits(62)
    return str(UUID(int=milliseconds << 80 | _VERSION | random_a << 64 | _VARIANT | random_b))
