"""The shape of SystmOne's Strategic Reporting extract, version 93: seven files. A record is one
SREvent and one SRCode; SRE has no place for the service or the text.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import count

from signpost.domain.code_mapping import SNOMED_CT
from signpost.domain.patient_reference import PatientReference
from signpost.domain.pseudonym import patient_number
from signpost.domain.record_field import RecordField as F
from signpost.domain.record_field import hyphened
from signpost.domain.staff import StaffMember
from signpost.domain.staff_name import name_in_parts
from signpost.exchange.csv_file import CsvForm, defused
from signpost.exchange.layout import Column, Layout, fixed, in_order, made
from signpost.exchange.record_cells import MONTHS, coding, local_moment, of_staff, safe
from signpost.exchange.record_folder import Folder, PlainTable, row_under
from signpost.exchange.record_source import ExportRequest, RecordSource
from signpost.exchange.staff_roles import STAFF_ROLES
from signpost.exchange.systmone_headers import (
    CODE,
    EVENT,
    ORGANISATION,
    PATIENT,
    STAFF_MEMBER,
    STAFF_MEMBER_PROFILE,
    TEMPLATE,
)

SRE_FORM = CsvForm("cp1252", quote_all=True)
TEMPLATE_NAME = "Active signposting"
IDS_FILE = "SignpostIds.csv"
"""Not SystmOne's: joins the rows of SREvent to signposts.csv."""

_ONLY_ROW = 1
_OTHER_TABLES = (
    "SRPatient.csv",
    "SROrganisation.csv",
    "SRStaffMember.csv",
    "SRStaffMemberProfile.csv",
    "SRTemplate.csv",
)
_READ_ME = """\
These files have the columns of SystmOne's Strategic Reporting extract (SRE), version 93. Signpost
wrote them from its own records of calls; they are no SystmOne extract, and nothing imports them.

Every RowIdentifier and ID column that is not an ODS code is Signpost's own and counts anew in each
export (IDPatient stays the same). Do not join them to a true extract by those. The only safe joins
are NHS number, ODS code and SNOMED CT id.

SRE has no place for the service and the recorded text. SignpostIds.csv, which is ours, gives
for each row of SREvent the signpost_id in signposts.csv (supersedes_id, where the record was
corrected).

A term in CTV3Text that ends in "(local term)" has no SNOMED CT code. Columns that Signpost does not
know stay empty: it keeps no names, birthdays, addresses or telephone numbers of patients. Without a
patient reference IDPatient is empty, and the patient has no row in SRPatient.

These files are identifiable: keep them as you keep the clinical record.
"""


def systmone_sre_folder(request: ExportRequest) -> Folder:
    """The seven files, and ours that joins them to signposts.csv."""
    return Folder(
        form=SRE_FORM,
        layouts={
            "SRCode.csv": _code(request),
            "SREvent.csv": _event(request),
            IDS_FILE: Layout(
                (_numbered("IDEvent"), made("signpost_id", hyphened, F.ID)), with_voided=True
            ),
        },
        other_files=_OTHER_TABLES,
        rest=lambda source: _rest(request, source),
        read_me=_READ_ME,
    )


def sre_moment(moment: str) -> str:
    """A moment as 09 Mar 2026 09:14:05, on England's clock."""
    local = local_moment(moment)
    return f"{local:%d} {MONTHS[local.month - 1]} {local:%Y %H:%M:%S}"


def _numbered(caption: str) -> Column:
    numbers = count(1)
    return made(caption, lambda _: next(numbers), F.ID)


def _about_the_event(request: ExportRequest) -> tuple[Column, ...]:
    """What SREvent and SRCode have in common."""
    ods, key = request.practice.ods_code, request.pseudonym_key
    rows = {person_id: row for row, person_id in enumerate(request.staff, start=1)}
    names = {person.id: defused(person.name) for person in request.staff.values()}

    def patient(reference: str | None) -> object:
        return patient_number(key, reference) if reference else ""

    return (
        _numbered("RowIdentifier"),
        fixed("IDOrganisationVisibleTo", ods),
        made("DateEventRecorded", sre_moment, F.ENTERED_AT),
        made("DateEvent", sre_moment, F.STARTED_AT),
        made("IDProfileEnteredBy", of_staff(rows), F.RECORDED_BY),
        made("IDDoneBy", of_staff(rows), F.RECORDED_BY),
        made("TextualEventDoneBy", of_staff(names), F.RECORDED_BY),
        fixed("IDOrganisationDoneAt", ods),
        made("IDPatient", patient, F.PATIENT_REF),
        fixed("IDOrganisation", ods),
        fixed("IDOrganisationRegisteredAt", ods),
        made("RemovedData", lambda voided: 1 if voided else 0, F.VOIDED_AT),
    )


