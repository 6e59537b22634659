"""The monthly report: figures of one month that may leave the practice, as a PDF."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from signpost.domain.audit import AuditEvent
from signpost.domain.call import Outcome
from signpost.domain.figures.breakdown import Audience, share_of
from signpost.domain.figures.panels import every_panel
from signpost.domain.figures.period import Period, month_of
from signpost.domain.figures.sheet import Sheet
from signpost.domain.figures.statistics import CONTACTS, OFFERED, RETURNED, contacts, follow_ups
from signpost.domain.permission import Deed
from signpost.domain.suppression import Count, shown, shown_sum
from signpost.exchange.monthly_report import Headline, MonthlyReport, write_monthly_report
from signpost.storage.database import Database
from signpost.usecases.prove_who import Proof, allowed
from signpost.usecases.review_statistics import Asked, ReviewStatistics

MOST_LINES = 8


@dataclass(frozen=True)
class Reported:
    """Where a report is, what it is about, and how many contacts it counts."""

    file: Path
    period: Period
    contacts: int


class PrintReport:
    """Makes the report."""

    def __init__(self, database: Database, resources: Path) -> None:
        self._database = database
        self._resources = resources

    def month(
        self, day: date, out: Path, proof: Proof | None, recorder_id: str | None, now: datetime
    ) -> Reported:
        """Write the report of the month of this day, and that it was written into the audit log;
        replaces `out` only when complete.

        Raises UserMistake when the person may not, NotAvailable when it cannot be written.
        """
        period = month_of(day)
        with self._database.reading() as stores:
            person = allowed(stores, proof, Deed.EXPORT_COUNTS, now)
            practice = stores.practice.current()
            assumed = stores.assumptions().all()
        spans = ReviewStatistics(self._database).figures(Asked(period), proof, now)
        sheet = Sheet(period, spans, Audience.OUTSIDE, assumed, MOST_LINES)
        report = MonthlyReport(
            practice.name, practice.ods_code, period, headlines(sheet), every_panel(sheet)
        )
        write_monthly_report(report, out, now, self._resources / "print", self._resources / "fonts")
        done = Reported(out, period, contacts(spans).whole)
        with self._database.transaction() as stores:
            who = person.id if person else recorder_id
            stores.audit.add(now, who, AuditEvent.EXPORTED, _details(done))
        return done


def headlines(sheet: Sheet) -> tuple[Headline, ...]:
    """The four numbers that people look for first, each with what it is a part of."""
    every = contacts(sheet.spans)
    whole, before, earlier = every.whole, every.before, sheet.period.before.words
    told = shown if sheet.is_outside else Count
    offered = sheet.sum_of(OFFERED)
    accepted = sheet.outcomes[Outcome.ACCEPTED].count
    back = _came_back(sheet, accepted)
    return (
        Headline(told(whole).words, CONTACTS, f"{told(before).words} in {earlier}"),
        _part(offered, whole, "offered a service", CONTACTS),
        _part(accepted, offered.number, "accepted", "offered"),
        _part(back, accepted.number, "came back", "accepted"),
    )


def _came_back(sheet: Sheet, accepted: Count) -> Count:
    if accepted.number is None:
        return Count(None, "hidden")
    parts = follow_ups(sheet.spans).shown(sheet.audience)
    return shown_sum(part.count for part in parts if part.key in set(RETURNED))


def _part(count: Count, whole: int | None, what: str, of_what: str) -> Headline:
    share = share_of(count.number, whole or 0)
    return Headline(count.words, what, f"{share} of {of_what}" if share else "")


def _details(done: Reported) -> dict[str, str]:
    return {
        "format": "report",
        "from": done.period.first.isoformat(),
        "to": done.period.last.isoformat(),
        "rows": str(done.contacts),
        "identifiable": "no",
        "file": done.file.name,
    }
