"""The compiled content kept between starts: same answers, and the last good content after
a fault.
"""

import shutil
from pathlib import Path

import pytest

from signpost.content.snapshot import open_content
from signpost.language.matcher import Matcher
from signpost.paths import bundled
from signpost.usecases.listen import start_listening

WORDS = "62, tight chest, no temp, my dad had a stroke last year"
BROKEN = "id = 'RF02'\nversion = "


@pytest.fixture(scope="module")
def resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the content with three protocols, so that it compiles quickly."""
    copy = tmp_path_factory.mktemp("content")
    for folder in ("concepts", "topics", "words"):
        shutil.copytree(bundled("resources") / folder, copy / folder)
    (copy / "protocols").mkdir()
    for name in ("RF02", "RF12", "RF21"):
        shutil.copy(bundled("resources") / "protocols" / f"{name}.toml", copy / "protocols")
    return copy


@pytest.fixture
def snapshots(resources: Path, tmp_path: Path) -> Path:
    open_content(resources, tmp_path)
    return tmp_path


def test_a_snapshot_hears_what_the_files_say(resources: Path, snapshots: Path) -> None:
    fresh, kept = open_content(resources, None), open_content(resources, snapshots)
    assert kept.library == fresh.library
    heard = [Matcher(each.compiled, each.library.protocols).hear(WORDS) for each in (fresh, kept)]
    assert heard[0] == heard[1]


def test_one_snapshot_is_kept(snapshots: Path) -> None:
    assert [path.suffix for path in snapshots.iterdir()] == [".msgpack"]


def test_a_half_written_snapshot_is_read_over(resources: Path, snapshots: Path) -> None:
    kept = next(snapshots.iterdir())
    kept.write_bytes(kept.read_bytes()[:1000])
    assert len(open_content(resources, snapshots).library.protocols) == 3


def test_reading_alone_leaves_nothing_behind(resources: Path, tmp_path: Path) -> None:
    open_content(resources, tmp_path, keep=False)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_leaves_the_last_good_content_in_use(
    resources: Path, snapshots: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    changed = tmp_path_factory.mktemp("changed") / "content"
    shutil.copytree(resources, changed)
    (changed / "protocols" / "RF02.toml").write_text(BROKEN)
    listening = start_listening(changed, snapshots)
    assert "RF02" in listening.protocols
    assert any("RF02.toml" in fault for fault in listening.faults)
    assert not listening.is_complete
    assert "RF02" in {match.protocol_id for match in listening.matcher.hear(WORDS).prompts}


def test_a_broken_file_without_a_snapshot_leaves_the_others_in_use(
    resources: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "content"
    shutil.copytree(resources, changed)
    (changed / "protocols" / "RF02.toml").write_text(BROKEN)
    listening = start_listening(changed, tmp_path / "none")
    assert (listening.in_use, listening.is_complete) == (2, False)
    assert not (tmp_path / "none").exists()
