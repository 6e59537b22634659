"""The places of one service, some at a time: a programme may be given at thousands."""

from sqlalchemy import and_, func, or_, select, tuple_
from sqlalchemy.orm import Session

from signpost.domain.service import ServiceAtLocation
from signpost.storage.directory_store import LINKS, LOCATIONS, DirectoryStore, live_at

PLACES_A_PAGE = 50
_NAME = func.lower(LOCATIONS.c.name)


class PlaceList:
    """The places of one practice's services, in the order of their names."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._store = DirectoryStore(session, practice_id)
        generation = self._store.generation()
        self._live = (
            live_at(LINKS, practice_id, generation),
            live_at(LOCATIONS, practice_id, generation),
            LINKS.c.location_id == LOCATIONS.c.id,
        )

    def count(self, service_id: str) -> int:
        """At how many places it is given."""
        asked = select(func.count()).where(*self._live, LINKS.c.service_id == service_id)
        return self._session.scalar(asked) or 0

    def page(
        self, service_id: str, words: str = "", after: str = "", limit: int = PLACES_A_PAGE
    ) -> tuple[ServiceAtLocation, ...]:
        """Places whose name, address or postcode has these words; those after the place of an
        id.
        """
        found = [
            or_(
                _NAME.contains(word.lower(), autoescape=True),
                func.lower(LOCATIONS.c.address).contains(word.lower(), autoescape=True),
                func.lower(LOCATIONS.c.postal_code).contains(word.lower(), autoescape=True),
            )
            for word in words.split()
        ]
        asked = select(LOCATIONS.c.id).where(*self._live, LINKS.c.service_id == service_id, *found)
        if after:
            name = select(_NAME).where(self._live[1], LOCATIONS.c.id == after).scalar_subquery()
            asked = asked.where(and_(tuple_(_NAME, LOCATIONS.c.id) > tuple_(name, after)))
        rows = self._session.scalars(asked.order_by(_NAME, LOCATIONS.c.id).limit(limit))
        return self._store.places_of(service_id, rows.all())
