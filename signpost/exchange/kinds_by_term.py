"""Which kind of service other people's words for it mean; a table that a practice can read and
change (directory_seed/kinds_by_term.csv).
"""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from signpost.domain.faults import ContentFault
from signpost.domain.service_kind import ServiceKind

_COLUMNS = ("vocabulary", "term", "kind")


class KindsByTerm:
    """Terms and codes, in any case, and the kind that each certainly means."""

    def __init__(self, kinds: Mapping[str, ServiceKind] | None = None) -> None:
        self._kinds = {_key(term): kind for term, kind in (kinds or {}).items()}

    def kind_of(self, terms: Iterable[str]) -> ServiceKind | None:
        """The one kind that these terms mean; None when they mean none, or several."""
        found = {self._kinds[key] for key in map(_key, terms) if key in self._kinds}
        return found.pop() if len(found) == 1 else None


def read_kinds_by_term(path: Path) -> tuple[KindsByTerm, tuple[ContentFault, ...]]:
    """The table, without the rows that could not be used, and what was wrong with them."""
    faults: list[ContentFault] = []
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        rows = []
        faults.append(ContentFault(path.name, "", 'cannot be read. Save it as "CSV UTF-8".'))
    kinds: dict[str, ServiceKind] = {}
    for number, row in enumerate(rows, start=2):
        vocabulary, term, kind = ((row.get(column) or "").strip() for column in _COLUMNS)
        if not (vocabulary or term or kind):
            continue
        if kind not in set(ServiceKind) or not term:
            sentence = f'"{term}" and "{kind}": needs a term and one of: {", ".join(ServiceKind)}.'
            faults.append(ContentFault(path.name, f"row {number}", sentence))
        elif kinds.setdefault(_key(term), ServiceKind(kind)) != kind:
            sentence = f'"{term}" has another kind in a row above. Keep one of the two.'
            faults.append(ContentFault(path.name, f"row {number}, kind", sentence))
    return KindsByTerm(kinds), tuple(faults)


def _key(term: str) -> str:
    return " ".join(term.split()).casefold()
