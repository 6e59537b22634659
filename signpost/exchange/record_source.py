"""What the writers of exports ask for: records in batches, and all that goes with one export."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from signpost.domain.code_mapping import CodeMapping
from signpost.domain.export_format import ExportFormat
from signpost.domain.export_wording import ExportWording
from signpost.domain.patient_reference import PatientReference
from signpost.domain.record_field import RecordField
from signpost.domain.selection import Selection
from signpost.domain.signpost import Practice
from signpost.domain.staff import StaffMember
from signpost.exchange.layout import Batch


class RecordSource(Protocol):
    """The selected records, each time from the beginning, in the order of the calls."""

    def batches(self, fields: Sequence[RecordField], *, with_voided: bool) -> Iterator[Batch]:
        """These facts of each record, some rows at a time."""

    def patients(self) -> Iterator[tuple[str, str | None]]:
        """Each patient reference once, with the sex that was recorded with it."""

    def shown(self) -> Iterator[Sequence[object]]:
        """`SHOWN_FIELDS` of the prompts and check lines of the records."""

    def revisions(self) -> Iterator[Sequence[object]]:
        """`REVISION_FIELDS` of the corrections and voids of the records."""


@dataclass(frozen=True)
class Choices:
    """What a person may choose for one export.

    `extra_columns`: ours after those of an EMIS list. `for_excel`: long ids as a formula that
    spreadsheets show whole. `months_only`: no days in a de-identified file.
    """

    extra_columns: bool = False
    for_excel: bool = False
    months_only: bool = False


@dataclass(frozen=True)
class Written:
    """What a writer wrote: rows of its main table, letters that cp1252 does not have, texts that
    were too long for their column.
    """

    rows: int
    lost_letters: int = 0
    shortened: int = 0


@dataclass(frozen=True)
class ExportRequest:
    """All that one export needs besides the records. `pseudonym_key` never leaves the practice;
    `number` differs from export to export and grows. `before_it_appears` is called when all is
    written and just before it takes its place.
    """

    format: ExportFormat
    selection: Selection
    practice: Practice
    staff: Mapping[str, StaffMember]
    made_at: datetime
    pseudonym_key: str
    codes: CodeMapping = field(default_factory=CodeMapping)
    wording: ExportWording = field(default_factory=ExportWording)
    choices: Choices = field(default_factory=Choices)
    reference: PatientReference = PatientReference.NONE
    number: int = 1
    before_it_appears: Callable[[Written], None] = lambda _: None


@dataclass(frozen=True)
class Preview:
    """The first rows as they would be written. `table` names which of several files it is."""

    captions: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    table: str = ""


Write = Callable[[Path, RecordSource, ExportRequest], Written]
Look = Callable[[RecordSource, ExportRequest, int], Preview]
