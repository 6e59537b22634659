"""The practice's own time within which a clinician has to answer; it was a setting before."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    minutes = sa.Column("answer_minutes", sa.Integer(), server_default=sa.text("5"), nullable=False)
    op.add_column("practice", minutes)
