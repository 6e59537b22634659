"""Where postcode districts lie (resources/places/): for a district typed for one call, not kept."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from signpost.domain.place import Position
from signpost.domain.postcode import district


class PostcodeDistricts:
    """The positions of districts."""

    def __init__(self, positions: Mapping[str, Position]) -> None:
        self._positions = positions

    def position_of(self, typed: str) -> Position | None:
        """The middle of the district of a postcode typed whole or in part ("BS5", "bs5 6"); None
        when it is not known.
        """
        found = district(typed, self._positions)
        return None if found is None else self._positions[found]


def read_postcode_districts(path: Path) -> PostcodeDistricts:
    """The table that ships; without positions when it cannot be read: distances are then not told.

    The table is made by a program, so that a damaged one is left out whole.
    """
    try:
        rows = csv.DictReader(io.StringIO(path.read_text("utf-8"), newline=""))
        return PostcodeDistricts(
            {
                row["district"]: Position(float(row["latitude"]), float(row["longitude"]))
                for row in rows
            }
        )
    except (OSError, ValueError, KeyError, TypeError):
        return PostcodeDistricts({})
