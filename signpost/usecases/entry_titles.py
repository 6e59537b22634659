"""What the columns of the directory are called on screen, those without a field of the form too."""

from signpost.usecases.entry_fields import SERVICE_FIELDS
from signpost.usecases.place_fields import PLACE_FIELDS

_MORE_TITLES = {
    "topics": "Only for these topics",
    "organization_id": "Organisation's id",
    "eligibility": "Entry rules",
    "status": "Status",
    "paused_until": "Paused until",
    "pause_reason": "Why it is paused",
    "practice_priority": "Priority of its kind",
    "is_local": "To be filled in by the practice",
    "is_filled": "Filled in",
    "assured_date": "Checked on",
    "assured_by": "Checked by",
    "verified": "Confirmed from public sources",
    "unverified": "What these leave open",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "places": "Places",
}
_TITLES = {
    **{field.key: field.title for field in PLACE_FIELDS},
    **{field.key: field.title for field in SERVICE_FIELDS},
    **_MORE_TITLES,
}


def title_of(column: str) -> str:
    """What a column is called on screen."""
    return _TITLES.get(column, column.replace("_", " ").capitalize())
