"""EMIS list report: the columns that a practice knows from Search and Reports, with or without the
report's header, and de-identified. Captions as seen in public code; their order is ours.
"""

from collections.abc import Callable, Iterable
from functools import partial

from signpost.domain.call import Outcome
from signpost.domain.export_format import ExportFormat
from signpost.domain.export_wording import EmisDates, YesNo
from signpost.domain.local_time import local_time
from signpost.domain.patient_reference import PatientReference, spaced
from signpost.domain.pseudonym import pseudonym
from signpost.domain.record_field import RecordField as F
from signpost.domain.record_field import hyphened
from signpost.domain.staff_name import name_in_parts
from signpost.exchange.csv_file import CsvForm, defused
from signpost.exchange.layout import Column, Layout, Shortening, fixed, made, stored
from signpost.exchange.record_cells import (
    as_text_formula,
    coded,
    coding,
    day_with_month_name,
    gender,
    month_with_name,
    of_staff,
    own_number,
    safe,
    wide_band,
)
from signpost.exchange.record_source import ExportRequest

LONGEST_TEXT = 1000
PATIENT_DETAILS, CLINICAL_CODES = 6, 4
_TITLE = "Signposting by reception"
_OURS = "Signpost"


def emis_list_layout(request: ExportRequest) -> Layout:
    """Ten columns; ours stand after them where somebody asked for them."""
    name = coding(request, mark_rehearsal=True)
    listed = {
        person.id: defused(name_in_parts(person.name).listed) for person in request.staff.values()
    }
    fits = Shortening(LONGEST_TEXT)
    columns: tuple[Column, ...] = (
        *_numbers(request),
        fixed("Organisation Code", request.practice.ods_code),
        stored("Age", F.AGE_YEARS),
        made("Gender", gender, F.SEX),
        fixed("Usual GP's Full Name"),
        made("Date", emis_day(request), F.EVENT_DATE),
        coded("Code Term", name, "term"),
        made("Associated Text", lambda text: defused(fits(text)), F.RECORD_TEXT),
        made("User Details' Full Name", of_staff(listed), F.RECORDED_BY),
    )
    if request.choices.extra_columns:
        columns += _ours(request)
    return Layout(columns, shortening=fits)


def emis_deidentified_layout(request: ExportRequest) -> Layout:
    """Six columns: a pseudonym, where, age band, gender, day, what."""
    name = coding(request, mark_rehearsal=True)
    day = month_with_name if request.choices.months_only else emis_day(request)
    return Layout(
        (
            made("Anonymised Patient ID", partial(pseudonym, request.pseudonym_key), F.PATIENT_REF),
            fixed("Organisation Code", request.practice.ods_code),
            made("Age Band", wide_band, F.AGE_BAND),
            made("Gender", gender, F.SEX),
            made("Date", day, F.EVENT_DATE),
            coded("Code Term", name, "term"),
        )
    )


def emis_heads(request: ExportRequest, layout: Layout) -> Iterable[tuple[str, ...]]:
    """The captions, below the report's header where the format has one."""
    captions = layout.captions
    if request.format is not ExportFormat.EMIS_LIST_HEADER:
        return (captions,)
    local = local_time(request.made_at)
    run = f"{emis_day(request)(local.date().isoformat())} {local:%H:%M}"
    groups = [""] * len(captions)
    groups[0], groups[PATIENT_DETAILS] = "Patient Details", "Clinical Codes"
    if len(captions) > PATIENT_DETAILS + CLINICAL_CODES:
        groups[PATIENT_DETAILS + CLINICAL_CODES] = _OURS
    return (
        _as_wide(captions, _TITLE),
        _as_wide(captions),
        _as_wide(captions, "Last Run:", run, "Relative Date:", run),
        _as_wide(captions),
        tuple(groups),
        captions,
    )


def emis_form(request: ExportRequest) -> CsvForm:
    """UTF-8, quotes where needed; a byte order mark where the practice wants it."""
    return CsvForm(byte_order_mark=request.wording.emis_byte_order_mark == YesNo.YES)


def emis_day(request: ExportRequest) -> Callable[[str], str]:
    """Writes a day as the practice's EMIS does."""
    if request.wording.emis_dates == EmisDates.NUMBERS:
        return _day_in_numbers
    return day_with_month_name


def _numbers(request: ExportRequest) -> tuple[Column, Column]:
    """NHS number and EMIS number: whichever of them the practice keeps, else both empty."""
    number = {PatientReference.NONE: "", PatientReference.NHS_NUMBER: "NHS Number"}.get(
        request.reference, "EMIS Number"
    )
    cells = {"NHS Number": _printed_nhs_number, "EMIS Number": own_number}
    nhs, emis = (
        made(caption, cell, F.PATIENT_REF) if caption == number else fixed(caption)
        for caption, cell in cells.items()
    )
    return nhs, emis


def _ours(request: ExportRequest) -> tuple[Column, ...]:
    name = coding(request, mark_rehearsal=True)
    code = coded("SNOMED CT Concept ID", name, "code")
    if request.choices.for_excel:
        plain = code.cell or str
        code = made(code.caption, lambda event: as_text_formula(plain(event)), F.EVENT)
    return (
        code,
        made("Service", safe, F.SERVICE_NAME),
        made("Outcome", lambda outcome: Outcome(outcome).label, F.OUTCOME),
        stored("Call Number", F.CALL_NUMBER),
        made("Signpost ID", hyphened, F.ID),
    )


def _as_wide(captions: tuple[str, ...], *cells: str) -> tuple[str, ...]:
    """A row of the report's header: as many cells as there are columns."""
    return (*cells, *("" for _ in captions[len(cells) :]))


def _printed_nhs_number(reference: str | None) -> str:
    return spaced(reference) if reference else ""


def _day_in_numbers(day: str) -> str:
    return f"{day[8:]}/{day[5:7]}/{day[:4]}"
