"""What a list says of an entry, and what stands above the list."""

from collections.abc import Mapping

from signpost.domain.directory_listing import Listed, ListedEntry
from signpost.domain.service import Status
from signpost.domain.suggestion_words import day_words

LISTS: Mapping[Listed, str] = {
    Listed.ALL: "All",
    Listed.DUE: "Due for review",
    Listed.REPORTED: "Reported",
    Listed.UNFILLED: "To fill in",
    Listed.UNCONFIRMED: "Number not confirmed",
    Listed.PAUSED: "Paused",
    Listed.CLOSED: "Closed",
}


def entry_line(entry: ListedEntry) -> str:
    """Kind, what waits for somebody, and how fresh it is."""
    return " · ".join((entry.kind.label, *_marks(entry), _freshness(entry)))


def list_words(listed: Listed, count: int | None) -> str:
    """The name of a list with how many entries it holds; None: not counted yet."""
    return LISTS[listed] if count is None else f"{LISTS[listed]} {count:,}"


def waiting_words(counts: Mapping[Listed, int]) -> str:
    """What waits for somebody, in a line; says so when nothing does."""
    parts = [
        f"{counts[listed]:,} {words}"
        for listed, words in (
            (Listed.DUE, "due for review"),
            (Listed.REPORTED, "reported"),
            (Listed.UNFILLED, "to fill in"),
        )
        if counts.get(listed)
    ]
    return " · ".join(parts) or "Nothing waits for you."


def _marks(entry: ListedEntry) -> list[str]:
    marks = []
    if entry.is_reported:
        marks.append("reported wrong")
    if entry.status is Status.PAUSED:
        until = f" until {day_words(entry.paused_until)}" if entry.paused_until else ""
        marks.append(f"paused{until}")
    if entry.status is Status.CLOSED:
        marks.append("closed")
    if entry.is_unfilled:
        marks.append("to fill in")
    if entry.is_unconfirmed:
        marks.append("number not confirmed")
    return marks


def _freshness(entry: ListedEntry) -> str:
    if entry.assured_date is None:
        return "not yet checked here"
    by = f" by {entry.assured_by}" if entry.assured_by else ""
    return f"checked {day_words(entry.assured_date)}{by}"
