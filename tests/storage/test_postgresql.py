"""The same stores and use cases on PostgreSQL."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from signpost.domain.call import Outcome
from signpost.domain.export_format import ExportFormat
from signpost.domain.signpost import Referral
from signpost.domain.staff import StaffMember
from signpost.errors import NotAvailable
from signpost.storage.database import Database
from signpost.storage.open_call_files import OpenCallFiles
from signpost.usecases.choose_recorder import ChooseRecorder
from signpost.usecases.confirm_duty import ConfirmDuty
from signpost.usecases.export_records import ExportRecords
from signpost.usecases.record_signpost import RecordSignpost
from signpost.usecases.review_today import ReviewToday
from tests.desk import CONTENT, NOW, SOON, a_call, a_check, a_prompt, export_march
from tests.exchange.exported import a_request, fill, write

GOLDEN = Path(__file__).parents[1] / "exchange" / "golden"


@pytest.fixture
def shared(postgresql: str) -> Iterator[Database]:
    database = Database(postgresql)
    yield database
    database.close()


@pytest.fixture
def kim(shared: Database) -> StaffMember:
    return ChooseRecorder(shared).add("KP", "Kim Patel", NOW)


def test_a_call_is_recorded_once_corrected_voided_and_exported(
    shared: Database, kim: StaffMember, tmp_path: Path
) -> None:
    files = OpenCallFiles(tmp_path / "open")
    recording = RecordSignpost(files, shared)
    review = ReviewToday(shared)
    call = a_call(kim.id, words="a\x00b", prompts=(a_prompt(),), checks=(a_check(),))
    first = recording.save(call, CONTENT, SOON)
    again = recording.save(call, CONTENT, SOON)
    other = recording.save(a_call(kim.id), CONTENT, SOON)
    assert (again.was_saved_before, other.number_changed) == (True, True)

    record = review.one(first.signpost_id)
    assert (record.words, record.prompts, record.checks) == ("ab", call.prompts, call.checks)
    review.mark_referral_sent(first.signpost_id, kim.id, SOON)
    assert review.one(first.signpost_id).referral is Referral.SENT
    said = type(record.said)(Outcome.DEALT_WITH)
    review.correct(first.signpost_id, said, "Pressed the wrong key", kim.id, SOON)
    review.void(other.signpost_id, "Typed twice", kim.id, SOON)
    rows = {row.signpost_id: row for row in review.today(NOW).rows}
    assert rows[other.signpost_id].is_voided
    assert rows[first.signpost_id].is_corrected

    out = tmp_path / "signposts.csv"
    done = export_march(ExportRecords(shared), out)
    assert done.rows == 2
    recording.undo(recording.save(a_call(kim.id, call_number="7F3K-2"), CONTENT, SOON), SOON)
    files.close()


def test_duty_is_confirmed_there_too(shared: Database, kim: StaffMember) -> None:
    duty = ConfirmDuty(shared)
    later = NOW + timedelta(days=1)
    confirmed = duty.confirm(
        clinician="Dr Example",
        how_to_reach="ext 201",
        backup="",
        backup_how_to_reach="",
        recorder_id=kim.id,
        now=later,
    )
    assert duty.current(later) == confirmed
    assert duty.current(NOW) is None


def test_a_server_that_is_not_there_is_told() -> None:
    nowhere = Database("postgresql+psycopg://postgres@127.0.0.1:1/postgres?connect_timeout=2")
    with pytest.raises(NotAvailable, match="does not answer"):
        nowhere.open()


def test_every_form_of_export_is_the_same_from_a_server(server: str, tmp_path: Path) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE exported")
    engine.dispose()
    url = make_url(server).set(database="exported")
    database = Database(url.render_as_string(hide_password=False))
    fill(database)
    for form in ExportFormat:
        out = tmp_path / f"{form}{form.suffix}"
        write(database, out, a_request(form))
        written = sorted(out.iterdir()) if form.is_folder else [out]
        for file in () if form is ExportFormat.XLSX else written:
            golden = GOLDEN / form / file.name if form.is_folder else GOLDEN / file.name
            assert file.read_bytes() == golden.read_bytes(), file.name
    database.close()
