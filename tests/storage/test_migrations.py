"""Migrations make what the models say, on both databases; a failing one changes nothing."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.schema import CreateIndex, CreateTable

from signpost.errors import NotAvailable
from signpost.storage import driver
from signpost.storage.data_file import data_file
from signpost.storage.engine import sqlite_engine
from signpost.storage.every_table import METADATA
from signpost.storage.migrating import MIGRATIONS, is_behind, known_versions, version_of
from signpost.storage.opening import open_file
from tests.desk import unlocked

NEWEST = known_versions()[-1]
BROKEN = '''"""Makes a table, then fails."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{NEWEST}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("half_done", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE staff SET name = 'Nobody'")
    op.execute("SELECT no_such_column FROM staff")
'''.replace("{NEWEST}", NEWEST)
HARMLESS = BROKEN.partition('    op.execute("UPDATE')[0]


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, METADATA))


def with_migration(tmp_path: Path, source: str) -> Path:
    migrations = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / "9999_next.py").write_text(source, encoding="utf-8")
    return migrations


def contents(database: Path, key_of: Path | None = None) -> list[str]:
    plain = database.with_suffix(".plain")
    driver.copy_locked(database, data_file(key_of or database).key, plain, None)
    with closing(sqlite3.connect(plain)) as connection:
        told = list(connection.iterdump())
    plain.unlink()
    return told


@pytest.fixture
def connection(data_dir: Path) -> Iterator[Connection]:
    engine = sqlite_engine(*astuple(data_file(data_dir / "signpost.db")))
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_models_are_what_the_migrations_make(connection: Connection) -> None:
    assert differences(connection) == []


def test_constraints_and_indexes_are_the_same_to_the_letter(connection: Connection) -> None:
    def plain(sql: str) -> str:
        return re.sub(r'[\s"]+', "", sql).lower()

    made = {
        row.name: plain(row.sql)
        for row in connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql <> ''"))
        if row.name != "alembic_version"
    }
    wanted: dict[str, str] = {}
    for table in METADATA.sorted_tables:
        wanted[table.name] = plain(str(CreateTable(table).compile(connection.engine)))
        for index in table.indexes:
            assert index.name is not None
            wanted[index.name] = plain(str(CreateIndex(index).compile(connection.engine)))
    in_any_order = {name: sorted(re.split(r"[,()]", sql)) for name, sql in made.items()}
    assert in_any_order == {name: sorted(re.split(r"[,()]", sql)) for name, sql in wanted.items()}


def test_every_migration_is_known_by_the_number_in_its_file_name(connection: Connection) -> None:
    assert version_of(connection) == known_versions()[-1]


def test_postgresql_has_no_drift_either(postgresql: str) -> None:
    engine = create_engine(postgresql)
    with engine.connect() as connection:
        assert differences(connection) == []
    engine.dispose()


def test_a_failing_migration_leaves_the_file_as_it_was(data_dir: Path, tmp_path: Path) -> None:
    database = data_dir / "signpost.db"
    before = contents(database)
    with pytest.raises(Exception, match="no_such_column"):
        open_file(database, with_migration(tmp_path, BROKEN))
    assert contents(database) == before


def test_a_backup_is_taken_before_and_holds_every_row(data_dir: Path, tmp_path: Path) -> None:
    database = data_dir / "signpost.db"
    before = contents(database)
    opened = open_file(database, with_migration(tmp_path, HARMLESS))
    opened.close()
    [copy] = (data_dir / "backups").iterdir()
    assert copy.name.startswith("signpost-" + NEWEST + "-")
    assert contents(copy, database) == before
    assert any("half_done" in line for line in contents(database))


def test_the_last_five_backups_are_kept(data_dir: Path, tmp_path: Path) -> None:
    folder = data_dir / "backups"
    folder.mkdir()
    for day in range(1, 8):
        (folder / f"signpost-0000-2026030{day}T090000000000Z.db").touch()
    opened = open_file(data_dir / "signpost.db", with_migration(tmp_path, HARMLESS))
    opened.close()
    kept = sorted(file.name for file in folder.iterdir())
    assert [name[14:22] for name in kept[:4]] == ["20260304", "20260305", "20260306", "20260307"]
    assert kept[4].startswith("signpost-" + NEWEST + "-")


def test_a_newer_database_is_refused_and_left_alone(data_dir: Path) -> None:
    database = data_dir / "signpost.db"
    with unlocked(data_dir) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = contents(database)
    with pytest.raises(NotAvailable, match="newer Signpost") as refused:
        open_file(database)
    assert "Install the newer Signpost" in refused.value.remedy
    assert contents(database) == before
    assert not (data_dir / "backups").exists()


@pytest.mark.parametrize(
    ("version", "behind"), [(None, True), ("0001", True), ("0002", False)], ids=str
)
def test_behind_is_anything_older_than_the_newest(version: str | None, *, behind: bool) -> None:
    assert is_behind(version, "here", ("0001", "0002")) is behind
