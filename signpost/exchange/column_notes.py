"""What each column of a directory's tables is for, from the README that people read beside them."""

import re
from pathlib import Path

from signpost.exchange.directory_columns import COLUMNS

_SECTION = re.compile(r"^## (\S+\.csv)$")
_ROW = re.compile(r"^\| ([a-z_, ]+) \| (.+) \|$")


def column_notes(readme: Path) -> dict[tuple[str, str], str]:
    """The note of each table and column. Raises OSError when the README cannot be read."""
    notes: dict[tuple[str, str], str] = {}
    table = ""
    for line in readme.read_text(encoding="utf-8").splitlines():
        section, row = _SECTION.match(line), _ROW.match(line)
        if line.startswith("## "):
            table = section[1] if section else ""
        elif row and table:
            for column in row[1].split(", "):
                if column in COLUMNS.get(table, ()):
                    notes[table, column] = row[2].replace("\\|", "|").replace("`", "")
    return notes
