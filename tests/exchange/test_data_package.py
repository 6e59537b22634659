"""HSDS as a data package of version 2 or 3, and a flat extract of Open Referral."""

from datetime import date
from pathlib import Path

import pytest

from signpost.domain.eligibility import AgeRule
from signpost.domain.incoming import Incoming
from signpost.domain.place import Position
from signpost.domain.service import Phone
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake
from tests.exchange.incoming import FILES, copy_of, read, said, service, written

SERVICES = "id,organization_id,name,status\nS1,O1,Quit,active\nS2,O1,Feet,active\n"
HSDS_3 = {
    "organizations": "id,name\nO1,Trust\n",
    "organization_identifiers": (
        "id,organization_id,identifier_scheme,identifier_type,identifier\nI1,O1,ODS,ODS,RJ1\n"
    ),
    "services": SERVICES,
    "locations": "id,location_type,name,latitude,longitude\nL1,physical,Hall,51.46,-2.56\n",
    "addresses": "id,location_id,address_1,city,postal_code\nA1,L1,1 High St,Bristol,BS56XX\n",
    "service_at_location": "id,service_id,location_id\nX1,S1,L1\n",
    "phones": (
        "id,location_id,service_id,contact_id,number\nP1,,S1,,0117 4960123\nP2,L1,,,0117 4960124\n"
        "P3,,,C1,0117 4960125\n"
    ),
    "contacts": "id,service_id,title\nC1,S2,Clinic desk\n",
    "schedules": (
        "id,service_at_location_id,freq,byday,opens_at,closes_at\n"
        "H1,X1,WEEKLY,\"MO,TU\",09:00,17:00\n"
    ),
    "taxonomy_terms": (
        "id,code,name,taxonomy\nT1,310087009,Podiatry service,SNOMED CT\nT2,,Stopping smoking,esd\n"
    ),
    "attributes": "id,link_id,taxonomy_term_id,link_entity\nB1,S1,T2,service\nB2,S2,T1,service\n",
    "cost_options": "id,service_id,option,amount\nK1,S1,Private,5\n",
    "service_areas": "id,service_id,name\nE1,S1,Bristol\n",
}  # fmt: skip


def package(tmp_path: Path, **tables: str) -> Incoming:
    """What is read of a package of version 3 with these tables instead."""
    for name, text in (HSDS_3 | tables).items():
        written(tmp_path, f"{name}.csv", text.encode())
    return read(tmp_path)


def test_tables_of_version_3_are_joined(tmp_path: Path) -> None:
    found = package(tmp_path)
    quit_service, feet = service(found, "Quit"), service(found, "Feet")
    assert said(found) == ""
    assert (quit_service.kind, feet.kind) == (ServiceKind.STOP_SMOKING, ServiceKind.PODIATRY)
    assert feet.snomed_code == "310087009"
    assert quit_service.organization.ods_code == "RJ1"
    assert quit_service.phones == (Phone("0117 496 0123"),)
    assert feet.phones == (Phone("0117 496 0125", "Clinic desk"),)
    assert quit_service.description == "Cost: Private: £5."
    assert quit_service.eligibility_description == "Area: Bristol."
    (place,) = quit_service.locations
    assert place.location.address == "1 High St, Bristol"
    assert place.location.position == Position(51.46, -2.56)
    assert place.phones == (Phone("0117 496 0124"),)
    assert place.schedule == "Mo-Tu 09:00-17:00"


def test_a_real_package_of_version_2_is_read(tmp_path: Path) -> None:
    found = read(copy_of("miami", tmp_path, date(2026, 6, 1)))
    assert len(found.services) + len(found.unkinded) == 9
    guide = service(found, "GIRL SCOUTS COUNCIL OF TROPICAL FLORIDA, INC.")
    assert guide.organization.name == guide.name
    assert guide.application_process == "Call to register."[:-1]
    assert guide.schedule == "Mo-Fr 09:00-17:00"
    assert guide.locations[0].location.address == "11347 SW 160th Street, Miami, FL"
    (attorney,) = (e for e in found.unkinded if e.draft.name == "OFFICE OF THE ATTORNEY GENERAL")
    assert "Crime Victims/Witnesses Counseling" in " ".join(attorney.terms) or attorney.terms


def test_rows_that_contradict_the_text_they_were_made_from_give_way(tmp_path: Path) -> None:
    found = read(copy_of("miami", tmp_path, date(2026, 6, 1)))
    veterans = service(found, "WOMEN VETERANS HEALTH CARE")
    assert veterans.schedule == "Mo-Fr 08:00-22:00; Sa 08:00-18:30"
    assert "says something else than the rows made from it. The text is taken." in said(found)


