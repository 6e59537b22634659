"""Counts by month, in which no small number shows and none can be worked out from a known total."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from signpost.domain.record_field import RecordField as F
from signpost.domain.suppression import Count, is_small, shown, shown_parts
from signpost.exchange.csv_file import OURS, CsvForm, csv_table
from signpost.exchange.layout import Batch, Layout, made, stored, turned
from signpost.exchange.record_cells import (
    as_text_formula,
    coded,
    coding,
    event_type,
    month,
    month_with_name,
    safe,
)
from signpost.exchange.record_source import (
    ExportRequest,
    Look,
    Preview,
    RecordSource,
    Write,
    Written,
)
from signpost.exchange.systmone_breakdown import SYSTMONE_FORM
from signpost.exchange.whole_file import whole_file

Key = tuple[str, ...]
_ALL = "All"


@dataclass(frozen=True)
class CountTable:
    """A table of counts: how a record is sorted into its groups, and how a group is written.

    The first cell of a key is the month as yyyy-MM; the counts of one month are its parts.
    """

    captions: tuple[str, ...]
    form: CsvForm
    keys: Layout
    row: Callable[[Key, str, str], tuple[str, ...]]


def monthly_counts(request: ExportRequest) -> CountTable:
    """Month, kind of record, topic's group, kind of service, code and outcome."""
    name = coding(request, mark_rehearsal=True)
    whole = as_text_formula if request.choices.for_excel else str
    return CountTable(
        captions=(
            "practice_ods_code",
            "month",
            "record_type",
            "need_category",
            "service_type_term",
            "code",
            "code_term",
            "outcome",
            "signposts",
            "patients",
        ),
        form=OURS,
        keys=Layout(
            (
                made("month", month, F.EVENT_DATE),
                made("record_type", event_type, F.EVENT),
                made("need_category", safe, F.TOPIC_GROUP),
                made("service_type_term", safe, F.SERVICE_SNOMED_TERM),
                coded("code", name, "code"),
                coded("code_term", name, "term"),
                stored("outcome", F.OUTCOME),
                stored("patient_ref", F.PATIENT_REF),
            )
        ),
        row=lambda key, count, patients: (
            request.practice.ods_code,
            *key[:4],
            whole(key[4]),
            *key[5:],
            count,
            patients,
        ),
    )


def breakdown_counts(request: ExportRequest) -> CountTable:
    """SystmOne's breakdown: month, where, code; all ages and sexes together."""
    name, wording = coding(request, mark_rehearsal=True), request.wording
    whole = as_text_formula if request.choices.for_excel else str
    return CountTable(
        captions=(
            "Event month",
            "Event done at ID",
            wording.systmone_code_caption,
            wording.systmone_term_caption,
            "Age band",
            "Sex",
            "Patient Count",
        ),
        form=SYSTMONE_FORM,
        keys=Layout(
            (
                made("month", month, F.EVENT_DATE),
                coded("code", name, "code"),
                coded("term", name, "term"),
                stored("patient_ref", F.PATIENT_REF),
            )
        ),
        row=lambda key, count, _: (
            month_with_name(f"{key[0]}-01"),
            request.practice.ods_code,
            whole(key[1]),
            key[2],
            _ALL,
            _ALL,
            count,
        ),
    )


def counts_file(table_of: Callable[[ExportRequest], CountTable]) -> tuple[Write, Look]:
    """The writing and the preview of a format of counts."""

    def write(out: Path, source: RecordSource, request: ExportRequest) -> Written:
        table = table_of(request)
        found = list(_counted(table, source))
        with whole_file(out, f"{request.format}.csv") as part:
            with csv_table(part, table.form, table.captions) as file:
                file.write(found)
            written = Written(len(found), file.lost_letters)
            request.before_it_appears(written)
        return written

    def look(source: RecordSource, request: ExportRequest, rows: int) -> Preview:
        table = table_of(request)
        return Preview(table.captions, tuple(_counted(table, source))[:rows])

    return write, look


class _Group:
    """The records of one group: how many, and of how many patients where all have a reference."""

    def __init__(self) -> None:
        self.records = 0
        self.without_reference = 0
        self.patients: set[int] = set()

    def add(self, references: Counter[str | None]) -> None:
        self.records += references.total()
        self.without_reference += references.pop(None, 0)
        self.patients.update(map(hash, references))


def _counted(table: CountTable, source: RecordSource) -> Iterator[tuple[str, ...]]:
    groups: defaultdict[Key, _Group] = defaultdict(_Group)
    for batch in source.batches(table.keys.fields, with_voided=False):
        for key, references in _sorted_out(table.keys, batch).items():
            groups[key].add(references)
    keys = sorted(groups)
    for name in dict.fromkeys(key[0] for key in keys):
        of_month = [key for key in keys if key[0] == name]
        yield from _month(table, [(key, groups[key]) for key in of_month])


def _sorted_out(keys: Layout, batch: Batch) -> dict[Key, Counter[str | None]]:
    found: defaultdict[Key, Counter[str | None]] = defaultdict(Counter)
    for *key, reference in keys.rows(turned(batch, keys.fields), len(batch)):
        found[tuple(map(str, key))][reference if isinstance(reference, str) else None] += 1
    return found


def _month(table: CountTable, groups: Sequence[tuple[Key, _Group]]) -> Iterator[tuple[str, ...]]:
    """The rows of a month: its parts, because the total of a month may be known."""
    counts = [group.records for _, group in groups]
    said = _said(counts)
    told_by_presence = sum(counts) == len(counts) and not is_small(sum(counts))
    if told_by_presence and all(count.number is None for count in said):
        return  # as many rows as records: that they are there would tell that each is one
    people = _said([len(group.patients) for _, group in groups])
    for (key, group), count, patients in zip(groups, said, people, strict=True):
        # A count that is kept back keeps its patients back: they would tell what it hides.
        told = patients.words if count.number is not None else count.words
        yield table.row(key, count.words, "" if group.without_reference else told)


def _said(counts: Sequence[int]) -> tuple[Count, ...]:
    """Parts whose total may be known, unless the total is small itself: then nobody is told it."""
    small = is_small(sum(counts))
    return tuple(map(shown, counts)) if small else shown_parts(counts)
