"""The open-data files of nhs.uk: organisations, joined with their opening times and services."""

from collections.abc import Sequence

from signpost.domain.incoming import Incoming, PlaceList
from signpost.domain.place import Location, LocationType
from signpost.domain.service import ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.exchange.file_parts import Part
from signpost.exchange.headed_rows import headed_rows, header_of, tell_missing
from signpost.exchange.kinds_by_term import KindsByTerm
from signpost.exchange.nhs_uk_hours import TIMES_COLUMNS, OpeningTimes
from signpost.exchange.place_row import PlaceRow
from signpost.exchange.place_sorts import (
    APPLIANCES,
    CLINICS,
    DENTISTS,
    GP_PRACTICES,
    HOSPITALS,
    OPTICIANS,
    OTHERS,
    PHARMACIES,
    Places,
    PlaceSort,
)
from signpost.exchange.reading import Reading

_SORTS = {
    "pharmacy": PHARMACIES,
    "dentist": DENTISTS,
    "dentists": DENTISTS,
    "optician": OPTICIANS,
    "opticians": OPTICIANS,
    "clinic": CLINICS,
    "gp practice": GP_PRACTICES,
    "gp": GP_PRACTICES,
    "hospital": HOSPITALS,
}
_ROLES = {"organisationname", "weekday", "servicename"}
_COLUMNS = (
    "organisationcode",
    "organisationtype",
    "organisationstatus",
    "postcode",
    "latitude",
    "longitude",
)
_ADDRESS = ("address1", "address2", "address3", "city", "county")
_SHOWN = {"", "visible", "active"}
_AT_A_DISTANCE = ("distance", "internet", "dsp")


def is_nhs_uk(part: Part) -> bool:
    """Whether a part is one of these files, told by its header."""
    return "organisationid" in header_of(part)


def read_nhs_uk(parts: Sequence[Part], reading: Reading, kinds: KindsByTerm) -> Incoming:
    """Join the parts. Raises UserMistake and ReadingCancelledError."""
    times = OpeningTimes(reading)
    for part in _with_column(parts, "weekday"):
        tell_missing(part, reading, TIMES_COLUMNS)
        times.read(part)
    found = _Organisations(reading, times)
    for part in _with_column(parts, "organisationname"):
        tell_missing(part, reading, _COLUMNS)
        found.read(part)
    times.refuse_rest()
    given = [
        _given(part, reading, kinds, found.by_id) for part in _with_column(parts, "servicename")
    ]
    for part in parts:
        if _ROLES.isdisjoint(header_of(part)):
            columns = ", ".join(sorted(_ROLES))
            reading.refuse(part.name, "", f"has none of the columns {columns}: its header is hurt.")
    return Incoming(
        feed="nhs.uk open data",
        lists=found.places.lists() + tuple(each for lists in given for each in lists),
    )


def _with_column(parts: Sequence[Part], column: str) -> list[Part]:
    return [part for part in parts if column in header_of(part)]


class _Organisations:
    """Places read so far, and each by its OrganisationID for what is joined to it."""

    def __init__(self, reading: Reading, times: OpeningTimes) -> None:
        self.places = Places(reading)
        self.by_id: dict[str, ServiceAtLocation] = {}
        self._times = times

    def read(self, part: Part) -> None:
        for row in headed_rows(part, self.places.reading, "organisationid"):
            status, name = row.text("organisationstatus"), row.text("organisationname")
            if status.lower() not in _SHOWN:
                row.refuse(f"{name} is marked {status}, so it is not offered.")
            elif not name:
                row.refuse("has no OrganisationName, so nobody could be sent there.")
            else:
                self._take(row, name)

    def _take(self, row: PlaceRow, name: str) -> None:
        sort = _sort(row)
        organisation = row.text("organisationid")
        code = sort.ods_code(row.text("organisationcode"))
        distant = any(word in row.text("subtype").lower() for word in _AT_A_DISTANCE)
        place = ServiceAtLocation(
            Location(
                id=f"{sort.mark}-{code or organisation}",
                name=name,
                location_type=LocationType.VIRTUAL if distant else LocationType.PHYSICAL,
                address=row.address(_ADDRESS, name),
                postal_code=row.postal_code("postcode"),
                position=row.position("latitude", "longitude"),
                ods_code=code,
            ),
            row.phones("phone"),
            self._times.of(organisation),
        )
        if self.places.add(sort, place, row.file, f"row {row.number}"):
            self.by_id[organisation] = place


def _sort(row: PlaceRow) -> PlaceSort:
    if "appliance" in row.text("subtype").lower():
        return APPLIANCES
    return _SORTS.get(row.text("organisationtype").lower(), OTHERS)


def _given(
    part: Part, reading: Reading, kinds: KindsByTerm, places: dict[str, ServiceAtLocation]
) -> list[PlaceList]:
    """A list for every kind of service that a file of services says some of the places give."""
    by_kind: dict[ServiceKind, dict[str, ServiceAtLocation]] = {}
    for row in headed_rows(part, reading, "organisationid"):
        kind = kinds.kind_of([row.text("servicename")])
        place = places.get(row.text("organisationid"))
        if place is None:
            row.refuse(f'says what "{row.text("organisationid")}" gives, which no file here lists.')
        elif kind is not None:
            by_kind.setdefault(kind, {})[place.location.id] = place
    return [
        PlaceList(f"{kind.label}: places that say they give it", (kind,), tuple(found.values()))
        for kind, found in by_kind.items()
    ]
