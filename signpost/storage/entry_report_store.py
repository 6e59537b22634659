"""Reports from desks that an entry is wrong, until somebody has answered them."""

from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.orm import Session

from signpost.domain.directory_change import EntryReport, ReportState
from signpost.errors import UserMistake
from signpost.storage.directory_models import EntryReportRow


class EntryReportStore:
    """The reports about one practice's directory."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self._session = session
        self._practice_id = practice_id

    def insert(self, report: EntryReport) -> None:
        """Keep a report."""
        self._session.execute(
            insert(EntryReportRow).values(
                practice_id=self._practice_id,
                id=report.id,
                service_id=report.service_id,
                service_name=report.service_name,
                location_id=report.location_id,
                what_is_wrong=report.what_is_wrong,
                made_by=report.made_by,
                made_at=report.made_at,
                state=report.state.value,
                answer=report.answer,
                answered_at=report.answered_at,
            )
        )

    def open(self) -> tuple[EntryReport, ...]:
        """Those that nobody has answered, oldest first."""
        return self._read(EntryReportRow.state == ReportState.OPEN.value)

    def about(self, service_id: str) -> tuple[EntryReport, ...]:
        """All about a service, oldest first."""
        return self._read(EntryReportRow.service_id == service_id)

    def how_many_open(self) -> int:
        """How many services somebody has reported and nobody has answered."""
        asked = select(func.count(EntryReportRow.service_id.distinct())).where(
            EntryReportRow.practice_id == self._practice_id,
            EntryReportRow.state == ReportState.OPEN.value,
        )
        return self._session.scalar(asked) or 0

    def answer(self, report_id: str, answer: str, answered_at: datetime) -> EntryReport:
        """Say what was done about a report. Raises UserMistake when it is answered already."""
        row = self._session.get(EntryReportRow, (self._practice_id, report_id))
        if row is None or row.state == ReportState.DONE.value:
            raise UserMistake("answer", "Somebody else has answered this report meanwhile.")
        self._session.execute(
            update(EntryReportRow)
            .where(EntryReportRow.practice_id == self._practice_id, EntryReportRow.id == report_id)
            .values(state=ReportState.DONE.value, answer=answer, answered_at=answered_at)
        )
        self._session.refresh(row)
        return _report(row)

    def _read(self, condition: ColumnElement[bool]) -> tuple[EntryReport, ...]:
        rows = self._session.scalars(
            select(EntryReportRow)
            .where(EntryReportRow.practice_id == self._practice_id, condition)
            .order_by(EntryReportRow.made_at, EntryReportRow.id)
        )
        return tuple(_report(row) for row in rows)


def _report(row: EntryReportRow) -> EntryReport:
    return EntryReport(
        row.id,
        row.service_id,
        row.service_name,
        row.location_id,
        row.what_is_wrong,
        row.made_by,
        row.made_at,
        ReportState(row.state),
        row.answer,
        row.answered_at,
    )
