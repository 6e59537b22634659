"""`signpost content print`: the paper sheet from the command line."""

import argparse
from pathlib import Path

import pytest
from pypdf import PdfReader

from signpost.build import build_desk
from signpost.commands import content_command
from signpost.usecases.set_up_practice import SetUpTyped
from tests.desk import NOW


def content(data_dir: Path, *words: str) -> int:
    parser = argparse.ArgumentParser(prog="signpost content")
    content_command.add_arguments(parser)
    arguments = parser.parse_args(words)
    arguments.data_dir = data_dir
    return content_command.run(arguments)


def test_the_sheet_carries_the_practices_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = build_desk(tmp_path)
    desk.set_up_practice.set_up(SetUpTyped("Elm Row", answer_minutes="9"), None, NOW)
    desk.close()
    out = tmp_path / "sheet.pdf"
    assert content(tmp_path, "print", "--out", str(out)) == 0
    assert "103 protocols" in capsys.readouterr().out
    first = PdfReader(out).pages[0].extract_text()
    assert "Elm Row" in first
    assert "within 9 minutes" in " ".join(first.split())


def test_no_database_is_made_for_a_sheet(tmp_path: Path) -> None:
    assert content(tmp_path, "print", "--out", str(tmp_path / "sheet.pdf")) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert content(tmp_path, "print", "--out", str(tmp_path / "missing" / "sheet.pdf")) == 1
    said = capsys.readouterr()
    assert said.err.startswith("signpost content print: There is no folder")
    assert said.out == ""
