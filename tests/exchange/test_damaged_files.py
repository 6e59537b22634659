"""Whatever is wrong with a file, reading it ends in a sentence or in what the file still says, with
every row that was left out told.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from signpost.exchange.directory_xlsx import write_directory_xlsx
from signpost.exchange.hsds_package import write_hsds_package
from signpost.exchange.open_referral_pages import write_hsds_json, write_oruk_json
from signpost.exchange.text_rows import decoded
from tests.exchange.damage import chance_of, damaged, damaged_copies
from tests.exchange.incoming import FILES, look_at
from tests.exchange.seed import SEED, example

FEW, MANY = 25, 1_800
"""Damaged copies of each file: in every run, and under --slow (12 files: over 20,000)."""

REAL = (
    "nhs_uk", "nhs_uk/Pharmacy.csv", "nhs_pharmacy_2020/ten_columns.csv", "oruk/service_full.json",
    "oruk/organization_full.json", "miami", "bristol/services_at_locations.csv",
)  # fmt: skip
WRITTEN = {
    "own.xlsx": lambda out, services: write_directory_xlsx(services, out, SEED / "README.md"),
    "own.json": lambda out, services: write_oruk_json(services, out),
    "own_hsds.json": lambda out, services: write_hsds_json(services, out),
    "own_package.zip": lambda out, services: write_hsds_package(services, out),
}
SOURCES = (*REAL, *WRITTEN, "seed")


@pytest.fixture(scope="module")
def source_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The whole file or folder of each name."""
    folder = tmp_path_factory.mktemp("whole")
    services = [*example().directory.services[::9], example().directory.services[1]]

    def find(name: str) -> Path:
        if name == "seed":
            return SEED / "example"
        if name in WRITTEN and not (folder / name).exists():
            WRITTEN[name](folder / name, services)
        return folder / name if name in WRITTEN else FILES / name

    return find


def try_many(source: Path, out: Path, name: str, times: int) -> int:
    """How many of so many damaged copies were still read."""
    copies = damaged_copies(source)
    readable = 0
    for number in range(times):
        out.write_bytes(copies(chance_of(f"{name} {number}")))
        try:
            readable += look_at(out) is not None
        except Exception as error:  # noqa: BLE001 - says which copy it was
            pytest.fail(f"{name}, copy {number}: {error!r}")
    return readable


@pytest.mark.parametrize("name", SOURCES)
def test_damaged_files_end_in_a_sentence_or_in_what_they_still_say(
    tmp_path: Path, source_of: Callable[[str], Path], name: str
) -> None:
    try_many(source_of(name), tmp_path / "damaged", name, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("name", SOURCES)
def test_thousands_of_damaged_files(
    tmp_path: Path, source_of: Callable[[str], Path], name: str
) -> None:
    assert try_many(source_of(name), tmp_path / "damaged", f"slow {name}", MANY) > MANY / 50


def rows_in(raw: bytes, delimiter: str) -> int:
    """How many rows hold any text."""
    text = decoded(raw)
    if delimiter == "¬":
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return sum(any(cell.strip() for cell in line.split("¬")) for line in lines)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    return sum(any(cell.strip() for cell in row) for row in rows)


@pytest.mark.parametrize(
    ("name", "delimiter", "headers"),
    [
        ("nhs_uk/Pharmacy.csv", "¬", 1),
        ("nhs_pharmacy_2020/ten_columns.csv", ",", 0),
        ("bristol/services_at_locations.csv", ",", 1),
    ],
)
def test_every_row_of_a_damaged_list_is_taken_in_or_refused(
    tmp_path: Path, name: str, delimiter: str, headers: int
) -> None:
    raw, counted = (FILES / name).read_bytes(), 0
    for number in range(80):
        hurt = damaged(raw, chance_of(f"rows {name} {number}"))
        (tmp_path / "x.csv").write_bytes(hurt)
        found = look_at(tmp_path / "x.csv")
        if found is None or any(not fault.key for fault in found.refused):
            continue  # refused as a whole
        taken = len(found.places) + len(found.services) + len(found.unkinded)
        assert taken + len(found.refused) == rows_in(hurt, delimiter) - headers, number
        counted += 1
    assert counted > 20


def tables_of(path: Path) -> Iterator[list[bytes]]:
    """The lines of each table in a file or ZIP."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                if name.endswith(".csv"):
                    yield packed.read(name).splitlines(keepends=True)
    elif path.suffix in {".csv", ".json"}:
        yield path.read_bytes().splitlines(keepends=True)


@pytest.mark.slow
def test_damaged_windows_of_whole_files(tmp_path: Path, whole_files: Path) -> None:
    """A window is a table's header and some lines from anywhere in it."""
    out, count = tmp_path / "window", 0
    for path in sorted(path for path in whole_files.rglob("*") if path.is_file()):
        for table, lines in enumerate(tables_of(path)):
            for number in range(200):
                chance = chance_of(f"{path.name} {table} {number}")
                first = chance.randrange(len(lines))
                window = [*lines[:1], *lines[first : first + 15]]
                out.write_bytes(damaged(b"".join(window), chance))
                look_at(out)
                count += 1
    assert count
