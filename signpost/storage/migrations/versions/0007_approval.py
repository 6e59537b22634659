"""Approval of content: judgements, and the wordings that were approved."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_KINDS = "kind IN ('protocol', 'topic', 'scenario', 'printed')"
_STATES = (
    "state IN ('draft', 'in_review', 'approved', 'changes_required', 'switched_off', 'withdrawn')"
)


def upgrade() -> None:
    _judgement()
    _approved_wording()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _practice(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_practice_id_practice")
    return sa.ForeignKeyConstraint(["practice_id"], ["practice.practice_id"], name=name)


def _judgement() -> None:
    op.create_table(
        "judgement",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        _text("kind"),
        _text("item_id"),
        _text("hash"),
        _text("state"),
        sa.Column("made_by", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        _text("note"),
        sa.CheckConstraint(_KINDS, name=op.f("ck_judgement_kind_known")),
        sa.CheckConstraint(_STATES, name=op.f("ck_judgement_state_known")),
        _practice("judgement"),
        sa.ForeignKeyConstraint(
            ["practice_id", "made_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_judgement_practice_id_made_by_staff"),
        ),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_judgement")),
    )
    op.create_index("ix_judgement_item", "judgement", ["practice_id", "kind", "item_id"])


def _approved_wording() -> None:
    op.create_table(
        "approved_wording",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        _text("kind"),
        _text("item_id"),
        _text("hash"),
        _text("wording"),
        sa.CheckConstraint(_KINDS, name=op.f("ck_approved_wording_kind_known")),
        _practice("approved_wording"),
        sa.PrimaryKeyConstraint(
            "practice_id", "kind", "item_id", "hash", name=op.f("pk_approved_wording")
        ),
    )
