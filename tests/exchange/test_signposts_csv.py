"""What each cell of signposts.csv says, and whatever people type."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.build import Desk
from signpost.domain.call import Outcome
from signpost.domain.selection import Selection
from signpost.domain.signpost import Referral, Signpost
from signpost.domain.staff import StaffMember
from signpost.exchange.stable_uuid import service_uuid
from signpost.usecases.call_to_record import record_of
from tests.desk import CONTENT, NOW, PHARMACY, SOON, a_call, export_march


@pytest.fixture
def record(desk: Desk, kim: StaffMember) -> Iterator[Any]:
    """Puts a record into the desk's database; returns its row of the exported file."""
    numbers = iter(range(1, 1_000))

    def put(**changes: Any) -> Signpost:
        number = next(numbers)
        call = replace(a_call(kim.id), call_number=f"N{number}")
        referral = changes.pop("referral", None)
        call = replace(call, **changes)
        with desk.database.transaction() as stores:
            made = record_of(call, CONTENT, stores.practice.current(), kim, SOON)
            if referral is not None:
                made = replace(made, referral=referral, referral_sent_at=SOON)
            stores.signposts.insert(made)
        return made

    return put


def rows(desk: Desk, out: Path) -> list[dict[str, str]]:
    export_march(desk.exports, out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "signposts.csv"


def test_without_records_there_is_a_header(desk: Desk, out: Path) -> None:
    assert rows(desk, out) == []
    assert out.read_bytes().endswith(b",schema_version\r\n")


def test_a_corrected_record_supersedes_itself_and_a_void_one_is_deleted(
    desk: Desk, kim: StaffMember, record: Any, out: Path
) -> None:
    first, second = record(), record()
    said = replace(first.said, note="more")
    desk.review_today.correct(first.id, said, "Forgotten", kim.id, SOON)
    desk.review_today.void(second.id, "Typed twice", kim.id, SOON)
    corrected_row, void_row = rows(desk, out)
    assert corrected_row["supersedes_id"] == first.id
    assert corrected_row["signpost_id"] != first.id
    assert (void_row["deleted"], void_row["supersedes_id"]) == ("true", "")


def test_a_referral_counts_as_one_when_it_has_gone(desk: Desk, record: Any, out: Path) -> None:
    record()
    record(referral=Referral.SENT)
    assert [row["record_type"] for row in rows(desk, out)] == ["signpost", "referral"]


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"outcome": Outcome.DEALT_WITH, "service": None}, "administrative"),
        (
            {
                "service": replace(
                    PHARMACY, referral_needed=False, how_to_access="Self refer online"
                )
            },
            "self_referral_advice",
        ),
    ],
)
def test_the_type_of_a_record(
    desk: Desk, record: Any, out: Path, changes: dict[str, object], kind: str
) -> None:
    record(**changes)
    [row] = rows(desk, out)
    assert row["record_type"] == kind


def test_every_id_is_a_uuid_and_every_moment_utc(desk: Desk, record: Any, out: Path) -> None:
    record()
    record(outcome=Outcome.CALLBACK_PROMISED, promised_by=NOW + timedelta(hours=2))
    for row in rows(desk, out):
        for name in ("signpost_id", "service_id", "supersedes_id", "recorded_by_id"):
            assert not row[name] or UUID(row[name])
        for name in ("recorded_at", "entered_at"):
            assert row[name].endswith("Z")
    assert row["promised_by"] == "2026-03-09T11:14:05Z"
    assert row["service_id"] == service_uuid("SV010")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_free_text_comes_back_and_no_cell_is_a_formula(
    desk: Desk, record: Any, out: Path, typed: str
) -> None:
    typed = typed.encode("utf-8", "replace").decode()
    number = record(words=typed, note=typed).call_number
    [row] = [each for each in rows(desk, out) if each["call_number"] == number]
    kept = "".join(sign for sign in typed if sign in "\n\t" or not _is_control(sign))
    assert row["need_text"].removeprefix("'") == kept.removeprefix("'")
    assert all(cell[:1] not in set("=+-@\t\r\n") for cell in row.values())


def _is_control(sign: str) -> bool:
    return ord(sign) < 32 or 127 <= ord(sign) < 160


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [(date(2026, 3, 9), date(2026, 3, 9), 1), (date(2026, 3, 10), date(2026, 3, 31), 0)],
)
def test_both_days_are_included(
    desk: Desk, record: Any, first: date, last: date, found: int
) -> None:
    record()
    assert desk.exports.count(Selection(first, last, include_rehearsal=True)) == found
