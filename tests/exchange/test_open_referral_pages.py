"""Open Referral JSON out, held against the official schemas, and in again."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from signpost.domain.place import Location, Position
from signpost.domain.service import Organization, Phone, Service, ServiceAtLocation, Status
from signpost.domain.service_kind import ServiceKind
from signpost.exchange.directory_file import directory_of
from signpost.exchange.open_referral_pages import (
    full_hsds_service,
    write_hsds_json,
    write_oruk_json,
    write_oruk_service,
)
from signpost.exchange.oruk_profile import oruk_service
from signpost.exchange.own_open_referral import is_own_service, own_tables
from tests.exchange.invented import in_order, services_sharing_places
from tests.exchange.open_referral_schemas import faults, page_faults
from tests.exchange.seed import example, starter

ORUK, HSDS = "oruk_3/service_with_definitions.json", "hsds_3/service_with_definitions.json"
FORMATS = pytest.mark.parametrize(
    ("object_of", "schema"), [(oruk_service, ORUK), (full_hsds_service, HSDS)], ids=["oruk", "hsds"]
)
CHEMIST = Service(
    "A1",
    "Chemist",
    ServiceKind.PHARMACY,
    Organization("A1", "Boot & Co", "FA123"),
    description="Advice.",
    phones=(Phone("01632 960001"), Phone("01632 960002", "out of hours")),
    schedule="Mo-Fr 09:00-13:00,14:00-17:00; Sa 20:00-02:00; PH off",
    topics=("earache",),
    snomed_code="310080006",
    snomed_term="Pharmacy service",
    locations=(
        ServiceAtLocation(
            Location(
                "P1",
                "Shop",
                address="1 High St, Town",
                postal_code="ZZ1 1AA",
                position=Position(51.5, -1.25),
            ),
            (Phone("01632 960003"),),
            "24/7",
            "Ring twice",
        ),
    ),
)


def read_back(objects: list[dict]) -> tuple[list[Service], list[str]]:
    assert all(is_own_service(each) for each in objects)
    found: list = []
    directory = directory_of(
        own_tables(json.loads(json.dumps(objects)), "file", found), found
    ).directory
    return list(directory.services), [str(fault) for fault in found]


@FORMATS
def test_every_service_that_ships_is_valid_and_comes_back(object_of, schema: str) -> None:
    for directory in (starter().directory, example().directory):
        objects = [object_of(service) for service in directory.services]
        assert [fault for each in objects for fault in faults(each, schema)] == []
        services, found = read_back(objects)
        assert in_order(services) == in_order(directory.services)
        assert found == []


@FORMATS
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=40)
@given(services=services_sharing_places(most=3))
def test_any_service_is_valid_and_comes_back(object_of, schema: str, services) -> None:
    objects = [object_of(service) for service in services]
    assert [fault for each in objects for fault in faults(each, schema)] == []
    back, found = read_back(objects)
    assert (in_order(back), found) == (in_order(services), [])


@pytest.mark.parametrize("write", [write_oruk_json, write_hsds_json], ids=["oruk", "hsds"])
def test_a_file_is_one_page_of_all_services(tmp_path: Path, write) -> None:
    shipped = example().directory.services
    assert write(iter(shipped), tmp_path / "out.json") == len(shipped)
    page = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert page_faults(page) == []
    assert (page["total_items"], page["size"], page["empty"]) == (len(shipped), len(shipped), False)
    assert [each["name"] for each in page["contents"]] == [each.name for each in shipped]


def test_what_the_page_lists_fits_the_list_of_the_profile() -> None:
    listed = "oruk_3/service_list.json"
    objects = [oruk_service(service) for service in example().directory.services]
    assert [fault for each in objects for fault in faults(each, listed, strict=False)] == []


def test_an_empty_directory_is_an_empty_page(tmp_path: Path) -> None:
    assert write_oruk_json([], tmp_path / "out.json") == 0
    page = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert page_faults(page) == []
    assert (page["contents"], page["empty"]) == ([], True)


def test_one_service_alone_is_its_object(tmp_path: Path) -> None:
    write_oruk_service(CHEMIST, tmp_path / "out.json")
    alone = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert alone == oruk_service(CHEMIST)
    assert faults(alone, ORUK) == []


def test_the_week_becomes_schedule_rows_and_the_rest_notes() -> None:
    rows = full_hsds_service(CHEMIST)["schedules"]
    assert [(row["byday"], row["opens_at"], row["closes_at"], row["notes"]) for row in rows] == [
        ("MO,TU,WE,TH,FR", "09:00:00", "13:00:00", "closed on bank holidays"),
        ("MO,TU,WE,TH,FR", "14:00:00", "17:00:00", "closed on bank holidays"),
        ("SA", "20:00:00", "02:00:00", "closes on the next day; closed on bank holidays"),
    ]
    assert {row["description"] for row in rows} == {
        "Mon to Fri 09:00–13:00, 14:00–17:00; Sat 20:00–02:00; closed on bank holidays"
    }


def test_hours_that_no_week_says_are_one_row_of_notes() -> None:
    service = replace(CHEMIST, schedule="We[1] 14:00-16:00")
    (row,) = full_hsds_service(service)["schedules"]
    assert (row["notes"], "byday" in row) == ("We[1] 14:00-16:00", False)


def test_the_profile_has_the_schedules_of_places_among_those_of_the_service() -> None:
    fields = oruk_service(replace(CHEMIST, schedule=""))
    (place,) = fields["service_at_locations"]
    (row,) = fields["schedules"]
    assert row["service_at_location_id"] == place["id"]
    assert (row["byday"], row["opens_at"], row["closes_at"]) == (
        "MO,TU,WE,TH,FR,SA,SU",
        "00:00:00",
        "23:59:59",
    )


def test_telephone_numbers_are_fields_of_hsds_and_words_in_the_profile() -> None:
    hsds, oruk = full_hsds_service(CHEMIST), oruk_service(CHEMIST)
    assert [phone["number"] for phone in hsds["phones"]] == ["01632 960001", "01632 960002"]
    assert hsds["service_at_locations"][0]["phones"][0]["number"] == "01632 960003"
    assert "phones" not in oruk
    assert oruk["description"] == (
        "Advice.\n\nTelephone: 01632 960001, 01632 960002 (out of hours)"
    )
    assert oruk["service_at_locations"][0]["location"]["description"] == (
        "Ring twice\n\nTelephone: 01632 960003"
    )


def test_kind_topics_and_snomed_code_are_terms_of_their_taxonomies() -> None:
    terms = [each["taxonomy_term"] for each in oruk_service(CHEMIST)["attributes"]]
    assert [(term["taxonomy"], term["name"], term["term_uri"]) for term in terms[:3]] == [
        ("Signpost kinds of service", "Pharmacy", "urn:x-signpost:kind:pharmacy"),
        ("Signpost topics", "earache", "urn:x-signpost:topic:earache"),
        ("SNOMED CT", "Pharmacy service", "http://snomed.info/id/310080006"),
    ]


@pytest.mark.parametrize(
    ("status", "filled", "there"),
    [
        (Status.ACTIVE, True, "active"),
        (Status.PAUSED, True, "temporarily closed"),
        (Status.CLOSED, True, "defunct"),
        (Status.ACTIVE, False, "inactive"),
    ],
)
def test_a_status_is_one_of_theirs(status: Status, filled: bool, there: str) -> None:
    service = replace(CHEMIST, status=status, is_local=True, is_filled=filled)
    assert oruk_service(service)["status"] == there
    assert read_back([oruk_service(service)])[0] == [service]


def test_a_pause_says_until_when_and_why() -> None:
    service = replace(
        CHEMIST,
        status=Status.PAUSED,
        alert="New number.",
        paused_until=date(2027, 1, 4),
        pause_reason="short of staff",
    )
    assert full_hsds_service(service)["alert"] == (
        "New number. Paused until Monday 4 January 2027: short of staff."
    )


def test_an_id_that_is_a_uuid_stays_and_another_always_becomes_the_same_one() -> None:
    own = "ac148810-d857-441c-9679-408f346de14b"
    assert oruk_service(replace(CHEMIST, id=own))["id"] == own
    first, second = oruk_service(CHEMIST), oruk_service(replace(CHEMIST, name="Other"))
    assert first["id"] == second["id"] != oruk_service(replace(CHEMIST, id="A2"))["id"]


def test_a_text_that_is_no_address_is_not_given_as_one() -> None:
    service = replace(CHEMIST, url="https://a b.example", email="ring us")
    fields = full_hsds_service(service)
    assert "url" not in fields
    assert "email" not in fields


@pytest.mark.parametrize(
    "attributes",
    [
        None,
        "text",
        [{"taxonomy_term": {"term_uri": "http://example.com", "description": "{}"}}],
        [{"link_id": "x", "taxonomy_term": {"term_uri": "urn:x-signpost:fields", "name": "x"}}],
        [{"value": "[1]", "taxonomy_term": {"term_uri": "urn:x-signpost:fields"}}],
        [{"value": 7, "taxonomy_term": {"term_uri": "urn:x-signpost:fields"}}],
    ],
)
def test_what_others_wrote_is_not_taken_for_ours(attributes: object) -> None:
    assert not is_own_service({"id": "x", "attributes": attributes})


def test_own_fields_that_somebody_changed_are_faults_and_never_stop_the_reading() -> None:
    fields = oruk_service(CHEMIST)
    own = fields["attributes"][-2]["taxonomy_term"]
    own["description"] = json.dumps(
        {"id": 7, "review_date": "soon", "entry_rules": [{"rule": "height", "source": "x"}, 3]}
    )
    services, found = read_back([fields])
    assert [service.name for service in services] == ["Chemist"]
    assert [fault[:22] for fault in found] == ['file, row 1, rule: "he', "file, row 1, review_da"]
