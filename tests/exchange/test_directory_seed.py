"""The directories that ship: read without a fault, complete, and nothing real invented."""

import csv
import re

import pytest

from signpost.domain.caller import PatientFacts
from signpost.domain.opening_hours import state_at
from signpost.domain.service import Service, Status, Verified
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.exchange.directory_columns import COLUMNS
from signpost.usecases.find_services import FindServices
from tests.domain.moments import at
from tests.domain.services import topic
from tests.exchange.seed import SEED, example, starter

CATALOGUE = 106
NEVER_SAID = re.compile(
    r"\bcleared?\b|no red flags?|nothing to worry|reassur|\bpuffs?\b|\bmg\b|paracetamol|ibuprofen"
    r"|aspirin|rules? (it )?out|third-party",
    re.IGNORECASE,
)
MARKS_OF_DRAFTS = re.compile(r"RF\d|\bLOCAL\b|UNVERIFIED|\bC:")
DRAMA = re.compile(r"01632960\d{3}|07700900\d{3}|0808157\d{4}")
STARTER = starter().directory.services
EXAMPLE = example().directory.services
NATIONAL_NUMBERS = {
    phone.number for service in STARTER if not service.is_local for phone in service.phones
}
by_id = pytest.mark.parametrize("service", STARTER, ids=lambda service: service.id)


def test_both_read_without_a_fault() -> None:
    assert [str(fault) for fault in starter().faults + example().faults] == []


def test_every_entry_of_the_catalogue_is_there() -> None:
    numbers = {service.id[:5] for service in STARTER if service.id < "SV150"}
    assert len(numbers) == CATALOGUE


def test_every_kind_has_a_service() -> None:
    assert {service.kind for service in STARTER} == set(ServiceKind)


@by_id
def test_nothing_is_said_that_clears_doses_or_diagnoses(service: Service) -> None:
    said = (
        service.name,
        service.description,
        service.check_first,
        service.eligibility_description,
        service.application_process,
        service.alert,
    )
    assert not NEVER_SAID.search(" ".join(said))
    assert not MARKS_OF_DRAFTS.search(" ".join(said))


@by_id
def test_an_entry_has_what_a_receptionist_needs(service: Service) -> None:
    assert service.description
    assert service.application_process or service.access
    assert service.assurance.source
    assert service.assurance.review_date is not None


@by_id
def test_a_local_entry_ships_unfilled_and_without_numbers_or_hours(service: Service) -> None:
    if service.is_local:
        assert service.is_unfilled
        assert not (service.phones)
        assert not (service.schedule)
        assert not (service.locations)
    else:
        assert not service.is_unfilled


@by_id
def test_what_public_sources_do_not_confirm_is_no_phone_number(service: Service) -> None:
    if service.assurance.verified is Verified.NO:
        assert not service.phones


@by_id
def test_nobody_has_checked_an_entry_before_the_practice_does(service: Service) -> None:
    assert service.assurance.assured_date is None


def test_an_unconfirmed_number_is_nowhere_a_phone() -> None:
    shown = {re.sub(r"\D", "", number) for number in NATIONAL_NUMBERS}
    for service in STARTER:
        for number in re.findall(r"[\d ]{5,}", service.unconfirmed_phone):
            assert re.sub(r"\D", "", number) not in shown


@pytest.mark.parametrize("service", [s for s in STARTER if s.snomed_code], ids=lambda s: s.id)
def test_a_type_code_is_a_published_type_of_service(service: Service) -> None:
    published = {
        "983341000000102": "Pharmacy First service",
        "907301000000109": "NHS 111 service",
        "310000008": "Accident and Emergency service",
        "310080006": "Pharmacy service",
        "722140001": "Physiotherapy service",
        "699650006": "Community based physiotherapy service",
        "310105000": "Optometry service",
        "722176000": "Dentistry service",
        "788122004": "Sexual health service",
        "310031001": "Family planning service",
        "708168004": "Mental health service",
        "310134006": "Social services",
        "829961000000104": "Out of hours service",
        "788007007": "General practice service",
        "788125002": "Addiction service",
        "310087009": "Podiatry service",
        "310004004": "Audiological service",
        "714088003": "Midwifery service",
        "1078501000000104": "Health visiting service",
        "931801000000101": "Community nursing service",
        "310090003": "Dietetics service",
    }
    assert published[service.snomed_code] == service.snomed_term


def test_urgent_supply_of_a_medicine_goes_through_111() -> None:
    urgent = starter().directory.get("SV018")
    assert urgent is not None
    assert urgent.kind is ServiceKind.NHS_111
    assert not urgent.referral_needed