def test_hours_that_cannot_be_read_are_kept_as_words(tmp_path: Path) -> None:
    found = read(copy_of("miami", tmp_path, date(2026, 6, 1)))
    school = service(found, "KEY WEST HIGH SCHOOL")
    assert school.schedule == ""
    assert (
        "Hours, in the source's words: 7:00am-3:00pm, Tue, Thur, Fri Summer" in school.description
    )
    assert 'closes_at: "6:300pm" is not a time' in said(found)


def test_what_is_foreign_is_told_and_left_empty(tmp_path: Path) -> None:
    told = said(read(copy_of("miami", tmp_path, date(2026, 6, 1))))
    assert 'phones.csv, row 2, number: "305-253-4841" holds no telephone number' in told
    assert 'physical_addresses.csv, row 2, postal_code: "33157" is not a UK postcode' in told
    assert "eligibility.csv, row 2: has no service_id, so it belongs to nothing." in told
    assert "accessibility_for_disabilities.csv: does not belong to Open Referral" in told


@pytest.mark.parametrize(
    ("table", "text", "sentence"),
    [
        ("phones", "id,service_id,number\nP1,S9,111\n", 'belongs to service_id "S9", which is not'),
        ("phones", "id,service_id,number\nP1,S1,111,x\n", "has 4 cells where the header has 3"),
        ("services", f"{SERVICES}S1,O1,Other,active\n", 'has the id "S1" of row 2'),
        ("services", f"{SERVICES},O1,No id,active\n", "has no id"),
        ("services", f"{SERVICES}S3,O1,,active\n", "has no name"),
        ("locations", "id,name\nL1,Hall\n,Other\n", "has no id, so nothing can belong to it"),
    ],
)
def test_rows_that_do_not_fit_are_refused(
    tmp_path: Path, table: str, text: str, sentence: str
) -> None:
    found = package(tmp_path, **{table: text})
    assert sentence in "\n".join(map(str, found.refused))
    assert {each.name for each in found.services} == {"Quit", "Feet"}


def test_what_is_named_but_not_there_is_told(tmp_path: Path) -> None:
    told = said(package(tmp_path, organizations="id,name\nO2,Other\n", locations="id,name\n"))
    assert 'services.csv, row 2, organization_id: "O1" is not in the package.' in told
    assert 'service_at_location.csv, row 2, location_id: "L1" is not in the package.' in told
    assert "names no location with an id" in told


def test_a_package_without_services_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserMistake, match=r"no table of services in it \(services.csv\)"):
        read(written(tmp_path, "phones.csv", b"id,service_id,number\nP1,S1,111\n"))


def test_a_flat_extract_is_read() -> None:
    found = read(FILES / "bristol")
    assert len(found.services) + len(found.unkinded) == 44
    changes = service(found, "'Changes' over 55's Wellbeing group - Whitehall/St George")
    assert changes.kind is ServiceKind.MENTAL_HEALTH_SUPPORT
    assert changes.locations[0].location.position == Position(51.4636, -2.55032)
    assert "Hours, in the source's words: MO 11:00 weekly" in changes.description
    (rule,) = changes.rules
    assert isinstance(rule, AgeRule)
    assert (rule.age_min_years, rule.age_max_years) == (65, None)
    assert service(found, "@symes Community Building").locations == ()
    assert service(found, "Avonmouth Pharmacy").kind is ServiceKind.PHARMACY
    told = said(found)
    assert 'closes_at: "" is not a time such as 09:00. No hours are shown.' in told
    assert "interval: is not every week" in told
    assert found.refused == ()


def test_several_ranges_of_ages_are_said_in_words() -> None:
    group = service(read(FILES / "bristol"), "Adult Improvers Sewing Group")
    assert group.rules == ()
    assert group.eligibility_description == "For ages 13 to 18, 18 to 100, 65 to 100."


@pytest.mark.parametrize("ages", ["[[", "adults", "[1]", "[[1, 'x']]", "__import__('os')"])
def test_ages_that_are_no_list_are_told(tmp_path: Path, ages: str) -> None:
    raw = f'sal_id,sal_name,ages\nS1,Quit,"{ages}"\n'.encode()
    assert "is not a list of ages" in said(read(written(tmp_path, "x.csv", raw)))
