"""What a list of the directory's entries shows, which of them it lists, and how many there are."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from signpost.domain.directory_change import ChangeKind, FieldChange
from signpost.domain.service import Status
from signpost.domain.service_kind import ServiceKind


class Listed(StrEnum):
    """Which entries a list holds: all, or those that wait for somebody."""

    ALL = "all"
    DUE = "due"
    REPORTED = "reported"
    UNFILLED = "unfilled"
    UNCONFIRMED = "unconfirmed"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True)
class Wanted:
    """What is looked for. `words` are parts of names, in any order; `kind` and `feed` None: any."""

    listed: Listed = Listed.ALL
    words: str = ""
    kind: ServiceKind | None = None
    feed: str | None = None


@dataclass(frozen=True)
class ListedEntry:
    """A service in a list. `due` is the day by which it is to be looked at; None: not set."""

    id: str
    name: str
    kind: ServiceKind
    organization: str
    status: Status
    paused_until: date | None
    assured_date: date | None
    assured_by: str
    due: date | None
    is_unfilled: bool
    is_unconfirmed: bool
    is_reported: bool


@dataclass(frozen=True)
class EntryVersion:
    """One step in the history of an entry. `changes` are empty for its first version, `is_removed`
    says that it was taken out; `made_by` is a person's id (None: the program, or an import).
    """

    generation: int
    kind: ChangeKind
    made_at: datetime
    made_by: str | None
    file_name: str
    note: str
    changes: tuple[FieldChange, ...]
    is_first: bool = False
    is_removed: bool = False
