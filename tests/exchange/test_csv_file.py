"""CSV files appear whole or not at all, in the encoding and quoting that is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.errors import NotAvailable
from signpost.exchange.csv_file import (
    FORMULA_STARTS,
    OURS,
    CsvForm,
    csv_table,
    defused,
    restored,
)
from signpost.exchange.whole_file import whole_file


def write(out: Path, rows: object, form: CsvForm = OURS) -> int:
    with whole_file(out, "x.csv") as part, csv_table(part, form, ["a", "b"]) as table:
        table.write(rows)
    return table.lost_letters


def rows_then_a_failure() -> Iterator[list[str]]:
    yield ["1", "2"]
    raise RuntimeError("half way")


def test_an_export_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write(out, rows_then_a_failure())
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    assert out.read_text(encoding="utf-8") == "old"


def test_quotes_commas_and_line_breaks_are_quoted(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    write(out, [['say "aah"', "x,\ny"], [None, 1]])
    assert out.read_bytes() == b'\xef\xbb\xbfa,b\r\n"say ""aah""","x,\ny"\r\n,1\r\n'


def test_every_cell_can_be_quoted(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    write(out, [["x", None]], CsvForm(quote_all=True))
    assert out.read_bytes() == b'"a","b"\r\n"x",""\r\n'


def test_letters_that_do_not_fit_become_question_marks_and_are_counted(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert write(out, [["O’Neil – €5?", "漢字"], ["Ł", "ok"]], CsvForm("cp1252")) == 3
    assert out.read_bytes() == b"a,b\r\nO\x92Neil \x96 \x805?,??\r\n?,ok\r\n"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="is a folder"):
        write(tmp_path, [])


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no folder"):
        write(tmp_path / "missing" / "out.csv", [])


def test_a_name_that_the_disk_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="cannot be written"):
        write(tmp_path / ("x" * 250), [])


@given(st.text())
def test_no_text_is_a_formula_once_defused_and_it_can_be_had_back(typed: str) -> None:
    cell = defused(typed)
    assert cell[:1] not in FORMULA_STARTS or set(cell) <= set("+0123456789 ()-")
    assert restored(cell) == typed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("", ""),
        ("sore throat", "sore throat"),
        ("=1+1", "'=1+1"),
        ("-5 since Monday", "'-5 since Monday"),
        ("@home", "'@home"),
        ("\t=1", "'\t=1"),
        ("+44 1632 960123", "+44 1632 960123"),
        ("+44*2", "'+44*2"),
        ("\N{FULLWIDTH EQUALS SIGN}1", "'\N{FULLWIDTH EQUALS SIGN}1"),
        ("a=b", "a=b"),
    ],
)
def test_free_text_is_no_formula(typed: str, written: str) -> None:
    assert defused(typed) == written
