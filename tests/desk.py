"""Builders and fixtures of a desk: real files, real databases, fixed times."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from signpost.build import Desk, build_desk
from signpost.domain.call import (
    Call,
    CheckAnswer,
    ChosenService,
    HandledCheck,
    HandledPrompt,
    Outcome,
    PromptAction,
)
from signpost.domain.caller import Channel, PatientFacts, Sex, WhoIsCalling
from signpost.domain.export_format import ExportFormat
from signpost.domain.protocol import Answer
from signpost.domain.record_id import new_id
from signpost.domain.selection import Selection
from signpost.domain.service_kind import ServiceKind
from signpost.domain.signpost import ContentStamp
from signpost.domain.staff import StaffMember
from signpost.domain.topic import Topic
from signpost.storage.data_file import data_file
from signpost.storage.database import FILE_NAME, Database
from signpost.storage.driver import opened
from signpost.storage.key_file import FOLDER
from signpost.usecases.export_records import Asker, ExportAsked, Exported, ExportRecords, Via

NOW = datetime(2026, 3, 9, 9, 14, 5, tzinfo=UTC)
SOON = NOW + timedelta(minutes=3)
SORE_THROAT = Topic(
    id="sore_throat",
    title="Sore throat",
    group="Ear, nose and throat",
    lay_terms=("sore throat",),
    kinds=(ServiceKind.PHARMACY_FIRST,),
    questions=(),
    self_care="",
    unsuitable="",
)
CONTENT = ContentStamp("0123456789ab", SORE_THROAT)
PHARMACY = ChosenService(
    service_id="SV010",
    name="Meadow Lane Pharmacy",
    kind="pharmacy_minor_illness",
    phone="01632 960123",
    place="2 Meadow Lane, Anytown",
    hours="Monday to Friday 09:00 to 18:30",
    how_to_access="Wait for the pharmacy's call, or go in.",
    snomed_code="310080006",
    snomed_term="Pharmacy service",
    ods_code="FX999",
    referral_needed=True,
)


def a_prompt(**changes: Any) -> HandledPrompt:
    """A prompt that was answered and handled."""
    prompt = HandledPrompt(
        protocol_id="RF02",
        version=3,
        title="Chest pain or pressure",
        raised_at=NOW,
        answers=(("q1", Answer.YES), ("q2", Answer.DONT_KNOW)),
        row_id="r1",
        action=PromptAction.BY_CALLER_999,
        acted_at=NOW + timedelta(seconds=40),
        because=("tightness", "chest"),
    )
    return replace(prompt, **changes)


def a_check(**changes: Any) -> HandledCheck:
    """A check line that was answered."""
    check = HandledCheck(
        protocol_id="RF07",
        version=1,
        because=("no rash",),
        reason="negated",
        shown_at=NOW,
        answer=CheckAnswer.SAID_NO,
        answered_at=SOON,
    )
    return replace(check, **changes)


def a_call(recorder_id: str | None, **changes: Any) -> Call:
    """A call that is ready to be saved."""
    call = Call(
        id=new_id(NOW),
        call_number="7F3K-2",
        started_at=NOW,
        recorder_id=recorder_id,
        words="sore throat, 2 days",
        age_typed="41",
        patient=PatientFacts(41.0, Sex.FEMALE, pregnant=False),
        who_is_calling=WhoIsCalling.PATIENT,
        channel=Channel.TELEPHONE,
        service=PHARMACY,
        outcome=Outcome.ACCEPTED,
    )
    return replace(call, **changes)


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that was migrated once and has one person, KP; each test gets a copy."""
    folder = tmp_path_factory.mktemp("blank")
    desk = build_desk(folder)
    desk.choose_recorder.add("KP", "Kim Patel", NOW)
    desk.close()
    return folder / FILE_NAME


@pytest.fixture
def data_dir(tmp_path: Path, blank: Path) -> Path:
    """A data folder with a fresh database in it."""
    folder = tmp_path / "data"
    folder.mkdir()
    copy_blank(blank, folder)
    return folder


def copy_blank(blank: Path, folder: Path) -> None:
    """The blank database, with the key that opens it, in another data folder."""
    shutil.copy(blank, folder / FILE_NAME)
    shutil.copytree(blank.parent / FOLDER, folder / FOLDER)


def unlocked(folder: Path) -> AbstractContextManager[sqlite3.Connection]:
    """The database of a data folder, past the program's own stores."""
    file = data_file(folder / FILE_NAME)
    return opened(file.path, file.key)


@pytest.fixture
def desk(data_dir: Path) -> Iterator[Desk]:
    """The use cases over that folder."""
    built = build_desk(data_dir)
    yield built
    built.close()


@pytest.fixture
def database(desk: Desk) -> Database:
    """The database of that desk."""
    return desk.database


@pytest.fixture
def kim(desk: Desk) -> StaffMember:
    """The one person who records."""
    return desk.choose_recorder.recorders()[0]


def export_march(exports: ExportRecords, out: Path, *, include_rehearsal: bool = True) -> Exported:
    """All records of the month of `NOW` as signposts.csv, as from the command line."""
    march = Selection(date(2026, 3, 1), date(2026, 3, 31), include_rehearsal=include_rehearsal)
    return exports.export(ExportAsked(ExportFormat.SIGNPOSTS, march), out, Asker(Via.COMMAND), NOW)
