"""CSV files appear whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from signpost.errors import NotAvailable
from signpost.exchange.csv_file import defused, write_csv


def rows_then_a_failure() -> Iterator[list[str]]:
    yield ["1"]
    raise RuntimeError("half way")


def test_an_export_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError):
        write_csv(out, ["a"], rows_then_a_failure())
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    assert out.read_text(encoding="utf-8") == "old"


def test_quotes_commas_and_line_breaks_are_quoted(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert write_csv(out, ["a", "b"], [['say "aah"', "x,\ny"]]) == 1
    assert out.read_bytes() == b'\xef\xbb\xbfa,b\r\n"say ""aah""","x,\ny"\r\n'


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="is a folder"):
        write_csv(tmp_path, ["a"], [])


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="no folder"):
        write_csv(tmp_path / "missing" / "out.csv", ["a"], [])


def test_a_name_that_the_disk_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="cannot be written"):
        write_csv(tmp_path / ("x" * 250), ["a"], [])


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
