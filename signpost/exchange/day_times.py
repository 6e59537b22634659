"""A day's opening times as one text: "09:00-13:00,14:00-17:30", "9am to 5pm", "closed"."""

import re
from functools import lru_cache

from signpost.domain.weekly_hours import Span, span
from signpost.exchange.clock_times import minutes

_BETWEEN_SPANS = re.compile(r"\s*(?:[,;/&|]|\band\b)\s*")
_BETWEEN_TIMES = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*")
_CLOSED = frozenset({"", "closed", "close", "off", "shut", "not open", "-", "n/a"})
_ROUND_THE_CLOCK = frozenset({"24 hours", "24h", "24hrs", "open 24 hours", "00:00-24:00"})
_PAIR = 2


@lru_cache(maxsize=4096)
def day_times(text: str) -> tuple[Span, ...] | None:
    """The spans of a day, none when it says closed or nothing; None when it is not certain."""
    said = " ".join(text.lower().split())
    if said in _CLOSED:
        return ()
    if said in _ROUND_THE_CLOCK:
        return ((0, 24 * 60),)
    spans: list[Span] = []
    for part in filter(None, _BETWEEN_SPANS.split(said)):
        times = [minutes(each) for each in _BETWEEN_TIMES.split(part)]
        if len(times) != _PAIR or times[0] is None or times[1] is None:
            return None
        found = span(times[0], times[1])
        if found is None:
            return None
        spans.append(found)
    return tuple(spans)
