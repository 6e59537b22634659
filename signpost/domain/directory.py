"""The directory in memory: every service of a practice, found by id, kind and topic."""

from collections.abc import Iterable

from signpost.domain.name_index import NameIndex, names_of
from signpost.domain.place import Position
from signpost.domain.service import Service, Status
from signpost.domain.service_kind import ServiceKind


class Directory:
    """Services, indexed once. `practice` is where distances start; None means not known."""

    def __init__(self, services: Iterable[Service], practice: Position | None = None) -> None:
        self.services = tuple(services)
        self.practice = practice
        self._by_id = {service.id: service for service in self.services}
        self._generic: dict[ServiceKind, list[Service]] = {}
        self._named: dict[str, list[Service]] = {}
        self._priority: dict[ServiceKind, int] = {}
        open_services = [each for each in self.services if each.status is not Status.CLOSED]
        for service in open_services:
            self._index(service)
        self._names = NameIndex(
            (service.id, name) for service in open_services for name in names_of(service)
        )

    def get(self, service_id: str) -> Service | None:
        """The service with this id; None when there is none."""
        return self._by_id.get(service_id)

    def of_kind(self, kind: ServiceKind) -> tuple[Service, ...]:
        """Services of a kind that are not only for certain topics."""
        return tuple(self._generic.get(kind, ()))

    def for_topic(self, topic_id: str) -> tuple[Service, ...]:
        """Services that name this topic."""
        return tuple(self._named.get(topic_id, ()))

    def priority_of(self, kind: ServiceKind) -> int:
        """The practice's priority of a kind: the highest that any of its services carries."""
        return self._priority.get(kind, 0)

    def named_in(self, words: str) -> dict[str, str]:
        """Ids of the services that the words name, each with the name that was found."""
        return self._names.named_in(words)

    def _index(self, service: Service) -> None:
        known = self._priority.get(service.kind, service.practice_priority)
        self._priority[service.kind] = max(known, service.practice_priority)
        if not service.topics:
            self._generic.setdefault(service.kind, []).append(service)
        for topic_id in service.topics:
            self._named.setdefault(topic_id, []).append(service)
