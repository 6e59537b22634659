"""Backups, restoring, recovering: no record that can still be read is lost."""

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from signpost.build import Desk, build_desk
from signpost.domain.recovery_code import recovery_code
from signpost.domain.staff import StaffMember
from signpost.errors import NotAvailable, UserMistake
from signpost.storage.data_file import data_file
from signpost.storage.database import FILE_NAME, Database
from signpost.storage.driver import copy_locked, new_key
from signpost.storage.file_lock import InUse
from signpost.storage.key_file import FOLDER
from signpost.usecases.look_after_data import LookAfterData
from tests.desk import CONTENT, NOW, SOON, a_call, unlocked

CALLS = 40


@pytest.fixture
def care(data_dir: Path, database: Database) -> LookAfterData:
    return LookAfterData(data_dir, database)


def save(desk: Desk, kim: StaffMember, number: int) -> str:
    call = a_call(kim.id, words=f"sore throat, caller {number} " + "and so on " * 40)
    saved = desk.record_signpost.save(call, CONTENT, SOON + timedelta(minutes=number))
    return str(saved.signpost.id if hasattr(saved, "signpost") else call.id)


def record_ids(folder: Path) -> set[str]:
    with unlocked(folder) as connection:
        return {row[0] for row in connection.execute("SELECT id FROM signpost")}


def test_a_backup_holds_everything_and_can_be_restored(
    desk: Desk, care: LookAfterData, kim: StaffMember, data_dir: Path, tmp_path: Path
) -> None:
    for number in range(3):
        save(desk, kim, number)
    first, second = care.back_up(tmp_path / "second place")
    assert first.read_bytes() == second.read_bytes() or first.name != second.name
    before = record_ids(data_dir)
    save(desk, kim, 9)
    [backup, *_] = care.backups()
    assert backup.records == 3
    loss = care.would_lose(backup)
    assert (loss.records, loss.directory_changes) == (1, 0)
    now = record_ids(data_dir)
    kept = care.restore(None, backup, SOON)
    assert record_ids(data_dir) == before
    with unlocked(data_dir) as connection:
        key = data_file(data_dir / FILE_NAME).key
        connection.execute(f"ATTACH DATABASE ? AS kept KEY \"x'{key}'\"", (str(kept),))
        assert {row[0] for row in connection.execute("SELECT id FROM kept.signpost")} == now


def test_a_backup_is_due_once_a_day_and_after_changes(
    desk: Desk, care: LookAfterData, kim: StaffMember
) -> None:
    from datetime import UTC, datetime  # noqa: PLC0415

    now = datetime.now(UTC)
    assert care.is_due(now)
    desk.database.open()
    desk.database.close()
    care.back_up()
    assert care.is_due(now + timedelta(days=1))


def test_nothing_is_restored_while_another_window_uses_the_file(
    care: LookAfterData, data_dir: Path
) -> None:
    care.back_up()
    [backup] = care.backups()
    care._database.close()
    other = InUse(data_dir / f"{FILE_NAME}.in-use")
    assert other.share()
    with pytest.raises(NotAvailable, match="Another window"):
        care.restore(None, backup, SOON)
    other.release()


def damaged_in(way: int) -> Callable[[bytes], bytes]:
    """A way to damage a file: overwritten, cut, zeroed, one bit turned, at a place by chance."""
    chance = random.Random(way)  # noqa: S311 - the same damage each time

    def damage(whole: bytes) -> bytes:
        start = chance.randrange(len(whole))
        length = chance.randrange(1, 20_000)
        match way % 5:
            case 0:
                return whole[:start] + chance.randbytes(length) + whole[start + length :]
            case 1:
                return whole[:start]
            case 2:
                return whole[:start] + b"\0" * length + whole[start + length :]
            case 3:
                turned = bytes([whole[start] ^ (1 << chance.randrange(8))])
                return whole[:start] + turned + whole[start + 1 :]
        return chance.randbytes(length)

    return damage


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with forty records, and one sound backup of them."""
    folder = tmp_path_factory.mktemp("filled")
    desk = build_desk(folder)
    kim = desk.choose_recorder.add("KP", "Kim Patel", NOW)
    for number in range(CALLS):
        save(desk, kim, number)
    LookAfterData(folder, desk.database).back_up()
    desk.close()
    return folder


@pytest.mark.parametrize("way", range(50))
def test_a_damaged_backup_ends_in_a_sentence_and_no_loss(
    filled: Path, tmp_path: Path, way: int
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(filled, folder)
    before = record_ids(folder)
    [sound] = (folder / "backups").glob("*.db")
    broken = sound.with_name(f"{sound.stem[:-7]}999999Z.db")
    broken.write_bytes(damaged_in(way)(sound.read_bytes()))
    desk = build_desk(folder)
    care = LookAfterData(folder, desk.database)
    for backup in care.backups():
        if backup.path == broken:
            # A copy that still looks into is whole, or refused in a sentence.
            with suppress(NotAvailable):
                care.restore(None, backup, SOON)
            assert record_ids(folder) <= before
    assert any(backup.path == sound and backup.records == CALLS for backup in care.backups())
    care.restore(None, next(b for b in care.backups() if b.path == sound), SOON)
    desk.close()
    assert record_ids(folder) == before


@pytest.mark.parametrize("way", range(25))
def test_every_readable_record_of_a_damaged_data_file_comes_back(
    filled: Path, tmp_path: Path, way: int
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(filled, folder)
    before = record_ids(folder)
    file = folder / FILE_NAME
    file.write_bytes(damaged_in(way)(file.read_bytes()))
    desk = build_desk(folder)
    sentences = desk.database.open()
    care = LookAfterData(folder, desk.database)
    for damaged in care.set_aside():
        assert sentences
        kept = damaged.read_bytes()
        found = care.recover(None, damaged, SOON)
        assert damaged.read_bytes() == kept
        assert record_ids(folder) <= before
        assert found.get("signpost", 0) == len(record_ids(folder))
    with unlocked(folder) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    desk.close()


def test_recovering_twice_brings_nothing_twice(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(filled, folder)
    before = record_ids(folder)
    shutil.copy(folder / FILE_NAME, folder / "signpost-unreadable-1.db")
    (folder / FILE_NAME).unlink()
    desk = build_desk(folder)
    care = LookAfterData(folder, desk.database)
    [damaged] = care.set_aside()
    assert care.recover(None, damaged, SOON)["signpost"] == CALLS
    assert "signpost" not in care.recover(None, damaged, SOON)
    assert record_ids(folder) == before
    names = {person.name for person in desk.choose_recorder.recorders()}
    assert names == {"Kim Patel"}
    desk.close()


def test_the_recovery_code_unlocks_a_pc_that_lost_its_key(
    care: LookAfterData, desk: Desk, data_dir: Path
) -> None:
    code = care.recovery_code(None, SOON)
    desk.database.close()
    shutil.rmtree(data_dir / FOLDER)
    with pytest.raises(UserMistake, match="another data file"):
        care.unlock(recovery_code(new_key()))
    care.unlock(code)
    assert desk.database.open() == ()


def test_a_plain_file_has_no_recovery_code(care: LookAfterData, desk: Desk, data_dir: Path) -> None:
    desk.database.close()
    file = data_file(data_dir / FILE_NAME)
    plain = data_dir / "plain.db"
    copy_locked(file.path, file.key, plain, None)
    plain.replace(file.path)
    assert care.recovery_code(None, SOON) == ""
