"""signposts.csv, layout version 2: byte for byte, and whatever people type."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.domain.call import (
    ArrangedInstead,
    ClinicianRequest,
    DeclineReason,
    Outcome,
    PromptAction,
)
from signpost.domain.signpost import Practice, RecordMode, Referral, Signpost
from signpost.domain.staff import Role, StaffMember
from signpost.exchange.signposts_csv import HEADER, write_signposts
from signpost.exchange.stable_uuid import service_uuid
from signpost.usecases.call_to_record import corrected, record_of
from tests.desk import CONTENT, NOW, PHARMACY, SOON, a_call, a_prompt

GOLDEN = Path(__file__).parent / "golden" / "signposts.csv"
PRACTICE = Practice("01960000-0000-7000-8000-0000000000aa", "Riverside", "X99999", RecordMode.LIVE)
KIM = StaffMember("01960000-0000-7000-8000-0000000000bb", "KP", "Kim Patel", Role.RECEPTION)


def a_record(number: int = 1, **changes: object) -> Signpost:
    call = replace(a_call(KIM.id), id=f"01960000-0000-7000-8000-{number:012}", **changes)
    return record_of(call, CONTENT, PRACTICE, KIM, SOON)


def records() -> Iterator[Signpost]:
    """One of each kind of row."""
    yield replace(a_record(1), referral=Referral.SENT, referral_sent_at=SOON)
    declined = a_record(
        2,
        call_number="XXXX-D",
        words='Grab rails, "cannot manage bath"\n=HYPERLINK("x")',
        age_typed="65-79",
        patient=replace(a_call(None).patient, age_years=65.0, sex=None),
        outcome=Outcome.DECLINED,
        decline_reason=DeclineReason.COST,
        arranged_instead=ArrangedInstead.APPOINTMENT,
        consent=True,
        safety_net=True,
        understanding=False,
    )
    yield declined
    prompts = (
        a_prompt(action=PromptAction.CLINICIAN_TOOK_OVER, clinician="@Dr Example"),
        a_prompt(protocol_id="RF07", version=1, row_id="", action=PromptAction.NOT_THIS_PAST),
    )
    yield a_record(
        3,
        words="=1+1",
        service=None,
        channel=None,
        prompts=prompts,
        clinician_request=ClinicianRequest(NOW, "Dr Example", " ", SOON),
        outcome=Outcome.EMERGENCY,
        started_at=NOW.replace(month=7, hour=23, minute=30),
    )
    said = replace(declined.said, outcome=Outcome.CALLBACK_PROMISED, promised_by=SOON, note="+1")
    said = replace(said, decline_reason=None, arranged_instead=None)
    yield corrected(declined, said, "01960000-0000-7000-8000-0000000000cc")
    yield replace(a_record(5), voided_at=SOON, void_reason="Typed twice")


def rows(tmp_path: Path, *found: Signpost) -> list[dict[str, str]]:
    out = tmp_path / "signposts.csv"
    write_signposts(out, found, PRACTICE)
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_file_is_the_golden_one_byte_for_byte(tmp_path: Path) -> None:
    out = tmp_path / "signposts.csv"
    assert write_signposts(out, records(), PRACTICE) == 5
    assert out.read_bytes() == GOLDEN.read_bytes()


def test_the_header_is_the_layouts_own_line() -> None:
    first_line = GOLDEN.read_bytes().split(b"\r\n")[0]
    assert first_line == b"\xef\xbb\xbf" + ",".join(HEADER).encode()
    assert len(HEADER) == 48


def test_without_records_there_is_a_header(tmp_path: Path) -> None:
    out = tmp_path / "signposts.csv"
    assert write_signposts(out, (), PRACTICE) == 0
    assert out.read_bytes().endswith(b",schema_version\r\n")


def test_a_corrected_record_supersedes_itself(tmp_path: Path) -> None:
    *_, corrected_row, void_row = rows(tmp_path, *records())
    assert corrected_row["supersedes_id"] == "01960000-0000-7000-8000-000000000002"
    assert corrected_row["signpost_id"] != corrected_row["supersedes_id"]
    assert (void_row["deleted"], void_row["supersedes_id"]) == ("true", "")


def test_a_referral_counts_as_one_when_it_has_gone(tmp_path: Path) -> None:
    sent = replace(a_record(), referral=Referral.SENT)
    assert [row["record_type"] for row in rows(tmp_path, a_record(), sent)] == [
        "signpost",
        "referral",
    ]


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
def test_the_type_of_a_record(tmp_path: Path, changes: dict[str, object], kind: str) -> None:
    [row] = rows(tmp_path, a_record(**changes))
    assert row["record_type"] == kind


def test_a_service_has_the_same_uuid_every_time() -> None:
    own = "40aad283-75e8-5f22-be3f-38545d3a93bf"
    assert service_uuid(own) == own
    assert service_uuid("SV010") == service_uuid("SV010") != service_uuid("SV011")
    assert UUID(service_uuid("SV010")).version == 5


def test_every_id_is_a_uuid_and_every_moment_utc(tmp_path: Path) -> None:
    for row in rows(tmp_path, *records()):
        for name in ("signpost_id", "service_id", "supersedes_id", "recorded_by_id"):
            assert not row[name] or UUID(row[name])
        for name in ("recorded_at", "entered_at"):
            assert row[name].endswith("Z")


@given(st.text(max_size=60))
def test_free_text_comes_back_and_no_cell_is_a_formula(
    tmp_path_factory: pytest.TempPathFactory, typed: str
) -> None:
    typed = typed.encode("utf-8", "replace").decode().replace("\x00", "")
    folder = tmp_path_factory.mktemp("typed")
    [row] = rows(folder, a_record(words=typed, note=typed))
    assert row["need_text"] in {typed, f"'{typed}"}
    assert all(cell[:1] not in set("=+-@\t\r\n") for cell in row.values())


def test_call_backs_keep_their_time(tmp_path: Path) -> None:
    promised = NOW + timedelta(hours=2)
    [row] = rows(tmp_path, a_record(outcome=Outcome.CALLBACK_PROMISED, promised_by=promised))
    assert row["promised_by"] == "2026-03-09T11:14:05Z"
