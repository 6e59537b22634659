"""`signpost directory export`: one line when it worked, one sentence when it did not."""

import json
from pathlib import Path

import pytest

from signpost.__main__ import main
from signpost.usecases.export_directory import ExportFormat


def export(data_dir: Path, *words: str) -> int:
    return main(["--data-dir", str(data_dir), "directory", "export", *words])


@pytest.mark.parametrize("form", list(ExportFormat))
def test_every_format_is_written(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: ExportFormat
) -> None:
    out = tmp_path / f"out.{form.value}"
    words = ("--format", form.value, "--directory", "example", "--out", str(out))
    assert export(data_dir, *words) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.endswith(f" services in {out}\n")
    assert out.exists()


def test_this_pcs_own_directory_is_exported_unless_another_is_named(
    data_dir: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.json"
    assert export(data_dir, "--format", "oruk", "--out", str(out)) == 0
    page = json.loads(out.read_text(encoding="utf-8"))
    assert page["total_items"] == 216


def test_large_print_has_more_pages(data_dir: Path, tmp_path: Path) -> None:
    small, large = tmp_path / "small.pdf", tmp_path / "large.pdf"
    words = ("--format", "pdf", "--directory", "example", "--out")
    assert export(data_dir, *words, str(small)) == 0
    assert export(data_dir, *words, str(large), "--large") == 0
    assert large.stat().st_size > small.stat().st_size


def test_one_service_alone(data_dir: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    words = ("--format", "oruk", "--directory", "example", "--service", "SV001")
    assert export(data_dir, *words, "--out", str(out)) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["name"] == "999 ambulance, police, fire"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--format", "oruk", "--service", "SV0"), "There is no service with the id SV0."),
        (("--format", "csv", "--service", "SV001"), "--service goes with --format oruk."),
        (("--format", "csv", "--directory", "nowhere"), "There is no file nowhere."),
    ],
)
def test_a_mistake_is_one_sentence(
    data_dir: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    sentence: str,
) -> None:
    assert export(data_dir, *words, "--out", str(tmp_path / "out")) == 2
    assert capsys.readouterr().err.startswith(f"signpost directory: {sentence}")
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_one_sentence(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nowhere" / "out.xlsx"
    assert export(data_dir, "--format", "xlsx", "--out", str(out)) == 1
    assert "There is no folder" in capsys.readouterr().err
