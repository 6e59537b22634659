"""No cell of any format, whatever stands in it, stops a reader or makes it pass over a row."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.incoming import look_at, written

ANY = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=40)
CELLS = st.one_of(
    st.text(max_size=25),
    st.sampled_from(
        ["", "n/a", "09:00-17:00", "00:00-00:00", "Monday", "True", "51.4", "-2.5", "BS5 6XX",
         "MO,TU", "2TU", "WEEKLY", "0117 496 0123", "http://x.org", "[[18.0, 100.0]]", "Additional",
         "S1", "O1", "Dec 25 2099", "2099-12-25", "active", "65", "1e400",
         "\N{ARABIC-INDIC DIGIT THREE}"]
    ),
)  # fmt: skip
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | CELLS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(CELLS, inner, max_size=3),
    max_leaves=6,
)
KNOWN = (
    "id", "name", "status", "description", "url", "email", "fees", "minimum_age", "maximum_age",
    "assured_date", "assurer_email", "alert", "alternate_name", "wait_time", "application_process",
    "eligibility_description", "attributes", "schedules", "service_at_locations", "organization",
    "contacts", "phones", "cost_options", "service_areas", "eligibilitys", "location", "addresses",
    "latitude", "longitude", "postal_code", "location_type", "number", "byday", "freq", "opens_at",
    "closes_at", "interval", "valid_to", "valid_from", "taxonomy_term", "term_uri", "code",
    "taxonomy", "amount", "external_identifier", "external_identifier_type", "service",
    "organization_identifiers", "identifier", "identifier_type", "original_text", "value",
    "link_id",
)  # fmt: skip
OBJECTS = st.recursive(
    st.dictionaries(st.sampled_from(KNOWN), TREES, max_size=6),
    lambda inner: st.dictionaries(
        st.sampled_from(KNOWN), inner | st.lists(inner, max_size=3), max_size=6
    ),
    max_leaves=12,
)


def table(header: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file of these rows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def rows_of(width: int) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=4)


@ANY
@given(st.lists(OBJECTS.map(lambda fields: {"status": "active"} | fields) | TREES, max_size=4))
def test_any_json(tmp_path: Path, entries: list[Any]) -> None:
    raw = json.dumps({"contents": entries}).encode()
    look_at(written(tmp_path, "x.json", raw))


NHS_UK = ("OrganisationID", "OrganisationCode", "OrganisationType", "SubType", "Phone",
          "OrganisationStatus", "OrganisationName", "Postcode", "Latitude",
          "Longitude")  # fmt: skip
TIMES = ("OrganisationID", "WeekDay", "Times", "IsOpen", "OpeningTimeType", "AdditionalOpeningDate")


def not_signed(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The same as nhs.uk writes it, without what its format cannot hold."""
    lines = [header, *rows]
    cleaned = ([" ".join(cell.replace("¬", "").split()) for cell in line] for line in lines)
    return "\r\n".join("¬".join(line) for line in cleaned).encode("utf-8", "replace")


@ANY
@given(rows_of(len(NHS_UK)), rows_of(len(TIMES)))
def test_any_row_of_nhs_uk(tmp_path: Path, rows: list[list[str]], times: list[list[str]]) -> None:
    written(tmp_path, "a.csv", not_signed(NHS_UK, rows))
    written(tmp_path, "b.csv", not_signed(TIMES, times))
    found = look_at(tmp_path)
    assert found is not None
    refused = sum(fault.file == "a.csv" for fault in found.refused)
    assert len(found.places) + refused == sum(any(map(str.strip, row)) for row in rows)


NHSBSA = ("PHARMACY_ODS_CODE_F_CODE", "PHARMACY_TRADING_NAME", "ADDRESS_FIELD1", "POST_CODE",
          "CONTRACT_TYPE", "PHONE_NUMBER", "PHARMACY_OPENING_HOURS_MONDAY",
          "PHARMACY_OPENING_HOURS_SUNDAY")  # fmt: skip


