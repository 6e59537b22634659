"""Practices side by side, from counts with hidden numbers; published tables re-entered."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from signpost.domain.call import Outcome
from signpost.domain.figures.comparison import Between, all_together, by_practice
from signpost.domain.figures.published import CONEXUS, SOUTH_TEES
from signpost.errors import NotAvailable, UserMistake
from signpost.exchange.comparison_report import Comparison, comparison_values
from signpost.exchange.monthly_counts_in import read_monthly_counts
from signpost.paths import bundled
from signpost.usecases.compare_practices import compare_practices

HEADER = (
    "practice_ods_code,month,record_type,need_category,service_type_term,code,code_term,outcome,"
    "signposts,patients"
)
NOW = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
PHARMACY = "Signposting to Pharmacy First (local term)"


def counts(folder: Path, name: str, *rows: str) -> Path:
    """A file of monthly counts: practice, month, record type, term, outcome, number."""
    lines = []
    for row in rows:
        practice, month, kind, term, outcome, number = row.split("|")
        lines.append(f"{practice},{month},{kind},,,,{term},{outcome},{number},")
    file = folder / name
    file.write_text("\r\n".join([HEADER, *lines, ""]), encoding="utf-8-sig")
    return file


def compare(*files: Path, out: Path):
    return compare_practices(files, out, bundled("resources"), NOW)


def text_of(file: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())


def test_practices_stand_in_the_order_of_their_codes_with_their_denominators(
    tmp_path: Path,
) -> None:
    first = counts(
        tmp_path,
        "b.csv",
        f"B20002|2026-03|signpost|{PHARMACY}|accepted|30",
        f"B20002|2026-03|signpost|{PHARMACY}|declined|10",
        "B20002|2026-03|administrative||dealt_with|60",
    )
    second = counts(tmp_path, "a.csv", f"A10001|2026-03|signpost|{PHARMACY}|accepted|50")
    out = tmp_path / "out.pdf"
    assert compare(first, second, out=out).practices == 2
    text = text_of(out)
    assert text.index("A10001") < text.index("B20002")
    assert "30 (75.0 %)" in text
    assert "60 (60.0 %)" in text
    assert "nothing is ranked" in text


def test_a_hidden_number_makes_sums_lie_between_two(tmp_path: Path) -> None:
    file = counts(
        tmp_path,
        "a.csv",
        f"A10001|2026-03|signpost|{PHARMACY}|accepted|30",
        "A10001|2026-03|signpost|Signposting to Dentist (local term)|accepted|<5",
        "A10001|2026-03|signpost||hung_up|hidden",
    )
    [practice] = by_practice(read_monthly_counts(file))
    assert practice.with_outcome(Outcome.ACCEPTED) == Between(31, 34)
    assert practice.with_outcome(Outcome.ACCEPTED).words == "31 to 34"
    assert practice.contacts.words == "32 or more"
    assert practice.offered.share_of(practice.contacts) == ""
    assert practice.destinations() == {"Pharmacy First": Between(30, 30), "Dentist": Between(1, 4)}


def test_months_that_differ_are_told(tmp_path: Path) -> None:
    rows = read_monthly_counts(
        counts(
            tmp_path,
            "a.csv",
            f"A10001|2026-02|signpost|{PHARMACY}|accepted|30",
            f"B20002|2026-03|signpost|{PHARMACY}|accepted|30",
        )
    )
    values = comparison_values(Comparison(by_practice(rows)), NOW)
    assert "did not all send the same months" in values["uneven"]
    assert values["title"] == "Active signposting in 2 practices, 2026-02 to 2026-03"


def test_many_destinations_end_in_all_others(tmp_path: Path) -> None:
    rows = [f"A10001|2026-03|signpost|Signposting to Kind {n}|accepted|{20 + n}" for n in range(20)]
    practices = by_practice(read_monthly_counts(counts(tmp_path, "a.csv", *rows)))
    lines = comparison_values(Comparison(practices), NOW)["destinations"]["lines"]
    assert len(lines) == 13
    assert lines[0][0] == "Kind 19"
    assert lines[-1][0] == "All others"


def test_south_tees_re_entered_as_counts_makes_its_total_and_not_its_share(tmp_path: Path) -> None:
    rest = SOUTH_TEES.contacts - SOUTH_TEES.declined
    pharmacy = round(rest * 0.29)
    file = counts(
        tmp_path,
        "south_tees.csv",
        f"SOUTHTEES|2018-03|signpost|{PHARMACY}|accepted|{pharmacy}",
        f"SOUTHTEES|2018-03|signpost|Signposting elsewhere|accepted|{rest - pharmacy}",
        f"SOUTHTEES|2018-03|signpost||declined|{SOUTH_TEES.declined}",
    )
    whole = all_together(by_practice(read_monthly_counts(file)))
    assert whole.contacts == Between(269_994, 269_994)
    declined = whole.with_outcome(Outcome.DECLINED)
    assert declined.share_of(whole.contacts) == "2.8 %"
    out = tmp_path / "out.pdf"
    compare(file, out=out)
    assert "It says 8 % declined (7,586); 7,586 is 2.8 % of its own 269,994" in text_of(out)


def test_conexus_re_entered_as_counts_makes_its_totals(tmp_path: Path) -> None:
    file = counts(
        tmp_path,
        "conexus.csv",
        f"CONEXUS|2017-03|signpost|{PHARMACY}|accepted|{CONEXUS.accepted}",
        f"CONEXUS|2017-03|signpost||declined|{CONEXUS.offered - CONEXUS.accepted}",
    )
    whole = all_together(by_practice(read_monthly_counts(file)))
    assert whole.offered.words == "25,852"
    accepted = whole.with_outcome(Outcome.ACCEPTED)
    assert (accepted.words, accepted.share_of(whole.offered)) == ("5,819", "22.5 %")


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("A1|March|signpost||accepted|3", "row 2: 'March' is not a month"),
        ("A1|2026-13|signpost||accepted|3", "row 2: '2026-13' is not a month"),
        ("A1|2026-03|signpost||gone|3", "row 2: 'gone' is not an outcome"),
        ("A1|2026-03|signpost||accepted|some", "row 2: 'some' is not a number"),
        ("A1|2026-03|signpost||accepted|-3", "row 2: '-3' is not a number"),
    ],
)
def test_what_cannot_be_read_is_told_with_file_and_row(
    tmp_path: Path, row: str, sentence: str
) -> None:
    with pytest.raises(UserMistake, match=f"a.csv, {sentence}"):
        read_monthly_counts(counts(tmp_path, "a.csv", row))


def test_another_file_is_no_file_of_counts(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("signpost_id,outcome\n1,accepted\n")
    with pytest.raises(UserMistake, match="has no column practice_ods_code"):
        read_monthly_counts(other)
    other.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserMistake, match="not a CSV file in UTF-8"):
        read_monthly_counts(other)
    with pytest.raises(UserMistake, match="cannot be read"):
        read_monthly_counts(tmp_path / "none.csv")


def test_the_same_month_twice_is_not_added_up(tmp_path: Path) -> None:
    row = f"A1|2026-03|signpost|{PHARMACY}|accepted|30"
    first, second = counts(tmp_path, "a.csv", row), counts(tmp_path, "b.csv", row)
    with pytest.raises(UserMistake, match=r"2026-03 of A1 is in both a.csv and b.csv"):
        compare(first, second, out=tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()


def test_nothing_to_compare_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserMistake, match="at least one practice"):
        compare(out=tmp_path / "out.pdf")
    with pytest.raises(UserMistake, match="no counts"):
        compare(counts(tmp_path, "a.csv"), out=tmp_path / "out.pdf")


def test_a_comparison_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    file = counts(tmp_path, "a.csv", f"A1|2026-03|signpost|{PHARMACY}|accepted|30")
    with pytest.raises(NotAvailable, match="no folder"):
        compare(file, out=tmp_path / "none" / "out.pdf")
