"""Exporting: who may, what is logged, and how it is stopped."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from signpost.build import Desk
from signpost.domain.audit import AuditEvent, faults_in
from signpost.domain.call import Outcome
from signpost.domain.export_format import ExportFormat
from signpost.domain.permission import NotAllowedError
from signpost.domain.selection import Selection
from signpost.domain.service_kind import ServiceKind
from signpost.domain.staff import Role, StaffMember
from signpost.domain.standing_export import Period, StandingTyped
from signpost.errors import NotAvailable, UserMistake
from signpost.usecases.export_records import Asker, ExportAsked, Via
from signpost.usecases.prove_who import Proof
from signpost.usecases.record_reading import ExportCancelledError
from signpost.usecases.standing_exports import StandingRefusedError
from tests.desk import CONTENT, NOW, SOON, a_call, a_prompt

MARCH = Selection(date(2026, 3, 1), date(2026, 3, 31), include_rehearsal=True)
SIGNPOSTS = ExportAsked(ExportFormat.SIGNPOSTS, MARCH, "For the PCN")
COUNTS = ExportAsked(ExportFormat.SIGNPOSTS_MONTHLY, MARCH)
COMMAND, SCREEN = Asker(Via.COMMAND, account="scheduler"), Asker(Via.SCREEN)
PIN = "271828"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.csv"


@pytest.fixture
def saved(desk: Desk, kim: StaffMember) -> Desk:
    """The desk with three records."""
    for number in range(3):
        call = a_call(kim.id, call_number=f"N{number}", prompts=(a_prompt(),))
        desk.record_signpost.save(call, CONTENT, SOON)
    return desk


@pytest.fixture
def meg(desk: Desk) -> Proof:
    """A manager who proved who she is."""
    person = desk.choose_recorder.add("MM", "Meg Manager", NOW, Role.MANAGER)
    desk.prove_who.set_pin(person.id, "", PIN, NOW)
    return desk.prove_who.prove(person.id, PIN, NOW)


def logged(desk: Desk) -> list[dict[str, str]]:
    with desk.database.reading() as stores:
        assert faults_in(stores.audit.entries()) == ()
        entries = stores.audit.newest(AuditEvent.EXPORTED, 9)
    return [{**entry.details, "who": entry.who} for entry in entries]


def test_each_export_is_in_the_log(saved: Desk, out: Path, kim: StaffMember) -> None:
    by = replace(COMMAND, recorder_id=kim.id)
    done = saved.exports.export(SIGNPOSTS, out, by, NOW)
    assert (done.rows, done.remarks()) == (3, ())
    [entry] = logged(saved)
    assert entry == {
        "format": "signposts",
        "from": "2026-03-01",
        "to": "2026-03-31",
        "rehearsal": "yes",
        "rows": "3",
        "identifiable": "yes",
        "reason": "For the PCN",
        "file": "out.csv",
        "via": "command",
        "account": "scheduler",
        "who": kim.id,
    }


def test_an_export_that_could_not_be_written_is_not_in_the_log(saved: Desk, out: Path) -> None:
    with pytest.raises(NotAvailable):
        saved.exports.export(SIGNPOSTS, out / "there" / "x.csv", COMMAND, NOW)
    assert logged(saved) == []


@pytest.mark.parametrize("form", list(ExportFormat))
def test_a_stopped_export_leaves_no_file_and_no_entry(
    saved: Desk, tmp_path: Path, form: ExportFormat
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    asked = replace(SIGNPOSTS, format=form)
    with pytest.raises(ExportCancelledError):
        saved.exports.export(asked, folder / "out", COMMAND, NOW, cancelled=lambda: True)
    assert list(folder.iterdir()) == []
    assert logged(saved) == []


def test_progress_is_told(saved: Desk, out: Path) -> None:
    told: list[tuple[int, int]] = []
    saved.exports.export(
        SIGNPOSTS, out, COMMAND, NOW, progress=lambda done, total: told.append((done, total))
    )
    assert told == [(3, 3)]


def test_on_the_screen_what_identifies_people_needs_a_reason(saved: Desk, out: Path) -> None:
    with pytest.raises(UserMistake, match="why this is exported"):
        saved.exports.export(replace(SIGNPOSTS, reason=" "), out, SCREEN, NOW)
    assert saved.exports.export(COUNTS, out, SCREEN, NOW).rows > 0


def test_once_a_manager_has_a_pin_nobody_exports_without_proof(
    saved: Desk, out: Path, meg: Proof
) -> None:
    for asked in (SIGNPOSTS, COUNTS):
        with pytest.raises(UserMistake, match="PIN"):
            saved.exports.export(asked, out, COMMAND, NOW)
        with pytest.raises(UserMistake, match="PIN"):
            saved.exports.preview(asked, SCREEN, NOW)
    by = replace(SCREEN, proof=meg)
    assert saved.exports.export(SIGNPOSTS, out, by, NOW).rows == 3
    assert logged(saved)[0]["who"] == meg.person.id
    late = NOW + timedelta(hours=1)
    with pytest.raises(UserMistake, match="some time ago"):
        saved.exports.export(SIGNPOSTS, out, by, late)


def test_a_clinical_lead_exports_counts_and_no_single_records(
    saved: Desk, out: Path, meg: Proof
) -> None:
    lead = saved.choose_recorder.add("CL", "Cleo Lead", NOW, Role.CLINICAL_LEAD)
    by = replace(SCREEN, proof=Proof(lead, SOON))
    assert saved.exports.export(COUNTS, out, by, NOW).rows > 0
    for form in (ExportFormat.SIGNPOSTS, ExportFormat.SIGNPOSTS_DEIDENTIFIED):
        with pytest.raises(NotAllowedError):
            saved.exports.export(replace(SIGNPOSTS, format=form), out, by, NOW)


def test_outcomes_and_kinds_narrow_what_is_exported(saved: Desk, kim: StaffMember) -> None:
    call = a_call(kim.id, call_number="N9", outcome=Outcome.DEALT_WITH, service=None)
    saved.record_signpost.save(call, CONTENT, SOON)
    some = {
        "all": MARCH,
        "dealt": replace(MARCH, outcomes=frozenset({Outcome.DEALT_WITH})),
        "pharmacy": replace(MARCH, kinds=frozenset({ServiceKind.PHARMACY_MINOR_ILLNESS})),
        "live": replace(MARCH, include_rehearsal=False),
    }
    counts = {name: saved.exports.count(chosen) for name, chosen in some.items()}
    assert counts == {"all": 4, "dealt": 1, "pharmacy": 3, "live": 0}


def test_the_preview_shows_no_more_than_the_first_rows(saved: Desk) -> None:
    shown = saved.exports.preview(SIGNPOSTS, SCREEN, NOW)
    assert (len(shown.rows), len(shown.captions)) == (3, 48)


def test_pseudonyms_stay_the_same_from_export_to_export(saved: Desk, out: Path) -> None:
    with saved.database.transaction() as stores:
        first = stores.exports.make_pseudonym_key(NOW)
        assert stores.exports.make_pseudonym_key(SOON) == first


def a_standing(folder: Path, **changes: object) -> StandingTyped:
    typed = StandingTyped(
        "Nightly",
        ExportFormat.SIGNPOSTS_MONTHLY,
        Period.THIS_MONTH,
        str(folder),
        "Commissioner",
        "2026-06-30",
    )
    return replace(typed, **changes)


def test_a_standing_export_runs_by_its_name_and_is_logged(
    saved: Desk, tmp_path: Path, kim: StaffMember
) -> None:
    saved.standing_exports.add(a_standing(tmp_path), None, kim.id, NOW)
    done = saved.standing_exports.run("nightly", NOW, "scheduler")
    assert done.file.name == "signposts-monthly 2026-03-01 to 2026-03-09.csv"
    assert done.file.exists()
    [entry] = logged(saved)
    assert (entry["via"], entry["standing"], entry["who"]) == ("standing", "Nightly", kim.id)
    assert entry["reason"] == "Commissioner"


def test_a_standing_export_runs_without_a_pin_but_only_a_proved_person_makes_one(
    saved: Desk, tmp_path: Path, meg: Proof
) -> None:
    with pytest.raises(UserMistake, match="PIN"):
        saved.standing_exports.add(a_standing(tmp_path), None, None, NOW)
    saved.standing_exports.add(a_standing(tmp_path), meg, None, NOW)
    assert saved.standing_exports.run("Nightly", NOW).file.exists()


def test_an_ended_or_expired_standing_export_is_refused_and_its_name_is_free(
    saved: Desk, tmp_path: Path
) -> None:
    standing = saved.standing_exports
    made = standing.add(a_standing(tmp_path), None, None, NOW)
    with pytest.raises(UserMistake, match="there already"):
        standing.add(a_standing(tmp_path, name="NIGHTLY"), None, None, NOW)
    with pytest.raises(StandingRefusedError, match="ran until"):
        standing.run("Nightly", NOW + timedelta(days=120))
    standing.end(made, None, None, NOW)
    with pytest.raises(StandingRefusedError, match="ended"):
        standing.run("Nightly", NOW)
    standing.add(a_standing(tmp_path), None, None, SOON)
    assert [each.ended_at is None for each in standing.all()] == [True, False]
    with pytest.raises(UserMistake, match="no standing export"):
        standing.run("Weekly", NOW)