@ANY
@given(rows_of(len(NHSBSA)), st.lists(st.sampled_from(("FA512", "FA513", "")), max_size=4))
def test_any_row_of_nhsbsa(tmp_path: Path, rows: list[list[str]], codes: list[str]) -> None:
    for row, code in zip(rows, codes, strict=False):
        row[0] = code
    found = look_at(written(tmp_path, "x.csv", table(NHSBSA, rows)))
    assert found is not None
    told = sum(any(map(str.strip, row)) for row in rows)
    assert len(found.places) + len(found.refused) == told


@ANY
@given(rows_of(27) | rows_of(10))
def test_any_row_without_a_header(tmp_path: Path, rows: list[list[str]]) -> None:
    width = len(rows[0]) if rows else 10
    first = ["FA512", "Chemist", *[""] * (width - 2)]
    found = look_at(written(tmp_path, "x.csv", table(first, rows)))
    assert found is not None
    told = 1 + sum(any(map(str.strip, row)) for row in rows)
    assert len(found.places) + len(found.refused) == told


PACKAGE = {
    "services": ("id", "organization_id", "name", "description", "url", "status", "minimum_age"),
    "locations": ("id", "name", "latitude", "longitude"),
    "service_at_location": ("id", "service_id", "location_id"),
    "phones": ("id", "service_id", "number"),
    "schedules": ("id", "service_id", "freq", "byday", "opens_at", "closes_at", "valid_to"),
    "regular_schedules": ("service_id", "weekday", "opens_at", "closes_at", "original_text", "id"),
    "taxonomy_terms": ("id", "code", "name", "taxonomy"),
    "attributes": ("id", "link_id", "taxonomy_term_id"),
}


@ANY
@given(st.data())
def test_any_row_of_a_data_package(tmp_path: Path, data: st.DataObject) -> None:
    first = ["S1", "O1", "Quit", "", "", "active", ""]
    for name, header in PACKAGE.items():
        rows = data.draw(rows_of(len(header)))
        rows = [first, *rows] if name == "services" else rows
        written(tmp_path, f"{name}.csv", table(header, rows))
        if name == "services":
            counted = sum(any(map(str.strip, row)) for row in rows)
    found = look_at(tmp_path)
    assert found is not None
    refused = sum(fault.file == "services.csv" for fault in found.refused)
    assert len(found.services) + len(found.unkinded) + refused == counted


FLAT = ("sal_id", "sal_name", "area_served", "taxonomy_of_services", "location_id", "latitude",
        "longitude", "ages", "schedule_by_day", "schedule_freq", "time_opens_at")  # fmt: skip


@ANY
@given(rows_of(len(FLAT)))
def test_any_row_of_a_flat_extract(tmp_path: Path, rows: list[list[str]]) -> None:
    found = look_at(written(tmp_path, "x.csv", table(FLAT, rows)))
    assert found is not None
    told = sum(any(map(str.strip, row)) for row in rows)
    assert len(found.services) + len(found.unkinded) + len(found.refused) == told


OWN = ("id", "name", "kind", "phone", "opening_hours", "minimum_age", "assured_date", "postal_code")
VALUES = CELLS | st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6) | st.booleans() | st.dates()


@settings(ANY, max_examples=30)
@given(st.lists(st.lists(VALUES, min_size=7, max_size=7), max_size=4))
def test_any_cell_of_a_workbook(tmp_path: Path, rows: list[list[Any]]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "services"
    book.active.append(list(OWN[:7]))
    for row in rows:
        legal = [
            "".join(sign for sign in cell if sign.isprintable()) if isinstance(cell, str) else cell
            for cell in row
        ]
        book.active.append([cell[1:] if str(cell)[:1] == "=" else cell for cell in legal])
    book.save(tmp_path / "x.xlsx")
    assert look_at(tmp_path / "x.xlsx") is not None


@pytest.mark.parametrize("name", ["x.csv", "x.json", "x.zip", "x.xlsx"])
@ANY
@given(st.binary(max_size=200))
def test_any_bytes(tmp_path: Path, name: str, raw: bytes) -> None:
    look_at(written(tmp_path, name, raw))
