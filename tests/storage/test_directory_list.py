"""Lists, places, history and reports read the same on the desk's file and on a server."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.directory_listing import Listed, Wanted
from signpost.domain.eligibility import AgeRule, Evidence
from signpost.domain.place import Location
from signpost.domain.record_id import new_id
from signpost.domain.service import Assurance, Service, ServiceAtLocation, Status
from signpost.domain.service_kind import ServiceKind
from signpost.storage.database import Database
from signpost.storage.directory_store import SERVICES
from signpost.storage.directory_versions import Versions
from tests.domain.services import service

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
TODAY = NOW.date()
EDIT = DirectoryChange(0, ChangeKind.EDIT, NOW)
PAST = date(2026, 11, 2)
DUE = service(
    "A", ServiceKind.PHYSIOTHERAPY, name="Über physio", assurance=Assurance(None, "", PAST)
)
RULE_DUE = service(
    "B",
    ServiceKind.PHYSIOTHERAPY,
    name="beta",
    rules=(AgeRule(18, None, Evidence("page", review_date=PAST)),),
)
TODAY_DUE = service("C", ServiceKind.WELLBEING, assurance=Assurance(None, "", TODAY))
CLOSED = replace(DUE, id="D", status=Status.CLOSED)


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, database: Database) -> Iterator[Database]:
    if request.param == "sqlite":
        yield database
        return
    server = Database(request.getfixturevalue("postgresql"))
    yield server
    server.close()


@pytest.fixture
def whose() -> str:
    """A directory of its own for each test, so that the server's state does not matter."""
    return new_id(datetime.now(UTC))


def put(both: Database, whose: str, *services: Service) -> None:
    with both.transaction() as stores:
        stores.directory_writer(whose).edit(EDIT, services, edited={}, feed="file")


def ids(both: Database, whose: str, wanted: Wanted) -> list[str]:
    with both.reading() as stores:
        return [entry.id for entry in stores.entries(TODAY, whose).page(wanted)]


def test_an_entry_is_due_by_its_own_date_or_by_that_of_a_rule(both: Database, whose: str) -> None:
    put(both, whose, DUE, RULE_DUE, TODAY_DUE, CLOSED)
    assert sorted(ids(both, whose, Wanted(Listed.DUE))) == ["A", "B"]
    with both.reading() as stores:
        entries = {entry.id: entry for entry in stores.entries(TODAY, whose).page(Wanted())}
        counts = stores.entries(TODAY, whose).counts()
    assert [entries[each].due for each in "ABC"] == [PAST, PAST, TODAY]
    assert counts[Listed.DUE] == 2
    assert counts[Listed.CLOSED] == 1


def test_kind_and_feed_narrow_a_list(both: Database, whose: str) -> None:
    put(both, whose, DUE, TODAY_DUE)
    assert ids(both, whose, Wanted(kind=ServiceKind.WELLBEING)) == ["C"]
    assert ids(both, whose, Wanted(feed="file", words="physio")) == ["A"]
    assert ids(both, whose, Wanted(feed="")) == []
    with both.reading() as stores:
        entries = stores.entries(TODAY, whose)
        assert entries.feeds() == ("file",)
        assert entries.kinds() == {ServiceKind.PHYSIOTHERAPY: 1, ServiceKind.WELLBEING: 1}


def test_pages_follow_each_other_without_gap_or_repeat(both: Database, whose: str) -> None:
    many = [service(f"S{number}", ServiceKind.WELLBEING, name="same") for number in range(25)]
    put(both, whose, *many, DUE)
    found: list[str] = []
    with both.reading() as stores:
        entries = stores.entries(TODAY, whose)
        while page := entries.page(Wanted(), found[-1] if found else "", limit=7):
            found += [entry.id for entry in page]
    assert sorted(found) == sorted(each.id for each in (*many, DUE))
    assert len(found) == 26


def test_places_come_by_name_and_by_part_of_a_postcode(both: Database, whose: str) -> None:
    places = [
        ServiceAtLocation(
            Location(f"L{number}", f"Place {number:02}", postal_code=f"BS{number} 1AA")
        )
        for number in range(12)
    ]
    put(both, whose, replace(DUE, locations=tuple(places)))
    with both.reading() as stores:
        listed = stores.places(whose)
        assert listed.count("A") == 12
        first = listed.page("A", limit=5)
        rest = listed.page("A", after=first[-1].location.id)
        assert [place.location.id for place in (*first, *rest)] == [f"L{n}" for n in range(12)]
        assert [place.location.id for place in listed.page("A", "place bs7")] == ["L7"]


def test_what_is_only_staged_is_in_no_history(both: Database, whose: str) -> None:
    put(both, whose, DUE)
    with both.transaction() as stores:
        generation = stores.directory_writer(whose).begin_stage("file", "f.csv")
        Versions(stores._session, whose).end(SERVICES, [("A",)], generation - 1, generation)
    with both.reading() as stores:
        [only] = stores.history(whose).of("service", "A")
    assert only.is_first
