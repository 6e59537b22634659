"""The directory: versions of services, places and what is given where; imports; reports."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _directory()
    _directory_change()
    _import_line()
    _location()
    _service()
    _service_at_location()
    _entry_report()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _directory() -> None:
    op.create_table(
        "directory",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("live_generation", sa.BigInteger(), nullable=False),
        sa.Column("staged_generation", sa.BigInteger(), nullable=True),
        sa.Column("staged_from", sa.BigInteger(), nullable=True),
        sa.Column("staged_feed", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("staged_file", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", name=op.f("pk_directory")),
    )


def _directory_change() -> None:
    op.create_table(
        "directory_change",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("generation", sa.BigInteger(), autoincrement=False, nullable=False),
        _text("kind"),
        sa.Column("made_by", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        _text("feed"),
        _text("file_name"),
        _text("note"),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("undoes", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('starter', 'edit', 'import', 'restore', 'undo')",
            name=op.f("ck_directory_change_kind_known"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "generation", name=op.f("pk_directory_change")),
    )


def _import_line() -> None:
    op.create_table(
        "import_line",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("generation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        _text("kind"),
        _text("entity"),
        _text("entity_id"),
        _text("other_id"),
        _text("name"),
        sa.Column("fields", sa.JSON(), nullable=False),
        _text("reason"),
        _text("decision"),
        sa.Column("theirs", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('new', 'changed', 'kept', 'duplicate', 'removed', 'refused')",
            name=op.f("ck_import_line_kind_known"),
        ),
        sa.CheckConstraint(
            "decision IN ('take', 'leave', 'merge')", name=op.f("ck_import_line_decision_known")
        ),
        sa.PrimaryKeyConstraint(
            "practice_id", "generation", "position", name=op.f("pk_import_line")
        ),
    )
    op.create_index(
        "ix_import_line_kind",
        "import_line",
        ["practice_id", "generation", "kind", "position"],
        unique=False,
    )


def _location() -> None:
    op.create_table(
        "location",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("from_generation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("until_generation", sa.BigInteger(), nullable=True),
        _text("feed"),
        sa.Column("edited", sa.JSON(), nullable=False),
        _text("name"),
        _text("location_type"),
        _text("address"),
        _text("postal_code"),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        _text("ods_code"),
        sa.Column("phones", sa.JSON(), nullable=False),
        _text("schedule"),
        _text("alert"),
        sa.CheckConstraint(
            "location_type IN ('physical', 'postal', 'virtual')",
            name=op.f("ck_location_location_type_known"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "id", "from_generation", name=op.f("pk_location")),
    )
    op.create_index(
        "ix_location_from_generation", "location", ["practice_id", "from_generation"], unique=False
    )
    op.create_index(
        "ix_location_until_generation",
        "location",
        ["practice_id", "until_generation"],
        unique=False,
    )


def _service() -> None:
    op.create_table(
        "service",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("from_generation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("until_generation", sa.BigInteger(), nullable=True),
        _text("feed"),
        sa.Column("edited", sa.JSON(), nullable=False),
        _text("name"),
        sa.Column("alternate_name", sa.JSON(), nullable=False),
        _text("kind"),
        sa.Column("topics", sa.JSON(), nullable=False),
        _text("organization_id"),
        _text("organization"),
        _text("ods_code"),
        _text("description"),
        _text("check_first"),
        _text("eligibility_description"),
        sa.Column("eligibility", sa.JSON(), nullable=False),
        sa.Column("accepts_children", sa.Boolean(), nullable=True),
        sa.Column("access", sa.JSON(), nullable=False),
        _text("application_process"),
        sa.Column("referral_needed", sa.Boolean(), nullable=False),
        sa.Column("seen_in_person", sa.Boolean(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        _text("phone_unconfirmed"),
        _text("email"),
        _text("url"),
        _text("schedule"),
        _text("alert"),
        _text("status"),
        sa.Column("paused_until", sa.Date(), nullable=True),
        _text("pause_reason"),
        _text("wait_time"),
        sa.Column("wait_date", sa.Date(), nullable=True),
        sa.Column("practice_priority", sa.Integer(), nullable=False),
        _text("owner"),
        sa.Column("is_local", sa.Boolean(), nullable=False),
        sa.Column("is_filled", sa.Boolean(), nullable=False),
        sa.Column("assured_date", sa.Date(), nullable=True),
        _text("assured_by"),
        sa.Column("review_date", sa.Date(), nullable=True),
        _text("source"),
        _text("verified"),
        _text("unverified"),
        _text("snomed_code"),
        _text("snomed_term"),
        sa.CheckConstraint(
            "status IN ('active', 'paused', 'closed')", name=op.f("ck_service_status_known")
        ),
        sa.CheckConstraint(
            "verified IN ('yes', 'part', 'no')", name=op.f("ck_service_verified_known")
        ),
        sa.PrimaryKeyConstraint("practice_id", "id", "from_generation", name=op.f("pk_service")),
    )
    op.create_index(
        "ix_service_from_generation", "service", ["practice_id", "from_generation"], unique=False
    )
    op.create_index("ix_service_kind", "service", ["practice_id", "kind"], unique=False)
    op.create_index(
        "ix_service_until_generation", "service", ["practice_id", "until_generation"], unique=False
    )


def _service_at_location() -> None:
    op.create_table(
        "service_at_location",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("service_id", sa.String(length=200), nullable=False),
        sa.Column("location_id", sa.String(length=200), nullable=False),
        sa.Column("from_generation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("until_generation", sa.BigInteger(), nullable=True),
        _text("feed"),
        sa.Column("phones", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("schedule", sa.Text(), nullable=True),
        sa.Column("alert", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint(
            "practice_id",
            "service_id",
            "location_id",
            "from_generation",
            name=op.f("pk_service_at_location"),
        ),
    )
    op.create_index(
        "ix_service_at_location_from_generation",
        "service_at_location",
        ["practice_id", "from_generation"],
        unique=False,
    )
    op.create_index(
        "ix_service_at_location_location_id",
        "service_at_location",
        ["practice_id", "location_id"],
        unique=False,
    )
    op.create_index(
        "ix_service_at_location_until_generation",
        "service_at_location",
        ["practice_id", "until_generation"],
        unique=False,
    )


def _entry_report() -> None:
    op.create_table(
        "entry_report",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        _text("service_id"),
        _text("service_name"),
        _text("location_id"),
        _text("what_is_wrong"),
        sa.Column("made_by", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        _text("state"),
        _text("answer"),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("state IN ('open', 'done')", name=op.f("ck_entry_report_state_known")),
        sa.ForeignKeyConstraint(
            ["practice_id", "made_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_entry_report_practice_id_made_by_staff"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_entry_report")),
    )
    op.create_index("ix_entry_report_state", "entry_report", ["practice_id", "state"], unique=False)