def _code(request: ExportRequest) -> Layout:
    name = coding(request, mark_rehearsal=True)

    def term(system: str | None) -> Callable[[str], str]:
        """The term where it is of SNOMED CT, or (without a system) where it is local."""

        @lru_cache(maxsize=4096)
        def cell(event: str) -> str:
            named = name(event)
            coded = named.system == SNOMED_CT
            return defused(named.term) if coded == (system == SNOMED_CT) else ""

        return cell

    columns = (
        *_about_the_event(request),
        made("CTV3Text", term(None), F.EVENT),
        made("SNOMEDCode", lambda event: name(event).code, F.EVENT),
        made("SNOMEDText", term(SNOMED_CT), F.EVENT),
        fixed("IsNumeric", "FALSE"),
        fixed("IDTemplate", str(_ONLY_ROW)),
        _numbered("IDEvent"),
    )
    return Layout(in_order(CODE, columns, or_empty=True), with_voided=True)


def _event(request: ExportRequest) -> Layout:
    method = request.wording.contact_method
    columns = (
        *_about_the_event(request),
        made("ContactMethod", lambda channel: safe(method(channel)), F.CHANNEL),
        fixed("EventIncomplete", "FALSE"),
        fixed("ClinicalEvent", "FALSE"),
    )
    return Layout(in_order(EVENT, columns, or_empty=True), with_voided=True)


def _rest(request: ExportRequest, source: RecordSource) -> Iterable[PlainTable]:
    ods, people = request.practice.ods_code, list(enumerate(request.staff.values(), start=1))
    yield PlainTable("SRPatient.csv", PATIENT, _patients(request, source))
    organisation = row_under(
        ORGANISATION,
        RowIdentifier=_ONLY_ROW,
        Name=defused(request.practice.name),
        ID=ods,
        MadeObsolete="FALSE",
        RemovedData=0,
    )
    yield PlainTable("SROrganisation.csv", ORGANISATION, (organisation,))
    yield PlainTable(
        "SRStaffMember.csv", STAFF_MEMBER, (_staff_member(row, person) for row, person in people)
    )
    profiles = (
        row_under(
            STAFF_MEMBER_PROFILE,
            RowIdentifier=row,
            StaffRole=STAFF_ROLES[person.role],
            IDStaffMember=row,
            IDOrganisation=ods,
            RemovedData=0,
        )
        for row, person in people
    )
    yield PlainTable("SRStaffMemberProfile.csv", STAFF_MEMBER_PROFILE, profiles)
    template = row_under(
        TEMPLATE,
        RowIdentifier=_ONLY_ROW,
        IDOrganisationVisibleTo=ods,
        TemplateName=TEMPLATE_NAME,
        IDOrganisation=ods,
        RemovedData=0,
    )
    yield PlainTable("SRTemplate.csv", TEMPLATE, (template,))


def _patients(request: ExportRequest, source: RecordSource) -> Iterable[tuple[object, ...]]:
    for reference, sex in source.patients():
        yield row_under(
            PATIENT,
            RowIdentifier=patient_number(request.pseudonym_key, reference),
            IDOrganisationVisibleTo=request.practice.ods_code,
            NHSNumber=reference if request.reference is PatientReference.NHS_NUMBER else "",
            Gender=sex or "U",
            TestPatient="FALSE",
            SpineMatched="FALSE",
            RemovedData=0,
        )


def _staff_member(row: int, person: StaffMember) -> tuple[object, ...]:
    parts = name_in_parts(person.name)
    shown = " ".join(part for part in (parts.title, parts.given, parts.surname) if part)
    return row_under(
        STAFF_MEMBER,
        RowIdentifier=row,
        StaffName=defused(shown),
        Obsolete="FALSE" if person.active else "TRUE",
        RemovedData=0,
    )
