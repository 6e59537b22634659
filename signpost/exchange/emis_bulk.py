"""The shape of an EMIS bulk extract, version 5.4: six files. A record is one Consultation and one
Observation. Every GUID, CodeId and ProcessingId is our own and joins to no true extract.
"""

from collections.abc import Callable, Iterable
from uuid import UUID, uuid5

from signpost.domain.code_mapping import CodedTerm
from signpost.domain.local_time import local_time
from signpost.domain.patient_reference import PatientReference
from signpost.domain.pseudonym import patient_uuid
from signpost.domain.record_field import RecordField as F
from signpost.domain.record_field import hyphened
from signpost.domain.staff_name import name_in_parts
from signpost.exchange.csv_file import CsvForm, defused
from signpost.exchange.emis_headers import (
    CLINICAL_CODE,
    CONSULTATION,
    OBSERVATION,
    ORGANISATION,
    PATIENT,
    USER_IN_ROLE,
)
from signpost.exchange.layout import Column, Layout, Shortening, fixed, in_order, made, stored
from signpost.exchange.record_cells import Coding, coding, local_moment, one_line
from signpost.exchange.record_folder import Folder, PlainTable, row_under
from signpost.exchange.record_source import ExportRequest, RecordSource
from signpost.exchange.staff_roles import STAFF_ROLES

BULK_FORM = CsvForm(quote_all=True)
LONGEST_TEXT = 1000
FIRST_CODE_ID, FIRST_PROCESSING_ID = 90_000_001, 900_000
ORGANISATION_TYPE = "GP Practices in England and Wales"
_ADMINISTRATION, _REFERRAL = "Administration, documents and attachments", "Referral"
_OTHER_TABLES = (
    "Coding_ClinicalCode",
    "Admin_Patient",
    "Admin_UserInRole",
    "Admin_Organisation",
)
_READ_ME = """\
These files have the columns of an EMIS bulk extract, version 5.4. Signpost wrote them from
its own records of calls; they are no EMIS extract, and nothing imports them.

Every GUID, CodeId and ProcessingId in them is Signpost's own. Do not join them to a true extract by
those. The only safe joins are NHS number, ODS code and SNOMED CT id.

ObservationGuid without its braces is signpost_id of signposts.csv (supersedes_id, where the record
was corrected). CodeIds count anew in each export. A term that ends in "(local term)" has no SNOMED
CT code. Columns that Signpost does not know stay empty: it keeps no names, birthdays, addresses or
telephone numbers of patients. Without a patient reference PatientGuid is empty, and the patient has
no row in Admin_Patient.

These files are identifiable: keep them as you keep the clinical record.
"""


def emis_bulk_folder(request: ExportRequest) -> Folder:
    """The six files, named as EMIS names them."""
    codes, fits = CodeIds(coding(request, mark_rehearsal=True)), Shortening(LONGEST_TEXT)
    name = _file_name(request)
    return Folder(
        form=BULK_FORM,
        layouts={
            name("CareRecord_Observation"): _observation(request, codes, fits),
            name("CareRecord_Consultation"): _consultation(request),
        },
        other_files=tuple(map(name, _OTHER_TABLES)),
        rest=lambda source: _rest(request, source, codes, name),
        read_me=_READ_ME,
    )


class CodeIds:
    """Our own number for each term, given out as terms come up."""

    def __init__(self, name: Coding) -> None:
        self._name = name
        self.terms: dict[CodedTerm, int] = {}

    def __call__(self, event: str) -> int:
        """The number of what happened."""
        return self.terms.setdefault(self._name(event), FIRST_CODE_ID + len(self.terms))


def braces(guid: str) -> str:
    """A GUID as EMIS writes it, from one with or without hyphens."""
    return f"{{{hyphened(guid.replace('-', '')).upper()}}}"


def processing_id(request: ExportRequest) -> str:
    """Our own number of this export."""
    return str(FIRST_PROCESSING_ID + request.number)


def _file_name(request: ExportRequest) -> Callable[[str], str]:
    agreement = str(uuid5(UUID(request.practice.id), "sharing agreement")).upper()
    stamp = f"{local_time(request.made_at):%Y%m%d%H%M%S}"
    return lambda table: f"{processing_id(request)}_{table}_{stamp}_{agreement}.csv"


