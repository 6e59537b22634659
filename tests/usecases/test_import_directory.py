"""An import: previewed, decided on, confirmed or given up, undone; never half of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from signpost.domain.directory_change import (
    ChangeKind,
    Decision,
    DirectoryChange,
    FieldChange,
    LineKind,
)
from signpost.domain.faults import ContentFault
from signpost.domain.incoming import Incoming, PlaceList, Unkinded
from signpost.domain.place import Location
from signpost.domain.service import Organization, Phone, Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake
from signpost.exchange.reading import ReadingCancelledError
from signpost.storage.database import Database
from signpost.usecases.import_directory import ENTRIES_AT_A_TIME, ImportChoices, ImportDirectory

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
ANY = ImportChoices()
PHYSIO = Service(
    "P1",
    "Hill physiotherapy",
    ServiceKind.PHYSIOTHERAPY,
    Organization("P1", "Hill Practice", "H1234"),
    phones=(Phone("01632 960111"),),
)
FIRST = Service(
    "PF", "Pharmacy First", ServiceKind.PHARMACY_FIRST, Organization("PF", "Pharmacies")
)


def pharmacy(number: int, name: str = "Pharmacy") -> ServiceAtLocation:
    location = Location(f"F{number}", f"{name} {number}", postal_code="BS1 1AA", ods_code="")
    return ServiceAtLocation(location, schedule="Mo-Fr 09:00-18:00")


def listed(*places: ServiceAtLocation, feed: str = "list") -> Incoming:
    return Incoming(
        feed, lists=(PlaceList("Pharmacies", (ServiceKind.PHARMACY_FIRST,), tuple(places)),)
    )


@pytest.fixture
def imports(database: Database) -> ImportDirectory:
    edit(database, PHYSIO, FIRST)
    return ImportDirectory(database)


def edit(database: Database, *services: Service, columns: tuple[str, ...] = ()) -> None:
    with database.transaction() as stores:
        stores.directory_writer().edit(
            DirectoryChange(0, ChangeKind.EDIT, NOW),
            services,
            edited={service.id: columns for service in services},
        )


def now(database: Database) -> dict[str, Service]:
    with database.reading() as stores:
        return {each.id: each for each in stores.directory().every_service()}


def test_nothing_is_live_before_it_is_confirmed(
    imports: ImportDirectory, database: Database
) -> None:
    before = now(database)
    new = replace(PHYSIO, id="P2", name="Vale physiotherapy", organization=FIRST.organization)
    renamed = replace(PHYSIO, name="Hill MSK")
    preview = imports.stage(Incoming("file", services=(renamed, new)), "file.csv", ANY)
    assert preview.counts == {LineKind.CHANGED: 1, LineKind.NEW: 1}
    assert now(database) == before
    (line,) = imports.lines(LineKind.CHANGED)
    assert line.fields == (FieldChange("name", "Hill physiotherapy", "Hill MSK"),)
    imports.confirm(NOW, None)
    assert now(database) == {**before, "P1": renamed, "P2": new}
    assert imports.preview() is None


def test_the_same_file_again_changes_nothing(imports: ImportDirectory) -> None:
    places = [pharmacy(number) for number in range(3)]
    incoming = replace(listed(*places), services=(replace(PHYSIO, locations=(places[0],)),))
    imports.stage(incoming, "file", ANY)
    imports.confirm(NOW, None)
    again = imports.stage(incoming, "file", ANY)
    assert again.counts == {}
    assert again.changes_nothing


def test_columns_that_a_file_never_fills_stay_as_they_are_here(
    imports: ImportDirectory, database: Database
) -> None:
    edit(database, replace(PHYSIO, owner="Jo", alert="Ring first"), columns=("owner", "alert"))
    imports.stage(Incoming("file", services=(replace(PHYSIO, name="Hill MSK"),)), "file", ANY)
    assert imports.lines(LineKind.KEPT) == ()
    imports.confirm(NOW, None)
    assert now(database)["P1"] == replace(PHYSIO, name="Hill MSK", owner="Jo", alert="Ring first")


@pytest.mark.parametrize("decision", [Decision.LEAVE, Decision.TAKE])
def test_what_was_edited_by_hand_is_overwritten_only_on_request(
    imports: ImportDirectory, database: Database, decision: Decision
) -> None:
    ours = replace(PHYSIO, phones=(Phone("01632 960999", "new line"),))
    theirs = replace(PHYSIO, name="Hill MSK", phones=(Phone("01632 960222"),))
    edit(database, ours, columns=("phones",))
    preview = imports.stage(Incoming("file", services=(theirs,)), "file", ANY)
    assert preview.counts == {LineKind.CHANGED: 1, LineKind.KEPT: 1}
    (line,) = imports.lines(LineKind.KEPT)
    assert line.fields == (FieldChange("phones", "new line: 01632 960999", "01632 960222"),)
    assert line.decision is Decision.LEAVE
    imports.decide(LineKind.KEPT, decision)
    imports.confirm(NOW, None)
    phones = ours.phones if decision is Decision.LEAVE else theirs.phones
    assert now(database)["P1"] == replace(theirs, phones=phones)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision.LEAVE, {"P1": PHYSIO}),
        (Decision.MERGE, {"P1": replace(PHYSIO, name="Hill MSK", email="hill@example.org")}),
    ],
)
def test_a_new_entry_with_a_known_ods_code_is_merged_only_on_request(
    imports: ImportDirectory,
    database: Database,
    decision: Decision,
    expected: dict[str, Service],
) -> None:
    twin = replace(PHYSIO, id="X9", name="Hill MSK", email="hill@example.org")
    twin = replace(twin, organization=replace(PHYSIO.organization))
    imports.stage(Incoming("file", services=(twin,)), "file", ANY)
    (line,) = imports.lines(LineKind.DUPLICATE)
    assert (line.other_id, line.reason) == ("P1", "It has the same ODS code as Hill physiotherapy.")
    imports.decide(LineKind.DUPLICATE, decision)
    imports.confirm(NOW, None)
    assert now(database) == {**expected, "PF": FIRST}


def test_a_new_entry_that_looks_like_another_can_be_added_beside_it(
    imports: ImportDirectory, database: Database
) -> None:
    twin = replace(PHYSIO, id="X9", locations=(pharmacy(1),))
    imports.stage(Incoming("file", services=(twin,)), "file", ANY)
    imports.decide(LineKind.DUPLICATE, Decision.TAKE)
    imports.confirm(NOW, None)
    assert now(database) == {"P1": PHYSIO, "PF": FIRST, "X9": twin}


def test_single_lines_can_be_left_out(imports: ImportDirectory, database: Database) -> None:
    new = [replace(PHYSIO, id=f"N{n}", organization=FIRST.organization) for n in range(3)]
    new[1] = replace(new[1], locations=(pharmacy(1),))
    imports.stage(Incoming("file", services=tuple(new)), "file", ANY)
    out = [line.position for line in imports.lines(LineKind.NEW) if line.entity_id != "N0"]
    imports.decide(LineKind.NEW, Decision.LEAVE, out)
    imports.confirm(NOW, None)
    assert set(now(database)) == {"P1", "PF", "N0"}


def test_places_of_a_list_are_offered_at_the_services_of_its_kinds(
    imports: ImportDirectory, database: Database
) -> None:
    places = [pharmacy(number) for number in range(ENTRIES_AT_A_TIME + 3)]
    imports.stage(listed(*places), "file", ANY)
    imports.confirm(NOW, None)
    services = now(database)
    assert set(services["PF"].locations) == set(places)
    assert services["P1"].locations == ()
    imports.stage(listed(*places[1:]), "file", ANY)
    (line,) = imports.lines(LineKind.REMOVED)
    assert line.name == "Pharmacy 0"
    imports.confirm(NOW, None)
    assert set(now(database)["PF"].locations) == set(places[1:])


def test_a_local_service_counts_as_filled_once_a_list_says_where_it_is_given(
    imports: ImportDirectory, database: Database
) -> None:
    edit(database, replace(FIRST, is_local=True, is_filled=False))
    imports.stage(listed(pharmacy(1)), "file", ANY)
    (line,) = imports.lines(LineKind.CHANGED)
    assert line.fields == (FieldChange("is_filled", "no", "yes"),)
    generation = imports.confirm(NOW, None)
    assert not now(database)["PF"].is_unfilled
    imports.undo(generation, NOW, None)
    assert now(database)["PF"].is_unfilled


def test_a_place_that_is_there_under_another_id_is_not_doubled(
    imports: ImportDirectory, database: Database
) -> None:
    edit(database, replace(PHYSIO, locations=(pharmacy(1),)))
    same = replace(pharmacy(1), location=replace(pharmacy(1).location, id="OTHER"))
    imports.stage(listed(same, pharmacy(2)), "file", ANY)
    imports.confirm(NOW, None)
    ids = {place.location.id for place in now(database)["PF"].locations}
    assert ids == {"F1", "F2"}


def test_services_without_a_kind_get_the_one_that_is_chosen_for_their_term(
    imports: ImportDirectory, database: Database
) -> None:
    unkinded = Unkinded(replace(PHYSIO, id="U1", organization=FIRST.organization), ("Back class",))
    incoming = Incoming("file", unkinded=(unkinded,))
    imports.stage(incoming, "file", ANY)
    (line,) = imports.lines(LineKind.REFUSED)
    assert "Choose a kind" in line.reason
    imports.give_up()
    chosen = ImportChoices(kind_of_term={"Back class": ServiceKind.FALLS})
    imports.stage(incoming, "file", chosen)
    imports.confirm(NOW, None)
    assert now(database)["U1"].kind is ServiceKind.FALLS


def test_refused_rows_are_told_with_their_reason(imports: ImportDirectory) -> None:
    fault = ContentFault("list.csv", "row 7", "has no name. Write one.")
    imports.stage(Incoming("file", refused=(fault,)), "list.csv", ANY)
    (line,) = imports.lines(LineKind.REFUSED)
    assert (line.name, line.reason) == ("list.csv, row 7", "has no name. Write one.")


def test_only_a_file_that_is_the_whole_directory_removes_others_entries(
    imports: ImportDirectory, database: Database
) -> None:
    incoming = Incoming("file", services=(PHYSIO,))
    imports.stage(incoming, "file", ANY)
    assert imports.lines(LineKind.REMOVED) == ()
    imports.give_up()
    imports.stage(incoming, "file", ImportChoices(whole=True))
    assert [line.entity_id for line in imports.lines(LineKind.REMOVED)] == ["PF"]
    imports.confirm(NOW, None)
    assert now(database) == {"P1": PHYSIO}


def cancel_after(times: int) -> Callable[[], bool]:
    asked = iter([False] * times)
    return lambda: next(asked, True)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_cancelled_import_leaves_nothing(
    imports: ImportDirectory, database: Database, steps: int
) -> None:
    before = now(database)
    incoming = replace(listed(pharmacy(1)), services=(replace(PHYSIO, name="theirs"),))
    with pytest.raises(ReadingCancelledError):
        imports.stage(incoming, "file", ANY, cancelled=cancel_after(steps))
    assert imports.preview() is None
    assert now(database) == before
    assert imports.stage(incoming, "file", ANY).counts


def test_an_import_is_undone_with_one_step(imports: ImportDirectory, database: Database) -> None:
    before = now(database)
    incoming = replace(listed(pharmacy(1)), services=(replace(PHYSIO, name="theirs"),))
    imports.stage(incoming, "file", ANY)
    generation = imports.confirm(NOW, None)
    edit(database, replace(now(database)["PF"], name="Pharmacy First here"), columns=("name",))
    imports.undo(generation, NOW, None)
    undone = now(database)
    assert undone["P1"] == before["P1"]
    assert undone["PF"].name == "Pharmacy First here"
    assert undone["PF"].locations == ()
    with database.reading() as stores:
        latest = stores.directory().changes()[0]
    assert (latest.kind, latest.undoes) == (ChangeKind.UNDO, generation)


def test_an_import_that_was_given_up_elsewhere_cannot_be_confirmed(
    imports: ImportDirectory,
) -> None:
    imports.stage(listed(pharmacy(1)), "file", ANY)
    imports.give_up()
    with pytest.raises(UserMistake, match="Read it again"):
        imports.confirm(NOW, None)


def test_the_generation_is_told_before_it_is_live(
    imports: ImportDirectory, database: Database
) -> None:
    imports.stage(Incoming("file", services=(replace(PHYSIO, name="theirs"),)), "file", ANY)
    seen: list[tuple[int, str]] = []

    def look(generation: int) -> None:
        with database.reading() as stores:
            staged = stores.directory().services(["P1"], generation)["P1"].name
        seen.append((generation, f"{now(database)['P1'].name} then {staged}"))

    generation = imports.confirm(NOW, None, look)
    assert seen == [(generation, "Hill physiotherapy then theirs")]
