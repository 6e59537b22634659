"""What exports need: given codes, wording, the pseudonyms' key, standing exports."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _given_code()
    _export_wording()
    _pseudonym_key()
    _standing_export()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=200), nullable=False)


def _id(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Uuid(as_uuid=False), nullable=nullable)


def _known(table: str, column: str, words: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words.split(","))
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}_known"))


def _to_practice(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_practice_id_practice")
    return sa.ForeignKeyConstraint(["practice_id"], ["practice.practice_id"], name=name)


def _given_code() -> None:
    op.create_table(
        "given_code",
        _id("practice_id"),
        _key("thing"),
        _key("thing_id"),
        _key("event"),
        _text("concept_id"),
        _text("term"),
        _text("source"),
        sa.Column("code_set_date", sa.Date(), nullable=True),
        _known("given_code", "thing", "kind,service"),
        _known("given_code", "event", "signpost,referral,declined"),
        _to_practice("given_code"),
        sa.PrimaryKeyConstraint(
            "practice_id", "thing", "thing_id", "event", name=op.f("pk_given_code")
        ),
    )


def _export_wording() -> None:
    op.create_table(
        "export_wording",
        _id("practice_id"),
        _key("name"),
        _text("value"),
        _to_practice("export_wording"),
        sa.PrimaryKeyConstraint("practice_id", "name", name=op.f("pk_export_wording")),
    )


def _pseudonym_key() -> None:
    op.create_table(
        "pseudonym_key",
        _id("practice_id"),
        _text("key"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        _to_practice("pseudonym_key"),
        sa.PrimaryKeyConstraint("practice_id", name=op.f("pk_pseudonym_key")),
    )


def _standing_export() -> None:
    op.create_table(
        "standing_export",
        _id("practice_id"),
        _id("id"),
        _text("name"),
        _text("format"),
        _text("period"),
        _text("folder"),
        _text("reason"),
        sa.Column("expires_on", sa.Date(), nullable=False),
        _id("made_by", nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        _known("standing_export", "period", "yesterday,last_week,last_month,this_month"),
        sa.ForeignKeyConstraint(
            ["practice_id", "made_by"],
            ["staff.practice_id", "staff.id"],
            name=op.f("fk_standing_export_practice_id_made_by_staff"),
        ),
        _to_practice("standing_export"),
        sa.PrimaryKeyConstraint("practice_id", "id", name=op.f("pk_standing_export")),
    )
