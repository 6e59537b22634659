"""What the two pure rooms may import from outside: a positive list.

import-linter cannot say that; docs/decisions/0003-import-layers.md tells why it is wanted.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "signpost"
ALLOWED = {
    "domain/opening_hours.py": {"opening_hours", "holidays"},
    "domain/bank_holidays.py": {"holidays"},
    "language": {"snowballstemmer"},
}
PURE = sorted(file for room in ("domain", "language") for file in (PACKAGE / room).rglob("*.py"))


def imported(file: Path) -> Iterator[str]:
    """The first part of every name that the file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: import by the full name"
            yield (node.module or "").partition(".")[0]


def allowed(file: Path) -> set[str]:
    place = file.relative_to(PACKAGE).as_posix()
    return {name for start, names in ALLOWED.items() if place.startswith(start) for name in names}


@pytest.mark.parametrize("file", PURE, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_pure_room_needs_only_python_and_the_named_libraries(file: Path) -> None:
    own = set(sys.stdlib_module_names) | {"signpost"} | allowed(file)
    assert set(imported(file)) <= own


@pytest.mark.parametrize("file", PURE, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_pure_room_asks_no_disk_and_no_database(file: Path) -> None:
    assert not set(imported(file)) & {"sqlite3", "os", "pathlib", "io", "socket", "subprocess"}
