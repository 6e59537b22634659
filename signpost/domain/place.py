"""Where services are given: locations, their position, and how far away they are."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_MILES = 3958.8
PRACTICE = "PRACTICE"
"""The id of the location that is the practice itself: distances start there, and no import removes
it."""


class LocationType(StrEnum):
    """HSDS location types. A virtual location is one that patients cannot walk into."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


@dataclass(frozen=True)
class Position:
    """Latitude and longitude in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Location:
    """A place. `position` None means that its distance cannot be told."""

    id: str
    name: str
    location_type: LocationType = LocationType.PHYSICAL
    address: str = ""
    postal_code: str = ""
    position: Position | None = None
    ods_code: str = ""


def miles_between(start: Position, end: Position) -> float:
    """Distance in miles as the crow flies."""
    across = radians(end.longitude - start.longitude)
    along = radians(end.latitude - start.latitude)
    turn = (
        sin(along / 2) ** 2
        + cos(radians(start.latitude)) * cos(radians(end.latitude)) * sin(across / 2) ** 2
    )
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(turn)))
