"""`signpost export`: quiet when it worked, one sentence when it did not."""

import argparse
from pathlib import Path

import pytest

from signpost.build import build_desk
from signpost.commands import export_command
from signpost.storage.database import Database
from tests.desk import CONTENT, SOON, a_call


def export(data_dir: Path, *words: str) -> int:
    parser = argparse.ArgumentParser(prog="signpost export")
    export_command.add_arguments(parser)
    arguments = parser.parse_args(words)
    arguments.data_dir = data_dir
    return export_command.run(arguments)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "signposts.csv"


@pytest.fixture
def with_a_record(data_dir: Path) -> Path:
    desk = build_desk(data_dir)
    kim = desk.choose_recorder.recorders()[0]
    desk.record_signpost.save(a_call(kim.id), CONTENT, SOON)
    desk.close()
    return data_dir


MARCH = ("--from", "2026-03-01", "--to", "2026-03-31")


def test_records_are_written_without_a_word(
    with_a_record: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(with_a_record, *MARCH, "--out", str(out), "--include-rehearsal") == 0
    assert capsys.readouterr() == ("", "")
    assert out.read_bytes().count(b"\r\n") == 2


def test_rehearsal_records_stay_out_unless_asked_for(
    with_a_record: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(with_a_record, *MARCH, "--out", str(out)) == 0
    assert out.read_bytes().count(b"\r\n") == 1
    assert "all 1 records of these days are rehearsal" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "last", "rows"),
    [
        ("2026-03-09", "2026-03-09", 1),
        ("2026-03-10", "2026-03-31", 0),
        ("2026-01-01", "2026-03-08", 0),
    ],
)
def test_both_days_are_included(
    with_a_record: Path, out: Path, first: str, last: str, rows: int
) -> None:
    days = ("--from", first, "--to", last)
    assert export(with_a_record, *days, "--out", str(out), "--include-rehearsal") == 0
    assert out.read_bytes().count(b"\r\n") == 1 + rows


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("--from 2026-02-30 --to 2026-03-31", "--from 2026-02-30: type a day that exists"),
        ("--from 2026-03-01 --to tomorrow", "--to tomorrow: type a day that exists"),
        ("--from 2026-03-31 --to 2026-03-01", "The last day lies before the first"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    data_dir: Path, out: Path, capsys: pytest.CaptureFixture[str], days: str, sentence: str
) -> None:
    assert export(data_dir, *days.split(), "--out", str(out)) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert (said.out, out.exists()) == ("", False)


def test_a_place_that_cannot_be_written_is_told(
    data_dir: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(data_dir, *MARCH, "--out", str(out / "there" / "x.csv")) == 1
    assert "There is no folder" in capsys.readouterr().err


def test_a_newer_database_is_told(
    data_dir: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data_dir / "signpost.db").unlink()
    database = Database(data_dir)
    database.open()
    with database.transaction() as stores:
        stores.signposts._session.connection().exec_driver_sql(
            "UPDATE alembic_version SET version_num = '9999'"
        )
    database.close()
    assert export(data_dir, *MARCH, "--out", str(out)) == 1
    assert "newer Signpost" in capsys.readouterr().err


def test_settings_that_cannot_be_read_are_told_and_the_file_written_all_the_same(
    with_a_record: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (with_a_record / "settings.toml").write_text("text_size = ", encoding="utf-8")
    assert export(with_a_record, *MARCH, "--out", str(out), "--include-rehearsal") == 0
    assert "settings.toml" in capsys.readouterr().err
    assert out.exists()
