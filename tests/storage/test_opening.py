"""Opening the database: alone when it must change, set aside untouched when it is damaged."""

import shutil
import threading
from pathlib import Path

import pytest

from signpost.build import build_desk
from signpost.errors import NotAvailable
from signpost.storage.database import Database
from signpost.storage.file_lock import InUse
from signpost.storage.migrating import MIGRATIONS
from signpost.storage.opening import open_file
from tests.desk import CONTENT, NOW, SOON, a_call, unlocked
from tests.storage.test_migrations import HARMLESS, with_migration


def aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("signpost-unreadable-*.db"))


def test_a_first_start_makes_a_database_with_a_practice_in_rehearsal(tmp_path: Path) -> None:
    desk = build_desk(tmp_path / "new")
    assert desk.database.open() == ()
    practice = desk.set_up_practice.practice()
    assert (practice.mode, practice.name, practice.ods_code) == ("rehearsal", "", "")
    desk.close()


def test_records_are_written_through_to_the_disk(data_dir: Path) -> None:
    opened = open_file(data_dir / "signpost.db")
    with opened.engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    opened.close()
    assert pragmas == ["wal", 2, 1, 10_000]


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"This is a shopping list, not a database. " * 50,
        lambda whole: whole[:100] + b"\xff" * 4000 + whole[4100:],
        lambda whole: whole[: len(whole) // 2],
        lambda whole: whole[:20_000] + b"\xa5" * 30_000 + whole[50_000:],
        lambda whole: whole[:50],
    ],
    ids=["other file", "first page", "cut in half", "in the middle", "cut short"],
)
def test_a_damaged_database_is_kept_untouched_beside_a_fresh_one(data_dir: Path, damage) -> None:
    database = data_dir / "signpost.db"
    damaged = damage(database.read_bytes())
    database.write_bytes(damaged)
    desk = build_desk(data_dir)
    [sentence] = desk.database.open()
    [kept] = aside(data_dir)
    assert str(kept) in sentence
    assert kept.read_bytes() == damaged
    kim = desk.choose_recorder.add("KP", "Kim Patel", NOW)
    desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    desk.close()


def test_a_second_damaged_database_does_not_overwrite_the_first(data_dir: Path) -> None:
    for text in (b"first " * 50, b"second " * 50):
        (data_dir / "signpost.db").write_bytes(text)
        database = Database(data_dir)
        database.open()
        database.close()
    assert [kept.read_bytes()[:6] for kept in aside(data_dir)] == [b"first ", b"second"]


def test_open_calls_come_back_though_the_database_is_damaged(data_dir: Path) -> None:
    desk = build_desk(data_dir)
    call = a_call(None)
    desk.open_calls.autosave(call)
    desk.close()
    (data_dir / "signpost.db").write_bytes(b"gone " * 100)
    later = build_desk(data_dir)
    assert later.open_calls.restore().calls == (call,)
    later.close()


def test_open_calls_come_back_though_the_database_is_newer(data_dir: Path) -> None:
    desk = build_desk(data_dir)
    call = a_call(None)
    desk.open_calls.autosave(call)
    desk.close()
    with unlocked(data_dir) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    later = build_desk(data_dir)
    restored = later.open_calls.restore()
    assert restored.calls == (call,)
    assert "newer Signpost" in restored.sentences[0]
    later.close()


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotAvailable, match="cannot be used"):
        open_file(tmp_path / "data" / "signpost.db")


def test_nothing_is_migrated_while_another_process_uses_the_database(
    data_dir: Path, tmp_path: Path
) -> None:
    database = data_dir / "signpost.db"
    other = InUse(database.with_name("signpost.db.in-use"))
    assert other.share()
    with pytest.raises(NotAvailable, match="another window or user"):
        open_file(database, with_migration(tmp_path, HARMLESS), patience_seconds=0.2)
    other.release()
    opened = open_file(database, tmp_path / "migrations")
    opened.close()


def test_several_processes_may_use_a_database_that_is_up_to_date(data_dir: Path) -> None:
    first, second = Database(data_dir), Database(data_dir)
    assert (first.open(), second.open()) == ((), ())
    first.close()
    second.close()


def test_two_that_start_at_once_on_a_new_pc_share_one_practice(tmp_path: Path) -> None:
    databases = [Database(tmp_path) for _ in range(4)]
    threads = [threading.Thread(target=database.open) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ids = set()
    for database in databases:
        with database.reading() as stores:
            ids.add(stores.practice.current().id)
        database.close()
    assert len(ids) == 1


def test_one_database_opened_from_several_threads_is_opened_once(data_dir: Path) -> None:
    database = Database(data_dir)
    threads = [threading.Thread(target=database.open) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    database.close()
    alone = InUse(data_dir / "signpost.db.in-use")
    assert alone.alone()
    alone.release()


def test_migrations_are_found_beside_the_code(tmp_path: Path) -> None:
    copied = shutil.copytree(MIGRATIONS, tmp_path / "per cent % and spaces")
    opened = open_file(tmp_path / "new" / "signpost.db", copied)
    opened.close()