def test_the_example_practice_has_filled_in_every_local_entry() -> None:
    in_use = [each for each in EXAMPLE if each.is_local and each.status is not Status.CLOSED]
    assert [each.id for each in EXAMPLE if each.is_unfilled] == []
    assert [each.id for each in in_use if not (each.schedule or each.locations)] == []


def test_the_example_uses_no_real_number_but_national_ones() -> None:
    phones = {phone.number for service in EXAMPLE for phone in service.phones}
    phones |= {
        phone.number for service in EXAMPLE for place in service.locations for phone in place.phones
    }
    local = phones - NATIONAL_NUMBERS
    assert [number for number in local if not DRAMA.fullmatch(number.replace(" ", ""))] == []


def test_every_kind_a_topic_may_name_is_filled_in_the_example() -> None:
    finder = FindServices(example().directory)
    for kind in set(ServiceKind) - {ServiceKind.PHARMACY_FIRST}:
        problem = topic("problem", kind, self_care="https://www.nhs.uk/conditions/")
        found = finder.find(
            [(problem, 1.0)], PatientFacts(), None, at("2026-11-23 10:00"), RecordMode.LIVE
        )
        assert found, kind


def test_the_example_shows_each_state_that_an_entry_can_be_in() -> None:
    day = at("2026-11-23 10:00").date()
    assert [service.id for service in EXAMPLE if service.is_paused(day)]
    assert [service.id for service in EXAMPLE if service.is_stale(day)]
    assert [service.id for service in EXAMPLE if service.alert]
    assert [service.id for service in EXAMPLE if service.wait_time and service.wait_date]


def test_no_business_at_a_distance_is_offered_for_earache() -> None:
    finder = FindServices(example().directory)
    ear = topic("earache", ServiceKind.PHARMACY_FIRST, ServiceKind.PHARMACY_MINOR_ILLNESS)
    pathway, minor, *_ = finder.find(
        [(ear, 1.0)], PatientFacts(6), None, at("2026-11-23 10:00"), RecordMode.LIVE
    )
    assert "EXP5" not in {place.location_id for place in pathway.places}
    assert "EXP5" in {place.location_id for place in minor.places}
    assert len(pathway.places) == 4


@pytest.mark.parametrize(
    ("moment", "open_places"),
    [
        ("2026-11-23 13:30", {"EXP2", "EXP3", "EXP4"}),
        ("2026-11-23 22:00", {"EXP2"}),
        ("2026-11-29 11:00", {"EXP2", "EXP3"}),
        ("2026-12-25 11:00", set()),
        ("2026-12-28 11:00", {"EXP2"}),
        ("2026-12-30 11:00", {"EXP1", "EXP2", "EXP3"}),
    ],
    ids=["lunch", "late", "Sunday", "Christmas", "bank holiday", "temporary closure"],
)
def test_pharmacies_of_the_example_differ(moment: str, open_places: set[str]) -> None:
    earache = example().directory.get("SV010")
    assert earache is not None
    now = at(moment)
    assert open_places == {
        place.location.id for place in earache.locations if state_at(place.schedule, now).is_open
    }


@pytest.mark.parametrize("moment", ["2026-11-23 10:00", "2026-12-25 03:00", "2027-03-28 01:30"])
def test_hours_that_ship_can_be_said_in_words(moment: str) -> None:
    hours = {service.schedule for service in (*STARTER, *EXAMPLE)}
    hours |= {place.schedule for service in EXAMPLE for place in service.locations}
    assert {each for each in hours if not state_at(each, at(moment)).text} == {""}


@pytest.mark.parametrize("folder", ["starter", "example"])
@pytest.mark.parametrize("table", sorted(COLUMNS))
def test_files_have_every_column_in_order_and_plain_line_ends(folder: str, table: str) -> None:
    path = SEED / folder / table
    if not path.exists():
        assert (folder, table) == ("starter", "locations.csv") or table == "service_at_location.csv"
        return
    raw = path.read_bytes()
    assert b"\r" not in raw
    with path.open(encoding="utf-8", newline="") as file:
        written = [column for column in COLUMNS[table] if column != "organization_id"]
        assert next(csv.reader(file)) == written


def test_the_readme_explains_every_column() -> None:
    readme = (SEED / "README.md").read_text(encoding="utf-8")
    for table, columns in COLUMNS.items():
        missing = [column for column in columns if not re.search(rf"\b{column}\b", readme)]
        assert (table, missing) == (table, [])


def test_data_md_maps_every_column() -> None:
    data = (SEED.parent / "docs" / "DATA.md").read_text(encoding="utf-8")
    for columns in COLUMNS.values():
        assert [column for column in columns if not re.search(rf"\b{column}\b", data)] == []
