"""What happened to the directory: its steps, an import's preview, reports from desks."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a step of the directory was."""

    STARTER = "starter"
    EDIT = "edit"
    IMPORT = "import"
    RESTORE = "restore"
    UNDO = "undo"


class LineKind(StrEnum):
    """What an import would do to an entry, or why it does nothing.

    `KEPT` is an entry changed by hand here, which the file would change otherwise: it stays as it
    is unless the manager takes the file's. `DUPLICATE` is a new entry that looks like one that is
    there.
    """

    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"
    DUPLICATE = "duplicate"
    REMOVED = "removed"
    REFUSED = "refused"


class Decision(StrEnum):
    """What becomes of a line when the import is confirmed.

    A KEPT line that is taken takes the file's values over our own. A DUPLICATE that is merged
    brings the file's values to the entry that is there, which keeps its id; taken, it is added
    beside it.
    """

    TAKE = "take"
    LEAVE = "leave"
    MERGE = "merge"


class ReportState(StrEnum):
    """Where a report that an entry is wrong stands."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True)
class FieldChange:
    """One field, by its column name, in words before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class DirectoryChange:
    """One step: `generation` numbers it, `made_by` is a person's id (None: the program itself).

    `undoes` is the generation that it takes back; None when it is no undo. The counts are of
    services and places together.
    """

    generation: int
    kind: ChangeKind
    made_at: datetime
    made_by: str | None = None
    feed: str = ""
    file_name: str = ""
    note: str = ""
    added: int = 0
    changed: int = 0
    removed: int = 0
    undoes: int | None = None


@dataclass(frozen=True)
class ImportLine:
    """A line of an import's preview.

    `entity` is service or location; `fields` are the changes of a CHANGED or KEPT line; `reason`
    says why a row was refused, or what a duplicate looks like; `other_id` is the entry that the
    latter looks like. `entity_id` is empty for a refused row.
    """

    position: int
    kind: LineKind
    entity: str
    entity_id: str
    name: str
    fields: tuple[FieldChange, ...] = ()
    reason: str = ""
    other_id: str = ""
    decision: Decision = Decision.TAKE


@dataclass(frozen=True)
class EntryReport:
    """What somebody at a desk said is wrong with an entry; never anything about the patient.

    `location_id` is empty when it is about the service itself. `answered_at` None: still open.
    """

    id: str
    service_id: str
    service_name: str
    location_id: str
    what_is_wrong: str
    made_by: str | None
    made_at: datetime
    state: ReportState = ReportState.OPEN
    answer: str = ""
    answered_at: datetime | None = None
