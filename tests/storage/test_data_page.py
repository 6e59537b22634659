"""docs/DATA.md is the contract: it lists every table and column there is, and no other."""

import re
from pathlib import Path

from tests.desk import unlocked

PAGE = Path(__file__).parents[2] / "docs" / "DATA.md"


def documented() -> dict[str, list[str]]:
    text = PAGE.read_text(encoding="utf-8")
    tables = re.split(r"^### (\w+)$", text.partition("\n## What leaves")[0], flags=re.MULTILINE)[1:]
    return {
        name: re.findall(r"^\| (\w+) \|(?! holds)", section, flags=re.MULTILINE)
        for name, section in zip(tables[::2], tables[1::2], strict=True)
    }


def test_the_page_lists_every_column_in_order(blank: Path) -> None:
    with unlocked(blank.parent) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        stored = {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in names
        }
    assert documented() == stored


def test_what_lives_in_the_open_call_only_is_no_column() -> None:
    columns = {column for columns in documented().values() for column in columns}
    assert not columns & {"where_is_patient", "ring_back", "pregnant", "age_typed", "parked_with"}
