"""`signpost data`: a copy from the task scheduler, and the way back to a locked file."""

import io
import shutil
from pathlib import Path

import pytest

from signpost.__main__ import main
from signpost.domain.recovery_code import recovery_code
from signpost.storage.data_file import data_file
from signpost.storage.database import FILE_NAME
from signpost.storage.driver import new_key
from signpost.storage.key_file import FOLDER


def test_a_copy_is_made_in_both_places(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "stick"
    assert main(["--data-dir", str(data_dir), "data", "backup", "--to", str(second)]) == 0
    copies = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [copy.parent for copy in copies] == [data_dir / "backups", second]
    assert all(copy.exists() for copy in copies)


def test_a_second_place_that_cannot_be_written_is_told(
    data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "stick").write_text("a file in the way", encoding="utf-8")
    to = str(tmp_path / "stick")
    assert main(["--data-dir", str(data_dir), "data", "backup", "--to", to]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_the_recovery_code_brings_a_lost_key_back(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = data_file(data_dir / FILE_NAME).key
    assert key is not None
    shutil.rmtree(data_dir / FOLDER)
    monkeypatch.setattr("sys.stdin", io.StringIO(recovery_code(new_key())))
    assert main(["--data-dir", str(data_dir), "data", "unlock"]) == 2
    assert "another data file" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO(recovery_code(key).lower()))
    assert main(["--data-dir", str(data_dir), "data", "unlock"]) == 0
    assert data_file(data_dir / FILE_NAME).key == key
