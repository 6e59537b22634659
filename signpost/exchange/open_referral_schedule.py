"""Opening hours as schedule rows of Open Referral: the week exactly, the rest in notes."""

from typing import Any

from signpost.domain.hours_words import hours_in_words
from signpost.domain.plain_week import PlainWeek, clock, plain_week
from signpost.domain.weekly_hours import DAY_MINUTES, Span
from signpost.exchange.stable_uuid import derived_uuid

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MIDNIGHT = "23:59:59"
"""The formats have no 24:00."""


def schedule_rows(hours: str, owner: dict[str, str]) -> list[dict[str, Any]]:
    """One row for each span of time and the days that have it; none for hours that are not known.

    `owner` is the id of what is open: service_id or service_at_location_id. Every row says the
    hours in words; `notes` say what no weekly row can: bank holidays, dates, the next day.
    """
    if not hours:
        return []
    week = plain_week(hours)
    rows: list[dict[str, Any]] = [
        {
            "freq": "WEEKLY",
            "interval": 1,
            "byday": ",".join(days),
            "opens_at": f"{clock(opens)}:00",
            "closes_at": _MIDNIGHT if closes == DAY_MINUTES else f"{clock(closes)}:00",
            "notes": _notes((opens, closes), week),
        }
        for (opens, closes), days in _days_of_spans(week).items()
    ]
    return [
        {
            "id": derived_uuid("schedule", *owner.values(), str(number)),
            **owner,
            **{key: value for key, value in row.items() if value},
            "description": hours_in_words(hours),
        }
        for number, row in enumerate(rows or [{"notes": _notes(None, week)}])
    ]


def _days_of_spans(week: PlainWeek) -> dict[Span, list[str]]:
    days: dict[Span, list[str]] = {}
    for day, spans in week.days.items():
        for each in spans:
            days.setdefault(each, []).append(_DAYS[day])
    return days


def _notes(span: Span | None, week: PlainWeek) -> str:
    parts = [hours_in_words(part) for part in week.rest]
    if span is not None and span[1] > DAY_MINUTES:
        parts.insert(0, "closes on the next day")
    return "; ".join(parts)
