"""Exports that a manager has agreed to beforehand, for the task scheduler: which, how long, why."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from signpost.domain.export_format import ExportFormat
from signpost.domain.local_time import local_time
from signpost.errors import UserMistake

LONGEST_NAME, LONGEST_REASON, LONGEST_FOLDER = 60, 500, 500
LONGEST_RUN = timedelta(days=366)


class Period(StrEnum):
    """The days of a standing export, seen from the day on which it runs."""

    YESTERDAY = "yesterday"
    LAST_WEEK = "last_week"
    LAST_MONTH = "last_month"
    THIS_MONTH = "this_month"

    @property
    def label(self) -> str:
        """The period in words."""
        return _LABELS[self]

    def days(self, today: date) -> tuple[date, date]:
        """The first and last day, both included. Weeks begin on Monday; this month ends today."""
        first_of_month = today.replace(day=1)
        if self is Period.YESTERDAY:
            return today - timedelta(days=1), today - timedelta(days=1)
        if self is Period.LAST_WEEK:
            monday = today - timedelta(days=today.weekday() + 7)
            return monday, monday + timedelta(days=6)
        if self is Period.LAST_MONTH:
            last = first_of_month - timedelta(days=1)
            return last.replace(day=1), last
        return first_of_month, today


_LABELS = {
    Period.YESTERDAY: "Yesterday",
    Period.LAST_WEEK: "Last week, Monday to Sunday",
    Period.LAST_MONTH: "Last month",
    Period.THIS_MONTH: "This month so far",
}


@dataclass(frozen=True)
class StandingExport:
    """An export that `signpost export --standing NAME` runs until it expires or is ended.

    `expires_on` is the last day on which it runs; `ended_at` is when somebody ended it before.
    `made_by` is None where nobody could prove who they are yet.
    """

    id: str
    name: str
    format: ExportFormat
    period: Period
    folder: str
    reason: str
    expires_on: date
    made_by: str | None
    made_at: datetime
    ended_at: datetime | None = None

    def runs_on(self, today: date) -> bool:
        """Whether it may still run."""
        return self.ended_at is None and today <= self.expires_on


@dataclass(frozen=True)
class StandingTyped:
    """A standing export as it was typed; `expires_on` is yyyy-MM-dd."""

    name: str
    format: ExportFormat
    period: Period
    folder: str
    reason: str
    expires_on: str


def checked_standing(
    typed: StandingTyped, new_id: str, by: str | None, now: datetime
) -> StandingExport:
    """The standing export as it is kept. Raises UserMistake naming the field."""
    name = " ".join(typed.name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UserMistake("name", f"Give it a name of at most {LONGEST_NAME} characters.")
    folder = typed.folder.strip()
    if not folder or len(folder) > LONGEST_FOLDER:
        raise UserMistake("folder", "Type the folder that the files go to.")
    return StandingExport(
        id=new_id,
        name=name,
        format=typed.format,
        period=typed.period,
        folder=folder,
        reason=checked_reason(typed.reason),
        expires_on=_expiry(typed.expires_on, local_time(now).date()),
        made_by=by,
        made_at=now,
    )


def checked_reason(typed: str) -> str:
    """Why something is exported. Raises UserMistake when nothing is said."""
    reason = " ".join(typed.split())[:LONGEST_REASON]
    if not reason:
        raise UserMistake(
            "reason", "Type why this is exported and for whom: it is kept in the log."
        )
    return reason


def _expiry(typed: str, today: date) -> date:
    try:
        day = date.fromisoformat(typed.strip())
    except ValueError:
        raise UserMistake(
            "expires_on", f"Type the last day it runs, such as {today + LONGEST_RUN / 2}."
        ) from None
    if not today <= day <= today + LONGEST_RUN:
        raise UserMistake("expires_on", "Type a day from today to a year from now.")
    return day
