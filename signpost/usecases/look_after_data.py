"""Looking after the data file: backups, restoring and recovering, the recovery code."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from signpost.domain.audit import AuditEvent
from signpost.domain.permission import Deed
from signpost.domain.recovery_code import key_from_code, recovery_code
from signpost.errors import NotAvailable, UserMistake
from signpost.storage.backup import back_up, copies_in
from signpost.storage.data_file import DataFile, data_file
from signpost.storage.database import FILE_NAME, Database
from signpost.storage.driver import is_plain, module, opened
from signpost.storage.failures import file_failures
from signpost.storage.key_file import KeyFile
from signpost.storage.restoring import ids_in, put_in_place, records_in
from signpost.storage.salvage import salvage
from signpost.usecases.prove_who import Proof, allowed

BACKUPS = "backups"
UNREADABLE = "signpost-unreadable-*.db"


@dataclass(frozen=True)
class Backup:
    """A copy of the data file: how many records it has, and when the last one was made (None: it
    has none).
    """

    path: Path
    taken_at: datetime
    records: int
    last_record: datetime | None


@dataclass(frozen=True)
class Loss:
    """What restoring a backup would take away: records made since, and changes of the directory."""

    records: int
    directory_changes: int


class LookAfterData:
    """What is done with the data file as a whole."""

    def __init__(self, data_dir: Path, database: Database) -> None:
        self._data_dir = data_dir
        self._database = database

    def back_up(self, second_place: Path | None = None) -> tuple[Path, ...]:
        """Take a copy now, checked, in the data folder and, if given, in a second place.

        Raises NotAvailable when a copy is not whole or a place cannot be written.
        """
        from signpost.storage.migrating import known_versions  # noqa: PLC0415 - it needs SQLAlchemy

        self._database.open()
        file = data_file(self._data_dir / FILE_NAME)
        made: list[Path] = []
        for folder in (self._data_dir / BACKUPS, second_place):
            if folder is not None:
                told = f"The folder {folder} cannot be written, so there is no backup in it."
                with file_failures(told, "Look whether it is there and may be written."):
                    made.append(back_up(file.path, known_versions()[-1], folder, file.key))
        return tuple(made)

    def is_due(self, now: datetime) -> bool:
        """Whether the last copy is not of today, or something was written since it was taken."""

        copies = copies_in(self._data_dir / BACKUPS)
        if not copies or copies[-1].taken_at.date() < now.astimezone(UTC).date():
            return True
        written = [
            path.stat().st_mtime
            for path in (self._data_dir / FILE_NAME, self._data_dir / f"{FILE_NAME}-wal")
            if path.exists()
        ]
        return max(written, default=0.0) > copies[-1].taken_at.timestamp() + 1

    def backups(self, second_place: Path | None = None) -> tuple[Backup, ...]:
        """Copies that can be opened, newest first."""

        folders = [self._data_dir / BACKUPS, *([second_place] if second_place else [])]
        found = [self._backup(copy.path, copy.taken_at) for f in folders for copy in copies_in(f)]
        readable = [each for each in found if each is not None]
        return tuple(sorted(readable, key=lambda each: each.taken_at, reverse=True))

    def would_lose(self, backup: Backup) -> Loss:
        """What is in the data file and not in the backup."""
        now, then = self._ids(self._data_dir / FILE_NAME), self._ids(backup.path)
        return Loss(len(now[0] - then[0]), len(now[1] - then[1]))

    def restore(self, proof: Proof | None, backup: Backup, now: datetime) -> Path:
        """Put a backup in the place of the data file; returns where what it replaces is kept.

        Raises UserMistake, NotAllowedError, and NotAvailable while another window uses the file.
        """
        with self._database.reading() as stores:
            author = allowed(stores, proof, Deed.RESTORE_BACKUP, now)
        self._database.close()

        kept = put_in_place(backup.path, self._data_dir / FILE_NAME)
        details = {"backup": backup.path.name, "kept": kept.name}
        with self._database.transaction() as stores:
            who = author.id if author else None
            stores.audit.add(now, who, AuditEvent.RESTORED, details)
        return kept

    def set_aside(self) -> tuple[Path, ...]:
        """Damaged files that were kept untouched when a new one was begun, oldest first."""
        return tuple(sorted(self._data_dir.glob(UNREADABLE)))

    def recover(self, proof: Proof | None, damaged: Path, now: datetime) -> dict[str, int]:
        """Put every row that can still be read of a damaged file into the data file.

        Returns how many rows came, by table. The damaged file stays. Raises UserMistake and
        NotAllowedError.
        """

        with self._database.reading() as stores:
            author = allowed(stores, proof, Deed.RESTORE_BACKUP, now)
            practice_id = stores.practice_id
        into = data_file(self._data_dir / FILE_NAME)
        found = salvage(DataFile(damaged, _key(damaged, into.key)), into, practice_id)
        details = {
            "file": damaged.name,
            "rows": str(sum(found.put_in.values())),
            "unreadable": " ".join(sorted(found.unreadable)),
        }
        with self._database.transaction() as stores:
            who = author.id if author else None
            stores.audit.add(now, who, AuditEvent.RESTORED, details)
        return {table: rows for table, rows in found.put_in.items() if rows}

    def recovery_code(self, proof: Proof | None, now: datetime) -> str:
        """The data file's key for paper; empty when it is not locked. Raises UserMistake."""

        with self._database.transaction() as stores:
            author = allowed(stores, proof, Deed.RESTORE_BACKUP, now)
            key = data_file(self._data_dir / FILE_NAME).key
            if key is None:
                return ""
            who = author.id if author else None
            stores.audit.add(now, who, AuditEvent.KEY_CHANGED, {"recovery_code": "shown"})
        return recovery_code(key)

    def unlock(self, typed: str) -> None:
        """Keep the key of a typed recovery code on this PC, once it opens the data file.

        Raises UserMistake when it does not.
        """

        key = key_from_code(typed)
        try:
            with opened(self._data_dir / FILE_NAME, key) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except module().Error:
            raise UserMistake("code", "This code belongs to another data file.") from None
        KeyFile(self._data_dir).keep(key)

    def _backup(self, path: Path, taken_at: datetime) -> Backup | None:

        found = records_in(path, self._data_dir / FILE_NAME)
        return None if found is None else Backup(path, taken_at, *found)

    def _ids(self, path: Path) -> tuple[frozenset[str], frozenset[str]]:

        found = ids_in(path, self._data_dir / FILE_NAME)
        if found is None:
            raise NotAvailable(f"{path.name} cannot be read.", "Choose another backup.")
        return found


def _key(path: Path, key: str | None) -> str | None:

    return None if is_plain(path) else key
