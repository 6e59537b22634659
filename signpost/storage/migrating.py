"""Which version a database has, and bringing it to this program's; Alembic is imported only for the
latter.
"""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from signpost.errors import NotAvailable

MIGRATIONS = Path(__file__).with_name("migrations")


def known_versions(migrations: Path = MIGRATIONS) -> tuple[str, ...]:
    """The versions that this program knows, oldest first: the first part of each migration's file
    name.
    """
    return tuple(
        sorted(file.name.partition("_")[0] for file in migrations.glob("versions/[0-9]*.py"))
    )


def is_behind(version: str | None, where: object, known: Iterable[str]) -> bool:
    """Whether a database must be migrated; None is a blank one. Raises NotAvailable when it is
    newer than us.
    """
    versions = tuple(known)
    if version is not None and version not in versions:
        raise NotAvailable(
            f"The database {where} was last used by a newer Signpost (its version is {version}).",
            "Nothing in it was changed. Install the newer Signpost here, then start it again.",
        )
    return version != versions[-1]


def version_of(connection: Connection) -> str | None:
    """The version of an open database; None when it is blank."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def migrate(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Bring the database to the newest version inside the connection's transaction: wholly or not
    at all.
    """
    from alembic import command  # noqa: PLC0415 - 120 ms that only a database behind its program pays
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
