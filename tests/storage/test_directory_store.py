"""The directory in the database: entries come back whole, edits keep history, imports swap."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.place import Location, Position
from signpost.domain.service import Organization, Phone, Service, ServiceAtLocation, Status
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake
from signpost.exchange.directory_file import read_directory
from signpost.storage.database import Database
from signpost.storage.directory_rows import service_values
from signpost.storage.directory_store import SERVICES
from signpost.storage.directory_versions import Versions

SEED = Path(__file__).parents[2] / "directory_seed"
NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
EDIT = DirectoryChange(0, ChangeKind.EDIT, NOW)
PHYSIO = Service(
    "P1", "Hill physiotherapy", ServiceKind.PHYSIOTHERAPY, Organization("P1", "Hill Practice")
)
HIGH_STREET = ServiceAtLocation(
    Location("L1", "High Street", postal_code="BS1 1AA", position=Position(51.45, -2.59)),
    (Phone("01632 960111", "reception"),),
    "Mo-Fr 09:00-17:00",
)


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, database: Database) -> Iterator[Database]:
    """The same tests on the desk's file and on a server."""
    if request.param == "sqlite":
        yield database
        return
    server = Database(request.getfixturevalue("postgresql"))
    yield server
    server.close()


def owner(both: Database) -> str:
    """A directory of its own for each test, so that the server's state does not matter."""
    from signpost.domain.record_id import new_id  # noqa: PLC0415

    return new_id(datetime.now(UTC))


def put(both: Database, whose: str, *services: Service, edited: dict[str, list[str]]) -> int:
    with both.transaction() as stores:
        return stores.directory_writer(whose).edit(EDIT, services, edited=edited, feed="ours")


def read(both: Database, whose: str, at: int | None = None) -> dict[str, Service]:
    with both.reading() as stores:
        return {each.id: each for each in stores.directory(whose).every_service(at)}


def in_order(service: Service) -> Service:
    places = sorted(service.locations, key=lambda place: place.location.id)
    return replace(service, locations=tuple(places))


def test_the_whole_example_directory_comes_back_as_it_was(both: Database) -> None:
    whose = owner(both)
    services = read_directory(SEED / "starter", SEED / "example").directory.services
    put(both, whose, *services, edited={})
    assert read(both, whose) == {service.id: in_order(service) for service in services}


def test_a_place_that_is_different_for_one_service_stays_so(both: Database) -> None:
    whose = owner(both)
    own_hours = replace(HIGH_STREET, schedule="Sa 10:00-12:00", alert="Ring the bell")
    first = replace(PHYSIO, locations=(HIGH_STREET,))
    second = replace(PHYSIO, id="P2", locations=(own_hours,))
    put(both, whose, first, second, edited={})
    assert read(both, whose) == {"P1": first, "P2": second}


def test_every_earlier_state_can_be_read(both: Database) -> None:
    whose = owner(both)
    renamed = replace(PHYSIO, name="Hill MSK", locations=(HIGH_STREET,))
    first = put(both, whose, PHYSIO, edited={})
    second = put(both, whose, renamed, edited={"P1": ["name"]})
    assert (read(both, whose, first), read(both, whose, second)) == (
        {"P1": PHYSIO},
        {"P1": renamed},
    )
    with both.reading() as stores:
        store = stores.directory(whose)
        assert store.versions("P1") == ((first, PHYSIO), (second, renamed))
        assert [each.generation for each in store.changes()] == [second, first]


def test_a_removed_service_is_gone_and_its_history_stays(both: Database) -> None:
    whose = owner(both)
    first = put(both, whose, PHYSIO, edited={})
    with both.transaction() as stores:
        stores.directory_writer(whose).remove(EDIT, ["P1"])
    assert read(both, whose) == {}
    assert read(both, whose, first) == {"P1": PHYSIO}


def stage(both: Database, whose: str, *services: Service, ended: tuple[str, ...] = ()) -> None:
    with both.transaction() as stores:
        writer = stores.directory_writer(whose)
        generation = writer.begin_stage("pharmacies", "list.csv")
        versions = Versions(stores._session, whose)
        keys = [(service.id,) for service in services] + [(each,) for each in ended]
        versions.end(SERVICES, keys, generation - 1_000_000, generation)
        rows = [{**service_values(each), "feed": "list", "edited": []} for each in services]
        versions.begin(SERVICES, rows, generation)


