"""The first tables: practice, staff, duty clinicians, records of calls, prompts and revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _practice()
    _staff()
    _duty()
    _signpost()
    _signpost_prompt()
    _signpost_revision()


def _known(table: str, column: str, words: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in words.split(","))
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}_known"))


def _to_practice(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_practice_id_practice"
    return sa.ForeignKeyConstraint(["practice_id"], ["practice.practice_id"], name=name)


def _to_one(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["practice_id", column],
        [f"{other}.practice_id", f"{other}.id"],
        name=f"fk_{table}_practice_id_{column}_{other}",
    )


def _practice() -> None:
    op.create_table(
        "practice",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ods_code", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _known("practice", "mode", "live,rehearsal"),
        sa.PrimaryKeyConstraint("practice_id", name="pk_practice"),
    )


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("initials", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        _known("staff", "role", "reception,manager,trainer,clinical_lead"),
        _to_practice("staff"),
        sa.PrimaryKeyConstraint("practice_id", "id", name="pk_staff"),
    )


def _duty() -> None:
    op.create_table(
        "duty",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("clinician", sa.Text(), nullable=False),
        sa.Column("how_to_reach", sa.Text(), nullable=False),
        sa.Column("backup", sa.Text(), nullable=False),
        sa.Column("backup_how_to_reach", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        _known("duty", "session", "morning,afternoon"),
        _to_one("duty", "confirmed_by", "staff"),
        _to_practice("duty"),
        sa.PrimaryKeyConstraint("practice_id", "id", name="pk_duty"),
    )
    op.create_index(
        "ix_duty_practice_id_day_session", "duty", ["practice_id", "day", "session"], unique=False
    )


def _signpost() -> None:
    op.create_table(
        "signpost",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("call_number", sa.Text(), nullable=False),
        sa.Column("record_mode", sa.Text(), nullable=False),
        sa.Column("example_practice", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event_date", sa.Date(), nullable=False),
        sa.Column("event_time", sa.Text(), nullable=False),
        sa.Column("duration_seconds", sa.Integer(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("recorded_by_role", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("who_is_calling", sa.Text(), nullable=True),
        sa.Column("patient_ref", sa.Text(), nullable=True),
        sa.Column("age_years", sa.Integer(), nullable=True),
        sa.Column("age_band", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("topic_title", sa.Text(), nullable=False),
        sa.Column("topic_group", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("content_version", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("decline_reason", sa.Text(), nullable=True),
        sa.Column("arranged_instead", sa.Text(), nullable=True),
        sa.Column("promised_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clinician_took_over", sa.Text(), nullable=False),
        sa.Column("clinician_asked", sa.Text(), nullable=False),
        sa.Column("clinician_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clinician_answered", sa.Text(), nullable=False),
        sa.Column("clinician_answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consent", sa.Boolean(), nullable=True),
        sa.Column("safety_net", sa.Boolean(), nullable=True),
        sa.Column("understanding", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("record_text", sa.Text(), nullable=False),
        sa.Column("leaflet_given", sa.Boolean(), nullable=False),
        sa.Column("service_id", sa.Text(), nullable=True),
        sa.Column("service_name", sa.Text(), nullable=False),
        sa.Column("service_kind", sa.Text(), nullable=False),
        sa.Column("service_phone", sa.Text(), nullable=False),
        sa.Column("service_place", sa.Text(), nullable=False),
        sa.Column("service_hours", sa.Text(), nullable=False),
        sa.Column("service_how_to_access", sa.Text(), nullable=False),
        sa.Column("service_snomed_code", sa.Text(), nullable=False),
        sa.Column("service_snomed_term", sa.Text(), nullable=False),
        sa.Column("service_ods_code", sa.Text(), nullable=False),
        sa.Column("service_referral_needed", sa.Boolean(), nullable=False),
        sa.Column("referral", sa.Text(), nullable=False),
        sa.Column("referral_sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("referral_sent_by", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("follow_up_due", sa.Date(), nullable=True),
        sa.Column("follow_up_outcome", sa.Text(), nullable=True),
        sa.Column("revision_id", sa.Uuid(as_uuid=False), nullable=True),
        sa.Column("voided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=False),
        _known("signpost", "age_band", ",under_1,1-4,5-17,18-34,35-49,50-64,65-79,80+"),
        _known(
            "signpost",
            "arranged_instead",
            "appointment,callback,clinician,nhs_111,other_service,caller_will_ring,other",
        ),
        _known("signpost", "channel", "telephone,front_desk,online,letter,other"),
        _known(
            "signpost",
            "decline_reason",
            "prefers_gp,tried_already,cannot_travel,cost,hours,language_or_access,privacy,other",
        ),
        _known(
            "signpost",
            "follow_up_outcome",
            "completed,returned_criteria,returned_red_flag,returned_clinical_judgement,"
            "returned_not_completed,did_not_attend,not_known",
        ),
        _known(
            "signpost",
            "outcome",
            "accepted,declined,not_discussed,not_eligible,nothing_matched,"
            "passed_to_clinician,emergency,appointment_booked,callback_promised,dealt_with,"
            "message_sent,hung_up",
        ),
        _known("signpost", "record_mode", "live,rehearsal"),
        _known("signpost", "recorded_by_role", "reception,manager,trainer,clinical_lead"),
        _known("signpost", "referral", "not_needed,to_send,sent"),
        _known("signpost", "sex", "F,M"),
        _known("signpost", "who_is_calling", "patient,parent,carer,other"),
        _to_one("signpost", "recorded_by", "staff"),
        _to_one("signpost", "referral_sent_by", "staff"),
        _to_practice("signpost"),
        sa.PrimaryKeyConstraint("practice_id", "id", name="pk_signpost"),
    )
    op.create_index(
        "ix_signpost_practice_id_event_date_event_time",
        "signpost",
        ["practice_id", "event_date", "event_time"],
        unique=False,
    )
    op.create_index(
        "ix_signpost_unsent",
        "signpost",
        ["practice_id", "id"],
        unique=False,
        sqlite_where=sa.text("referral = 'to_send' AND voided_at IS NULL"),
        postgresql_where=sa.text("referral = 'to_send' AND voided_at IS NULL"),
    )
    op.create_index(
        "uq_signpost_practice_id_call_number",
        "signpost",
        ["practice_id", "call_number"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
        postgresql_where=sa.text("voided_at IS NULL"),
    )


def _signpost_prompt() -> None:
    op.create_table(
        "signpost_prompt",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("signpost_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("protocol_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("because", sa.JSON(), nullable=False),
        sa.Column("action", sa.Text(), nullable=True),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("clinician", sa.Text(), nullable=False),
        sa.Column("fell_to_check", sa.Boolean(), nullable=False),
        sa.Column("check_reason", sa.Text(), nullable=False),
        sa.Column("check_answer", sa.Text(), nullable=True),
        _known(
            "signpost_prompt",
            "action",
            "999_by_caller,999_by_practice,ae,specialist_line,clinician_took_over,"
            "same_day_booked,refused,not_this_mistyped,not_this_past,not_this_other_person,"
            "not_this_figure_of_speech,not_this_clinician_decided",
        ),
        _known(
            "signpost_prompt",
            "check_answer",
            "yes_now,said_no,in_the_past,other_person,figure_of_speech,mistyped",
        ),
        _known("signpost_prompt", "kind", "prompt,check"),
        _to_one("signpost_prompt", "signpost_id", "signpost"),
        _to_practice("signpost_prompt"),
        sa.PrimaryKeyConstraint(
            "practice_id", "signpost_id", "position", name="pk_signpost_prompt"
        ),
    )


def _signpost_revision() -> None:
    op.create_table(
        "signpost_revision",
        sa.Column("practice_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("signpost_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        _known("signpost_revision", "kind", "correction,void"),
        _to_one("signpost_revision", "made_by", "staff"),
        _to_one("signpost_revision", "signpost_id", "signpost"),
        _to_practice("signpost_revision"),
        sa.PrimaryKeyConstraint("practice_id", "id", name="pk_signpost_revision"),
    )
    op.create_index(
        "ix_signpost_revision_practice_id_signpost_id",
        "signpost_revision",
        ["practice_id", "signpost_id"],
        unique=False,
    )
