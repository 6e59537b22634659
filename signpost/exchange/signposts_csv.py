"""signposts.csv, layout version 2: 48 columns, one row for each record in its latest state (docs/DATA.md)."""

from collections.abc import Iterable
from pathlib import Path

from signpost.domain.signpost import Practice, Signpost


def write_signposts(out: Path, signposts: Iterable[Signpost], practice: Practice) -> int:
    """Write the file beside its place and move it there when it is whole; returns the number of rows."""
    raise NotImplementedError
