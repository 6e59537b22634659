"""UUIDs for what has a short id here: always the same one, in every file that leaves."""

from functools import lru_cache
from uuid import UUID, uuid5

SIGNPOST = UUID("6f1d5b0a-6d0c-5c1e-9a65-2d2f6f6f9b11")
"""The name space of all of them; it never changes."""


@lru_cache(maxsize=1024)
def service_uuid(service_id: str) -> str:
    """A service's id as a UUID: its own when it has one, else always the same one for the same
    short id.
    """
    return _own(service_id) or str(uuid5(SIGNPOST, service_id))


def location_uuid(location_id: str) -> str:
    """The same for a location, whose short id may be that of a service."""
    return _own(location_id) or derived_uuid("location", location_id)


def organization_uuid(organization_id: str, service_id: str) -> str:
    """The same for an organization; one that has its service's id gets another UUID than that."""
    own = "" if organization_id == service_id else _own(organization_id)
    return own or derived_uuid("organization", organization_id)


def derived_uuid(*names: str) -> str:
    """The UUID of something told apart by these names."""
    return str(uuid5(SIGNPOST, "\n".join(names)))


def _own(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""
