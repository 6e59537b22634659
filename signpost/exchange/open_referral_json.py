"""Open Referral in JSON: a saved answer of a service directory (UK profile or HSDS 3), one page or
many, a single service, or an organization with its services.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from signpost.errors import UserMistake
from signpost.exchange.entity import FILE, WHERE
from signpost.exchange.file_parts import Part
from signpost.exchange.reading import ROWS_BETWEEN_LOOKS, Reading
from signpost.exchange.text_rows import decoded, head_text

_SERVICE_FIELDS = {
    "status", "organization", "organization_id", "service_at_locations", "schedules", "attributes",
    "regular_schedules", "service_taxonomys", "eligibilitys", "phones", "contacts",
}  # fmt: skip
Json = dict[str, Any]


def is_json(part: Part) -> bool:
    """Whether a part is JSON, told by its first sign."""
    return head_text(part).lstrip()[:1] in {"{", "["}


def services_in(parts: Sequence[Part], reading: Reading) -> list[Json]:
    """The services of all parts, those given at several places put together.

    Raises UserMistake when a part cannot be read or none holds a service, and
    ReadingCancelledError.
    """
    found: dict[str, Json] = {}
    pages: dict[int, int] = {}
    for part in parts:
        value = _value(part)
        _note_page(value, pages)
        for number, item in enumerate(_items(value), start=1):
            if number % ROWS_BETWEEN_LOOKS == 0:
                reading.look()
            for service in _services(item, f"entry {number}", part, reading):
                _join(found, service, reading)
        reading.advance(part.size // 3)  # the rest as its services are read
    missing = max(pages.values(), default=0) - len(pages)
    if missing > 0:
        reading.refuse(
            parts[0].name,
            "",
            f"{missing} of {max(pages.values())} pages of the directory are not here. Save them to"
            " the same folder and choose the folder.",
        )
    if not found and not reading.refused:
        raise UserMistake("file", f"{parts[0].name} holds no services of Open Referral.")
    return list(found.values())


def _value(part: Part) -> object:
    try:
        return msgspec.json.decode(decoded(part.read()))
    except (msgspec.DecodeError, RecursionError, ValueError) as error:
        raise UserMistake(
            "file",
            f"{part.name} is not whole: its JSON cannot be read ({error}). Save the answer again.",
        ) from error


def _note_page(value: object, pages: dict[int, int]) -> None:
    """Keep which page of how many this is."""
    if isinstance(value, dict) and isinstance(value.get("contents"), list):
        number, total = value.get("page_number"), value.get("total_pages")
        if isinstance(number, int) and isinstance(total, int):
            pages[number] = total


def _items(value: object) -> list[object]:
    if isinstance(value, dict):
        for key in ("contents", "content", "services", "items", "data"):
            if isinstance(value.get(key), list) and "id" not in value:
                return list(value[key])
        return [value]
    return value if isinstance(value, list) else [value]


def _services(item: object, where: str, part: Part, reading: Reading) -> Iterator[Json]:
    if not isinstance(item, dict):
        reading.refuse(part.name, where, "is no object, so it is not a service.")
    elif isinstance(item.get("services"), list):
        organization = {key: value for key, value in item.items() if key != "services"}
        for number, service in enumerate(item["services"], start=1):
            if isinstance(service, dict):
                place = f"{where}, service {number}"
                yield {"organization": organization} | service | _placed(service, place, part)
    elif isinstance(item.get("service"), dict):
        at_location = {key: value for key, value in item.items() if key != "service"}
        service = item["service"] | {"service_at_locations": [at_location]}
        yield service | _placed(service, where, part)
    elif "name" in item and not _SERVICE_FIELDS.isdisjoint(item):
        yield item | _placed(item, where, part)
    else:
        reading.refuse(part.name, where, "is not a service: it has no name, or nothing else.")


def _placed(service: Mapping[str, Any], where: str, part: Part) -> Json:
    name = service.get("name")
    named = f" ({name})" if isinstance(name, str) and name else ""
    return {FILE: part.name, WHERE: f"{where}{named[:80]}"}


def _join(found: dict[str, Json], service: Json, reading: Reading) -> None:
    """Take a service in, or only its place when the same service stood there at another place."""
    key = str(service.get("id", f"{service[FILE]}, {service[WHERE]}"))
    known = found.setdefault(key, service)
    if known is service:
        return
    here, there = _places(service), _places(known)
    new = [place for place in here if place not in there]
    if new and _without_places(service) == _without_places(known):
        known["service_at_locations"] = [*there, *new]
    else:
        reading.refuse(
            service[FILE],
            service[WHERE],
            f"has the id of {known[WHERE]} in {known[FILE]}. Each service needs an id of its own.",
        )


def _places(service: Json) -> list[Any]:
    places = service.get("service_at_locations")
    return places if isinstance(places, list) else []


def _without_places(service: Json) -> Json:
    left_out = {"service_at_locations", FILE, WHERE}
    return {key: value for key, value in service.items() if key not in left_out}
