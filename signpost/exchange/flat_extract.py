"""A flat extract of Open Referral: one row for each service at a location, with lists as text, n/a
and []; as researchers and councils publish them.
"""

import ast
from collections.abc import Sequence
from typing import Any

from signpost.exchange.csv_file import restored
from signpost.exchange.entity import FILE, WHERE
from signpost.exchange.file_parts import Part
from signpost.exchange.headed_rows import headed_rows, header_of, tell_missing
from signpost.exchange.place_row import PlaceRow
from signpost.exchange.reading import Reading

_NEEDED = {"sal_id", "sal_name"}
_COLUMNS = ("taxonomy_of_services", "location_id", "latitude", "longitude", "ages")


def is_flat_extract(part: Part) -> bool:
    """Whether a part is such an extract, told by its header."""
    return set(header_of(part)) >= _NEEDED


def extract_services(parts: Sequence[Part], reading: Reading) -> list[dict[str, Any]]:
    """The services as objects of Open Referral. Raises UserMistake and ReadingCancelledError."""
    for part in parts:
        tell_missing(part, reading, _COLUMNS)
    return [_service(row) for part in parts for row in headed_rows(part, reading, "sal_id")]


def _service(row: PlaceRow) -> dict[str, Any]:
    placed = {FILE: row.file, WHERE: f"row {row.number}"}
    return {
        "id": row.text("sal_id"),
        "name": restored(row.text("sal_name")),
        "attributes": [
            {"taxonomy_term": {"name": term.strip()}}
            for term in row.text("taxonomy_of_services").split(";")
            if term.strip()
        ],
        "service_areas": [{"name": row.text("area_served")}],
        "service_at_locations": _places(row),
        "schedules": _schedules(row),
        **_ages(row),
        **placed,
    }


def _places(row: PlaceRow) -> list[dict[str, Any]]:
    if not row.text("location_id"):
        return []
    location = {
        "id": row.text("location_id"),
        "latitude": row.text("latitude"),
        "longitude": row.text("longitude"),
    }
    return [{"location": location}]


def _schedules(row: PlaceRow) -> list[dict[str, Any]]:
    """One schedule, if the row says anything about when; it never says until when."""
    schedule = {
        "byday": row.text("schedule_by_day"),
        "freq": row.text("schedule_freq"),
        "interval": row.text("schedule_interval"),
        "opens_at": row.text("time_opens_at"),
        "closes_at": row.text("time_closes_at"),
    }
    return [schedule] if schedule["byday"] or schedule["opens_at"] else []


def _ages(row: PlaceRow) -> dict[str, Any]:
    """Years from a text such as [[18.0, 100.0]]; several ranges are said in words."""
    text = row.text("ages")
    if not text:
        return {}
    try:
        value = ast.literal_eval(text)
        ranges = sorted({(float(low), float(high)) for low, high in value})
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        row.empty("ages", f'"{text[:60]}" is not a list of ages such as [[18.0, 100.0]].')
        return {}
    if len(ranges) == 1:
        low, high = ranges[0]
        return {"minimum_age": low, "maximum_age": high}
    told = ", ".join(f"{low:g} to {high:g}" for low, high in ranges)
    return {"eligibility_description": f"For ages {told}."} if told else {}
