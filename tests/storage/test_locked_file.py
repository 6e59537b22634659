"""The data file: noise without its key, which every staff account of this PC finds."""

import shutil
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.build import build_desk
from signpost.domain.recovery_code import key_from_code, recovery_code
from signpost.domain.staff import StaffMember
from signpost.errors import NotAvailable, UserMistake
from signpost.storage.data_file import data_file
from signpost.storage.database import FILE_NAME, Database
from signpost.storage.driver import change_key, connect, copy_locked, is_plain, module, new_key
from signpost.storage.key_file import FOLDER, NAME, KeyFile
from tests.desk import CONTENT, SOON, a_call

WORDS = "sore throat since Tuesday, nine four three four seven six"
KEYS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_a_new_data_file_is_noise_without_its_key(data_dir: Path, kim: StaffMember) -> None:
    desk = build_desk(data_dir)
    desk.record_signpost.save(a_call(kim.id, words=WORDS), CONTENT, SOON)
    desk.close()
    for file in data_dir.glob(f"{FILE_NAME}*"):
        kept = file.read_bytes()
        assert b"SQLite" not in kept
        assert b"sore throat" not in kept
        assert b"CREATE TABLE" not in kept
    assert not is_plain(data_dir / FILE_NAME)


def test_another_key_opens_nothing(data_dir: Path) -> None:
    with pytest.raises(module().Error, match="not a database"):
        connect(data_dir / FILE_NAME, new_key()).execute("SELECT count(*) FROM sqlite_master")


def test_without_its_key_the_file_is_left_alone_and_the_way_back_is_told(data_dir: Path) -> None:
    before = (data_dir / FILE_NAME).read_bytes()
    shutil.rmtree(data_dir / FOLDER)
    with pytest.raises(NotAvailable, match="no key") as told:
        Database(data_dir).open()
    assert "recovery code" in told.value.remedy
    assert (data_dir / FILE_NAME).read_bytes() == before


def test_a_plain_file_is_opened_as_it_is(data_dir: Path) -> None:
    file = data_file(data_dir / FILE_NAME)
    plain = data_dir / "plain.db"
    copy_locked(file.path, file.key, plain, None)
    plain.replace(file.path)
    assert is_plain(file.path)
    database = Database(data_dir)
    assert database.open() == ()
    database.close()


def test_after_a_change_of_key_only_the_new_one_opens_it(data_dir: Path) -> None:
    file, fresh = data_file(data_dir / FILE_NAME), new_key()
    assert file.key is not None
    change_key(file.path, file.key, fresh)
    with pytest.raises(module().Error, match="not a database"):
        connect(file.path, file.key).execute("SELECT * FROM staff")
    assert connect(file.path, fresh).execute("SELECT count(*) FROM staff").fetchone() == (1,)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are an access list there")
def test_only_owner_and_group_can_read_the_key(data_dir: Path) -> None:
    mode = stat.S_IMODE((data_dir / FOLDER / NAME).stat().st_mode)
    assert mode & stat.S_IRWXO == 0


def test_a_damaged_key_is_told(data_dir: Path) -> None:
    (data_dir / FOLDER / NAME).write_text("12345", encoding="ascii")
    with pytest.raises(NotAvailable, match="damaged"):
        KeyFile(data_dir).read()


@given(KEYS)
def test_a_recovery_code_gives_its_key_back_however_it_is_typed(key: str) -> None:
    code = recovery_code(key)
    assert len(code.split("-")) == 12
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("1", "l")):
        assert key_from_code(typed) == key


@given(KEYS, st.integers(0, 55), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_letter_is_found(key: str, place: int, letter: str) -> None:
    letters = list(recovery_code(key).replace("-", ""))
    if letters[place] == letter:
        return
    letters[place] = letter
    with pytest.raises(UserMistake, match="Compare it"):
        key_from_code("".join(letters))


@pytest.mark.parametrize(
    ("typed", "told"), [("", "56 letters"), ("ABC", "these are 3"), ("U" * 56, "no U"), ("£5", "1")]
)
def test_what_is_no_code_gets_a_sentence(typed: str, told: str) -> None:
    with pytest.raises(UserMistake, match=told):
        key_from_code(typed)
