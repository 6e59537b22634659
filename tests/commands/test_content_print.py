"""`signpost content print`: the paper sheet from the command line."""

import argparse
from pathlib import Path

import pytest
from pypdf import PdfReader

from signpost.commands import content_command


def content(data_dir: Path, *words: str) -> int:
    parser = argparse.ArgumentParser(prog="signpost content")
    content_command.add_arguments(parser)
    arguments = parser.parse_args(words)
    arguments.data_dir = data_dir
    return content_command.run(arguments)


def test_the_sheet_carries_the_practices_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "settings.toml").write_text('practice_name = "Elm Row"', encoding="utf-8")
    out = tmp_path / "sheet.pdf"
    assert content(tmp_path, "print", "--out", str(out)) == 0
    assert "103 protocols" in capsys.readouterr().out
    assert "Elm Row" in PdfReader(out).pages[0].extract_text()


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert content(tmp_path, "print", "--out", str(tmp_path / "missing" / "sheet.pdf")) == 1
    said = capsys.readouterr()
    assert said.err.startswith("signpost content print: There is no folder")
    assert said.out == ""
