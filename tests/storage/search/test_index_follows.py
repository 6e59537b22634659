"""The index follows the directory: edits, imports, undo; missing, damaged and foreign files."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from signpost.domain.directory import Directory
from signpost.domain.directory_change import ChangeKind, DirectoryChange
from signpost.domain.place import Position
from signpost.domain.service import Service, Status
from signpost.domain.service_kind import ServiceKind as K
from signpost.errors import NotAvailable
from signpost.storage.database import Database
from signpost.storage.search import index_build
from signpost.storage.search.index_schema import open_index, state_of
from signpost.storage.search.stored_directory import StoredDirectory
from tests.domain.services import HERE, place, service
from tests.storage.search.stored import NOW, Kept


def services(count: int = 12) -> list[Service]:
    return [
        service(f"s{n:02d}", K.PHARMACY, name=f"Shop {n}", locations=(place(f"p{n}", "24/7", n),))
        for n in range(count)
    ]


@pytest.fixture
def kept(database: Database, tmp_path: Path) -> Iterator[Kept]:
    """Twelve shops and their index."""
    made = Kept(database, tmp_path)
    made.put(services(), HERE)
    made.build()
    yield made
    made.directory.close()


def listed(directory: StoredDirectory, kind: K = K.PHARMACY) -> list[str]:
    return [each.service_id for each in directory.seen_from(None).of_kind(kind)]


def test_an_edit_is_found_once_the_index_has_followed(kept: Kept) -> None:
    assert listed(kept.directory)[0] == "s00"
    moved = replace(services()[11], locations=(place("p11", "24/7", 0.5),))
    kept.put([moved, service("new", K.PHARMACY, locations=(place("n", "24/7", 0.2),))])
    listed(kept.directory)
    assert kept.directory.is_behind
    assert kept.catch_up()
    assert listed(kept.directory)[:4] == ["s00", "new", "s11", "s01"]
    assert not kept.directory.is_behind


def test_until_then_the_old_index_shows_entries_as_they_are_now(kept: Kept) -> None:
    listed(kept.directory)
    kept.put([replace(services()[0], name="Renamed"), *services()[1:]])
    kept.remove("s01")
    assert listed(kept.directory)[:2] == ["s00", "s01"]
    whole = kept.directory.whole({"s00": ["p0"], "s01": ["p1"]})
    assert [each.name for each in whole.values()] == ["Renamed"]


def test_a_service_taken_out_paused_or_closed_is_listed_as_it_is(kept: Kept) -> None:
    kept.put([replace(services()[3], status=Status.CLOSED), replace(services()[4], topics=("x",))])
    kept.remove("s05")
    assert kept.catch_up()
    assert not {"s03", "s04", "s05"} & set(listed(kept.directory))
    assert [each.service_id for each in kept.directory.seen_from(None).for_topic("x")] == ["s04"]


def test_hours_of_a_shared_place_reach_every_service_given_there(kept: Kept) -> None:
    shared = service("other", K.DENTIST, locations=(place("p0", "24/7", 0),))
    kept.put([shared])
    kept.catch_up()
    kept.put([replace(shared, locations=(place("p0", "Mo 10:00-11:00", 0),))])
    kept.catch_up()
    (dentist,) = kept.directory.seen_from(None).of_kind(K.DENTIST)
    assert dentist.spots[0].schedule == "Mo 10:00-11:00"


def test_after_many_edits_it_lists_what_a_new_index_lists(kept: Kept) -> None:
    current = {each.id: each for each in services()}
    for number in range(30):
        changed = service(
            f"s{number % 17:02d}",
            K.PHARMACY if number % 3 else K.OPTICIAN,
            name=f"Shop {number}",
            locations=(place(f"e{number}", "24/7", number % 7 + number / 100),),
        )
        current[changed.id] = changed
        kept.put([changed])
        assert kept.catch_up()
    in_memory = Directory(current.values(), HERE).seen_from(None)
    for kind in (K.PHARMACY, K.OPTICIAN):
        assert listed(kept.directory, kind) == [each.service_id for each in in_memory.of_kind(kind)]


def test_too_many_changes_ask_for_a_new_index(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_build, "MOST_CHANGED", 5)
    kept.put([replace(each, name=f"{each.name} again") for each in services()])
    assert not kept.catch_up()
    kept.build()
    assert kept.catch_up()


def test_two_windows_may_bring_it_up_to_date_at_the_same_time(kept: Kept) -> None:
    other = StoredDirectory(kept.database, kept.data_dir, kept.owner)
    listed(other)
    kept.put([service("new", K.PHARMACY, locations=(place("n", "24/7", 0.1),))])
    assert kept.catch_up()
    assert kept.catch_up()
    assert listed(other)[:2] == ["s00", "new"]
    other.close()


def test_an_index_of_an_import_that_was_given_up_is_not_trusted(kept: Kept) -> None:
    with kept.database.transaction() as stores:
        generation = stores.directory_writer(kept.owner).begin_stage("feed", "file.csv")
    with kept.database.reading() as stores:
        kept.folder.build(stores.index_source(kept.owner, generation))
    with kept.database.transaction() as stores:
        writer = stores.directory_writer(kept.owner)
        while writer.drop_some_staged():
            pass
    with kept.database.transaction() as stores:
        writer = stores.directory_writer(kept.owner)
        assert writer.begin_stage("other", "other.csv") == generation
        _stage_end_of(stores, kept.owner, "s00", generation)
        writer.swap(DirectoryChange(0, ChangeKind.IMPORT, NOW))
    assert not kept.catch_up()
    kept.build()
    assert "s00" not in listed(kept.directory)


def _stage_end_of(stores, owner: str, service_id: str, generation: int) -> None:
    from signpost.storage.directory_store import SERVICES  # noqa: PLC0415
    from signpost.storage.directory_versions import Versions  # noqa: PLC0415

    Versions(stores._session, owner).end(SERVICES, [(service_id,)], 1, generation)


def test_an_index_built_for_a_staged_import_is_used_at_once(kept: Kept) -> None:
    listed(kept.directory)
    with kept.database.transaction() as stores:
        generation = stores.directory_writer(kept.owner).begin_stage("feed", "file.csv")
        _stage_end_of(stores, kept.owner, "s00", generation)
    with kept.database.reading() as stores:
        kept.folder.build(stores.index_source(kept.owner, generation))
    assert listed(kept.directory)[0] == "s00"
    with kept.database.transaction() as stores:
        stores.directory_writer(kept.owner).swap(DirectoryChange(0, ChangeKind.IMPORT, NOW))
    assert listed(kept.directory)[0] == "s01"
    assert not kept.directory.is_behind
    assert kept.catch_up()


def files(kept: Kept) -> list[Path]:
    return sorted((kept.data_dir / "search").glob("*.db"))


def test_a_file_that_is_no_index_is_passed_over(kept: Kept) -> None:
    listed(kept.directory)
    kept.directory.close()
    for path in files(kept):
        path.write_bytes(b"not a database" * 300)
    with pytest.raises(NotAvailable, match="being made"):
        listed(kept.directory)
    assert not kept.catch_up()
    kept.build()
    assert len(listed(kept.directory)) == 12


def test_an_index_of_another_format_is_passed_over(kept: Kept) -> None:
    for path in files(kept):
        with closing(open_index(path, writes=True)) as connection:
            connection.execute("UPDATE state SET format = 0")
    assert not kept.catch_up()
    with pytest.raises(NotAvailable):
        listed(kept.directory)


def test_an_index_that_breaks_while_it_is_read_says_so_and_is_replaced(kept: Kept) -> None:
    listed(kept.directory)
    for path in files(kept):
        with closing(open_index(path, writes=True)) as connection:
            connection.execute("DROP TABLE listing")
    kept.put([service("new", K.DENTIST)])
    directory = StoredDirectory(kept.database, kept.data_dir, kept.owner)
    with pytest.raises(NotAvailable, match="being made again"):
        listed(directory)
    assert directory.is_damaged
    assert directory.is_behind
    kept.build()
    assert len(listed(directory)) == 12
    assert not directory.is_damaged
    directory.close()


def test_older_indexes_are_taken_away(kept: Kept) -> None:
    kept.put([service("new", K.DENTIST)])
    kept.build()
    assert len(files(kept)) == 2
    kept.folder.tidy(2)
    assert len(files(kept)) == 1
    assert len(listed(kept.directory)) == 12


def test_a_build_that_is_stopped_leaves_nothing(kept: Kept) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    before = sorted((kept.data_dir / "search").iterdir())
    with kept.database.reading() as stores, pytest.raises(KeyboardInterrupt):
        kept.folder.build(stores.index_source(kept.owner), stop)
    assert sorted((kept.data_dir / "search").iterdir()) == before


def test_progress_goes_up_to_the_end(kept: Kept) -> None:
    told: list[tuple[int, int]] = []
    with kept.database.reading() as stores:
        kept.folder.build(stores.index_source(kept.owner), lambda *each: told.append(each))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 0


def test_a_folder_that_cannot_be_written_gets_a_sentence(kept: Kept) -> None:
    shutil.rmtree(kept.data_dir / "search")
    (kept.data_dir / "search").write_text("in the way")
    with pytest.raises(NotAvailable, match="search index could not be written"):
        kept.build()


def test_the_practice_may_move_and_an_origin_be_given(kept: Kept) -> None:
    north = Position(HERE.latitude + 20 / 69.09, HERE.longitude)
    assert listed(kept.directory)[0] == "s00"
    assert next(iter(kept.directory.seen_from(north).of_kind(K.PHARMACY))).service_id == "s11"
    kept.put([], north)
    kept.catch_up()
    assert listed(kept.directory)[0] == "s11"


def test_the_highest_priority_of_a_kind_counts_but_not_of_what_is_closed(kept: Kept) -> None:
    kept.put(
        [
            service("a", K.DENTIST, practice_priority=3),
            service("b", K.DENTIST, practice_priority=9, status=Status.CLOSED),
        ]
    )
    kept.catch_up()
    listings = kept.directory.seen_from(None)
    assert [listings.priority_of(kind) for kind in (K.DENTIST, K.PHARMACY, K.AE)] == [3, 0, 0]


def test_the_state_is_that_of_the_newest_edit(kept: Kept) -> None:
    kept.put([service("new", K.DENTIST)])
    kept.catch_up()
    with closing(open_index(files(kept)[0])) as connection:
        state = state_of(connection)
    assert state is not None
    assert (state.generation, state.worn) == (2, 1)
    with pytest.raises(sqlite3.OperationalError):
        open_index(kept.data_dir / "search" / "none.db").execute("SELECT 1 FROM state")
