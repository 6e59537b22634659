"""The open-data files of nhs.uk: organisations joined with their hours and services."""

import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from signpost.domain.place import LocationType, Position
from signpost.domain.service import Phone
from signpost.domain.service_kind import ServiceKind
from tests.exchange.incoming import FILES, copy_of, list_of, place, read, said, written

HEADER = (
    "OrganisationID¬OrganisationCode¬OrganisationType¬SubType¬OrganisationStatus¬OrganisationName"
    "¬Postcode¬Latitude¬Longitude¬Phone"
)
TIMES = "OrganisationId¬WeekDay¬Times¬IsOpen¬OpeningTimeType¬AdditionalOpeningDate"
CHEMIST = "1¬FAA11¬Pharmacy¬Community Pharmacy¬Visible¬Chemist¬BS5 6XX¬51.4¬-2.5¬0117 496 0123"


def one(tmp_path: Path, row: str = CHEMIST, *times: str) -> Path:
    """A folder with one organisation and its times."""
    written(tmp_path, "Pharmacy.csv", f"{HEADER}\r\n{row}\r\n".encode("cp1252"))
    rows = "\r\n".join([TIMES, *times])
    written(tmp_path, "Times.csv", rows.encode("cp1252"))
    return tmp_path


def test_organisations_are_joined_with_their_hours(tmp_path: Path) -> None:
    found = read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1)))
    chemist = place(found, "pharmacy-FA512")
    assert chemist.location.name == "Lords Pharmacy Newmarket"
    assert chemist.location.address == "Unit 61, The Guineas Shopping Centre, Newmarket, Suffolk"
    assert chemist.location.postal_code == "CB8 8EQ"
    assert chemist.location.ods_code == "FA512"
    assert chemist.phones == (Phone("01638 428022"),)
    assert chemist.schedule == "Mo-Sa 07:30-22:30; Su 09:00-19:00"
    assert found.feed_date == date(2014, 6, 1)
    sorts = "Appliance contractors, Clinics, Dentists, GP practices, Opticians, Pharmacies"
    assert found.feed == f"nhs.uk open data: {sorts}"


def test_every_sort_of_organisation_is_a_list_of_its_own(tmp_path: Path) -> None:
    found = read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1)))
    assert list_of(found, "Pharmacies").kinds == (
        ServiceKind.PHARMACY,
        ServiceKind.PHARMACY_FIRST,
        ServiceKind.PHARMACY_MINOR_ILLNESS,
    )
    assert list_of(found, "Opticians").kinds == (ServiceKind.OPTICIAN,)
    assert list_of(found, "Dentists").kinds == (ServiceKind.DENTIST,)
    assert list_of(found, "Clinics").kinds == ()
    assert [each.location.name for each in list_of(found, "Appliance contractors").places] == [
        "Fittleworth Medical Limited"
    ]


def test_a_code_inside_a_code_of_the_lists_own_is_found(tmp_path: Path) -> None:
    found = read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1)))
    assert place(found, "pharmacy-FM334").location.ods_code == "FM334"  # "5NH FM334"
    assert place(found, "pharmacy-FA227").location.ods_code == "FA227"  # "PH_FA227__000001_…"
    assert place(found, "dentist-26").location.ods_code == ""  # "5CC086__000001_BB14AX"


def test_hours_until_midnight_and_overlapping_ones_are_understood(tmp_path: Path) -> None:
    found = read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1)))
    assert place(found, "pharmacy-FA227").schedule == "Mo-Sa 08:00-24:00; Su 10:00-16:00"
    assert "Th 09:00-13:00,14:00-20:00" in place(found, "dentist-37727").schedule


def test_hours_that_cannot_be_right_are_left_out_whole_and_told(tmp_path: Path) -> None:
    found = read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1)))
    assert place(found, "pharmacy-FF269").schedule == ""
    assert '"09:00-05:30" cannot be right. No hours are shown' in said(found)


def test_dates_to_come_are_kept_and_past_ones_left_out(tmp_path: Path) -> None:
    found = read(copy_of("nhs_uk", tmp_path, date(2015, 12, 1)))
    hours = place(found, "pharmacy-FAD98").schedule
    assert hours.endswith("Sa 09:00-13:00; 2015 Dec 25,2015 Dec 28 off")
    assert "13 dates with other hours left out: past when the file was saved" in said(found)


def test_places_that_say_what_they_give_are_lists_too(tmp_path: Path) -> None:
    found = read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1)))
    (chemist,) = list_of(found, "Stop smoking: places that say they give it").places
    assert chemist == place(found, "pharmacy-FA512")
    assert len(found.places) == sum(len(each.places) for each in found.lists[:6])


