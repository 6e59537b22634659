"""Settings: read once, never written; what cannot be used is told with file and line."""

from dataclasses import fields
from pathlib import Path

import pytest

from signpost.settings import Settings, load_settings


def settings_file(tmp_path: Path, text: str | bytes) -> Path:
    file = tmp_path / "settings.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "settings.toml")
    assert (loaded.settings, loaded.faults) == (Settings(), ())


def test_settings_are_taken_from_the_file(tmp_path: Path) -> None:
    file = settings_file(
        tmp_path,
        "\ufeffunanswered_prompt_seconds = 45\npark_reminder_seconds = 20\ntext_size = 120\n",
    )
    loaded = load_settings(file)
    assert loaded.faults == ()
    assert loaded.settings == Settings(45, 20, 120)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('# ours\ncolour = "blue"', ["line 2", "no setting called colour", "text_size"]),
        ('text_size = "big"', ["line 1", "text_size must be a whole number from 80 to 200", "100"]),
        ("text_size = 20", ["line 1", "from 80 to 200"]),
        ("text_size = true", ["line 1", "from 80 to 200"]),
        ('park_reminder_seconds = "5"', ["line 1", "from 10 to 600"]),
        ("[colours]\nred = 1", ["line 1", "no setting called colours"]),
    ],
)
def test_one_wrong_setting_is_told_and_the_others_are_used(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    file = settings_file(tmp_path, text)
    loaded = load_settings(file)
    [fault] = loaded.faults
    assert str(file) in fault
    assert all(part in fault for part in expected)
    assert loaded.settings == Settings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("park_reminder_seconds = 20\ntext_size = = 3\n", "line 2"),
        ('park_reminder_seconds = 20\ntext_size = "1', "line 2"),
        (b"text_size = '\xff\xfe'", "UTF-8"),
    ],
    ids=["broken line", "half written", "not text"],
)
def test_an_unreadable_file_is_told_and_left_as_it_is(
    tmp_path: Path, text: str | bytes, expected: str
) -> None:
    file = settings_file(tmp_path, text)
    before = file.read_bytes()
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    [fault] = loaded.faults
    assert str(file) in fault
    assert expected in fault
    assert file.read_bytes() == before


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    assert "cannot be opened" in load_settings(tmp_path / "settings.toml").faults[0]


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_the_documents_tell_every_setting_with_default_and_meaning(setting) -> None:
    page = Path(__file__).parents[1] / "docs" / "DATA.md"
    row = f"| `{setting.name}` | `{setting.default}` | {setting.metadata['means']} |"
    assert row in page.read_text(encoding="utf-8")
    assert f"`{setting.name}`" in (Path(__file__).parents[1] / "README.md").read_text("utf-8")
