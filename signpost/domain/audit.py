"""The audit log: entries chained by their hashes, so that a changed, removed or moved one shows."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

FIRST = "0" * 64
"""What the first entry is chained to."""


class AuditEvent(StrEnum):
    """What an entry tells of."""

    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    PIN_SET = "pin_set"
    PERSON_CHANGED = "person_changed"
    SETTING_CHANGED = "setting_changed"
    EXPORTED = "exported"
    APPROVED = "approved"
    CONTENT_CHANGED = "content_changed"
    WITHDRAWN = "withdrawn"
    DIRECTORY_IMPORTED = "directory_imported"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    KEY_CHANGED = "key_changed"
    RETENTION_APPLIED = "retention_applied"
    WENT_LIVE = "went_live"
    TRAINING_COMPLETED = "training_completed"


@dataclass(frozen=True)
class AuditEntry:
    """One entry. `number` counts from 1 without gaps; `who` is a person's id, or empty for the
    program itself; `details` never holds a caller's words. `chained_to` is the hash of the entry
    before, `hash` that of this one.
    """

    number: int
    at: datetime
    who: str
    event: AuditEvent
    details: Mapping[str, str]
    chained_to: str
    hash: str


def next_entry(
    last: AuditEntry | None, at: datetime, who: str, event: AuditEvent, details: Mapping[str, str]
) -> AuditEntry:
    """The entry that follows `last` (None: the first one)."""
    number, before = (last.number + 1, last.hash) if last else (1, FIRST)
    entry = AuditEntry(number, at, who, event, dict(details), before, "")
    return replace(entry, hash=_hash(entry))


def faults_in(entries: Iterable[AuditEntry]) -> tuple[str, ...]:
    """What was tampered with, in sentences, of entries in the order of their numbers.

    A log whose last entries were cut off looks whole: their number and hash stand in the backups.
    """
    faults: list[str] = []
    number, before = 0, FIRST
    for entry in entries:
        if entry.number != number + 1:
            faults.append(f"Entry {number + 1} is missing.")
        elif entry.chained_to != before:
            faults.append(f"Entry {entry.number} does not follow the one before it.")
        if entry.hash != _hash(entry):
            faults.append(f"Entry {entry.number} was changed.")
        number, before = entry.number, entry.hash
    return tuple(faults)


def _hash(entry: AuditEntry) -> str:
    """Over everything but the hash itself."""
    moment = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    details = dict(sorted(entry.details.items()))
    told = json.dumps(
        [entry.number, moment, entry.who, entry.event.value, details, entry.chained_to],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(told.encode()).hexdigest()
