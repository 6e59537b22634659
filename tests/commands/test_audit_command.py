"""`signpost audit verify` finds whatever was done to the log, and nothing else."""

from pathlib import Path

import pytest

from signpost.__main__ import main
from signpost.domain.audit import AuditEvent
from signpost.storage.database import Database
from tests.desk import NOW, unlocked


@pytest.fixture
def log(database: Database, data_dir: Path) -> Path:
    for number in range(4):
        with database.transaction() as stores:
            stores.audit.add(NOW, None, AuditEvent.EXPORTED, {"rows": str(number)})
    database.close()
    return data_dir


def verify(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["--data-dir", str(folder), "audit", "verify"])
    return status, capsys.readouterr().out


def test_an_untouched_log_is_whole(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = verify(log, capsys)
    assert status == 0
    assert told.startswith("The audit log is whole: 4 entries")


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        ('UPDATE audit_entry SET details = \'{"rows": "9"}\' WHERE number = 2', "Entry 2 was"),
        ("UPDATE audit_entry SET who = 'x' WHERE number = 4", "Entry 4 was changed"),
        ("UPDATE audit_entry SET at = '2020-01-01 00:00:00.000000' WHERE number = 1", "Entry 1"),
        ("DELETE FROM audit_entry WHERE number = 3", "Entry 3 is missing"),
        ("DELETE FROM audit_entry WHERE number = 1", "Entry 1 is missing"),
        (
            """UPDATE audit_entry SET number = CASE number WHEN 2 THEN 103 ELSE 102 END
            WHERE number IN (2, 3);
            UPDATE audit_entry SET number = number - 100 WHERE number > 100""",
            "Entry 2 does not follow",
        ),
    ],
)
def test_what_was_tampered_with_is_told(
    log: Path, capsys: pytest.CaptureFixture[str], deed: str, expected: str
) -> None:
    with unlocked(log) as connection:
        connection.executescript(deed)
        connection.commit()
    status, told = verify(log, capsys)
    assert status == 4
    assert expected in told


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    assert main(["--data-dir", str(tmp_path), "audit", "verify"]) == 1
