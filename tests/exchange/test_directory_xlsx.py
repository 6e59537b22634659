"""A directory as a workbook: the same tables as text, explained, and the same directory again."""

import csv
import string
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.domain.service import Organization, Service
from signpost.domain.service_kind import ServiceKind
from signpost.errors import NotAvailable
from signpost.exchange.column_notes import column_notes
from signpost.exchange.directory_columns import COLUMNS
from signpost.exchange.directory_file import DirectoryFile, read_directory
from signpost.exchange.directory_xlsx import write_directory_xlsx
from tests.exchange.invented import in_order, services_sharing_places, words
from tests.exchange.seed import SEED, example

README = SEED / "README.md"
CHEMIST = Service("0123", "Chemist", ServiceKind.PHARMACY, Organization("A1", "", "FA123"))


def read_back(book: Path, folder: Path) -> DirectoryFile:
    """The sheets saved as CSV by a program that knows nothing of us, and read as such."""
    folder.mkdir(exist_ok=True)
    sheets = openpyxl.load_workbook(book, read_only=True)
    for table in COLUMNS:
        with (folder / table).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                sheets[table.removesuffix(".csv")].iter_rows(values_only=True)
            )
    sheets.close()
    return read_directory(folder)


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(
    services=services_sharing_places(
        words(st.sampled_from(string.ascii_letters + string.digits + "=+-@|'\\é€ \n")), most=3
    )
)
def test_a_directory_comes_back_value_for_value(tmp_path: Path, services: list[Service]) -> None:
    assert write_directory_xlsx(services, tmp_path / "out.xlsx", README) == len(services)
    found = read_back(tmp_path / "out.xlsx", tmp_path / "csv")
    assert found.faults == ()
    assert in_order(found.directory.services) == in_order(services)


def test_the_example_directory_comes_back(tmp_path: Path) -> None:
    shipped = example().directory
    write_directory_xlsx(shipped.services, tmp_path / "out.xlsx", README, shipped.practice)
    found = read_back(tmp_path / "out.xlsx", tmp_path / "csv")
    assert in_order(found.directory.services) == in_order(shipped.services)
    assert found.directory.practice == shipped.practice


def test_every_cell_is_text_and_the_header_stays_in_sight(tmp_path: Path) -> None:
    write_directory_xlsx([replace(CHEMIST, name="=1+1")], tmp_path / "out.xlsx", README)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["services"]
    header, row = sheet.iter_rows()
    cells = dict(zip((cell.value for cell in header), row, strict=True))
    assert sheet.freeze_panes == "B2"
    assert (cells["id"].value, cells["id"].data_type, cells["id"].number_format) == (
        "0123",
        "s",
        "@",
    )
    assert (cells["name"].value, cells["name"].data_type) == ("'=1+1", "s")


def test_one_sheet_explains_every_column(tmp_path: Path) -> None:
    write_directory_xlsx([], tmp_path / "out.xlsx", README)
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["columns"]
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == ("sheet", "column", "what to write")
    explained = {(row[0], row[1]) for row in rows if row[2]}
    assert explained == {
        (table.removesuffix(".csv"), column)
        for table, columns in COLUMNS.items()
        for column in columns
    }


def test_notes_read_as_people_read_them() -> None:
    notes = column_notes(README)
    assert notes["services.csv", "topics"].startswith(
        "only for a service that is there for certain"
    )
    assert "with | between them" in notes["services.csv", "alternate_name"]
    assert not [note for note in notes.values() if "`" in note]


def test_a_directory_that_no_sheet_can_hold_is_a_sentence(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    with pytest.raises(NotAvailable, match="Export it as CSV"):
        write_directory_xlsx([replace(CHEMIST, description="x" * 40_000)], out, README)
    assert list(tmp_path.iterdir()) == []
