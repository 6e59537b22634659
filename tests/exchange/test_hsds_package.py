"""The HSDS data package: as the standard describes it, every reference leading somewhere."""

import csv
import json
import zipfile
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from signpost.domain.service import Organization
from signpost.exchange.hsds_package import write_hsds_package
from signpost.exchange.hsds_tables import PACKAGE, TABLES
from tests.exchange.invented import services_sharing_places
from tests.exchange.open_referral_schemas import SCHEMAS, is_uri
from tests.exchange.seed import example
from tests.exchange.test_open_referral_pages import CHEMIST

OFFICIAL = {
    resource["path"]: resource
    for resource in json.loads((SCHEMAS / "hsds_3" / PACKAGE).read_text("utf-8"))["resources"]
}
CHECKS = {
    "uuid": UUID,
    "uri": lambda text: text if is_uri(text) else 1 / 0,
    "email": lambda text: text.index("@"),
    "number": float,
    "date": date.fromisoformat,
    "time": lambda text: time.fromisoformat(text) if len(text) == 8 else 1 / 0,
}


def tables_of(folder: Path) -> dict[str, list[dict[str, str]]]:
    tables = {}
    for table in TABLES:
        with (folder / table).open(encoding="utf-8", newline="") as file:
            tables[table] = list(csv.DictReader(file))
    return tables


def faults(tables: dict[str, list[dict[str, str]]]) -> list[str]:
    """What the standard's own description of the tables does not allow."""
    ids = {
        resource["name"]: {row["id"] for row in tables.get(path, ())}
        for path, resource in OFFICIAL.items()
    }
    found = []
    for path, rows in tables.items():
        schema = OFFICIAL[path]["schema"]
        if len({row["id"] for row in rows}) != len(rows):
            found.append(f"{path}: an id stands twice")
        for row in rows:
            found += [f"{path}: {fault}" for fault in row_faults(row, schema, ids)]
    return found


def row_faults(row: dict[str, str], schema: dict, ids: dict[str, set[str]]) -> list[str]:
    found = []
    for field in schema["fields"]:
        cell = row.get(field["name"], "")
        if not cell and field["constraints"].get("required"):
            found.append(f"{field['name']} is empty")
        for check in {field["type"], field.get("format")} & CHECKS.keys() if cell else ():
            try:
                CHECKS[check](cell)
            except (ValueError, ZeroDivisionError):
                found.append(f"{field['name']} {cell} is no {check}")
    for key in schema.get("foreignKeys", ()):
        cell = row.get(key["fields"], "")
        if cell and cell not in ids[key["reference"]["resource"]]:
            found.append(f"{key['fields']} {cell} leads nowhere")
    return found


def test_the_example_directory_is_a_package_that_the_standard_allows(tmp_path: Path) -> None:
    shipped = example().directory.services
    assert write_hsds_package(shipped, tmp_path / "out") == len(shipped)
    tables = tables_of(tmp_path / "out")
    assert faults(tables) == []
    assert [row["name"] for row in tables["services.csv"]] == [each.name for each in shipped]
    assert len(tables["locations.csv"]) == len(
        {place.location.id for each in shipped for place in each.locations}
    )


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=25)
@given(services=services_sharing_places(most=3))
def test_any_directory_is_a_package_that_the_standard_allows(tmp_path: Path, services) -> None:
    write_hsds_package(services, tmp_path / "out")
    assert faults(tables_of(tmp_path / "out")) == []


def test_our_description_says_of_every_column_what_the_standard_says(tmp_path: Path) -> None:
    write_hsds_package([], tmp_path / "out")
    package = json.loads((tmp_path / "out" / PACKAGE).read_text(encoding="utf-8"))
    assert [resource["path"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        official = OFFICIAL[resource["path"]]
        assert resource["name"] == official["name"]
        fields = {field["name"]: field for field in official["schema"]["fields"]}
        for field in resource["schema"]["fields"]:
            theirs = fields[field["name"]]
            assert (field["type"], field.get("format")) == (theirs["type"], theirs.get("format"))
            assert field["constraints"]["required"] is theirs["constraints"]["required"]
        for key in resource["schema"].get("foreignKeys", ()):
            assert key in official["schema"]["foreignKeys"]


def test_a_zip_file_holds_the_description_and_every_table(tmp_path: Path) -> None:
    write_hsds_package([CHEMIST], tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert set(packed.namelist()) == {*TABLES, PACKAGE}


def test_telephone_numbers_belong_to_the_service_or_to_it_at_a_place(tmp_path: Path) -> None:
    write_hsds_package([CHEMIST], tmp_path / "out")
    tables = tables_of(tmp_path / "out")
    (service,), (place,) = tables["services.csv"], tables["service_at_location.csv"]
    assert [
        (row["number"], row["service_id"], row["service_at_location_id"])
        for row in tables["phones.csv"]
    ] == [
        ("01632 960001", service["id"], ""),
        ("01632 960002", service["id"], ""),
        ("01632 960003", "", place["id"]),
    ]


@pytest.mark.parametrize("text", ["=1+1", "@SUM", "-", "+x"])
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    service = replace(CHEMIST, name=text, organization=Organization("O", text))
    write_hsds_package([service], tmp_path / "out")
    tables = tables_of(tmp_path / "out")
    assert tables["services.csv"][0]["name"] == f"'{text}"
    assert tables["organizations.csv"][0]["name"] == f"'{text}"
