"""Hands the selected records to the writers of exports, tells how far it is, stops when asked."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from signpost.domain.record_field import RecordField
from signpost.domain.selection import Selection
from signpost.errors import UserMistake

if TYPE_CHECKING:
    from signpost.storage.stores import Stores

Progress = Callable[[int, int], None]
"""Told how many records of how many are done."""


class ExportCancelledError(UserMistake):
    """Somebody stopped an export; no file was left."""

    def __init__(self) -> None:
        super().__init__("export", "The export was stopped. No file was written.")


class SelectedRecords:
    """The records of a selection, in one state of the database (a `RecordSource`)."""

    def __init__(
        self,
        stores: "Stores",
        selection: Selection,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        self._records = stores.records
        self._selection = selection
        self._progress = progress
        self._cancelled = cancelled

    def batches(
        self, fields: Sequence[RecordField], *, with_voided: bool
    ) -> Iterator[Sequence[Sequence[object]]]:
        """These facts of each record. Raises ExportCancelledError."""
        total, done = self._records.count(self._selection), 0
        for batch in self._records.batches(self._selection, fields, with_voided=with_voided):
            self._look()
            yield batch
            done += len(batch)
            self._progress(min(done, total), total)

    def patients(self) -> Iterator[tuple[str, str | None]]:
        """Each patient reference once, with the sex that was recorded with it."""
        for patient in self._records.patients(self._selection):
            self._look()
            yield patient

    def shown(self) -> Iterator[Sequence[object]]:
        """Prompts and check lines. Raises ExportCancelledError."""
        for row in self._records.shown(self._selection):
            self._look()
            yield row

    def revisions(self) -> Iterator[Sequence[object]]:
        """Corrections and voids. Raises ExportCancelledError."""
        for row in self._records.revisions(self._selection):
            self._look()
            yield row

    def _look(self) -> None:
        if self._cancelled():
            raise ExportCancelledError
