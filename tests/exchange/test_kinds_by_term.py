"""Other people's words for a service, and the kind that they certainly mean."""

from pathlib import Path

import pytest

from signpost.domain.service_kind import ServiceKind
from signpost.exchange.kinds_by_term import KindsByTerm, read_kinds_by_term
from tests.exchange.seed import SEED

SHIPPED, FAULTS = read_kinds_by_term(SEED / "kinds_by_term.csv")


def test_the_table_that_ships_has_no_fault() -> None:
    assert FAULTS == ()


@pytest.mark.parametrize(
    ("terms", "kind"),
    [
        (["310080006"], ServiceKind.PHARMACY),
        ([" pharmacy  service "], ServiceKind.PHARMACY),
        (["Alcohol abuser", "Alcohol advice and support"], ServiceKind.DRUGS_ALCOHOL),
        (["Veterans"], None),
        (["Housing support", "Adult residential care"], None),
        (["Hobby groups"], None),
        ([], None),
    ],
)  # fmt: skip
def test_terms_mean_one_kind_or_none(terms: list[str], kind: ServiceKind | None) -> None:
    assert SHIPPED.kind_of(terms) is kind


def test_without_a_table_no_word_means_a_kind() -> None:
    """A term such as Veterans may say for whom a service is, not what it is."""
    assert KindsByTerm().kind_of([kind.label for kind in ServiceKind]) is None


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"vocabulary,term,kind\nx,Chemists,chemist\n", "needs a term and one of"),
        (b"vocabulary,term,kind\nx,,pharmacy\n", "needs a term and one of"),
        (b"vocabulary,term,kind\nx,A,pharmacy\nx,a,dentist\n", "has another kind in a row above"),
        (b'vocabulary,term,kind\nx,"A', "cannot be read"),
        (b"\xff\xfe\xff", "cannot be read"),
    ],
)
def test_a_mistake_in_the_table_is_named(tmp_path: Path, raw: bytes, sentence: str) -> None:
    (tmp_path / "kinds.csv").write_bytes(raw)
    _, faults = read_kinds_by_term(tmp_path / "kinds.csv")
    assert sentence in " ".join(map(str, faults))


def test_empty_rows_are_passed_over_and_a_missing_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "kinds.csv").write_bytes(b"vocabulary,term,kind\n,,\nx,A,pharmacy\n")
    kinds, faults = read_kinds_by_term(tmp_path / "kinds.csv")
    assert faults == ()
    assert kinds.kind_of(["a"]) is ServiceKind.PHARMACY
    assert "cannot be read" in str(read_kinds_by_term(tmp_path / "none.csv")[1][0])
