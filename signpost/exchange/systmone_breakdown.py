"""SystmOne breakdown results: twelve columns, the last of them always Patient Count. The captions
of who did it, the code and its term were seen in no public file: a practice may change them.
"""

from signpost.domain.export_wording import YesNo
from signpost.domain.patient_reference import PatientReference
from signpost.domain.record_field import RecordField as F
from signpost.exchange.csv_file import CsvForm, defused
from signpost.exchange.layout import Column, Layout, fixed, made, stored
from signpost.exchange.record_cells import (
    as_text_formula,
    coded,
    coding,
    day_with_month_name,
    gender,
    of_staff,
    own_number,
)
from signpost.exchange.record_source import ExportRequest

SYSTMONE_FORM = CsvForm("cp1252")
_NUMBERS = {
    PatientReference.LOCAL_NUMBER: "Patient ID",
    PatientReference.NHS_NUMBER: "NHS number",
}


def systmone_form(_: ExportRequest) -> CsvForm:
    """cp1252, quotes where needed."""
    return SYSTMONE_FORM


def breakdown_layout(request: ExportRequest) -> Layout:
    """One row a record, without any free text."""
    wording = request.wording
    name = coding(request, mark_rehearsal=True)
    names = {person.id: defused(person.name) for person in request.staff.values()}
    code = coded(wording.systmone_code_caption, name, "code")
    if request.choices.for_excel:
        plain = code.cell or str
        code = made(code.caption, lambda event: as_text_formula(plain(event)), F.EVENT)
    return Layout(
        (
            *(_number(caption, request) for caption in ("Patient ID", "NHS number")),
            fixed("Date of birth"),
            stored("Age in years", F.AGE_YEARS),
            made("Sex", gender, F.SEX),
            made("Event date", day_with_month_name, F.EVENT_DATE),
            stored("Event time", F.EVENT_TIME),
            fixed("Event done at ID", request.practice.ods_code),
            made(wording.systmone_done_by_caption, of_staff(names), F.RECORDED_BY),
            code,
            coded(wording.systmone_term_caption, name, "term"),
            fixed("Patient Count", "1" if wording.systmone_patient_count == YesNo.YES else ""),
        )
    )


def _number(caption: str, request: ExportRequest) -> Column:
    if _NUMBERS.get(request.reference) != caption:
        return fixed(caption)
    return made(caption, own_number, F.PATIENT_REF)
