"""`signpost compare` from the command line."""

from pathlib import Path

import pytest

from signpost.__main__ import main

COUNTS = (
    "practice_ods_code,month,record_type,code_term,outcome,signposts\n"
    "A12345,2026-03,signpost,Signposting to Pharmacy (local term),accepted,12\n"
)


def test_counts_become_a_pdf_quietly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(COUNTS)
    out = tmp_path / "out.pdf"
    assert main(["compare", str(tmp_path / "a.csv"), "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert capsys.readouterr() == ("", "")


def test_mistakes_and_failures_have_their_own_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(COUNTS)
    assert main(["compare", str(tmp_path / "b.csv"), "--out", str(tmp_path / "out.pdf")]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["compare", str(tmp_path / "a.csv"), "--out", str(tmp_path / "no" / "o.pdf")]) == 1
    assert "no folder" in capsys.readouterr().err
