"""Mistakes in a directory's files: named by file, row and column, collected, and never fatal."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.domain.eligibility import AgeRule, PregnancyRule, SexRule
from signpost.domain.place import Position
from signpost.domain.service import Phone
from signpost.domain.service_kind import ServiceKind
from signpost.exchange.directory_file import DirectoryFile, read_directory

GOOD = "id,name,kind\nA1,Chemist,pharmacy\n"


def read(folder: Path, services: str = GOOD, **others: str) -> DirectoryFile:
    (folder / "services.csv").write_text(services, encoding="utf-8", newline="")
    for name, text in others.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return read_directory(folder)


def sentences(found: DirectoryFile) -> list[str]:
    return [str(fault) for fault in found.faults]


def test_a_row_is_a_service(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "id,name,kind,phone,minimum_age,maximum_age,sex,pregnant\n"
        "A1,Chemist,pharmacy,01632 960001|out of hours: 07700 900001,6w,17,F,no\n",
    )
    (service,) = found.directory.services
    assert found.faults == ()
    assert service.kind is ServiceKind.PHARMACY
    assert service.phones == (
        Phone("01632 960001"),
        Phone("07700 900001", "out of hours"),
    )
    age, sex, pregnancy = service.rules
    assert isinstance(age, AgeRule)
    assert age.age_max_years == 18
    assert isinstance(sex, SexRule)
    assert isinstance(pregnancy, PregnancyRule)


@pytest.mark.parametrize(
    ("typed", "upper"),
    [("17", 18), ("1", 2), ("11m", 1), ("5w", 6 / 52.1775), ("12m", 13 / 12)],
)
def test_a_maximum_age_includes_that_year_month_or_week(
    tmp_path: Path, typed: str, upper: float
) -> None:
    found = read(tmp_path, f"id,name,kind,maximum_age\nA1,A,pharmacy,{typed}\n")
    (rule,) = found.directory.services[0].rules
    assert isinstance(rule, AgeRule)
    assert rule.age_max_years == pytest.approx(upper)


MISTAKES = [
    ("kind", "chemists", '"chemists" is not known. Write one of: emergency_999'),
    ("phone", "ring us", '"ring us" is not a telephone number.'),
    ("opening_hours", "9-5", "These hours cannot be read."),
    ("assured_date", "3/11/26", '"3/11/26" is not a date. Write it like 2026-11-03.'),
    ("status", "shut", '"shut" is not known. Write one of: active, paused, closed.'),
    ("local", "maybe", '"maybe" is not understood: write yes or no, or leave it empty.'),
    ("minimum_age", "old", "Type an age such as 34"),
    ("url", "www.nhs.uk", "must begin with https:// or http://."),
    ("practice_priority", "high", '"high" is not a whole number.'),
    ("access", "walk_in|fly_in", '"fly_in" is not known.'),
    ("snomed_code", "1577041000000100", "fails its check digit"),
    ("snomed_code", "310080006", "is empty and belongs to the code."),
    ("name", "", "is empty and is needed."),
    ("kind", "", "is empty and is needed."),
    ("description", "x" * 2_001, "is too long to be right."),
]


@pytest.mark.parametrize(
    ("column", "cell", "sentence"), MISTAKES, ids=[f"{m[0]} {m[1][:12]}" for m in MISTAKES]
)
def test_a_mistake_is_named_by_row_and_column(
    tmp_path: Path, column: str, cell: str, sentence: str
) -> None:
    cells = {"id": "A2", "name": "B", "kind": "pharmacy", column: cell}
    found = read(tmp_path, f"{','.join(cells)}\n{','.join(cells.values())}\n")
    (said,) = sentences(found)
    assert sentence in said
    assert said.startswith(f"{tmp_path.name}/services.csv, row 2, ")


def test_the_other_rows_are_read_all_the_same(tmp_path: Path) -> None:
    found = read(tmp_path, "id,name,kind\nA1,A,nonsense\n\nA2,B,pharmacy\nA2,C,pharmacy\n,D,ae\n")
    assert [service.name for service in found.directory.services] == ["B"]
    assert len(found.faults) == 3
    assert "row 5" in sentences(found)[0]


def test_a_row_after_a_cell_of_two_lines_is_still_counted(tmp_path: Path) -> None:
    found = read(tmp_path, 'id,name,kind\nA1,"two\nlines",pharmacy\nA2,B,nonsense\n')
    assert "row 3" in sentences(found)[0]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"id,name,kind\nA1,Caf\xe9,pharmacy\n", 'Save it as "CSV UTF-8"'),
        (b'id,name,kind\nA1,"Caf', "is not a CSV file that can be read"),
        (b"name,kind\nA,pharmacy\n", 'needs a column called "id"'),
        (b"id,name,kind,colour\nA1,A,pharmacy,red\n", "colour: is not a column here"),
        (b"id,name,kind,kind\nA1,A,pharmacy,ae\n", "kind: is not a column here"),
        (b"id,name,kind\nA1,A,pharmacy,more\n", "more cells than the header"),
    ],
    ids=["cp1252", "cut off", "no id", "unknown column", "column twice", "too many cells"],
)
def test_a_file_that_is_wrong_as_a_whole(tmp_path: Path, raw: bytes, sentence: str) -> None:
    (tmp_path / "services.csv").write_bytes(raw)
    assert sentence in " ".join(sentences(read_directory(tmp_path)))


def test_a_missing_file_is_a_fault_and_an_empty_directory(tmp_path: Path) -> None:
    found = read_directory(tmp_path / "nowhere")
    assert found.directory.services == ()
    assert "cannot be read" in sentences(found)[0]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_bytes(b"\xef\xbb\xbfid,name,kind\r\nA1,A,pharmacy\r\n")
    assert read_directory(tmp_path / "services.csv").faults == ()


def test_places_belong_to_the_services_they_name(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        locations="id,name,latitude,longitude,services\n"
        "PRACTICE,Here,54.0,-1.5,\nP1,Shop,54.1,-1.5,A1\nP2,Other,200,,A9\n",
    )
    assert found.directory.practice == Position(54.0, -1.5)
    (place,) = found.directory.services[0].locations
    assert place.location.position == Position(54.1, -1.5)
    assert any("latitude" in said for said in sentences(found))
    assert any('"A9" is not in services.csv' in said for said in sentences(found))


RULE = "service_id,rule,question_id,question,because,pregnant,sex,minimum_age,if_not_met,source\n"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("A1,height,,,,,,,,s", '"height" is not known'),
        ("A1,age,,,,,,,,s", '"age" needs its own columns'),
        ("A1,sex,,,,,,,,s", '"sex" needs its own columns'),
        ("A1,pregnancy,,,,,,,,s", '"pregnancy" needs its own columns'),
        ("A1,question,q,Is it?,it is,,,,refuse,s", "Write not_met or check"),
        ("A1,question,q,,it is,,,,,s", "question: is empty and is needed"),
        ("A1,age,,,,,,16,,", "source: is empty and is needed"),
        ("A9,age,,,,,,16,,s", '"A9" is not in services.csv'),
    ],
)
def test_mistakes_in_rules(tmp_path: Path, row: str, sentence: str) -> None:
    said = sentences(read(tmp_path, eligibility=RULE + row + "\n"))
    assert sentence in " ".join(said)


def test_rules_stand_in_one_place_only(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "id,name,kind,minimum_age\nA1,A,pharmacy,16\n",
        eligibility=RULE + "A1,age,,,,,,18,,s\n",
    )
    assert "State rules in one of them" in sentences(found)[0]


def test_one_directory_over_another_changes_only_filled_cells(tmp_path: Path) -> None:
    lower, upper = tmp_path / "lower", tmp_path / "upper"
    lower.mkdir()
    upper.mkdir()
    read(lower, "id,name,kind,phone,alert\nA1,Chemist,pharmacy,01632 960001,Shut today\n")
    read(upper, "id,name,kind,phone,alert\nA1,,,01632 960002,-\nB1,New,ae,,\n")
    first, second = read_directory(lower, upper).directory.services
    assert (first.name, first.phones, first.alert) == ("Chemist", (Phone("01632 960002"),), "")
    assert second.id == "B1"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8"))))
def test_no_bytes_ever_stop_the_program(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "services.csv").write_bytes(raw)
    (tmp_path / "eligibility.csv").write_bytes(b"service_id,rule,source\n" + raw)
    read_directory(tmp_path)


COLUMN = st.sampled_from(
    ["opening_hours", "phone", "minimum_age", "paused_until", "snomed_code", "topics", "pregnant"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(COLUMN, st.text(max_size=60))
def test_no_cell_ever_stops_the_program(tmp_path: Path, column: str, cell: str) -> None:
    quoted = cell.replace('"', '""')
    read(tmp_path, f'id,name,kind,{column}\nA1,A,pharmacy,"{quoted}"\n')
