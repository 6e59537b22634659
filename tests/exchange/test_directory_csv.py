"""Our own CSV out and in again: the same directory, value for value."""

import csv
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.domain.eligibility import AgeRule, Evidence
from signpost.domain.place import Location, Position
from signpost.domain.service import Organization, Phone, Service, ServiceAtLocation
from signpost.domain.service_kind import ServiceKind
from signpost.errors import NotAvailable
from signpost.exchange.csv_file import defused, restored
from signpost.exchange.directory_cells import (
    location_cells,
    oldest_cell,
    service_cells,
    youngest_cell,
)
from signpost.exchange.directory_columns import COLUMNS, LOCATIONS, SERVICES
from signpost.exchange.directory_csv import write_directory_csv
from signpost.exchange.directory_file import read_directory
from signpost.exchange.directory_row import Row
from tests.exchange.invented import ages, in_order, services_sharing_places, with_plain_rules
from tests.exchange.seed import example, starter

HERE = Position(51.5, -0.12345678901234)
CHEMIST = Service("A1", "Chemist", ServiceKind.PHARMACY, Organization("A1", ""))
SHOP = ServiceAtLocation(
    Location("P1", "Shop", position=HERE), (Phone("01632 960001"),), "Mo 09:00-12:00", "Ring twice"
)


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)
@given(services=services_sharing_places())
def test_a_directory_comes_back_value_for_value(tmp_path: Path, services: list[Service]) -> None:
    folder = tmp_path / "out"
    assert write_directory_csv(services, folder, HERE) == len(services)
    found = read_directory(folder)
    assert found.faults == ()
    assert in_order(found.directory.services) == in_order(services)


@pytest.mark.parametrize("directory", [starter, example], ids=["starter", "example"])
def test_the_directories_that_ship_come_back(tmp_path: Path, directory: object) -> None:
    shipped = directory().directory
    write_directory_csv(shipped.services, tmp_path / "out", shipped.practice)
    found = read_directory(tmp_path / "out")
    assert found.faults == ()
    assert in_order(found.directory.services) == in_order(shipped.services)
    assert found.directory.practice == shipped.practice


@given(ages(), ages())
def test_an_age_comes_back_to_the_last_digit(low: float, high: float) -> None:
    row = Row("", 0, {"low": youngest_cell(low), "high": oldest_cell(high)}, [])
    assert (row.age_from("low"), row.age_up_to("high")) == (low, high)


@pytest.mark.parametrize(
    ("first", "last"),
    [("18", "64"), ("3m", "11m"), ("6w", "17"), ("0", "under 17.3"), ("18m", "4")],
)
def test_ages_are_written_as_people_write_them(tmp_path: Path, first: str, last: str) -> None:
    typed = Row("", 0, {"low": first, "high": last}, [])
    rule = AgeRule(typed.age_from("low"), typed.age_up_to("high"), Evidence(""))
    write_directory_csv([replace(CHEMIST, rules=(rule,))], tmp_path / "out")
    (row,) = rows(tmp_path / "out" / "services.csv")
    assert (row["minimum_age"], row["maximum_age"]) == (first, last)
    assert rows(tmp_path / "out" / "eligibility.csv") == []


def test_a_place_is_written_once_and_only_what_differs_there_beside_it(tmp_path: Path) -> None:
    other = replace(SHOP, schedule="", phones=(Phone("01632 960002"),))
    services = [
        replace(CHEMIST, locations=(SHOP,)),
        replace(CHEMIST, id="A2", locations=(other,)),
        replace(CHEMIST, id="A3", locations=(SHOP,)),
    ]
    write_directory_csv(services, tmp_path / "out")
    (place,) = rows(tmp_path / "out" / "locations.csv")
    assert place["services"] == "A1|A2|A3"
    assert rows(tmp_path / "out" / "service_at_location.csv") == [
        {
            "service_id": "A2",
            "location_id": "P1",
            "phone": "01632 960002",
            "opening_hours": "-",
            "alert": "",
        }
    ]
    assert list(read_directory(tmp_path / "out").directory.services) == services


def test_what_differs_at_a_place_must_name_a_service_that_is_given_there(tmp_path: Path) -> None:
    write_directory_csv([replace(CHEMIST, locations=(SHOP,))], tmp_path / "out")
    with (tmp_path / "out" / "service_at_location.csv").open("a", encoding="utf-8") as file:
        file.write("A1,P9,,,\r\n")
    (fault,) = read_directory(tmp_path / "out").faults
    assert str(fault).endswith('row 2, service_id: "A1" is not given at "P9" in locations.csv.')


def test_a_place_of_very_many_services_keeps_them_all(tmp_path: Path) -> None:
    services = [replace(CHEMIST, id=f"A{number}", locations=(SHOP,)) for number in range(1_000)]
    write_directory_csv(services, tmp_path / "out")
    assert list(read_directory(tmp_path / "out").directory.services) == services


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    service = replace(CHEMIST, name='=HYPERLINK("x")', alert="-", owner="@SUM", id="+1")
    write_directory_csv([service], tmp_path / "out")
    (row,) = rows(tmp_path / "out" / "services.csv")
    assert [row[column][0] for column in ("name", "alert", "owner", "id")] == ["'"] * 4
    assert read_directory(tmp_path / "out").directory.services == (service,)


def test_a_zip_file_holds_the_same_files(tmp_path: Path) -> None:
    write_directory_csv([CHEMIST], tmp_path / "out.zip", HERE)
    write_directory_csv([CHEMIST], tmp_path / "out", HERE)
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()
        }


def test_an_earlier_export_is_replaced_and_other_files_are_not(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_directory_csv([CHEMIST], out)
    write_directory_csv([replace(CHEMIST, name="New")], out)
    assert [row["name"] for row in rows(out / "services.csv")] == ["New"]
    (out / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotAvailable, match="holds other files"):
        write_directory_csv([CHEMIST], out)
    assert (out / "letter.txt").read_text(encoding="utf-8") == "mine"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out"]


def failing() -> object:
    yield CHEMIST
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_what_fails_half_way_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    write_directory_csv([CHEMIST], out)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(NotAvailable, match="No space left on device"):
        write_directory_csv(failing(), out)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("nowhere/out", "There is no folder"), ("file.txt", "is a file"), ("zip.zip", "is a folder")],
)
def test_a_place_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    (tmp_path / "zip.zip").mkdir()
    with pytest.raises(NotAvailable, match=sentence):
        write_directory_csv([CHEMIST], tmp_path / name)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@given(st.text(max_size=8))
def test_what_is_defused_is_restored(text: str) -> None:
    assert restored(defused(text)) == text


def test_every_column_is_written() -> None:
    plain = with_plain_rules(CHEMIST)
    assert service_cells(plain).keys() | {"sex"} == set(COLUMNS[SERVICES])
    assert location_cells(SHOP).keys() | {"services"} == set(COLUMNS[LOCATIONS])
