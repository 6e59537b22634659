"""Every form of export byte for byte, and read again by somebody else's reader."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from signpost.domain.export_format import ExportFormat
from signpost.domain.export_wording import ExportWording
from signpost.domain.patient_reference import PatientReference
from signpost.exchange.record_source import Choices
from signpost.exchange.signposts_csv import DEIDENTIFIED_HEADER, HEADER
from signpost.storage.database import Database
from tests.desk import copy_blank
from tests.exchange.exported import ALL_YEAR, a_request, an_id, fill, look, write

HERE = Path(__file__).parent
GOLDEN, PUBLISHED = HERE / "golden", HERE / "published"
FILES = [form for form in ExportFormat if not form.is_folder and form is not ExportFormat.XLSX]
FOLDERS = [form for form in ExportFormat if form.is_folder]
CP1252 = {ExportFormat.SYSTMONE_BREAKDOWN, ExportFormat.SYSTMONE_BREAKDOWN_DEIDENTIFIED}
MARK = b"\xef\xbb\xbf"


@pytest.fixture(scope="module")
def records(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("exported")
    copy_blank(blank, folder)
    database = Database(folder)
    fill(database)
    yield database
    database.close()


def rows(database: Database, out: Path, form: ExportFormat, **changes: object) -> list[list[str]]:
    write(database, out, a_request(form, **changes))
    encoding = "cp1252" if form in CP1252 else "utf-8-sig"
    return list(csv.reader(io.StringIO(out.read_bytes().decode(encoding), newline="")))


def published(file: str, table: str, version: str) -> list[str]:
    tables = json.loads((PUBLISHED / file).read_text(encoding="utf-8"))
    return list(tables[table][version])


@pytest.mark.parametrize("form", FILES)
def test_each_file_is_the_golden_one_byte_for_byte(
    records: Database, tmp_path: Path, form: ExportFormat
) -> None:
    out = tmp_path / f"{form}.csv"
    write(records, out, a_request(form))
    assert out.read_bytes() == (GOLDEN / out.name).read_bytes()


@pytest.mark.parametrize("form", FOLDERS)
def test_each_folder_is_the_golden_one_byte_for_byte(
    records: Database, tmp_path: Path, form: ExportFormat
) -> None:
    out = tmp_path / form
    write(records, out, a_request(form))
    written = {file.name: file.read_bytes() for file in out.iterdir()}
    assert written == {file.name: file.read_bytes() for file in (GOLDEN / form).iterdir()}


@pytest.mark.parametrize("form", FOLDERS)
def test_every_header_is_the_published_one(form: ExportFormat) -> None:
    emis = form is ExportFormat.EMIS_BULK
    seen = 0
    for file in (GOLDEN / form).glob("*.csv"):
        name = "_".join(file.stem.split("_")[1:3]) if emis else file.stem
        if name == "SignpostIds":
            continue
        first = file.read_bytes().split(b"\r\n")[0].decode()
        wanted = published("emis.json" if emis else "tpp.json", name, "5.4" if emis else "93")
        assert first == ",".join(f'"{column}"' for column in wanted)
        seen += 1
    assert seen == (6 if emis else 7)


def test_lines_end_in_cr_lf_and_only_our_own_files_begin_with_a_mark(
    records: Database, tmp_path: Path
) -> None:
    for form in FILES:
        text = (GOLDEN / f"{form}.csv").read_bytes()
        assert text.endswith(b"\r\n")
        assert text.startswith(MARK) == form.value.startswith("signposts")


def test_emis_files_are_named_as_emis_names_them() -> None:
    name = re.compile(
        r"900001_(Admin|CareRecord|Coding)_[A-Za-z]+_20260309180000_[0-9A-F-]{36}\.csv"
    )
    files = [file.name for file in (GOLDEN / "emis-bulk").glob("*.csv")]
    assert len(files) == 6
    assert all(name.fullmatch(file) for file in files)


def test_every_cell_of_bulk_and_sre_files_is_quoted() -> None:
    for form in FOLDERS:
        for file in (GOLDEN / form).glob("*.csv"):
            encoding = "utf-8" if form is ExportFormat.EMIS_BULK else "cp1252"
            for line in file.read_bytes().decode(encoding).split("\r\n")[:-1]:
                assert line.startswith('"')
                assert line.endswith('"')


def test_the_headers_are_the_layouts_own_lines() -> None:
    assert (GOLDEN / "signposts.csv").read_bytes().split(b"\r\n")[0] == (
        MARK + ",".join(HEADER).encode()
    )
    assert len(HEADER) == 48
    assert not {"need_text", "nhs_number", "call_number", "associated_text"} & set(
        DEIDENTIFIED_HEADER
    )


def test_uncoded_events_say_so_and_a_signpost_never_has_a_referral_code(
    records: Database, tmp_path: Path
) -> None:
    header, *found = rows(records, tmp_path / "a.csv", ExportFormat.SIGNPOSTS)
    named = [dict(zip(header, row, strict=True)) for row in found]
    assert all(row["code"] or row["code_term"].endswith("(local term)") for row in named)
    codes = {row["record_type"]: row["code"] for row in named if row["code"]}
    assert codes == {"signpost": "1084431000000106", "referral": "871731000000106"}
    [declined] = [row for row in named if row["outcome"] == "declined"]
    assert declined["code_term"].endswith("declined (local term)")


@pytest.mark.parametrize(
    "form", [form for form in FILES if not form.value.startswith("signposts")] + FOLDERS
)
def test_a_rehearsal_can_be_told_from_a_real_call_in_every_form(
    records: Database, tmp_path: Path, form: ExportFormat
) -> None:
    out = tmp_path / "out"
    write(records, out, a_request(form))
    files = list(out.iterdir()) if form.is_folder else [out]
    text = b"".join(file.read_bytes() for file in files)
    assert b"REHEARSAL: Signposting to " in text


def test_voided_records_are_left_out_where_no_column_tells(
    records: Database, tmp_path: Path
) -> None:
    live = a_request(ExportFormat.SIGNPOSTS).selection
    assert live == ALL_YEAR
    count = {
        form: len(rows(records, tmp_path / f"{form}", form)) - 1
        for form in (
            ExportFormat.SIGNPOSTS,
            ExportFormat.EMIS_LIST,
            ExportFormat.SYSTMONE_BREAKDOWN,
        )
    }
    assert count == {
        ExportFormat.SIGNPOSTS: 30,
        ExportFormat.EMIS_LIST: 29,
        ExportFormat.SYSTMONE_BREAKDOWN: 29,
    }


def test_letters_that_windows_1252_lacks_are_counted(records: Database, tmp_path: Path) -> None:
    request = a_request(ExportFormat.SYSTMONE_BREAKDOWN)
    names = dict(request.staff)
    robin = next(iter(names))
    odd = a_request(
        ExportFormat.SYSTMONE_BREAKDOWN,
        staff={**names, robin: replace(names[robin], name="Łukasz 漢 O’Neil")},
    )
    assert write(records, tmp_path / "plain.csv", request).lost_letters == 0
    written = write(records, tmp_path / "odd.csv", odd)
    assert written.lost_letters == 2 * written.rows
    assert "?ukasz ? O’Neil" in (tmp_path / "odd.csv").read_bytes().decode("cp1252")


def test_texts_that_are_too_long_are_cut_and_counted(records: Database, tmp_path: Path) -> None:
    for form in (ExportFormat.EMIS_BULK, ExportFormat.EMIS_LIST):
        out = tmp_path / form
        written = write(records, out, a_request(form))
        assert written.shortened == (1 if form is ExportFormat.EMIS_BULK else 0)
    [file] = (tmp_path / "emis-bulk").glob("*Observation*")
    with file.open(encoding="utf-8", newline="") as text:
        longest = max(len(row["AssociatedText"]) for row in csv.DictReader(text))
    assert longest == 1000


@pytest.mark.parametrize(
    ("reference", "nhs", "own"),
    [
        (PatientReference.NONE, "", ""),
        (PatientReference.NHS_NUMBER, "999 000 1030", ""),
        (PatientReference.LOCAL_NUMBER, "", "9990001030"),
    ],
)
def test_a_patient_reference_stands_in_its_own_column(
    records: Database, tmp_path: Path, reference: PatientReference, nhs: str, own: str
) -> None:
    changed = {"reference": reference}
    first = rows(records, tmp_path / "a.csv", ExportFormat.EMIS_LIST, **changed)[1]
    assert first[:2] == [nhs, own]
    first = rows(records, tmp_path / "b.csv", ExportFormat.SYSTMONE_BREAKDOWN, **changed)[1]
    assert first[:2] == [own, nhs.replace(" ", "")]
    header, row = rows(records, tmp_path / "c.csv", ExportFormat.SIGNPOSTS, **changed)[:2]
    signpost = dict(zip(header, row, strict=True))
    assert signpost["nhs_number"] == nhs.replace(" ", "")
    assert (signpost["patient_ref"] == own) == (reference is not PatientReference.NHS_NUMBER)


def test_the_same_patient_has_the_same_pseudonym_and_another_key_gives_another(
    records: Database, tmp_path: Path
) -> None:
    form = ExportFormat.EMIS_LIST_DEIDENTIFIED
    ours = [row[0] for row in rows(records, tmp_path / "a.csv", form)[1:5]]
    theirs = [
        row[0] for row in rows(records, tmp_path / "b.csv", form, pseudonym_key="ff" * 32)[1:5]
    ]
    assert ours[0] == ours[3] != ours[1] == ours[2]
    assert all(re.fullmatch("[0-9A-F]{16}", name) for name in ours)
    assert not set(ours) & set(theirs)


def test_de_identified_files_hold_no_text_no_staff_no_time_and_no_id(
    records: Database, tmp_path: Path
) -> None:
    for form in (ExportFormat.SIGNPOSTS_DEIDENTIFIED, ExportFormat.EMIS_LIST_DEIDENTIFIED):
        text = (GOLDEN / f"{form}.csv").read_text(encoding="utf-8-sig")
        for told in ("bath", "HYPERLINK", "Example,", "EXAMPLE", "999000", an_id(1), "0001-2"):
            assert told not in text
        assert not re.search(r"\d\d:\d\d|T\d{6}Z", text)


def test_months_may_stand_for_days(records: Database, tmp_path: Path) -> None:
    monthly = {"choices": Choices(months_only=True)}
    first = rows(records, tmp_path / "a.csv", ExportFormat.EMIS_LIST_DEIDENTIFIED, **monthly)[1]
    assert first[4] == "Mar-2026"
    header, row = rows(records, tmp_path / "b.csv", ExportFormat.SIGNPOSTS_DEIDENTIFIED, **monthly)[
        :2
    ]
    assert row[header.index("event_date")] == "2026-03"


def test_our_columns_come_after_those_of_emis(records: Database, tmp_path: Path) -> None:
    plain = rows(records, tmp_path / "a.csv", ExportFormat.EMIS_LIST)
    more = rows(
        records, tmp_path / "b.csv", ExportFormat.EMIS_LIST, choices=Choices(extra_columns=True)
    )
    assert [row[:10] for row in more] == plain
    assert more[0][10:] == [
        "SNOMED CT Concept ID",
        "Service",
        "Outcome",
        "Call Number",
        "Signpost ID",
    ]
    headed = rows(
        records,
        tmp_path / "c.csv",
        ExportFormat.EMIS_LIST_HEADER,
        choices=Choices(extra_columns=True),
    )
    assert headed[4][6] == "Clinical Codes"
    assert headed[4][10] == "Signpost"
    assert len({len(row) for row in headed}) == 1


def test_wording_of_the_practice_is_used(records: Database, tmp_path: Path) -> None:
    wording = ExportWording(
        emis_dates="dd/MM/yyyy",
        emis_byte_order_mark="yes",
        systmone_code_caption="Code",
        systmone_patient_count="no",
        systmone_telephone="Telephone",
    )
    row = rows(records, tmp_path / "a.csv", ExportFormat.EMIS_LIST, wording=wording)[1]
    assert row[6] == "09/03/2026"
    assert (tmp_path / "a.csv").read_bytes().startswith(MARK)
    header, row = rows(
        records, tmp_path / "b.csv", ExportFormat.SYSTMONE_BREAKDOWN, wording=wording
    )[:2]
    assert "Code" in header
    assert row[-1] == ""
    write(records, tmp_path / "sre", a_request(ExportFormat.SYSTMONE_SRE, wording=wording))
    assert b'"Telephone"' in (tmp_path / "sre" / "SREvent.csv").read_bytes()


def test_long_ids_are_formulas_only_where_somebody_asked(records: Database, tmp_path: Path) -> None:
    for form in (ExportFormat.SIGNPOSTS, ExportFormat.SYSTMONE_BREAKDOWN, ExportFormat.EMIS_LIST):
        plain = rows(records, tmp_path / "a.csv", form, choices=Choices(extra_columns=True))
        asked = rows(
            records, tmp_path / "b.csv", form, choices=Choices(extra_columns=True, for_excel=True)
        )
        assert not any(cell.startswith('="') for row in plain for cell in row)
        assert any('="1084431000000106"' in row for row in asked)


def test_no_cell_of_any_golden_file_is_a_formula() -> None:
    for file in (file for file in GOLDEN.rglob("*.csv")):
        raw = file.read_bytes()
        text = raw.decode("utf-8-sig" if "systmone" not in str(file) else "cp1252")
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]


@pytest.mark.parametrize("form", list(ExportFormat))
def test_the_preview_is_the_beginning_of_the_file(
    records: Database, tmp_path: Path, form: ExportFormat
) -> None:
    request = a_request(form)
    shown = look(records, request)
    out = tmp_path / f"out{form.suffix}"
    write(records, out, request)
    if form is ExportFormat.XLSX:
        sheet = load_workbook(out)["Signposts"]
        assert shown.captions == tuple(cell.value for cell in sheet[1])
        return
    file = next(out.glob(shown.table)) if form.is_folder else out
    encoding = "cp1252" if "systmone" in form.value else "utf-8-sig"
    with file.open(encoding=encoding, newline="") as text:
        written = [tuple(row) for row in csv.reader(text)]
    at = written.index(shown.captions)
    assert written[at + 1 : at + 3] == list(shown.rows)


def test_the_workbook_keeps_every_type(records: Database, tmp_path: Path) -> None:
    out = tmp_path / "signposts.xlsx"
    assert write(records, out, a_request(ExportFormat.XLSX)).rows == 30
    book = load_workbook(out)
    assert book.sheetnames == ["Signposts", "Prompts", "Corrections", "Staff", "About"]
    header, *found = book["Signposts"].iter_rows(values_only=True)
    named = [dict(zip(header, row, strict=True)) for row in found]
    assert named[1]["code"] == "1084431000000106"
    assert named[0]["nhs_number"] == "9990001030"
    assert named[0]["event_date"].date() == date(2026, 3, 9)
    assert named[0]["recorded_at"].minute == 11
    assert named[0]["age_years"] == 41
    assert book["Signposts"].auto_filter.ref == "A1:AV31"
    assert [row[0] for row in book["Corrections"].iter_rows(min_row=2, values_only=True)] == [
        an_id(7),
        an_id(9),
    ]
    assert [row[1] for row in book["Prompts"].iter_rows(min_row=2, values_only=True)] == [
        "prompt",
        "prompt",
    ]
    about = {row[0]: row[1] for row in book["About"].iter_rows(min_row=2, values_only=True)}
    assert set(HEADER) <= set(about)
    assert "Rehearsal records as well as live ones" in [
        row[1] for row in book["About"].iter_rows(values_only=True)
    ]
    formulas = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert formulas == []
