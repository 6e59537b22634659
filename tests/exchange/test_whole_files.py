"""The real directories as a whole: what is read of them and what is refused, as the guide says it
(docs/guide/directory-files.md). Only under --slow PATH.
"""

from collections import Counter
from pathlib import Path

import pytest

from signpost.domain.incoming import Incoming
from tests.exchange.incoming import list_of, read

pytestmark = pytest.mark.slow


def of(whole_files: Path, name: str) -> Incoming:
    """What is read of a file or folder with this name, wherever it lies there."""
    found = next(iter(sorted(whole_files.rglob(name))), None)
    if found is None:
        pytest.skip(f"{name} is not in the folder")
    return read(found)


def refused_by_file(found: Incoming) -> dict[str, int]:
    return dict(Counter(fault.file for fault in found.refused))


def emptied_by_column(found: Incoming) -> dict[str, int]:
    return dict(Counter(fault.key.rpartition(", ")[2] for fault in found.emptied))


def test_the_open_data_of_nhs_uk(whole_files: Path) -> None:
    found = of(whole_files, "nhs_uk_open_data.zip")
    sorts = {each.title: len(each.places) for each in found.lists if ":" not in each.title}
    assert sorts == {
        "Clinics": 5_333,
        "Dentists": 7_823,
        "GP practices": 8_288,
        "Opticians": 6_343,
        "Pharmacies": 11_683,
        "Appliance contractors": 111,
    }
    hours = {
        title: sum(bool(place.schedule) for place in list_of(found, title).places)
        for title in ("Pharmacies", "Dentists", "Opticians")
    }
    assert hours == {"Pharmacies": 11_213, "Dentists": 7_402, "Opticians": 5_800}
    assert refused_by_file(found) == {
        "Clinics.csv": 129,
        "DentistOpeningTimes.csv": 451,
        "OpticianOpeningTimes.csv": 441,
        "Pharmacy.csv": 5,
        "PharmacyOpeningTimes.csv": 179,
        "PharmacyServices.csv": 18,
    }
    assert emptied_by_column(found) == {"phone": 58, "postcode": 1, "Times": 11}


def test_the_list_of_pharmacies_in_ten_columns(whole_files: Path) -> None:
    found = of(whole_files, "pharmacy_2020.csv")
    assert len(list_of(found, "Pharmacies").places) == 11_206
    assert found.refused == ()
    assert emptied_by_column(found) == {"telephone": 8}


def test_the_data_package_of_miami(whole_files: Path) -> None:
    found = of(whole_files, "hsds_datapackage_miami.zip")
    assert (len(found.services), len(found.unkinded)) == (20, 4_069)
    assert refused_by_file(found) == {
        "data/eligibility.csv": 2_244,
        "data/taxonomy.csv": 3,
        "data/accessibility_for_disabilities.csv": 1,
        "data/languages.csv": 1,
    }
    assert emptied_by_column(found)["original_text"] == 370


def test_the_extract_of_bristol(whole_files: Path) -> None:
    found = of(whole_files, "updated_services_at_locations.csv")
    assert (len(found.services), len(found.unkinded)) == (70, 290)
    assert found.refused == ()
    assert emptied_by_column(found) == {"closes_at": 47, "interval": 1}


@pytest.mark.parametrize(
    ("name", "services", "refused"),
    [
        ("service_full.json", 1, 1),
        ("service_list.json", 1, 127),
        ("service_list_data.json", 1, 127),
        ("ukprofile_organization_full.json", 1, 1),
    ],
)
def test_the_examples_of_open_referral_uk(
    whole_files: Path, name: str, services: int, refused: int
) -> None:
    found = of(whole_files, name)
    assert len(found.unkinded) == services
    assert len(found.refused) == refused
