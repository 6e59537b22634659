"""What a transaction hands out: one store for each kind of row, all over the same session."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from signpost.domain.service import Service
from signpost.storage.approval_store import ApprovalStore
from signpost.storage.audit_store import AuditStore
from signpost.storage.completion_store import CompletionStore
from signpost.storage.directory_decisions import Decisions
from signpost.storage.directory_edits import DirectoryEdits
from signpost.storage.directory_history import DirectoryHistory
from signpost.storage.directory_lines import Coming
from signpost.storage.directory_list import DirectoryList
from signpost.storage.directory_rows import spoken_columns
from signpost.storage.directory_staging import Staging
from signpost.storage.directory_store import DirectoryStore
from signpost.storage.directory_writer import DirectoryWriter
from signpost.storage.entry_report_store import EntryReportStore
from signpost.storage.export_store import ExportStore
from signpost.storage.place_list import PlaceList
from signpost.storage.practice_store import DutyStore, PracticeStore, StaffStore
from signpost.storage.record_export_store import RecordExportStore
from signpost.storage.search.index_source import IndexSource
from signpost.storage.signpost_store import SignpostStore

if TYPE_CHECKING:
    from signpost.storage.assumption_store import AssumptionStore
    from signpost.storage.month_tally_store import MonthTallyStore
    from signpost.storage.statistics_store import StatisticsStore


class Stores:
    """The stores of one transaction."""

    def __init__(self, session: Session, practice_id: str) -> None:
        self.practice = PracticeStore(session, practice_id)
        self.staff = StaffStore(session, practice_id)
        self.duty = DutyStore(session, practice_id)
        self.audit = AuditStore(session, practice_id)
        self.approvals = ApprovalStore(session, practice_id)
        self.completions = CompletionStore(session, practice_id)
        self.signposts = SignpostStore(session, practice_id)
        self.exports = ExportStore(session, practice_id)
        self.records = RecordExportStore(session, practice_id)
        self._session = session
        self.practice_id = practice_id

    def directory(self, owner_id: str | None = None) -> DirectoryStore:
        """The directory of this practice, or of another owner of one: the example practice."""
        return DirectoryStore(self._session, owner_id or self.practice_id)

    def staging(self, coming: Coming, owner_id: str | None = None) -> Staging:
        """What stages an import. Raises UserMistake when none was begun."""
        return Staging(
            self._session,
            owner_id or self.practice_id,
            self.directory_writer(owner_id).staged_or_told(),
            coming,
        )

    def decisions(self, owner_id: str | None = None) -> Decisions:
        """The lines of the staged import. Raises UserMistake when none was begun."""
        return Decisions(
            self._session,
            owner_id or self.practice_id,
            self.directory_writer(owner_id).staged_or_told(),
        )

    def coming(self, feed: str, services: Sequence[Service], owner_id: str | None = None) -> Coming:
        """What is known of a file before it is staged."""
        return Coming(feed, spoken_columns(services), self.directory(owner_id))

    def entries(self, today: date, owner_id: str | None = None) -> DirectoryList:
        """Lists of that directory's services."""
        return DirectoryList(self._session, owner_id or self.practice_id, today)

    def places(self, owner_id: str | None = None) -> PlaceList:
        """Lists of its places."""
        return PlaceList(self._session, owner_id or self.practice_id)

    def history(self, owner_id: str | None = None) -> DirectoryHistory:
        """How its entries came to be as they are."""
        return DirectoryHistory(self._session, owner_id or self.practice_id)

    def edits(self, owner_id: str | None = None) -> DirectoryEdits:
        """What changes single entries of it."""
        return DirectoryEdits(self._session, owner_id or self.practice_id)

    def reports(self, owner_id: str | None = None) -> EntryReportStore:
        """What desks reported to be wrong in it."""
        return EntryReportStore(self._session, owner_id or self.practice_id)

    def index_source(
        self, owner_id: str | None = None, generation: int | None = None
    ) -> IndexSource:
        """What a search index is made from: the directory as it is now, or at a generation."""
        at = self.directory(owner_id).generation() if generation is None else generation
        return IndexSource(self._session, owner_id or self.practice_id, at)

    def directory_writer(self, owner_id: str | None = None) -> DirectoryWriter:
        """What changes that directory."""
        return DirectoryWriter(self._session, owner_id or self.practice_id)

    def statistics(self) -> "StatisticsStore":
        """Counts of records; imported when figures are first asked for."""
        from signpost.storage.statistics_store import StatisticsStore  # noqa: PLC0415

        return StatisticsStore(self._session, self.practice_id)

    def month_tallies(self) -> "MonthTallyStore":
        """Months that were counted once."""
        from signpost.storage.month_tally_store import MonthTallyStore  # noqa: PLC0415

        return MonthTallyStore(self._session, self.practice_id)

    def assumptions(self) -> "AssumptionStore":
        """What the practice assumes a signpost frees of a GP's time."""
        from signpost.storage.assumption_store import AssumptionStore  # noqa: PLC0415

        return AssumptionStore(self._session, self.practice_id)
