"""The first tables: records, journal, plain columns, settings, and the outbox."""

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code, Digest, Moment

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _record()
    _journal()
    _dossier_row()
    _action_row()
    _risk_row()
    _incident_row()
    _setting()
    _workbook()


def downgrade() -> None:
    """Take the tables away."""
    for table in reversed(TABLES):
        op.drop_table(table)


TABLES = (
    "record",
    "journal",
    "dossier_row",
    "action_row",
    "risk_row",
    "incident_row",
    "setting",
    "workbook",
)


def _record() -> None:
    op.create_table(
        "record",
        sa.Column("kind", Code, nullable=False),
        sa.Column("id", Code, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("alias", Code, nullable=True),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("place", Code, nullable=True),
        sa.Column("organiser", Code, nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_record")),
    )
    op.create_index(op.f("ix_record_kind_alias"), "record", ["kind", "alias"], unique=False)
    op.create_index(op.f("ix_record_kind_created_id"), "record", ["kind", "created", "id"], unique=False)


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("kind", Code, nullable=False),
        sa.Column("record", Code, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("operation", Code, nullable=False),
        sa.Column("touched", sa.Text(), nullable=False),
        sa.Column("by", sa.String(length=200), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("salt", Digest, nullable=True),
        sa.Column("digest", Digest, nullable=False),
        sa.Column("hash", Digest, nullable=False),
        sa.PrimaryKeyConstraint("kind", "record", "version", "number", name=op.f("pk_journal")),
    )


def _dossier_row() -> None:
    op.create_table(
        "dossier_row",
        sa.Column("id", Code, nullable=False),
        sa.Column("alias", Code, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("diary_number", sa.Text(), nullable=False),
        sa.Column("example", sa.Boolean(), nullable=False),
        sa.Column("series", Code, nullable=True),
        sa.Column("organiser", Code, nullable=True),
        sa.Column("organiser_kind", sa.Text(), nullable=True),
        sa.Column("place", Code, nullable=True),
        sa.Column("officer", Code, nullable=True),
        sa.Column("opened", Moment(), nullable=False),
        sa.Column("starts", Moment(), nullable=True),
        sa.Column("ends", Moment(), nullable=True),
        sa.Column("occasions", sa.Integer(), nullable=False),
        sa.Column("stage", Code, nullable=False),
        sa.Column("contacts_before", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.Column("lessons_waiting", sa.Integer(), nullable=False),
        sa.Column("proposals", sa.Integer(), nullable=False),
        sa.Column("dismissed", sa.Integer(), nullable=False),
        sa.Column("worst_score", sa.Integer(), nullable=True),
        sa.Column("worst_level", Code, nullable=True),
        sa.Column("reconsider", sa.Boolean(), nullable=False),
        sa.Column("decision", Code, nullable=True),
        sa.Column("evaluated_on", sa.Date(), nullable=True),
        sa.Column("visits", sa.BigInteger(), nullable=True),
        sa.Column("sorts", Code, nullable=False),
        sa.Column("searched", sa.Text(), nullable=False),
        sa.Column("actions_digest", Digest, nullable=False),
        sa.Column("risks_digest", Digest, nullable=False),
        sa.Column("incidents_digest", Digest, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_row")),
    )
    op.create_index(op.f("ix_dossier_row_officer_sorts"), "dossier_row", ["officer", "sorts"], unique=False)
    op.create_index(op.f("ix_dossier_row_place_sorts"), "dossier_row", ["place", "sorts"], unique=False)
    op.create_index(op.f("ix_dossier_row_series_sorts"), "dossier_row", ["series", "sorts"], unique=False)
    op.create_index(op.f("ix_dossier_row_sorts_id"), "dossier_row", ["sorts", "id"], unique=False)
    op.create_index(op.f("ix_dossier_row_stage_sorts"), "dossier_row", ["stage", "sorts"], unique=False)


def _action_row() -> None:
    op.create_table(
        "action_row",
        sa.Column("dossier", Code, nullable=False),
        sa.Column("id", Code, nullable=False),
        sa.Column("alias", Code, nullable=True),
        sa.Column("do", sa.Text(), nullable=False),
        sa.Column("risk", Code, nullable=True),
        sa.Column("phase", Code, nullable=False),
        sa.Column("owner", Code, nullable=True),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("status", Code, nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("helped", sa.Text(), nullable=True),
        sa.Column("secrecy", Code, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossier_row.id"], name=op.f("fk_action_row_dossier")),
        sa.PrimaryKeyConstraint("dossier", "id", name=op.f("pk_action_row")),
    )
    op.create_index(op.f("ix_action_row_due"), "action_row", ["due"], unique=False)


def _risk_row() -> None:
    op.create_table(
        "risk_row",
        sa.Column("dossier", Code, nullable=False),
        sa.Column("id", Code, nullable=False),
        sa.Column("alias", Code, nullable=True),
        sa.Column("area", Code, nullable=False),
        sa.Column("axis", Code, nullable=False),
        sa.Column("harm", Code, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("likelihood_before", sa.Integer(), nullable=False),
        sa.Column("consequence_before", sa.Integer(), nullable=False),
        sa.Column("level_before", Code, nullable=False),
        sa.Column("likelihood_after", sa.Integer(), nullable=False),
        sa.Column("consequence_after", sa.Integer(), nullable=False),
        sa.Column("level_after", Code, nullable=False),
        sa.Column("secrecy", Code, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossier_row.id"], name=op.f("fk_risk_row_dossier")),
        sa.PrimaryKeyConstraint("dossier", "id", name=op.f("pk_risk_row")),
    )


def _incident_row() -> None:
    op.create_table(
        "incident_row",
        sa.Column("dossier", Code, nullable=False),
        sa.Column("id", Code, nullable=False),
        sa.Column("alias", Code, nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("type", Code, nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("zone", Code, nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("foreseen", Code, nullable=True),
        sa.Column("closed", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["dossier"], ["dossier_row.id"], name=op.f("fk_incident_row_dossier")),
        sa.PrimaryKeyConstraint("dossier", "id", name=op.f("pk_incident_row")),
    )
    op.create_index(op.f("ix_incident_row_at"), "incident_row", ["at"], unique=False)


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("name", Code, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )


def _workbook() -> None:
    op.create_table(
        "workbook",
        sa.Column("kind", Code, nullable=False),
        sa.Column("record", Code, nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("queued", sa.BigInteger(), nullable=True),
        sa.Column("token", Digest, nullable=True),
        sa.Column("until", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("kind", "record", name=op.f("pk_workbook")),
    )
    op.create_index(op.f("ix_workbook_queued"), "workbook", ["queued"], unique=False)
