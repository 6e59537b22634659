"""Where a typed district lies, from the table that ships."""

from pathlib import Path

import pytest

from signpost.content.postcode_districts import read_postcode_districts
from signpost.domain.place import Position, miles_between
from signpost.paths import bundled

TABLE = bundled("resources/places/postcode_districts.csv")
DISTRICTS = read_postcode_districts(TABLE)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("BS5", Position(51.463, -2.556)),
        ("bs5 6", Position(51.463, -2.556)),
        ("BS5 6XX", Position(51.463, -2.556)),
        ("sw1a", Position(51.501, -0.142)),
        ("M1 1AE", Position(53.478, -2.235)),
        ("TR1", Position(50.263, -5.051)),
    ],
)
def test_a_district_lies_where_it_does(typed: str, near: Position) -> None:
    found = DISTRICTS.position_of(typed)
    assert found is not None
    assert miles_between(found, near) < 2


@pytest.mark.parametrize("typed", ["", "QQ1", "Bristol", "ZZ1 1AA", "BS5 road"])
def test_an_unknown_district_lies_nowhere(typed: str) -> None:
    assert DISTRICTS.position_of(typed) is None


def test_some_two_thousand_districts_are_there() -> None:
    assert len(TABLE.read_text("utf-8").splitlines()) > 2_000


@pytest.mark.parametrize(
    "raw", [b"\xff", b"district\nBS5\n", b"district,latitude,longitude\nBS5,north,-2\n", b""]
)
def test_a_damaged_table_knows_nothing(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "table.csv").write_bytes(raw)
    assert read_postcode_districts(tmp_path / "table.csv").position_of("BS5") is None


def test_a_missing_table_knows_nothing(tmp_path: Path) -> None:
    assert read_postcode_districts(tmp_path / "none.csv").position_of("BS5") is None
