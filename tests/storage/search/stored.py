"""A directory put into a real database, with its index."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.place import PRACTICE, Location, Position
from signpost.domain.record_id import new_id
from signpost.domain.service import Service, ServiceAtLocation
from signpost.storage.database import Database
from signpost.storage.search.index_folder import IndexFolder
from signpost.storage.search.stored_directory import StoredDirectory

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
EDIT = DirectoryChange(0, ChangeKind.EDIT, NOW)


class Kept:
    """One owner's directory of its own in a shared database."""

    def __init__(self, database: Database, data_dir: Path) -> None:
        self.database = database
        self.data_dir = data_dir
        self.owner = new_id(datetime.now(UTC))
        self.folder = IndexFolder(data_dir, self.owner)
        self.directory = StoredDirectory(database, data_dir, self.owner)

    def put(self, services: Iterable[Service], practice: Position | None = None) -> None:
        services = tuple(services)
        here = ServiceAtLocation(Location(PRACTICE, "The practice", position=practice))
        edited = {place.location.id: ["all"] for each in services for place in each.locations}
        with self.database.transaction() as stores:
            stores.directory_writer(self.owner).edit(
                EDIT, services, [here] if practice else [], edited={**edited, PRACTICE: ["all"]}
            )

    def remove(self, *service_ids: str) -> None:
        with self.database.transaction() as stores:
            stores.directory_writer(self.owner).remove(EDIT, service_ids)

    def build(self) -> None:
        with self.database.reading() as stores:
            self.folder.build(stores.index_source(self.owner))

    def catch_up(self) -> bool:
        with self.database.reading() as stores:
            return self.folder.bring_up_to_date(stores.index_source(self.owner))
