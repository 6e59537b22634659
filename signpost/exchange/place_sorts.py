"""Sorts of places in public lists, and the kinds of service that each usually gives."""

import re
from dataclasses import dataclass, field

from signpost.domain.incoming import PlaceList
from signpost.domain.service import ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.exchange.reading import Reading


@dataclass(frozen=True)
class PlaceSort:
    """A sort of place. `mark` leads the ids of its places; `codes` is the shape of its ODS codes as
    a group, since some lists write them inside codes of their own, or have only those.
    """

    title: str
    mark: str
    kinds: tuple[ServiceKind, ...] = ()
    codes: str = "([A-Z0-9]{3,12})"

    def ods_code(self, text: str) -> str:
        """The ODS code; empty when this holds none."""
        found = re.fullmatch(self.codes, text.upper())
        return found[1] if found else ""


_CHEMISTS = "(?:PH_ ?|[0-9A-Z]{3} )?(F[A-Z0-9]{4})(?:_.*)?"
PHARMACIES = PlaceSort(
    "Pharmacies",
    "pharmacy",
    (ServiceKind.PHARMACY, ServiceKind.PHARMACY_FIRST, ServiceKind.PHARMACY_MINOR_ILLNESS),
    _CHEMISTS,
)
APPLIANCES = PlaceSort("Appliance contractors", "pharmacy", codes=_CHEMISTS)
OPTICIANS = PlaceSort("Opticians", "optician", (ServiceKind.OPTICIAN,), "(T[A-Z0-9]{4,5})")
DENTISTS = PlaceSort("Dentists", "dentist", (ServiceKind.DENTIST,), "(V[0-9A-Z]{5})")
CLINICS = PlaceSort("Clinics", "clinic")
GP_PRACTICES = PlaceSort("GP practices", "gp", codes="([A-Z][0-9]{5})")
HOSPITALS = PlaceSort("Hospitals", "hospital")
OTHERS = PlaceSort("Other organisations", "ods")


@dataclass
class Places:
    """Places read so far, by sort; the second with an id is refused."""

    reading: Reading
    by_sort: dict[PlaceSort, list[ServiceAtLocation]] = field(default_factory=dict)
    first_at: dict[str, str] = field(default_factory=dict)

    def add(self, sort: PlaceSort, place: ServiceAtLocation, file: str, key: str) -> bool:
        """Take a place in; whether it was a new one."""
        earlier = self.first_at.setdefault(place.location.id, f"{file}, {key}")
        if earlier != f"{file}, {key}":
            self.reading.refuse(
                file, key, f"{place.location.name} has the code of {earlier}. Keep one of them."
            )
            return False
        self.by_sort.setdefault(sort, []).append(place)
        return True

    def lists(self) -> tuple[PlaceList, ...]:
        """What was taken in, as lists."""
        return tuple(
            PlaceList(sort.title, sort.kinds, tuple(places))
            for sort, places in self.by_sort.items()
        )
