"""Open Referral of others: the UK profile and HSDS 3 as JSON, one page or many."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from signpost.domain.eligibility import AgeRule
from signpost.domain.incoming import Incoming
from signpost.domain.place import LocationType, Position
from signpost.domain.service import Phone, Service, Status
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake
from tests.exchange.incoming import FILES, read, said, saved_on, service, written

SAVED = date(2026, 6, 1)
TERM = {"name": "Stopping smoking", "taxonomy": "esd"}
SNOMED = {"name": "Podiatry service", "taxonomy": "SNOMED CT", "code": "310087009"}
WEEK = {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00:00", "closes_at": "17:00:00"}


def one(**fields: Any) -> dict[str, Any]:
    """A service of a page, with a kind unless its attributes say otherwise."""
    whole = {"id": "S1", "name": "Quit", "status": "active"}
    return whole | {"attributes": [{"taxonomy_term": TERM}]} | fields


def reading(tmp_path: Path, *services: Any, **page: Any) -> Incoming:
    """What is read of a page with these services."""
    raw = json.dumps(page | {"contents": list(services)}).encode()
    return read(saved_on(written(tmp_path, "page.json", raw), SAVED))


def read_one(tmp_path: Path, **fields: Any) -> Service:
    return reading(tmp_path, one(**fields)).services[0]


def test_a_full_service_of_the_uk_profile_is_read(tmp_path: Path) -> None:
    found = read(FILES / "oruk" / "service_full.json")
    counselling = service(found, "Community Counselling")
    assert [each.terms for each in found.unkinded] == [("name",)]
    assert counselling.organization.name == "Example Organization Inc."
    assert counselling.assurance.assured_date == date(2005, 1, 1)
    assert counselling.assurance.assured_by == "email@example.com"
    assert counselling.assurance.source == "Open Referral: service full"
    (rule,) = counselling.rules
    assert isinstance(rule, AgeRule)
    assert (rule.age_min_years, rule.age_max_years) == (12, None)
    (place,) = counselling.locations
    assert place.location.address == "1-30 Main Street, MyCity, MyRegion, MyState"
    assert (place.location.postal_code, place.location.position) == ("", None)
    told = said(found)
    assert "entry 1 (Community Counselling), service_at_locations, location, addresses" in told
    assert '"ABC 1234" is not a UK postcode' in told
    assert '"100, 101" is not a place in the British Isles' in told
    assert "schedules: ended on 2005-01-01, before the file was saved." in told


def test_an_organization_brings_its_services() -> None:
    found = read(FILES / "oruk" / "organization_full.json")
    assert service(found, "Community Counselling").organization.name == "Example Organization Inc."


def test_entries_that_share_an_id_are_told(tmp_path: Path) -> None:
    found = read(FILES / "oruk" / "service_page.json")
    assert len(found.unkinded) == 1
    assert [fault.key for fault in found.refused] == [
        "entry 2 (Community Counselling)",
        "entry 3 (Community Counselling)",
    ]


@pytest.mark.parametrize(
    ("terms", "kind"),
    [
        ([TERM], ServiceKind.STOP_SMOKING),
        ([{"name": "Lonely"}, TERM], ServiceKind.STOP_SMOKING),
        ([SNOMED], ServiceKind.PODIATRY),
        ([SNOMED, TERM], ServiceKind.PODIATRY),
        ([{"name": "x", "term_uri": "http://snomed.info/id/310087009"}], ServiceKind.PODIATRY),
        ([TERM, {"name": "Bereavement support"}], None),
        ([{"name": "Lonely"}], None),
        ([], None),
    ],
)
def test_the_kind_is_told_from_terms_where_they_are_certain(
    tmp_path: Path, terms: list[dict[str, str]], kind: ServiceKind | None
) -> None:
    attributes = [{"taxonomy_term": term} for term in terms]
    found = reading(tmp_path, one(attributes=attributes))
    assert [each.kind for each in found.services] == ([kind] if kind else [])
    if kind is None:
        assert found.unkinded[0].terms == tuple(term["name"] for term in terms)
        chosen = found.unkinded[0].of_kind(ServiceKind.FOOD)
        assert (chosen.kind, chosen.name) == (ServiceKind.FOOD, "Quit")


def test_a_snomed_code_is_kept_with_its_term_and_a_wrong_one_told(tmp_path: Path) -> None:
    right = read_one(tmp_path, attributes=[{"taxonomy_term": SNOMED}])
    assert (right.snomed_code, right.snomed_term) == ("310087009", "Podiatry service")
    wrong = {"taxonomy_term": SNOMED | {"name": "x", "code": "310087000"}}
    found = reading(tmp_path, one(attributes=[wrong, {"taxonomy_term": TERM}]))
    assert found.services[0].snomed_code == ""
    assert "its check digit fails" in said(found)


@pytest.mark.parametrize(
    ("schedules", "hours"),
    [
        ([WEEK], "Mo-Tu 09:00-17:00"),
        ([WEEK, WEEK | {"byday": "SA", "closes_at": "12:00"}], "Mo-Tu 09:00-17:00; Sa 09:00-12:00"),
        ([WEEK | {"freq": "DAILY", "byday": None}], "Mo-Su 09:00-17:00"),
        ([WEEK | {"byday": "", "dtstart": "2026-01-07"}], "We 09:00-17:00"),
        ([WEEK | {"freq": "MONTHLY", "byday": "2TU"}], "Tu[2] 09:00-17:00"),
        ([WEEK | {"freq": "MONTHLY", "byday": "-1FR"}], "Fr[-1] 09:00-17:00"),
        ([WEEK | {"closes_at": "00:00"}], "Mo-Tu 09:00-24:00"),
        ([WEEK | {"closes_at": "23:59:59"}], "Mo-Tu 09:00-24:00"),
        ([WEEK | {"opens_at": "20:00", "closes_at": "02:00"}], "Mo-Tu 20:00-02:00"),
        ([WEEK | {"interval": 1, "valid_from": "2026-01-01"}], "Mo-Tu 09:00-17:00"),
        ([WEEK | {"valid_to": "2026-05-31"}], ""),
        ([WEEK | {"until": "2020-01-01"}], ""),
        ([], ""),
    ],
)
def test_schedules_become_hours(
    tmp_path: Path, schedules: list[dict[str, Any]], hours: str
) -> None:
    assert read_one(tmp_path, schedules=schedules).schedule == hours


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"interval": 2}, "interval: is not every week"),
        ({"freq": "YEARLY"}, 'freq: "YEARLY" is not understood'),
        ({"freq": "MONTHLY"}, "byday: does not say which week of the month"),
        ({"bymonthday": "1,2"}, "bymonthday: limits the days"),
        ({"count": 3}, "count: limits the days"),
        ({"byday": "MO,XX"}, 'byday: "MO,XX" is not understood'),
        ({"byday": None}, "byday: is empty"),
        ({"opens_at": None}, 'opens_at: "" is not a time'),
        ({"closes_at": "late"}, 'closes_at: "late" is not a time'),
        ({"closes_at": "08:00"}, '"09:00:00-08:00" cannot be right'),
        ({"valid_from": "2027-01-01"}, "valid_from: holds only from 2027-01-01"),
    ],
)
def test_a_schedule_that_is_not_certain_shows_no_hours_but_keeps_the_words(
    tmp_path: Path, change: dict[str, Any], sentence: str
) -> None:
    words = {"description": "Every second Monday"}
    found = reading(tmp_path, one(schedules=[WEEK, WEEK | change | words]))
    (quit_service,) = found.services
    assert quit_service.schedule == ""
    assert "Hours, in the source's words:" in quit_service.description
    assert "Every second Monday" in quit_service.description
    assert "MO,TU 09:00-17:00 weekly" in quit_service.description
    assert sentence in said(found)


def test_hours_that_end_are_due_for_a_look_by_then(tmp_path: Path) -> None:
    schedules = [WEEK | {"valid_to": "2026-12-31"}, WEEK | {"valid_to": "2026-09-30"}]
    assert read_one(tmp_path, schedules=schedules).review_due == date(2026, 9, 30)


LOCATION = {
    "id": "L1", "location_type": "physical", "name": "Hall", "latitude": 51.46, "longitude": -2.56,
    "addresses": [
        {"address_1": "PO Box 1", "address_type": "postal", "postal_code": "BS1 1AA"},
        {"address_1": "1 High St", "city": "Bristol", "postal_code": "bs56xx"},
    ],
    "phones": [{"number": "0117 496 0123"}],
    "external_identifier": "FA512", "external_identifier_type": "ODS",
}  # fmt: skip


def test_a_place_has_its_address_position_phone_and_hours(tmp_path: Path) -> None:
    at_location = {"id": "X", "location": LOCATION, "schedules": [WEEK]}
    (place,) = read_one(tmp_path, service_at_locations=[at_location, at_location]).locations
    assert place.location.address == "1 High St, Bristol"
    assert place.location.postal_code == "BS5 6XX"
    assert place.location.position == Position(51.46, -2.56)
    assert place.location.ods_code == "FA512"
    assert place.phones == (Phone("0117 496 0123"),)
    assert place.schedule == "Mo-Tu 09:00-17:00"


def test_a_place_without_an_id_is_refused_and_odd_ones_are_told(tmp_path: Path) -> None:
    odd = {"id": "L2", "location_type": "cloud", "external_identifier": "F#",
           "external_identifier_type": "ODS site"}  # fmt: skip
    places = [{"location": {"name": "No id"}}, {"location": odd}]
    found = reading(tmp_path, one(service_at_locations=places))
    (place,) = found.services[0].locations
    assert place.location.name == "Quit"
    assert place.location.location_type is LocationType.PHYSICAL
    assert "names no location with an id" in said(found)
    assert '"cloud" is not physical, postal or virtual' in said(found)
    assert '"F#" is not an ODS code' in said(found)


def test_phones_of_contacts_count_and_faxes_do_not(tmp_path: Path) -> None:
    phones = [
        {"number": "01174960123", "extension": "12"},
        {"number": "0117 496 0199", "type": "fax"},
        {"number": "0117 496 0123"},
        {"number": "none of your business"},
    ]
    contacts = [{"title": "Duty worker", "phones": [{"number": "07700900001"}]}]
    found = reading(tmp_path, one(phones=phones, contacts=contacts))
    assert found.services[0].phones == (
        Phone("0117 496 0123", "ext. 12"),
        Phone("07700 900001", "Duty worker"),
    )
    assert "holds no telephone number that exists here" in said(found)


def test_an_organization_lends_its_phone_and_ods_code(tmp_path: Path) -> None:
    codes = [
        {"identifier_scheme": "GB-COH", "identifier_type": "Company", "identifier": "1"},
        {"identifier_scheme": "ODS", "identifier_type": "ODS", "identifier": "rj1"},
    ]
    organization = {"id": "O1", "name": "Trust", "phones": [{"number": "111"}]}
    organization["organization_identifiers"] = codes
    found = read_one(tmp_path, organization=organization)
    assert found.phones == (Phone("111"),)
    assert (found.organization.id, found.organization.ods_code) == ("O1", "RJ1")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("active", Status.ACTIVE),
        (None, Status.ACTIVE),
        ("temporarily closed", Status.PAUSED),
        ("inactive", Status.CLOSED),
        ("defunct", Status.CLOSED),
        ("on fire", Status.PAUSED),
    ],
)
def test_a_status_that_is_not_known_counts_as_paused(
    tmp_path: Path, text: str | None, status: Status
) -> None:
    found = reading(tmp_path, one(status=text))
    assert found.services[0].status is status
    assert ("counts as paused" in said(found)) is (text == "on fire")


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ({"minimum_age": 12, "maximum_age": 100}, (12, None)),
        ({"minimum_age": 0, "maximum_age": 17}, (None, 18)),
        ({"minimum_age": "65"}, (65, None)),
        ({"minimum_age": 0.5, "maximum_age": 4}, (0.5, 5)),
        ({"minimum_age": 0, "maximum_age": 120}, None),
        ({"minimum_age": 20, "maximum_age": 10}, None),
        ({"minimum_age": "adult"}, None),
        ({"minimum_age": -1}, None),
        ({"eligibilitys": [{"minimum_age": 16, "maximum_age": 24}]}, (16, 25)),
        ({"eligibilitys": [{"minimum_age": 16}, {"minimum_age": 60}]}, None),
    ],
)
def test_ages_become_a_rule(
    tmp_path: Path, ages: dict[str, Any], expected: tuple[float | None, float | None] | None
) -> None:
    rules = read_one(tmp_path, **ages).rules
    if expected is None:
        assert rules == ()
    else:
        (rule,) = rules
        assert isinstance(rule, AgeRule)
        assert (rule.age_min_years, rule.age_max_years) == expected
        assert rule.evidence.source == "Open Referral: page"


def test_costs_area_and_entry_are_said_in_words(tmp_path: Path) -> None:
    found = read_one(
        tmp_path,
        description="<p>Groups &amp; calls</p>",
        fees="Free for most",
        cost_options=[
            {"option": "Others", "amount": 5, "amount_description": "a week"},
            {"option": "Old", "amount": 9, "valid_to": "2020-01-01"},
        ],
        eligibility_description="Smokers.",
        service_areas=[{"name": "Bristol"}, {"name": "Bristol"}],
    )
    assert found.description == "Groups & calls. Cost: Free for most; Others: £5 a week."
    assert found.eligibility_description == "Smokers. Area: Bristol."


def test_values_that_cannot_be_used_empty_only_themselves(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        one(url="see leaflet", email="n/a", assured_date="last year", description="x " * 1500),
    )
    (quit_service,) = found.services
    assert (quit_service.url, quit_service.email) == ("", "")
    assert quit_service.assurance.assured_date is None
    assert len(quit_service.description) <= 2000
    told = said(found)
    assert '"see leaflet" is not a web address' in told
    assert '"last year" is not a date' in told
    assert "longer than 2,000 letters" in told
    assert found.refused == ()


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (one(id=None), "has no id"),
        (one(name=" "), "has no name"),
        ({"id": "T1", "name": "A term"}, "is not a service"),
        ("text", "is no object"),
    ],
)
def test_an_entry_that_is_no_service_is_refused(tmp_path: Path, entry: Any, sentence: str) -> None:
    found = reading(tmp_path, one(id="S0"), entry)
    assert len(found.services) == 1
    assert str(found.refused[0]).startswith("page.json, entry 2")
    assert sentence in str(found.refused[0])


def test_services_at_locations_are_put_together(tmp_path: Path) -> None:
    entries = [
        {"id": f"X{number}", "service": one(), "location": LOCATION | {"id": f"L{number}"}}
        for number in (1, 2)
    ]
    found = reading(tmp_path, *entries)
    assert [place.location.id for place in found.services[0].locations] == ["L1", "L2"]
    assert found.refused == ()


def test_several_pages_are_one_directory_and_a_missing_one_is_told(tmp_path: Path) -> None:
    for number in (1, 3):
        page = {"page_number": number, "total_pages": 3, "contents": [one(id=f"S{number}")]}
        written(tmp_path, f"page{number}.json", json.dumps(page).encode())
    found = read(tmp_path)
    assert len(found.services) == 2
    assert "1 of 3 pages of the directory are not here" in said(found)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        for number in (1, 3):
            packed.write(tmp_path / f"page{number}.json", f"page{number}.json")
    assert len(read(tmp_path / "all.zip").services) == 2


@pytest.mark.parametrize(
    "raw",
    [json.dumps(one()).encode(), json.dumps([one()]).encode(), b"\xef\xbb\xbf" + json.dumps(
        {"services": [one()]}).encode(), json.dumps(one()).encode("utf-16")],
    ids=["single", "list", "with a mark", "UTF-16"],
)  # fmt: skip
def test_a_single_service_or_a_list_is_read(tmp_path: Path, raw: bytes) -> None:
    assert read(written(tmp_path, "x.txt", raw)).services[0].name == "Quit"


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b'{"contents": [', "is not whole"),
        (b"[" * 100_000, "is not whole"),
        (b'{"contents": []}', "holds no services"),
        (b"[]", "holds no services"),
    ],
    ids=["cut off", "far too deep", "an empty page", "an empty list"],
)
def test_json_without_services_is_refused_in_a_sentence(
    tmp_path: Path, raw: bytes, sentence: str
) -> None:
    with pytest.raises(UserMistake, match=sentence):
        read(written(tmp_path, "x.json", raw))