def test_what_nothing_can_be_done_with_is_told_by_file_and_row(tmp_path: Path) -> None:
    told = said(read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1))))
    assert 'row 63: gives hours of "45467", which no file here lists.' in told
    assert "Clinics.csv, row 3: Forston Clinic has the code of Clinics.csv, row 2." in told
    assert 'Optician.csv, row 4, postcode: "W1V 3TA" is not a UK postcode.' in told
    assert len(told.splitlines()) == 6 + 3 + 1 + 5 + 1  # orphans, clinics, postcode, hours, dates


def test_a_zip_reads_as_the_folder_does(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        for file in sorted((FILES / "nhs_uk").iterdir()):
            packed.writestr(zipfile.ZipInfo(file.name, (2014, 6, 1, 0, 0, 0)), file.read_bytes())
    folder = read(copy_of("nhs_uk", tmp_path, date(2014, 6, 1)))
    assert read(tmp_path / "all.zip").lists == folder.lists


def test_the_newer_raw_file_and_utf8_are_read(tmp_path: Path) -> None:
    found = read(written(tmp_path, "x.txt", f"\ufeff{HEADER}\n{CHEMIST}\n".encode()))
    chemist = place(found, "pharmacy-FAA11")
    assert chemist.location.position == Position(51.4, -2.5)
    assert chemist.phones == (Phone("0117 496 0123"),)


def test_a_distance_selling_pharmacy_is_a_virtual_place(tmp_path: Path) -> None:
    found = read(one(tmp_path, CHEMIST.replace("Community Pharmacy", "Distance Selling")))
    assert place(found, "pharmacy-FAA11").location.location_type is LocationType.VIRTUAL


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (CHEMIST.replace("Visible", "Closed"), "is marked Closed, so it is not offered."),
        (CHEMIST.replace("¬Chemist¬", "¬¬"), "has no OrganisationName"),
        (CHEMIST.replace("1¬FAA11", "¬FAA11"), "has no organisationid"),
        (f"{CHEMIST}¬more", "has 11 cells where the header has 10: the row is broken."),
        ("1¬FAA11", "has 2 cells where the header has 10: the row is broken."),
    ],
    ids=["closed", "no name", "no id", "too long", "too short"],
)
def test_an_organisation_that_cannot_be_offered_is_refused(
    tmp_path: Path, row: str, sentence: str
) -> None:
    found = read(one(tmp_path, row))
    assert found.places == ()
    assert f"Pharmacy.csv, row 2: {sentence}" in said(found) or sentence in said(found)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (CHEMIST.replace("0117 496 0123", "ring us"), '"ring us" holds no telephone number'),
        (CHEMIST.replace("BS5 6XX", "BS5"), '"BS5" is not a UK postcode'),
        (CHEMIST.replace("51.4", "0"), "is not a place in the British Isles"),
        (CHEMIST.replace("51.4", "north"), "is not a place in the British Isles"),
    ],
)
def test_a_value_that_cannot_be_used_empties_only_itself(
    tmp_path: Path, row: str, sentence: str
) -> None:
    found = read(one(tmp_path, row))
    assert place(found, "pharmacy-FAA11").location.name == "Chemist"
    assert sentence in said(found)
    assert found.refused == ()


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        (["1¬Monday¬09:00-17:00¬True¬General¬"], "Mo 09:00-17:00"),
        (["1¬Monday¬¬False¬General¬", "1¬Tuesday¬closed¬True¬General¬"], ""),
        (["1¬Friday¬20:00-02:00¬True¬General¬"], "Fr 20:00-02:00"),
        (["1¬Someday¬09:00-17:00¬True¬General¬", "1¬Monday¬09:00-17:00¬True¬General¬"], ""),
        (["1¬Monday¬09:00-17:00¬True¬General¬", "1¬Monday¬all day¬True¬General¬"], ""),
        (["1¬Monday¬00:00-00:00¬True¬General¬"], ""),
        (["1¬¬10:00-12:00¬True¬Additional¬Dec 25 2099"], "2099 Dec 25 10:00-12:00"),
        (["1¬¬¬False¬Additional¬Dec 32 2099", "1¬Monday¬09:00-17:00¬True¬General¬"], ""),
        (["1¬¬¬False¬Additional¬25/12/2099"], ""),
        ([f"1¬¬¬False¬Additional¬Dec {10**20} 2099"], ""),
    ],
)
def test_times_become_hours(tmp_path: Path, times: list[str], hours: str) -> None:
    found = read(one(tmp_path, CHEMIST, *times))
    assert place(found, "pharmacy-FAA11").schedule == hours


def test_signs_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    raw = f"{HEADER}\r\n{CHEMIST}".encode("cp1252").replace(b"Chemist", b"Chem\x81st")
    assert "has signs that cannot be read" in said(read(written(tmp_path, "x.csv", raw)))


def test_a_file_that_does_not_belong_is_told(tmp_path: Path) -> None:
    shutil.copy(FILES / "README.md", tmp_path / "notes.md")
    told = said(read(one(tmp_path)))
    assert "notes.md: does not belong to nhs.uk open data, so it was left out." in told
