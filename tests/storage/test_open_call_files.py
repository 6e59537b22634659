"""Calls in progress survive on disk, held by one process at a time, and leave no trace behind."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from signpost.domain.call import Call
from signpost.errors import NotAvailable
from signpost.storage.open_call_files import FoundCalls, OpenCallFiles
from tests.desk import NOW, a_call, a_prompt


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "open_calls"


def left_by_a_crash(folder: Path, *calls: Call) -> None:
    files = OpenCallFiles(folder)
    for call in calls:
        files.keep(call)
    files.close()


def found_in(folder: Path) -> FoundCalls:
    """What the next start finds."""
    files = OpenCallFiles(folder)
    found = files.take_all()
    files.close()
    return found


def files_of(folder: Path, call: Call) -> list[Path]:
    return sorted(folder.glob(f"{call.id}.*"))


def test_every_call_comes_back_as_it_was(folder: Path) -> None:
    calls = [a_call(None, words=f"call {number}", prompts=(a_prompt(),)) for number in range(3)]
    left_by_a_crash(folder, *calls)
    assert set(found_in(folder).calls) == set(calls)


def test_the_last_state_counts(folder: Path) -> None:
    call = a_call(None)
    states = [replace(call, words="sore thr" + "o" * length) for length in (5, 1, 9, 0)]
    left_by_a_crash(folder, *states)
    assert found_in(folder).calls == (states[-1],)


def test_a_parked_call_comes_back_parked(folder: Path) -> None:
    parked = a_call(None, parked_at=NOW, parked_with="KP")
    left_by_a_crash(folder, parked)
    assert found_in(folder).calls == (parked,)


def test_an_unchanged_call_is_not_written_again(folder: Path) -> None:
    call = a_call(None)
    files = OpenCallFiles(folder)
    files.keep(call)
    before = [file.stat().st_mtime_ns for file in files_of(folder, call)]
    files.keep(replace(call))
    assert [file.stat().st_mtime_ns for file in files_of(folder, call)] == before
    files.close()


@pytest.mark.parametrize("cut", [0, 1, 60, 119, 120, 200])
def test_a_torn_write_leaves_the_state_before_it(folder: Path, cut: int) -> None:
    before, after = a_call(None, words="before"), None
    after = replace(before, words="after, longer")
    left_by_a_crash(folder, before, after)
    newest = max(files_of(folder, before), key=lambda file: int(file.read_bytes().split()[1]))
    newest.write_bytes(newest.read_bytes()[:cut])
    assert found_in(folder).calls == (before,)


def test_an_unreadable_call_hides_no_other_and_is_kept_aside(folder: Path) -> None:
    broken, whole = a_call(None, words="broken"), a_call(None, words="whole")
    left_by_a_crash(folder, broken, whole)
    for file in files_of(folder, broken):
        file.write_bytes(file.read_bytes()[:150])
    found = found_in(folder)
    assert found.calls == (whole,)
    assert len(found.sentences) == 1
    assert str(folder / "unreadable") in found.sentences[0]
    assert len(list((folder / "unreadable").glob(f"{broken.id}-*"))) == 2


def test_a_file_of_something_else_is_kept_aside(folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.a").write_text("Dear patient, " * 20, encoding="utf-8")
    found = found_in(folder)
    assert (found.calls, len(found.sentences)) == ((), 1)


def test_a_file_that_was_never_written_is_nothing(folder: Path) -> None:
    folder.mkdir()
    (folder / f"{a_call(None).id}.a").touch()
    found = found_in(folder)
    assert (found.calls, found.sentences, list(folder.iterdir())) == ((), (), [])


def test_an_erasure_that_was_cut_short_is_finished(folder: Path) -> None:
    call = a_call(None)
    left_by_a_crash(folder, call)
    for file in files_of(folder, call):
        file.write_bytes(bytes(file.stat().st_size))
    found = found_in(folder)
    assert (found.calls, found.sentences, list(folder.iterdir())) == ((), (), [])


def test_a_call_that_another_process_holds_is_left_to_it(folder: Path) -> None:
    call = a_call(None)
    theirs = OpenCallFiles(folder)
    theirs.keep(call)
    found = found_in(folder)
    assert (found.calls, found.held_elsewhere) == ((), 1)
    theirs.close()
    assert found_in(folder).calls == (call,)


def test_what_is_removed_was_overwritten_first(folder: Path) -> None:
    call = a_call(None, where_is_patient="12 Mill Lane")
    files = OpenCallFiles(folder)
    files.keep(call)
    kept = folder / "copy"
    os.link(max(files_of(folder, call), key=lambda file: file.stat().st_size), kept)
    files.remove(call.id)
    assert set(kept.read_bytes()) == {0}
    assert files_of(folder, call) == []


def test_words_taken_out_do_not_stay_on_the_disk(folder: Path) -> None:
    call = a_call(None, words="Mill Lane " * 30)
    files = OpenCallFiles(folder)
    for words in (call.words, "cough", "cough,"):
        files.keep(replace(call, words=words))
    assert all(b"Mill" not in file.read_bytes() for file in files_of(folder, call))
    files.close()


def test_a_disk_that_refuses_is_told(folder: Path) -> None:
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(NotAvailable, match="could not be kept"):
        OpenCallFiles(folder).keep(a_call(None))
