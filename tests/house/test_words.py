"""Words that have no place in finished code (CONTRIBUTING.md)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b(?! \(issue \d+\))")
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "misc", "common", "manager", "handler"}
FILES = sorted((ROOT / "signpost").rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_is_left_for_later_without_an_issue(file: Path) -> None:
    assert not UNFINISHED.findall(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_file_name_says_what_is_in_it(file: Path) -> None:
    assert not NAMES_THAT_SAY_NOTHING.intersection(file.stem.split("_"))


def test_file_names_are_unique_across_the_package() -> None:
    names = [
        file.name
        for file in FILES
        if file.name not in {"__init__.py", "__main__.py", "env.py"}
        and "versions" not in file.parts
    ]
    assert sorted(names) == sorted(set(names))
