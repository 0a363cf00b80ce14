"""Keep which dossiers name which file, and which are let go of, so that those can be thrown away."""

import json

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code, Digest

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None

BATCH = 500  # rows written at a time
WITH_FILES = sa.text(
    "SELECT id, body FROM record WHERE kind = 'dossier' AND body LIKE :named "
    "AND id IN (SELECT id FROM dossier_row) ORDER BY id"
)
NAMED = '%"attachments":[{%'


def upgrade() -> None:
    """Add the table, filled from the dossiers, and the column by which its rows are known."""
    op.add_column("dossier_row", sa.Column("attachments_digest", Digest, nullable=False, server_default=""))
    table = op.create_table(
        "attachment_row",
        sa.Column("dossier", Code, nullable=False),
        sa.Column("file", Code, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossier_row.id"], name="fk_attachment_row_dossier"),
        sa.PrimaryKeyConstraint("dossier", "file", name="pk_attachment_row"),
    )
    op.create_index("ix_attachment_row_file", "attachment_row", ["file"])
    op.create_table(
        "file_let_go",
        sa.Column("file", Code, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("file", "at", name="pk_file_let_go"),
    )
    connection = op.get_bind()
    rows = []
    for dossier, body in connection.execute(WITH_FILES, {"named": NAMED}):
        files = {one["file"] for one in json.loads(body)["attachments"]}
        rows += [{"dossier": dossier, "file": one} for one in sorted(files)]
    for start in range(0, len(rows), BATCH):
        connection.execute(sa.insert(table), rows[start : start + BATCH])


def downgrade() -> None:
    """Take them away."""
    op.drop_table("file_let_go")
    op.drop_index("ix_attachment_row_file", "attachment_row")
    op.drop_table("attachment_row")
    op.drop_column("dossier_row", "attachments_digest")
