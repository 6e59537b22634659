"""Our own tables, read in from CSV, a folder, a ZIP or a workbook: the same directory each time."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest

from signpost.domain.directory import Directory
from signpost.domain.service import Phone, Service
from signpost.domain.service_kind import ServiceKind
from signpost.errors import UserMistake
from signpost.exchange.directory_csv import write_directory_csv
from signpost.exchange.directory_xlsx import write_directory_xlsx
from signpost.exchange.hsds_package import write_hsds_package
from signpost.exchange.open_referral_pages import write_hsds_json, write_oruk_json
from signpost.exchange.workbook_sheets import cell_text
from tests.exchange.incoming import read, said, service, written
from tests.exchange.invented import in_order
from tests.exchange.seed import SEED, example

SERVICES = "id,name,kind,phone\nA1,Chemist,pharmacy,01632 960001\n"


def workbook(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    """A workbook with these rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def shipped() -> Directory:
    return example().directory


@pytest.mark.parametrize("name", ["out", "out.zip", "out.xlsx"])
def test_what_is_written_is_read_in_again(tmp_path: Path, shipped: Directory, name: str) -> None:
    out = tmp_path / name
    if name.endswith(".xlsx"):
        write_directory_xlsx(shipped.services, out, SEED / "README.md", shipped.practice)
    else:
        write_directory_csv(shipped.services, out, shipped.practice)
    found = read(out)
    assert in_order(found.services) == in_order(shipped.services)
    assert found.practice == shipped.practice
    assert said(found) == ""
    assert found.feed == "Signpost: out"


@pytest.mark.parametrize(
    "write", [write_oruk_json, write_hsds_json, write_hsds_package], ids=["oruk", "hsds", "package"]
)
def test_open_referral_that_signpost_wrote_is_read_in_again(
    tmp_path: Path, shipped: Directory, write: Callable[[Iterable[Service], Path], int]
) -> None:
    out = tmp_path / "directory.zip"
    write(shipped.services, out)
    found = read(out)
    assert in_order(found.services) == in_order(shipped.services)
    assert found.unkinded == ()
    assert found.feed == "Signpost: directory"
    assert said(found) == ""


@pytest.mark.parametrize("chosen", ["services.csv", ""])
def test_the_tables_beside_a_services_file_are_read_too(
    tmp_path: Path, shipped: Directory, chosen: str
) -> None:
    write_directory_csv(shipped.services, tmp_path / "out", shipped.practice)
    found = read(tmp_path / "out" / chosen)
    assert in_order(found.services) == in_order(shipped.services)


def test_a_sheet_as_a_person_fills_it_in_is_read(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "mine.xlsx",
        Services=[
            ["ID", "Name", "Kind", "minimum_age", "local", "assured_date", "phone", None],
            ["A1", "Chemist", "pharmacy", 18, False, datetime(2026, 11, 3), "01632 960001"],  # noqa: DTZ001
            [],
            [None, None],
            ["A2", "Surgery", "gp_appointment", 1.5, None, None, None],
        ],
        columns=[["sheet", "column"]],
    )
    found = read(book)
    assert said(found) == ""
    chemist = service(found, "Chemist")
    assert chemist.assurance.assured_date == date(2026, 11, 3)
    assert chemist.phones == (Phone("01632 960001"),)
    assert not chemist.is_local
    assert service(found, "Surgery").kind is ServiceKind.GP_APPOINTMENT


def test_mistakes_in_a_workbook_are_named_by_sheet_row_and_column(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "mine.xlsx",
        services=[["id", "name", "kind", "phone"], ["A1", "A", "shop", 1], ["A2", "B", "food", 12]],
    )
    found = read(book)
    assert str(found.refused[0]).startswith('mine.xlsx, services, row 2, kind: "shop" is not known')
    assert [str(fault).partition(": ")[0] for fault in found.emptied] == [
        "mine.xlsx, services, row 2, phone",
        "mine.xlsx, services, row 3, phone",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (18, "18"),
        (18.0, "18"),
        (1.5, "1.5"),
        (datetime(2026, 11, 3), "2026-11-03"),  # noqa: DTZ001 - a cell has no time zone
        (datetime(2026, 11, 3, 9, 30), "2026-11-03T09:30:00"),  # noqa: DTZ001
        (date(2026, 11, 3), "2026-11-03"),
        (time(9, 30), "09:30"),
        (" x ", "x"),
    ],
)
def test_a_cell_is_read_as_a_person_sees_it(value: object, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("phone", "01632 960001|0117 496", '"0117 496" is not a telephone number that exists'),
        ("url", "n/a", '"n/a" is not a web address'),
        ("email", "none", '"none" is not an e-mail address'),
        ("ods_code", "F#1", '"F#1" is not an ODS code'),
        ("minimum_age", "old", "Type an age"),
    ],
)
def test_a_value_that_cannot_be_right_empties_only_itself(
    tmp_path: Path, column: str, cell: str, sentence: str
) -> None:
    raw = f"id,name,kind,{column}\nA1,Chemist,pharmacy,{cell}\n".encode()
    found = read(written(tmp_path, "services.csv", raw))
    assert found.refused == ()
    assert sentence in said(found)
    assert "services.csv, row 2," in said(found)
    assert service(found, "Chemist").phones == ((Phone("01632 960001"),) if "|" in cell else ())


