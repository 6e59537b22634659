"""Where the data lives, and which places are refused."""

from pathlib import Path

import pytest

from signpost.errors import NotAvailable
from signpost.paths import bundled, data_dir
from signpost.storage.data_folder import fault_of_folder, is_writable, system_of

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
proc /proc proc rw 0 0
server:/staff /staff nfs4 rw 0 0
//server/share /mnt/practice\\040share cifs rw 0 0
/dev/sdb1 /staff/local ext4 rw 0 0
"""


def test_what_came_with_the_program_is_found() -> None:
    assert bundled("resources/fonts/Inter-Regular.ttf").is_file()
    assert bundled("signpost/storage/migrations/env.py").is_file()


def test_the_frozen_program_finds_it_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert bundled("resources") == tmp_path / "resources"


def test_the_option_wins_over_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SIGNPOST_DATA_DIR", str(tmp_path / "variable"))
    assert data_dir(tmp_path / "option") == tmp_path / "option"
    assert data_dir() == tmp_path / "variable"
    assert (tmp_path / "variable").is_dir()


def test_a_relative_folder_is_made_absolute(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert data_dir(Path("here")) == tmp_path / "here"


def test_without_either_it_is_this_pcs_or_the_users_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SIGNPOST_DATA_DIR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert data_dir().is_dir()


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive/Signpost",
        "OneDrive - NHS/Signpost",
        "Dropbox/x",
        "Library/Mobile Documents/x",
        "Library/CloudStorage/x",
    ],
)
def test_a_synchronised_folder_is_refused_in_a_sentence(tmp_path: Path, folder: str) -> None:
    with pytest.raises(NotAvailable, match="copied to a cloud") as refused:
        data_dir(tmp_path / folder)
    assert "--data-dir" in refused.value.remedy
    assert not (tmp_path / folder).exists()


@pytest.mark.parametrize(
    ("folder", "system"),
    [
        ("/", "ext4"),
        ("/var/lib/signpost", "ext4"),
        ("/staff/kp/signpost", "nfs4"),
        ("/staff/local/signpost", "ext4"),
        ("/staffroom", "ext4"),
        ("/mnt/practice share/x", "cifs"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_its_nearest_mount(folder: str, system: str) -> None:
    assert system_of(Path(folder), MOUNTS) == system


def test_an_ordinary_folder_is_fine(tmp_path: Path) -> None:
    assert fault_of_folder(tmp_path) == ""


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotAvailable, match="cannot be made"):
        data_dir(tmp_path / "data")
    assert not is_writable(tmp_path / "data")
