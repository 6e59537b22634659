"""Rehearsals: kept line by line, marked by trainers, and nothing of them in the live data but a
completion.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from signpost.build import Desk, build_desk
from signpost.domain.permission import NotAllowedError
from signpost.domain.rehearsal import EventKind, TrainingSession, Way
from signpost.domain.staff import Role, StaffMember
from signpost.errors import NotAvailable, UserMistake
from signpost.storage.training_database import FOLDER, NAME
from signpost.training.debrief import points_of
from signpost.usecases.rehearse import timeline_words
from tests.desk import NOW, SOON, unlocked
from tests.training.a_scenario import TIGHT

FULL = {point.id: 2 for point in points_of(TIGHT)}


def played(desk: Desk, kim: StaffMember) -> TrainingSession:
    session = desk.rehearse.start(TIGHT, kim.id, Way.ALONE, NOW)
    for seconds, kind, what in (
        (20.0, EventKind.FACT_CAME_OUT, "arm"),
        (25.0, EventKind.PROMPT_RAISED, "RF02"),
        (40.0, EventKind.ACTION_TAKEN, "by_caller_999"),
        (90.5, EventKind.SAVED, "emergency"),
    ):
        session = desk.rehearse.add(session, seconds, kind, what)
    return session


def live_rows(folder: Path) -> dict[str, list[object]]:
    with unlocked(folder) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()  # noqa: S608 - our own names
            for (name,) in names
        }


def test_turning_the_pc_off_in_the_middle_loses_nothing(desk: Desk, kim: StaffMember) -> None:
    session = played(desk, kim)
    desk.close()
    again = build_desk(desk.data_dir)
    [kept] = again.rehearse.unfinished(kim.id)
    again.close()
    assert kept.session == session
    assert timeline_words(kept.session.events[-1]) == "1:30 Saved: emergency"


def test_a_hundred_rehearsals_leave_the_live_data_as_they_were(
    desk: Desk, kim: StaffMember, data_dir: Path
) -> None:
    desk.database.open()
    before = live_rows(data_dir)
    for number in range(100):
        session = played(desk, kim)
        if number % 3:
            desk.rehearse.end(TIGHT, session, SOON)
            desk.rehearse.mark(None, TIGHT, session.id, FULL, SOON)
            desk.rehearse.remark(session.id, "well done", "again in a year")
        else:
            desk.rehearse.leave(session, 95, SOON)
    assert live_rows(data_dir) == before
    assert len(desk.rehearse.done([TIGHT])) == 66


def test_a_completion_crosses_by_a_deliberate_act(
    desk: Desk, kim: StaffMember, data_dir: Path
) -> None:
    session = played(desk, kim)
    desk.rehearse.end(TIGHT, session, SOON)
    with pytest.raises(UserMistake, match="may not be missed"):
        desk.rehearse.complete(None, TIGHT, session.id, SOON)
    desk.rehearse.mark(None, TIGHT, session.id, FULL, SOON)
    before = live_rows(data_dir)
    desk.rehearse.complete(None, TIGHT, session.id, SOON)
    after = live_rows(data_dir)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"training_completion", "audit_entry"}
    [completion] = desk.rehearse.completions()
    assert (completion.person_id, completion.scenario_id, completion.scenario_version) == (
        kim.id,
        "S01",
        2,
    )


def test_marks_are_seen_by_the_person_and_trainers_only(desk: Desk, kim: StaffMember) -> None:
    session = played(desk, kim)
    desk.rehearse.end(TIGHT, session, SOON)
    assert desk.rehearse.look_back(kim, TIGHT, session.id).marks == {
        "recognises": 2,
        "outcome": 2,
        "record": 2,
    }
    other = replace(kim, id="another", role=Role.MANAGER)
    with pytest.raises(NotAllowedError, match="marks"):
        desk.rehearse.look_back(other, TIGHT, session.id)
    trainer = replace(other, role=Role.TRAINER)
    assert desk.rehearse.look_back(trainer, TIGHT, session.id).is_marked


def test_marks_for_points_of_another_scenario_are_refused(desk: Desk, kim: StaffMember) -> None:
    session = played(desk, kim)
    with pytest.raises(UserMistake, match="does not belong"):
        desk.rehearse.mark(None, TIGHT, session.id, {"nothing": 1}, SOON)


def test_a_remark_that_is_too_long_is_told(desk: Desk, kim: StaffMember) -> None:
    session = played(desk, kim)
    with pytest.raises(UserMistake, match="at most"):
        desk.rehearse.remark(session.id, "x" * 2_001, "")


def test_the_training_file_is_noise_without_its_key(desk: Desk, kim: StaffMember) -> None:
    played(desk, kim)
    desk.close()
    folder = desk.data_dir / FOLDER
    assert b"training_session" not in (folder / NAME).read_bytes()


def test_a_training_file_of_another_version_is_told_and_left_alone(
    desk: Desk, kim: StaffMember
) -> None:
    from signpost.storage.data_file import data_file  # noqa: PLC0415
    from signpost.storage.driver import opened  # noqa: PLC0415

    played(desk, kim)
    desk.training.close()
    file = data_file(desk.data_dir / FOLDER / NAME)
    with opened(file.path, file.key) as connection:
        connection.execute("PRAGMA user_version = 9")
    with pytest.raises(NotAvailable, match="another Signpost"):
        desk.rehearse.unfinished(kim.id)
