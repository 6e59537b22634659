"""Lists of places by NHSBSA and ODS, and the list of pharmacies in ten columns."""

from datetime import date
from pathlib import Path

import pytest

from signpost.domain.place import LocationType, Position
from signpost.domain.service import Phone
from signpost.domain.service_kind import ServiceKind
from tests.exchange.incoming import FILES, list_of, place, read, said, saved_on, written

DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
NHSBSA = (
    "PHARMACY_ODS_CODE_F_CODE,HEALTH_AND_WELLBEING_BOARD,PHARMACY_TRADING_NAME,ORGANISATION_NAME,"
    "ADDRESS_FIELD1,ADDRESS_FIELD2,ADDRESS_FIELD3,ADDRESS_FIELD4,POST_CODE,CONTRACT_TYPE,"
    + ",".join(f"PHARMACY_OPENING_HOURS_{day},{day[:3]}_TOTAL" for day in DAYS)
)
LUNCH = '"09:00-13:00,14:00-17:30",7.5'


def nhsbsa(tmp_path: Path, *days: str, kind: str = "Community", code: str = "FA512") -> Path:
    """A list with one pharmacy and these texts for its days, the others closed."""
    cells = [*days, *["CLOSED,0"] * (len(DAYS) - len(days))]
    row = f"{code},Bristol,Chemist,Chemist Ltd,1 High St,Easton,BRISTOL,,bs56xx,{kind},"
    return written(tmp_path, "list.csv", f"{NHSBSA}\n{row}{','.join(cells)}\n".encode())


def test_a_pharmacy_has_the_hours_of_each_day(tmp_path: Path) -> None:
    found = read(nhsbsa(tmp_path, *[LUNCH] * 5, "09:00-12:00,3"))
    chemist = place(found, "pharmacy-FA512")
    assert chemist.schedule == "Mo-Fr 09:00-13:00,14:00-17:30; Sa 09:00-12:00"
    assert chemist.location.address == "1 High St, Easton, BRISTOL"
    assert chemist.location.postal_code == "BS5 6XX"
    assert found.feed == "NHSBSA pharmaceutical list: Pharmacies"
    assert list_of(found, "Pharmacies").kinds[1] is ServiceKind.PHARMACY_FIRST
    assert said(found) == ""


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("closed", ""),
        ("", ""),
        ("24 hours", "Mo 00:00-24:00"),
        ("9am to 5.30pm", "Mo 09:00-17:30"),
        ("09:00 – 13:00 and 14:00 – 18:00", "Mo 09:00-13:00,14:00-18:00"),
        ("22:00-02:00", "Mo 22:00-02:00"),
        ("09:00-17:00;16:00-18:00", "Mo 09:00-18:00"),
        ("17:00-09:00", "Mo 17:00-09:00"),
        ("07:00-23:59", "Mo 07:00-24:00"),
    ],
)
def test_a_days_text_becomes_hours(tmp_path: Path, text: str, hours: str) -> None:
    found = read(nhsbsa(tmp_path, f'"{text}",1'))
    assert place(found, "pharmacy-FA512").schedule == hours
    assert said(found) == ""


@pytest.mark.parametrize(
    "text", ["by appointment", "09:00", "09:00-05:30", "9-5", "09:00-13:00-17:00"]
)
def test_hours_that_are_not_certain_are_not_shown_at_all(tmp_path: Path, text: str) -> None:
    found = read(nhsbsa(tmp_path, LUNCH, f'"{text}",1'))
    assert place(found, "pharmacy-FA512").schedule == ""
    assert "pharmacy_opening_hours_tuesday" in said(found)
    assert f'"{text}" cannot be read, so no hours are shown at all.' in said(found)


def test_a_distance_selling_pharmacy_is_virtual_and_an_appliance_one_apart(tmp_path: Path) -> None:
    distant = place(read(nhsbsa(tmp_path, kind="Distance Selling")), "pharmacy-FA512")
    assert distant.location.location_type is LocationType.VIRTUAL
    apart = read(nhsbsa(tmp_path, kind="Dispensing Appliance Contractor"))
    assert list_of(apart, "Appliance contractors").kinds == ()


def test_contractor_details_are_read_with_their_telephone(tmp_path: Path) -> None:
    raw = (
        b"ICB_CODE,CONTRACTOR_CODE,CONTRACTOR_NAME,TRADING_NAME,ADDRESS_FIELD1,POST_CODE,"
        b"PHONE_NUMBER\nQOX,FA512,Chemist Ltd,Chemist,1 High St,BS5 6XX,0117 4960123\n"
        b"QOX,P81001,Dispensing Doctor,Doctor,2 High St,BS5 6XX,\nQOX,FA513,,,3 High St,,\n"
    )
    found = read(written(tmp_path, "contractors.csv", raw))
    assert place(found, "pharmacy-FA512").phones == (Phone("0117 496 0123"),)
    assert 'row 3: "P81001" is not a pharmacy\'s ODS code' in said(found)
    assert "row 4: has no name" in said(found)


