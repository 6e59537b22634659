"""The practice's own time after which an entry of the directory is looked at again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    months = sa.Column("review_months", sa.Integer(), server_default=sa.text("6"), nullable=False)
    op.add_column("practice", months)