@pytest.mark.parametrize(
    "row", ["A1,Again,pharmacy", ",No id,pharmacy", "A2,,pharmacy", "A2,No kind,", "A2,B,chemists"]
)
def test_a_row_without_id_name_or_kind_is_refused(tmp_path: Path, row: str) -> None:
    raw = f"id,name,kind\nA1,Chemist,pharmacy\n{row}\n".encode()
    found = read(written(tmp_path, "services.csv", raw))
    assert [each.name for each in found.services] == ["Chemist"]
    assert len(found.refused) == 1
    assert found.refused[0].key.startswith("row 3")


def test_a_postcode_is_written_in_one_way(tmp_path: Path) -> None:
    written(tmp_path, "services.csv", SERVICES.encode())
    raw = b"id,name,postal_code,phone,services\nP1,Shop,zz11aa,0117,A1\nP2,Hut,33157,,A1\n"
    written(tmp_path, "locations.csv", raw)
    found = read(tmp_path)
    shop, hut = service(found, "Chemist").locations
    assert (shop.location.postal_code, hut.location.postal_code) == ("ZZ1 1AA", "")
    assert "locations.csv, row 2, phone" in said(found)
    assert 'locations.csv, row 3, postal_code: "33157"' in said(found)


def test_a_file_saved_in_an_older_character_set_is_read(tmp_path: Path) -> None:
    raw = "id,name,kind\r\nA1,Café,food\r\n".encode("cp1252")
    assert service(read(written(tmp_path, "mine.csv", raw)), "Café").id == "A1"


def test_a_long_list_of_services_at_a_place_is_not_cut(tmp_path: Path) -> None:
    ids = [f"{number:05}" for number in range(6_000)]
    rows = "".join(f"{each},S{each},food\n" for each in ids)
    written(tmp_path, "services.csv", f"id,name,kind\n{rows}".encode())
    written(tmp_path, "locations.csv", f"id,name,services\nP1,Hall,{'|'.join(ids)}\n".encode())
    found = read(tmp_path)
    assert said(found) == ""
    assert all(each.locations for each in found.services)


def test_a_second_table_of_a_kind_and_a_stranger_are_told(tmp_path: Path) -> None:
    written(tmp_path, "a.csv", SERVICES.encode())
    written(tmp_path, "b.csv", SERVICES.encode())
    written(tmp_path, "notes.txt", b"hello")
    told = said(read(tmp_path))
    assert "b.csv: is a second table of its kind" in told
    assert "notes.txt: does not belong to Signpost" in told


@pytest.mark.parametrize(
    ("name", "raw", "sentence"),
    [
        ("locations.csv", b"id,name,services\nP1,Shop,A1\n", "There is no table of services"),
        ("services.csv", b'id,name,kind\nA1,"Caf', "a quotation mark is missing"),
        ("x.csv", b"colour,size\nred,1\n", "is not a directory that can be read"),
        ("x.csv", b"", "is not a directory that can be read"),
        ("x.xlsx", b"PK\x03\x04 xl/workbook.xml", "is damaged"),
    ],
    ids=["no services", "cut off", "something else", "empty", "damaged workbook"],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    tmp_path: Path, name: str, raw: bytes, sentence: str
) -> None:
    with pytest.raises(UserMistake, match=sentence):
        read(written(tmp_path, name, raw))


def test_a_workbook_without_our_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserMistake, match="There is no table of services"):
        read(workbook(tmp_path / "x.xlsx", Sheet1=[["id", "name", "kind"]]))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserMistake, match="cannot be read"):
        read(tmp_path / "nowhere.csv")


def test_a_workbook_with_a_broken_sheet_is_refused_whole(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "x.xlsx", services=[["id", "name", "kind"], ["A1", "A", "food"]])
    broken = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            new.writestr(name, raw[:-20] if "worksheets/sheet" in name else raw)
    with pytest.raises(UserMistake, match="is not a workbook that can be read"):
        read(written(tmp_path, "broken.xlsx", broken.getvalue()))