def swap(both: Database, whose: str) -> int:
    with both.transaction() as stores:
        return stores.directory_writer(whose).swap(
            DirectoryChange(0, ChangeKind.IMPORT, NOW, feed="list")
        )


def test_what_is_staged_is_seen_only_after_the_swap(both: Database) -> None:
    whose = owner(both)
    put(both, whose, PHYSIO, replace(PHYSIO, id="P2"), edited={})
    before = read(both, whose)
    renamed, new = replace(PHYSIO, name="New name"), replace(PHYSIO, id="P3")
    stage(both, whose, renamed, new, ended=("P2",))
    assert read(both, whose) == before
    assert swap(both, whose) == 0
    assert read(both, whose) == {"P1": renamed, "P3": new}


def test_what_was_edited_meanwhile_is_kept_at_the_swap(both: Database) -> None:
    whose = owner(both)
    second, third = replace(PHYSIO, id="P2"), replace(PHYSIO, id="P3")
    put(both, whose, PHYSIO, second, third, edited={})
    stage(both, whose, replace(PHYSIO, name="theirs"), replace(third, name="theirs"), ended=("P2",))
    ours, paused = replace(PHYSIO, name="ours"), replace(second, status=Status.PAUSED)
    put(both, whose, ours, paused, edited={"P1": ["name"], "P2": ["status"]})
    assert read(both, whose) == {"P1": ours, "P2": paused, "P3": third}
    assert swap(both, whose) == 1
    assert read(both, whose) == {"P1": ours, "P2": paused, "P3": replace(third, name="theirs")}


def test_a_staged_import_given_up_leaves_nothing(both: Database) -> None:
    whose = owner(both)
    put(both, whose, PHYSIO, replace(PHYSIO, id="P2"), edited={})
    before = read(both, whose)
    stage(both, whose, replace(PHYSIO, name="theirs"), ended=("P2",))
    with both.transaction() as stores:
        while stores.directory_writer(whose).drop_some_staged():
            pass
    assert read(both, whose) == before
    with pytest.raises(UserMistake, match="no import to confirm"):
        swap(both, whose)


def test_only_one_import_can_be_staged(both: Database) -> None:
    whose = owner(both)
    stage(both, whose, PHYSIO)
    with pytest.raises(UserMistake, match="Another import"):
        stage(both, whose, PHYSIO)


def test_a_paused_day_comes_back_as_a_day(both: Database) -> None:
    whose = owner(both)
    paused = replace(PHYSIO, status=Status.PAUSED, paused_until=date(2026, 12, 1))
    put(both, whose, paused, edited={})
    assert read(both, whose)["P1"].paused_until == date(2026, 12, 1)


STEPS = st.lists(
    st.tuples(st.sampled_from(["P1", "P2", "P3"]), st.sampled_from(["edit", "remove"])), max_size=6
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS, STEPS)
def test_undoing_an_import_gives_the_directory_back_but_for_later_edits(
    database: Database, staged: list[tuple[str, str]], later: list[tuple[str, str]]
) -> None:
    whose = owner(database)
    put(database, whose, PHYSIO, replace(PHYSIO, id="P2"), edited={})
    before = read(database, whose)
    last = dict(staged)
    changed = [replace(PHYSIO, id=each, name="theirs") for each, do in last.items() if do == "edit"]
    stage(database, whose, *changed, ended=tuple(e for e, do in last.items() if do == "remove"))
    swap(database, whose)
    for number, (each, do) in enumerate(later):
        if do == "edit":
            put(database, whose, replace(PHYSIO, id=each, name=f"later {number}"), edited={})
        else:
            with database.transaction() as stores:
                stores.directory_writer(whose).remove(EDIT, [each])
    now = read(database, whose)
    with database.transaction() as stores:
        store, writer = stores.directory(whose), stores.directory_writer(whose)
        imported = next(c.generation for c in store.changes() if c.kind is ChangeKind.IMPORT)
        base = store.generation()
        generation = writer.begin_stage("", "")
        versions, last_key = Versions(stores._session, whose), ()
        while last_key := versions.reverse(SERVICES, imported, base, generation, last_key):
            pass
    swap(database, whose)
    touched = {each for each, _ in later}
    undone = read(database, whose)
    for each in ("P1", "P2", "P3"):
        if each not in touched:
            assert undone.get(each) == before.get(each)
        elif each in now:
            assert undone.get(each) == now.get(each)
