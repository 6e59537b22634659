"""What the preview of an import says of its lines, and how each can be decided."""

from collections.abc import Mapping

from signpost.domain.directory_change import Decision, DirectoryChange, ImportLine, LineKind
from signpost.domain.local_time import local_time
from signpost.usecases.entry_titles import title_of

TABS: Mapping[LineKind, str] = {
    LineKind.NEW: "New",
    LineKind.CHANGED: "Changed",
    LineKind.KEPT: "Kept: edited here",
    LineKind.DUPLICATE: "Looks like another",
    LineKind.REMOVED: "Not in the file",
    LineKind.REFUSED: "Refused",
}
EXPLAINED: Mapping[LineKind, str] = {
    LineKind.NEW: "The directory does not have these yet.",
    LineKind.CHANGED: "The file says something else than the directory.",
    LineKind.KEPT: "Somebody here has changed what the file would change: ours stays.",
    LineKind.DUPLICATE: "These look like entries that are there. They are left out unless you say"
    " otherwise.",
    LineKind.REMOVED: "An earlier file brought these; this one no longer has them.",
    LineKind.REFUSED: "These rows, or single values of them, cannot be used.",
}
DECISIONS: Mapping[LineKind, Mapping[Decision, str]] = {
    LineKind.NEW: {Decision.TAKE: "Add", Decision.LEAVE: "Leave out"},
    LineKind.CHANGED: {Decision.TAKE: "Change", Decision.LEAVE: "Leave as it is"},
    LineKind.KEPT: {Decision.LEAVE: "Keep ours", Decision.TAKE: "Take the file's"},
    LineKind.DUPLICATE: {
        Decision.LEAVE: "Leave out",
        Decision.MERGE: "Merge into ours",
        Decision.TAKE: "Add beside it",
    },
    LineKind.REMOVED: {Decision.TAKE: "Remove", Decision.LEAVE: "Keep"},
    LineKind.REFUSED: {},
}


def line_text(line: ImportLine) -> str:
    """A line of the list: its name, what is decided, what differs or why."""
    decision = DECISIONS[line.kind].get(line.decision, "").lower()
    name = f"{line.name} · {decision}" if decision else line.name
    changes = (f"{title_of(each.field)}: {each.before} → {each.after}" for each in line.fields)
    place = "a place" if line.entity == "location" else ""
    return "\n".join((name, *(part for part in (place, line.reason, *changes) if part)))


def step_words(step: DirectoryChange, by: str = "") -> str:
    """An import that was made: when, by whom, of which file, what it did."""
    parts = [f"{local_time(step.made_at):%d/%m/%Y %H:%M}", by, step.file_name, done_words(step)]
    return " · ".join(part for part in parts if part)


def done_words(step: DirectoryChange) -> str:
    """What a step did."""
    return f"{step.added:,} added, {step.changed:,} changed, {step.removed:,} removed"
