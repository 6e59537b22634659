"""Makes resources/places/postcode_districts.csv from nhs.uk's open-data files (a ZIP or a folder).

python packaging/postcode_districts.py PATH
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median

from signpost.domain.place import Position
from signpost.exchange.directory_in import read_incoming

OUT = Path(__file__).resolve().parent.parent / "resources" / "places" / "postcode_districts.csv"


def main() -> int:
    """Write the table: a district lies in the middle (median) of the postcodes that are known."""
    found = read_incoming(Path(sys.argv[1]))
    by_postcode: dict[str, Position] = {}
    for place in found.places:
        location = place.location
        if location.postal_code and location.position:
            by_postcode.setdefault(location.postal_code, location.position)
    districts: defaultdict[str, list[Position]] = defaultdict(list)
    for postcode, position in by_postcode.items():
        districts[postcode.partition(" ")[0]].append(position)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("district", "latitude", "longitude", "postcodes"))
        for district, positions in sorted(districts.items()):
            latitude = median(each.latitude for each in positions)
            longitude = median(each.longitude for each in positions)
            writer.writerow((district, f"{latitude:.4f}", f"{longitude:.4f}", len(positions)))
    print(f"{len(districts)} districts of {len(by_postcode)} postcodes: {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
