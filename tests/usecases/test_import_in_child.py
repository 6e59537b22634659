"""An import in a process of its own: its answer, its mistakes and its end come back here."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signpost.domain.directory_change import LineKind
from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.reading import ReadingCancelledError
from signpost.storage.database import Database
from signpost.usecases.import_directory import ImportChoices, ImportDirectory
from signpost.usecases.import_in_child import ImportInChild

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
FILE = """id,name,kind,organization,phone
N1,Vale physiotherapy,physiotherapy,Vale,01632 960111
N2,Hill podiatry,podiatry,Hill,01632 960222
N3,Somewhere,no_such_kind,Some,01632 960333
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "services.csv"
    path.write_text(FILE, encoding="utf-8")
    return path


def never() -> bool:
    return False


def test_a_file_is_looked_at_staged_and_confirmed(
    data_dir: Path, database: Database, file: Path
) -> None:
    child = ImportInChild(data_dir)
    told: list[tuple[int, int]] = []
    contents = child.look(file, lambda done, total: told.append((done, total)), never)
    assert (contents.services, contents.refused) == (2, 1)
    preview = child.stage(file, ImportChoices(), lambda *done: told.append(done), never)
    assert preview.counts == {LineKind.NEW: 2, LineKind.REFUSED: 1}
    assert told[-1] == (2, 2)
    child.confirm(NOW, None, lambda *_: None, never)
    with database.reading() as stores:
        names = [each.name for each in stores.directory().every_service()]
    assert {"Vale physiotherapy", "Hill podiatry"} <= set(names)


def test_a_mistake_comes_back_as_its_sentence(data_dir: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.csv"
    with pytest.raises(UserMistake, match=r"gone\.csv"):
        ImportInChild(data_dir).stage(gone, ImportChoices(), lambda *_: None, never)


def test_stopping_it_leaves_nothing(data_dir: Path, database: Database, file: Path) -> None:
    with pytest.raises(ReadingCancelledError):
        ImportInChild(data_dir).stage(file, ImportChoices(), lambda *_: None, lambda: True)
    assert ImportDirectory(database).preview() is None


def test_a_process_that_ends_by_itself_is_told(data_dir: Path) -> None:
    with pytest.raises(NotAvailable, match="Nothing has been changed"):
        ImportInChild(data_dir)._in_child(int, _die, lambda *_: None, never)


def _die(*_: object) -> None:
    os._exit(3)
