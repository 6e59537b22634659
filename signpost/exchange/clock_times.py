"""Clock times and weekdays as files write them: "09:00", "9.30am", "10:00:00", "Mon", "TU"."""

import re
from functools import lru_cache

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?m?\.?)?"
    r"(?:Z|[+-]00:?00)?",
    re.IGNORECASE,
)
_WORDS = {"noon": 720, "midday": 720, "12 noon": 720, "midnight": 0, "12 midnight": 0}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST_DAY = 2
_HALF_DAY, _DAY_HOURS, _HOUR = 12, 24, 60


def minutes(text: str) -> int | None:
    """Minutes after midnight; 24:00 is 1,440; None when it is no time that is certain."""
    said = " ".join(text.lower().split())
    if said in _WORDS:
        return _WORDS[said]
    found = _TIME.fullmatch(said)
    if found is None or (found["minute"] is None and found["half"] is None):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if minute >= _HOUR or hour > _DAY_HOURS or (hour == _DAY_HOURS and minute):
        return None
    if found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"].startswith("p") else 0)
    return hour * _HOUR + minute


@lru_cache(maxsize=256)
def weekday(text: str) -> int | None:
    """Monday is 0; whole names and beginnings of two letters or more; None when it is no day."""
    said = text.strip().lower().rstrip(".")
    if len(said) < _SHORTEST_DAY:
        return None
    return next((day for day, name in enumerate(_DAYS) if name.startswith(said)), None)
