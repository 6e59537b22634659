"""`signpost export`: quiet when it worked, one sentence when it did not."""

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signpost.build import build_desk
from signpost.commands import export_command
from signpost.domain.export_format import ExportFormat
from signpost.domain.staff import Role
from signpost.domain.standing_export import Period, StandingTyped
from signpost.storage.database import Database
from tests.desk import CONTENT, NOW, SOON, a_call


def export(data_dir: Path, *words: str, pin: str | None = None) -> int:
    parser = argparse.ArgumentParser(prog="signpost export")
    export_command.add_arguments(parser)
    arguments = parser.parse_args(words)
    arguments.data_dir = data_dir
    return export_command.run(arguments, lambda _question: pin)


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


@pytest.mark.parametrize("form", list(ExportFormat))
def test_every_form_is_written(with_a_record: Path, tmp_path: Path, form: ExportFormat) -> None:
    out = tmp_path / f"out{form.suffix}"
    words = ("--format", form.value, *MARCH, "--out", str(out), "--include-rehearsal")
    assert export(with_a_record, *words) == 0
    assert out.is_dir() == form.is_folder


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("--format emis", "--format emis is not known. Known are: signposts, "),
        ("--outcome maybe", "--outcome maybe is not known"),
        ("--kind hospital", "--kind hospital is not known"),
        ("--standing x", "--standing has its own days and folder"),
    ],
)
def test_a_word_that_is_not_known_is_told(
    data_dir: Path, out: Path, capsys: pytest.CaptureFixture[str], words: str, sentence: str
) -> None:
    assert export(data_dir, *MARCH, "--out", str(out), *words.split()) == 2
    assert sentence in capsys.readouterr().err


def test_a_missing_option_is_told(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(data_dir, "--from", "2026-03-01") == 2
    assert "--to is missing" in capsys.readouterr().err


def test_letters_that_were_lost_are_told(
    data_dir: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = build_desk(data_dir)
    lukasz = desk.choose_recorder.add("LL", "Łukasz Example", NOW)
    desk.record_signpost.save(a_call(lukasz.id), CONTENT, SOON)
    desk.close()
    words = ("--format", "systmone-breakdown", *MARCH, "--out", str(out), "--include-rehearsal")
    assert export(data_dir, *words) == 0
    assert "1 letter could not be written" in capsys.readouterr().err


PIN = "271828"


@pytest.fixture
def with_a_manager(with_a_record: Path) -> Path:
    desk = build_desk(with_a_record)
    meg = desk.choose_recorder.add("MM", "Meg Manager", NOW, Role.MANAGER)
    desk.prove_who.set_pin(meg.id, "", PIN, NOW)
    desk.close()
    return with_a_record


@pytest.mark.parametrize(
    ("words", "pin", "told"),
    [
        ("--by mm --reason PCN", PIN, (0, "")),
        ("--by mm", PIN, (2, "why this is exported")),
        ("--reason PCN", PIN, (2, "--by")),
        ("--by zz --reason PCN", PIN, (2, "Nobody here has the initials zz")),
        ("--by mm --reason PCN", "wrong one", (2, "not the PIN")),
        ("--by mm --reason PCN", None, (3, "no terminal")),
        ("--by kp --reason PCN", PIN, (2, "has no PIN yet")),
    ],
)
def test_once_there_is_a_pin_it_is_asked_for(
    with_a_manager: Path,
    capsys: pytest.CaptureFixture[str],
    words: str,
    pin: str | None,
    told: tuple[int, str],
) -> None:
    out = with_a_manager.parent / "signposts.csv"
    status, sentence = told
    assert export(with_a_manager, *MARCH, "--out", str(out), *words.split(), pin=pin) == status
    assert sentence in capsys.readouterr().err
    assert out.exists() == (status == 0)


def test_a_standing_export_needs_no_pin_and_an_expired_one_is_refused(
    with_a_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = build_desk(with_a_record)
    typed = StandingTyped(
        "Nightly", ExportFormat.EMIS_LIST, Period.LAST_MONTH, str(tmp_path), "PCN", "2026-06-30"
    )
    desk.standing_exports.add(typed, None, None, NOW)
    desk.close()
    assert export(with_a_record, "--standing", "Nightly") == 3  # it expired long ago
    assert "ran until 2026-06-30" in capsys.readouterr().err
    assert export(with_a_record, "--standing", "Weekly") == 2
    desk = build_desk(with_a_record)
    today = datetime.now(UTC)
    desk.standing_exports.add(
        replace(typed, name="Daily", expires_on=f"{today:%Y-%m-%d}"), None, None, today
    )
    desk.close()
    assert export(with_a_record, "--standing", "daily") == 0
    assert [file.name.split()[0] for file in tmp_path.glob("*.csv")] == ["emis-list"]
