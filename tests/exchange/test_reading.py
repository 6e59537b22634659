"""Reading tells how far it is and stops when asked to, whatever the format."""

from datetime import date
from itertools import count, pairwise
from pathlib import Path

import pytest

from signpost.domain.service import Organization, Service
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake
from signpost.exchange.directory_csv import write_directory_csv
from signpost.exchange.directory_in import read_incoming
from signpost.exchange.directory_xlsx import write_directory_xlsx
from signpost.exchange.file_parts import MOST_PARTS
from signpost.exchange.open_referral_pages import write_hsds_json
from signpost.exchange.reading import ReadingCancelledError
from tests.exchange.incoming import FILES, copy_of, written
from tests.exchange.seed import SEED

SERVICES = [
    Service(f"S{number}", f"Service {number}", ServiceKind.FOOD, Organization(f"O{number}", "Hall"))
    for number in range(1_200)
]


@pytest.fixture(params=["csv", "xlsx", "json", "bristol", "nhs_uk", "miami"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A directory in one of the formats."""
    match request.param:
        case "csv":
            write_directory_csv(SERVICES, tmp_path / "out")
            return tmp_path / "out"
        case "xlsx":
            write_directory_xlsx(SERVICES, tmp_path / "out.xlsx", SEED / "README.md")
            return tmp_path / "out.xlsx"
        case "json":
            write_hsds_json(SERVICES, tmp_path / "out.json")
            return tmp_path / "out.json"
        case name:
            return copy_of(name, tmp_path, date(2026, 6, 1))


def test_progress_only_goes_up_and_never_past_the_end(source: Path) -> None:
    told: list[tuple[int, int]] = []
    read_incoming(source, lambda done, total: told.append((done, total)))
    assert len({total for _, total in told}) == 1
    assert told[0][0] == 0
    assert all(before[0] <= after[0] <= after[1] for before, after in pairwise(told))
    assert told[-1][0] > told[-1][1] / 4


def test_it_stops_when_asked_to(source: Path) -> None:
    asked = count()
    with pytest.raises(ReadingCancelledError, match="Nothing has been changed"):
        read_incoming(source, cancelled=lambda: next(asked) > 0)


def test_a_folder_of_far_too_many_files_is_refused(tmp_path: Path) -> None:
    for number in range(MOST_PARTS + 1):
        written(tmp_path, f"{number}.txt", b"")
    with pytest.raises(UserMistake, match="holds more than 200 files"):
        read_incoming(tmp_path)


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    copy_of("nhs_uk", tmp_path, date(2026, 6, 1))
    written(tmp_path / "nhs_uk", ".DS_Store", b"x")
    assert not [
        fault for fault in read_incoming(tmp_path / "nhs_uk").refused if ".DS" in fault.file
    ]


def test_the_same_file_gives_the_same_directory_twice() -> None:
    assert read_incoming(FILES / "bristol") == read_incoming(FILES / "bristol")
