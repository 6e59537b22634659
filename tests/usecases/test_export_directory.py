"""Exporting the directory, and importing what was exported: the same services and places."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from synthetic_directory import synthetic_services

from signpost.domain.service import Organization, Service
from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.directory_in import read_incoming
from signpost.usecases.export_directory import (
    DirectoryToExport,
    ExportedDirectory,
    ExportFormat,
    export_directory,
    export_service,
)
from tests.exchange.invented import in_order
from tests.exchange.seed import example, starter
from tests.exchange.test_open_referral_pages import CHEMIST

PROGRAM = Path(__file__).parents[2]
MADE = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
TO_READ = [form for form in ExportFormat if form is not ExportFormat.PDF]


def export(
    services: Iterator[Service] | list[Service] | tuple[Service, ...],
    form: ExportFormat,
    out: Path,
) -> ExportedDirectory:
    shipped = DirectoryToExport(services, example().directory.practice)
    return export_directory(shipped, form, out, made=MADE, bundled=PROGRAM)


@pytest.mark.parametrize("directory", [starter, example], ids=["starter", "example"])
@pytest.mark.parametrize("form", TO_READ)
def test_what_is_exported_is_imported_as_it_was(tmp_path: Path, form, directory) -> None:
    services = directory().directory.services
    out = tmp_path / f"out.{form.value}"
    assert export(iter(services), form, out) == ExportedDirectory(out, len(services))
    found = read_incoming(out)
    assert (found.refused, found.emptied, found.unkinded, found.lists) == ((), (), (), ())
    assert in_order(found.services) == in_order(services)


@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.HSDS_PACKAGE])
def test_a_zip_file_is_imported_as_well(tmp_path: Path, form: ExportFormat) -> None:
    services = example().directory.services
    export(services, form, tmp_path / "out.zip")
    found = read_incoming(tmp_path / "out.zip")
    assert (found.refused, found.emptied) == ((), ())
    assert in_order(found.services) == in_order(services)


@pytest.mark.parametrize("form", TO_READ)
def test_texts_that_look_like_formulas_come_back(tmp_path: Path, form: ExportFormat) -> None:
    service = replace(
        CHEMIST,
        name="=1+1",
        description="-x",
        alert="'=y",
        check_first="@a|b\\",
        alternate_names=("=a", "b|c"),
        organization=Organization("O1", "+org", "FA123"),
    )
    out = tmp_path / f"out.{form.value}"
    export([service], form, out)
    assert read_incoming(out).services == (service,)


@pytest.mark.parametrize("form", [ExportFormat.CSV, ExportFormat.XLSX])
def test_our_own_tables_say_where_the_practice_is(tmp_path: Path, form: ExportFormat) -> None:
    out = tmp_path / f"out.{form.value}"
    export(example().directory.services, form, out)
    assert read_incoming(out).practice == example().directory.practice


@pytest.mark.parametrize("form", TO_READ)
def test_an_invented_directory_is_imported_as_it_was(tmp_path: Path, form: ExportFormat) -> None:
    services = list(synthetic_services(300))
    export(services, form, tmp_path / f"out.{form.value}")
    found = read_incoming(tmp_path / f"out.{form.value}")
    assert (found.refused, found.emptied, found.unkinded) == ((), (), ())
    assert in_order(found.services) == in_order(services)


def test_a_single_service_is_imported_as_well(tmp_path: Path) -> None:
    services = example().directory.services
    export_service(DirectoryToExport(services), "SV130", tmp_path / "out.json")
    assert [each.id for each in read_incoming(tmp_path / "out.json").services] == ["SV130"]


def test_a_service_that_is_not_there_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserMistake, match="no service with the id SV999"):
        export_service(DirectoryToExport([]), "SV999", tmp_path / "out.json")
    assert list(tmp_path.iterdir()) == []


def test_a_printed_example_says_that_it_is_invented(tmp_path: Path) -> None:
    directory = DirectoryToExport(example().directory.services, is_example=True)
    out = tmp_path / "out.pdf"
    done = export_directory(directory, ExportFormat.PDF, out, made=MADE, bundled=PROGRAM)
    pages = PdfReader(out).pages
    assert done.services == 216
    assert all("EXAMPLE: invented services" in page.extract_text() for page in pages)


def test_wording_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    directory = DirectoryToExport(example().directory.services)
    with pytest.raises(NotAvailable, match=r"directory\.toml"):
        export_directory(
            directory, ExportFormat.PDF, tmp_path / "out.pdf", made=MADE, bundled=tmp_path
        )
