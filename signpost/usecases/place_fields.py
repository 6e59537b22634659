"""The fields of a place, in the order of the form, each with its words."""

from signpost.domain.place import LocationType, Position
from signpost.domain.service import ServiceAtLocation
from signpost.exchange.contact_values import ods_code, position, postal_code
from signpost.usecases import typed_values as typed
from signpost.usecases.entry_field import Control, EntryField, stored_at
from signpost.usecases.entry_fields import HOURS_HINT, WHAT, field

AT_PLACE = "At this place"


def _shown_position(value: Position | None) -> str:
    return "" if value is None else f"{value.latitude}, {value.longitude}"


def _read_position(text: str) -> Position | None:
    latitude, _, longitude = text.partition(",")
    return position(latitude, longitude)


def _read_location_type(text: str) -> LocationType:
    return typed.read_choice(text, LocationType) or LocationType.PHYSICAL


PLACE_FIELDS: tuple[EntryField[ServiceAtLocation], ...] = (
    field("name", "Name of the place", WHAT, stored_at("location.name", typed.read_needed)),
    field("address", "Address", WHAT, stored_at("location.address")),
    field("postal_code", "Postcode", WHAT, stored_at("location.postal_code", postal_code)),
    field("ods_code", "ODS code", WHAT, stored_at("location.ods_code", ods_code), hint="FA512"),
    field(
        "location_type",
        "People can go there",
        WHAT,
        stored_at("location.location_type", _read_location_type),
        control=Control.CHOICE,
        choices=(
            (LocationType.PHYSICAL.value, "Yes"),
            (LocationType.VIRTUAL.value, "No: at a distance only"),
            (LocationType.POSTAL.value, "No: a postal address"),
        ),
    ),
    field(
        "position",
        "Latitude, longitude",
        WHAT,
        stored_at("location.position", _read_position, _shown_position),
        hint="51.46, -2.56",
    ),
    field(
        "phones",
        "Telephone",
        AT_PLACE,
        stored_at("phones", typed.read_phones, typed.phones_text),
        hint="01632 960170",
    ),
    field(
        "schedule",
        "Opening hours",
        AT_PLACE,
        stored_at("schedule", typed.read_hours),
        control=Control.HOURS,
        hint=HOURS_HINT,
    ),
    field("alert", "Notice for just now", AT_PLACE, stored_at("alert"), control=Control.TEXT),
)
