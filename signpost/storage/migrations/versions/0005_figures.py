"""Months that were counted once, and the practice's assumptions about a GP's time."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _month_tally()
    _time_assumption()


def _month_tally() -> None:
    op.create_table(
        "month_tally",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("token", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("tally", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.practice_id"],
            name=op.f("fk_month_tally_practice_id_practice"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "month", name=op.f("pk_month_tally")),
    )


def _time_assumption() -> None:
    op.create_table(
        "time_assumption",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("minutes", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.practice_id"],
            name=op.f("fk_time_assumption_practice_id_practice"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "set_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_time_assumption_practice_id_set_by_staff"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "kind", name=op.f("pk_time_assumption")),
    )