def ods(code: str, **cells: str) -> str:
    """A row of 27 quoted cells."""
    by_place = {1: cells.get("name", "A Place"), 4: "1 High St", 7: "BRISTOL", 9: "BS5 6XX"}
    by_place |= {11: cells.get("closed", ""), 12: cells.get("status", "A"), 17: "0117 4960123"}
    by_place |= {0: code, 25: cells.get("setting", "")}
    return ",".join(f'"{by_place.get(column, "")}"' for column in range(27))


def test_an_ods_file_is_sorted_by_code_and_setting(tmp_path: Path) -> None:
    rows = [ods("L81001", setting="4"), ods("L81002", setting="RO76", status="ACTIVE")]
    rows += [ods("Y00001", setting="9"), ods("FA512"), ods("V12345"), ods("TP123")]
    found = read(written(tmp_path, "epraccur.csv", "\r\n".join(rows).encode()))
    assert {each.title: [p.location.id for p in each.places] for each in found.lists} == {
        "GP practices": ["gp-L81001", "gp-L81002"],
        "Other organisations": ["ods-Y00001"],
        "Pharmacies": ["pharmacy-FA512"],
        "Dentists": ["dentist-V12345"],
        "Opticians": ["optician-TP123"],
    }
    chemist = place(found, "pharmacy-FA512")
    assert chemist.location.address == "1 High St, BRISTOL"
    assert chemist.phones == (Phone("0117 496 0123"),)
    assert said(found) == ""


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (ods("FA513", status="C"), "A Place has the status C, so it is not offered."),
        (ods("FA513", closed="20200331"), "A Place closed on 20200331, so it is not offered."),
        (ods("FA513", closed="soon"), "A Place closed on soon, so it is not offered."),
        (ods("FA513", name=""), "has no name, so nobody could be sent there."),
        (ods("FA512"), "A Place has the code of edispensary.csv, row 1. Keep one of them."),
        (ods("F#1"), '"F#1" is not an ODS code of other organisations.'),
        ('"FA513","A Place"', "has 2 cells where the list has 27: the row is broken."),
    ],
)
def test_an_ods_row_that_cannot_be_offered_is_refused(
    tmp_path: Path, row: str, sentence: str
) -> None:
    path = written(tmp_path, "edispensary.csv", f"{ods('FA512')}\n{row}\n".encode())
    found = read(saved_on(path, date(2026, 6, 1)))
    assert len(found.places) == 1
    assert [str(fault) for fault in found.refused] == [f"edispensary.csv, row 2: {sentence}"]


def test_a_place_that_closes_later_is_still_offered(tmp_path: Path) -> None:
    path = written(tmp_path, "edispensary.csv", ods("FA512", closed="20261231").encode())
    assert len(read(saved_on(path, date(2026, 6, 1))).places) == 1


def test_the_list_in_ten_columns_has_positions(tmp_path: Path) -> None:
    found = read(FILES / "nhs_pharmacy_2020" / "ten_columns.csv")
    chemist = place(found, "pharmacy-FA512")
    assert chemist.location.position == Position(52.244796752929688, 0.4055977463722229)
    assert chemist.location.postal_code == "CB8 8EQ"
    assert found.refused == ()
    assert "holds no telephone number that exists" in said(found)
    assert found.feed == "List of pharmacies: Pharmacies"


def test_a_row_of_another_width_or_code_is_refused(tmp_path: Path) -> None:
    first = "FA512,Chemist,1 High St,,,Bristol,BS5 6XX,0117 4960123,51.4,-2.5"
    raw = f"{first}\nFA513,Chemist\nX1,Chemist,1 High St,,,Bristol,BS5 6XX,,51.4,-2.5\n".encode()
    found = read(written(tmp_path, "ten.csv", raw))
    assert [fault.key for fault in found.refused] == ["row 2", "row 3"]


def test_the_raw_sample_is_read_as_nhs_uk(tmp_path: Path) -> None:
    found = read(FILES / "nhs_pharmacy_2020" / "raw_sample.csv")
    assert len(list_of(found, "Pharmacies").places) == 4
    assert found.feed == "nhs.uk open data: Pharmacies"
