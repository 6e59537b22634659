"""A fixed set of records in a real database, and what goes with them into exports. Everybody in it
is invented; NHS numbers are of the range that is never given out.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, update

from signpost.domain.call import (
    ArrangedInstead,
    ChosenService,
    ClinicianRequest,
    DeclineReason,
    Outcome,
    PromptAction,
)
from signpost.domain.code_mapping import (
    CodedEvent,
    CodedThing,
    CodeMapping,
    CodePlace,
    MappedCode,
)
from signpost.domain.export_format import ExportFormat
from signpost.domain.patient_reference import PatientReference
from signpost.domain.selection import Selection
from signpost.domain.signpost import Practice, RecordMode, Referral, Signpost
from signpost.domain.staff import Role, StaffMember
from signpost.exchange.record_formats import FORMATS
from signpost.exchange.record_source import ExportRequest, Preview, Written
from signpost.storage.database import Database
from signpost.storage.tables import PracticeRow, SignpostRow, StaffRow
from signpost.usecases.call_to_record import corrected, record_of
from signpost.usecases.record_reading import SelectedRecords
from tests.desk import CONTENT, NOW, PHARMACY, SOON, a_call, a_prompt

PRACTICE = Practice(
    "01960000-0000-7000-8000-0000000000aa", "Example Surgery", "X99999", RecordMode.LIVE
)
ROBIN = StaffMember(
    "01960000-0000-7000-8000-0000000000b1", "RE", "Ms Robin Example", Role.RECEPTION
)
SAM = StaffMember(
    "01960000-0000-7000-8000-0000000000b2", "SS", "Dr Sam Specimen", Role.CLINICAL_LEAD
)
SOCIAL_SERVICES = ChosenService(
    "SV101",
    "Example Council Adult Social Care",
    "social_care",
    "01632 960456",
    snomed_code="310134006",
    snomed_term="Social services",
)
LINK_WORKERS = ChosenService(
    "40aad283-75e8-5f22-be3f-38545d3a93bf",
    "Example PCN Link Workers",
    "social_prescribing",
    "01632 960789",
    referral_needed=True,
)
CODES = CodeMapping(
    {
        CodePlace(CodedThing.KIND, "social_care", CodedEvent.SIGNPOST): MappedCode(
            "1084431000000106", "Signposting to Social Services"
        ),
        CodePlace(CodedThing.SERVICE, LINK_WORKERS.service_id, CodedEvent.REFERRAL): MappedCode(
            "871731000000106", "Referral to social prescribing service"
        ),
    }
)
_BUSY = (*[PHARMACY] * 4, SOCIAL_SERVICES, SOCIAL_SERVICES, LINK_WORKERS)
"""Of each seven calls in April, twenty-one in all, four go to the pharmacy."""

MARCH = Selection(date(2026, 3, 1), date(2026, 3, 31))
ALL_YEAR = Selection(date(2026, 1, 1), date(2026, 12, 31), include_rehearsal=True)
EVENING = datetime(2026, 3, 9, 18, 0, tzinfo=UTC)
KEY = "00112233445566778899aabbccddeeff" * 2
REFERENCES = {1: "9990001030", 2: "9990001073", 3: "9990001073", 4: "9990001030"}
"""Patient references by the number of the record."""


def a_record(number: int, mode: RecordMode = RecordMode.LIVE, **changes: Any) -> Signpost:
    """A record of the call with this number, some minutes after the one before."""
    call = replace(
        a_call(ROBIN.id),
        id=f"01960000-0000-7000-8000-{number:012}",
        call_number=f"{number:04}-2",
        started_at=NOW.replace(minute=10 + number % 50),
    )
    call = replace(call, **changes)
    return replace(
        record_of(call, CONTENT, PRACTICE, ROBIN, SOON.replace(hour=10)), record_mode=mode
    )


def the_records() -> Iterator[Signpost]:
    """One of each kind of row."""
    yield a_record(1, service=replace(PHARMACY, referral_needed=False))
    yield a_record(2, service=SOCIAL_SERVICES, words='grab rails, "cannot manage bath"')
    sent = a_record(3, service=LINK_WORKERS, words="loneliness")
    yield replace(sent, referral=Referral.SENT, referral_sent_at=SOON)
    yield a_record(
        4,
        words='=HYPERLINK("x")\nand more',
        age_typed="65-79",
        patient=replace(a_call(None).patient, age_years=65.0, sex=None),
        outcome=Outcome.DECLINED,
        decline_reason=DeclineReason.COST,
        arranged_instead=ArrangedInstead.APPOINTMENT,
        consent=True,
        safety_net=True,
        understanding=False,
    )
    yield a_record(
        5,
        words="=1+1",
        service=None,
        channel=None,
        prompts=(
            a_prompt(action=PromptAction.CLINICIAN_TOOK_OVER, clinician="@Dr Example"),
            a_prompt(protocol_id="RF07", version=1, row_id="", action=PromptAction.NOT_THIS_PAST),
        ),
        clinician_request=ClinicianRequest(NOW, "Dr Example", " ", SOON),
        outcome=Outcome.EMERGENCY,
        started_at=datetime(2026, 7, 9, 23, 30, 5, tzinfo=UTC),  # the next day by the wall clock
    )
    yield a_record(
        6, words="Łukasz’s tooth, pain 7/10 – “awful” 漢", outcome=Outcome.DEALT_WITH, service=None
    )
    yield a_record(7, words="twice")
    yield a_record(8, RecordMode.REHEARSAL, service=SOCIAL_SERVICES, words="only trying")
    yield a_record(9, words="x " * 600)
    for number in range(20, 41):
        service = _BUSY[number % 7]
        april = datetime(2026, 4, 1 + number % 5, 9, number, tzinfo=UTC)
        yield a_record(number, service=service, started_at=april, words="busy")


def an_id(number: int) -> str:
    return f"01960000-0000-7000-8000-{number:012}"


def fill(database: Database) -> None:
    """Put these records into a database that has none; one is corrected, one is void."""
    with database.transaction() as stores:
        session = stores.signposts._session
        session.execute(delete(StaffRow))
        named = {"practice_id": PRACTICE.id, "name": PRACTICE.name, "ods_code": PRACTICE.ods_code}
        session.execute(update(PracticeRow).values(**named, mode=RecordMode.LIVE.value))
    database.close()  # which practice it is, is read when it is opened
    with database.transaction() as stores:
        for person in (ROBIN, SAM):
            stores.staff.insert(person)
        for record in the_records():
            stores.signposts.insert(record)
        twice, last = stores.signposts.one(an_id(7)), stores.signposts.one(an_id(9))
        said = replace(twice.said, note="-1")
        after = corrected(twice, said, "01960000-0000-7000-8000-0000000000c1")
        stores.signposts.correct(twice, after, SAM.id, "Note forgotten", SOON)
        void = "01960000-0000-7000-8000-0000000000c2"
        stores.signposts.void(last, void, ROBIN.id, "Typed twice", SOON)
        for number, reference in REFERENCES.items():
            one = SignpostRow.id == an_id(number)
            stores.signposts._session.execute(
                update(SignpostRow).where(one).values(patient_ref=reference)
            )


def a_request(form: ExportFormat, **changes: Any) -> ExportRequest:
    """What an export of that form asks for; everything in it is fixed."""
    request = ExportRequest(
        format=form,
        selection=ALL_YEAR,
        practice=PRACTICE,
        staff={person.id: person for person in (ROBIN, SAM)},
        made_at=EVENING,
        pseudonym_key=KEY,
        codes=CODES,
        reference=PatientReference.NHS_NUMBER,
    )
    return replace(request, **changes)


def write(database: Database, out: Path, request: ExportRequest) -> Written:
    """Write the selected records of this database."""
    with database.reading() as stores:
        return FORMATS[request.format][0](out, _source(stores, request), request)


def look(database: Database, request: ExportRequest, rows: int = 2) -> Preview:
    """The first rows."""
    with database.reading() as stores:
        return FORMATS[request.format][1](_source(stores, request), request, rows)


def _source(stores: Any, request: ExportRequest) -> SelectedRecords:
    return SelectedRecords(stores, request.selection, lambda _done, _total: None, lambda: False)
