"""The directory that comes with the program: filled once, kept, and searched through its index."""

from dataclasses import replace
from pathlib import Path

import pytest

from signpost.build import Desk, build_desk
from signpost.domain.caller import PatientFacts
from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.local_time import local_time
from signpost.domain.place import Position
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import RecordMode
from signpost.paths import bundled
from signpost.storage.directory_store import DirectoryStore
from signpost.usecases import prepare_search
from signpost.usecases.choose_directory import DirectoryName
from signpost.usecases.fill_directory import EXAMPLE_OWNER, FEED, FillDirectory
from signpost.usecases.named_directory import read_named
from tests.desk import NOW
from tests.domain.services import topic

STARTER, EXAMPLE = DirectoryName.STARTER, DirectoryName.EXAMPLE
EYE = topic("red_eye", ServiceKind.OPTICIAN_URGENT)


def steps(desk: Desk, owner: str | None = None) -> list[tuple[ChangeKind, int]]:
    with desk.database.reading() as stores:
        return [(each.kind, each.added) for each in stores.directory(owner).changes()]


def test_the_first_start_fills_the_starter_in_and_the_next_leaves_it(desk: Desk) -> None:
    desk.open_directory.open(STARTER, NOW).close()
    (first,) = steps(desk)
    desk.open_directory.open(STARTER, NOW).close()
    assert steps(desk) == [first] == [(ChangeKind.STARTER, first[1])]
    assert first[1] > 100
    assert desk.database.open() == ()


def test_the_example_practice_has_a_directory_of_its_own(desk: Desk) -> None:
    opened = desk.open_directory.open(EXAMPLE, NOW)
    found = opened.services.find(
        [(EYE, 1.0)], PatientFacts(), None, local_time(NOW), RecordMode.REHEARSAL
    )
    assert opened.is_example
    assert found[0].places[0].miles is not None
    assert steps(desk) == []
    assert len(steps(desk, EXAMPLE_OWNER)) == 1
    with desk.database.reading() as stores:
        kept = stores.directory(EXAMPLE_OWNER)
        assert {row.feed for row in kept.briefly(_services(), "feed")} == {FEED}
    opened.close()


def _services():
    from signpost.storage.directory_store import SERVICES  # noqa: PLC0415

    return SERVICES


def test_what_the_practice_changed_is_never_overwritten_but_a_newer_starter_is_told(
    desk: Desk,
) -> None:
    fill = FillDirectory(desk.database)
    assert fill.newer_starter() is None
    fill.fill(STARTER, NOW)
    assert fill.newer_starter() is None
    _pretend_another_release(desk, None)
    assert fill.fill(STARTER, NOW) == ()
    assert len(steps(desk)) == 2
    assert fill.newer_starter() == bundled("directory_seed") / "starter"


def test_the_example_practice_moves_on_with_the_program(desk: Desk) -> None:
    fill = FillDirectory(desk.database)
    fill.fill(EXAMPLE, NOW)
    _pretend_another_release(desk, EXAMPLE_OWNER)
    fill.fill(EXAMPLE, NOW)
    assert len(steps(desk, EXAMPLE_OWNER)) == 3
    fill.fill(EXAMPLE, NOW)
    assert len(steps(desk, EXAMPLE_OWNER)) == 3


def _pretend_another_release(desk: Desk, owner: str | None) -> None:
    change = DirectoryChange(0, ChangeKind.STARTER, NOW, note="another")
    with desk.database.transaction() as stores:
        stores.directory_writer(owner).edit(change, edited={})


def test_a_running_window_notices_an_edit_made_in_another(desk: Desk, data_dir: Path) -> None:
    opened = desk.open_directory.open(EXAMPLE, NOW)
    ask = [(EYE, 1.0)], PatientFacts(), None, local_time(NOW), RecordMode.REHEARSAL
    first = opened.services.find(*ask)
    other = build_desk(data_dir)
    with other.database.transaction() as stores:
        store: DirectoryStore = stores.directory(EXAMPLE_OWNER)
        service = store.services([first[0].service_id])[first[0].service_id]
        change = DirectoryChange(0, ChangeKind.EDIT, NOW)
        stores.directory_writer(EXAMPLE_OWNER).edit(
            change, [replace(service, name="Renamed", description="zebra crossing")], edited={}
        )
    assert opened.services.find(*ask)[0].name == "Renamed"
    assert opened.is_behind
    opened.follow()
    assert opened.services.find(*ask)[0].name == "Renamed"
    assert not opened.is_behind
    other.close()
    opened.close()


def test_the_same_question_is_answered_from_memory(desk: Desk) -> None:
    opened = desk.open_directory.open(EXAMPLE, NOW)
    ask = [(EYE, 1.0)], PatientFacts(), None, local_time(NOW), RecordMode.REHEARSAL
    first = opened.services.find(*ask, words="red eye")
    assert opened.services.find(*ask, words="red eyes") is first
    assert opened.services.find(*ask, near=Position(51, 0)) is not first
    opened.close()


def test_a_large_directory_is_indexed_in_a_process_of_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare_search, "FEW_SERVICES", 10)
    opened = desk.open_directory.open(STARTER, NOW)
    found = opened.services.find(
        [(EYE, 1.0)], PatientFacts(), None, local_time(NOW), RecordMode.REHEARSAL
    )
    assert found
    opened.close()


def test_a_command_reads_what_the_practice_keeps(
    desk: Desk, data_dir: Path, tmp_path: Path
) -> None:
    starter = read_named("starter", None).directory
    assert read_named(None, data_dir).directory.services == starter.services
    desk.open_directory.open(STARTER, NOW).close()
    with desk.database.transaction() as stores:
        change = DirectoryChange(0, ChangeKind.EDIT, NOW)
        stores.directory_writer().remove(change, [starter.services[0].id])
    kept = read_named(None, data_dir).directory
    assert len(kept.services) == len(starter.services) - 1
    assert read_named(None, tmp_path / "none").directory.services == starter.services
