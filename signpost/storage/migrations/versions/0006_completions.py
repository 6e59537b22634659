"""Completions of training scenarios."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training_completion",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("person_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("scenario_id", sa.Text(), nullable=False),
        sa.Column("scenario_version", sa.Integer(), nullable=False),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("musts_met", sa.Boolean(), nullable=False),
        sa.Column("trainer_id", sa.Uuid(as_uuid=False), nullable=True),
        sa.ForeignKeyConstraint(
            ["practice_id"],
            ["practice.practice_id"],
            name=op.f("fk_training_completion_practice_id_practice"),
        ),
        sa.ForeignKeyConstraint(
            ["practice_id", "person_id"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_training_completion_practice_id_person_id_staff"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_training_completion")),
    )
    op.create_index(
        "ix_training_completion_person_id", "training_completion", ["practice_id", "person_id"]
    )