def _about_the_event(request: ExportRequest) -> tuple[Column, ...]:
    """What Consultation and Observation have in common."""
    key = request.pseudonym_key

    def patient(reference: str | None) -> str:
        return braces(patient_uuid(key, reference)) if reference else ""

    return (
        made("PatientGuid", patient, F.PATIENT_REF),
        fixed("OrganisationGuid", braces(request.practice.id)),
        stored("EffectiveDate", F.EVENT_DATE),
        fixed("EffectiveDatePrecision", "YMD"),
        made("EnteredDate", lambda moment: f"{local_moment(moment):%Y-%m-%d}", F.ENTERED_AT),
        made("EnteredTime", lambda moment: f"{local_moment(moment):%H:%M:%S}", F.ENTERED_AT),
        made("ClinicianUserInRoleGuid", braces, F.RECORDED_BY),
        made("EnteredByUserInRoleGuid", braces, F.RECORDED_BY),
        made("ConsultationGuid", _consultation_guid, F.ID),
        made("Deleted", _is_there, F.VOIDED_AT),
        fixed("IsConfidential", "false"),
        fixed("ProcessingId", processing_id(request)),
    )


def _observation(request: ExportRequest, codes: CodeIds, fits: Shortening) -> Layout:
    columns = (
        *_about_the_event(request),
        made("ObservationGuid", braces, F.ID),
        made("CodeId", codes, F.EVENT),
        made("AssociatedText", lambda text: fits(one_line(text)), F.RECORD_TEXT),
        fixed("ObservationType", defused(request.wording.emis_observation_type)),
    )
    return Layout(in_order(OBSERVATION, columns, or_empty=True), with_voided=True, shortening=fits)


def _consultation(request: ExportRequest) -> Layout:
    columns = (
        *_about_the_event(request),
        fixed("ConsultationSourceTerm", defused(request.wording.emis_consultation_source)),
        fixed("Complete", "true"),
    )
    return Layout(in_order(CONSULTATION, columns, or_empty=True), with_voided=True)


def _rest(
    request: ExportRequest, source: RecordSource, codes: CodeIds, name: Callable[[str], str]
) -> Iterable[PlainTable]:
    processing = processing_id(request)
    yield PlainTable(
        name("Coding_ClinicalCode"),
        CLINICAL_CODE,
        (
            row_under(
                CLINICAL_CODE,
                CodeId=code_id,
                Term=defused(term.term),
                SnomedCTConceptId=term.code,
                EmisCodeCategoryDescription=_REFERRAL if term.is_referral else _ADMINISTRATION,
                ProcessingId=processing,
            )
            for term, code_id in codes.terms.items()
        ),
    )
    yield PlainTable(name("Admin_Patient"), PATIENT, _patients(request, source))
    yield PlainTable(name("Admin_UserInRole"), USER_IN_ROLE, _staff(request))
    organisation = row_under(
        ORGANISATION,
        OrganisationGuid=braces(request.practice.id),
        OrganisationName=defused(request.practice.name),
        ODSCode=request.practice.ods_code,
        OrganisationType=ORGANISATION_TYPE,
        ProcessingId=processing,
    )
    yield PlainTable(name("Admin_Organisation"), ORGANISATION, (organisation,))


def _patients(request: ExportRequest, source: RecordSource) -> Iterable[tuple[object, ...]]:
    nhs = request.reference is PatientReference.NHS_NUMBER
    for reference, sex in source.patients():
        guid = braces(patient_uuid(request.pseudonym_key, reference))
        yield row_under(
            PATIENT,
            PatientGuid=guid,
            OrganisationGuid=braces(request.practice.id),
            Sex=sex or "U",
            NhsNumber=reference if nhs else "",
            PatientNumber="" if nhs else defused(reference),
            PatientTypeDescription="Regular",
            DummyType="false",
            PersonGuid=guid,
            Deleted="false",
            SpineSensitive="false",
            IsConfidential="false",
            ProcessingId=processing_id(request),
        )


def _staff(request: ExportRequest) -> Iterable[tuple[object, ...]]:
    for person in request.staff.values():
        parts = name_in_parts(person.name)
        yield row_under(
            USER_IN_ROLE,
            UserInRoleGuid=braces(person.id),
            OrganisationGuid=braces(request.practice.id),
            Title=parts.title,
            GivenName=defused(parts.given),
            Surname=defused(parts.surname.upper()),
            JobCategoryName=STAFF_ROLES[person.role],
            ProcessingId=processing_id(request),
        )


def _consultation_guid(record_id: str) -> str:
    return braces(str(uuid5(UUID(record_id), "consultation")))


def _is_there(value: object) -> str:
    return "true" if value else "false"
