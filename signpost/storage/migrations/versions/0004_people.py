"""Further roles, own accounts and PINs of people, and the audit log."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _staff()
    _audit_entry()


def _staff() -> None:
    for column in (
        sa.Column("also", sa.JSON(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("account", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("pin_hash", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("pin_failures", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("pin_refused_until", sa.DateTime(timezone=True), nullable=True),
    ):
        op.add_column("staff", column)


def _audit_entry() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("chained_to", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.practice_id"],
            name=op.f("fk_audit_entry_practice_id_practice"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "number", name=op.f("pk_audit_entry")),
    )
