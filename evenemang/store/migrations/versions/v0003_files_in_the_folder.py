"""Keep what each workbook was when it was written, why one waits, and what people changed in the folder."""

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code, Digest, Moment

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FOLDERS = ("workbooks/", "workbooks-secret/")


def upgrade() -> None:
    """Add columns and tables; what a file was that stands there already is not known."""
    op.add_column("workbook", sa.Column("named", sa.Text(), nullable=True))
    op.add_column("workbook", sa.Column("why", Code, nullable=True))
    op.add_column("workbook", sa.Column("since", Moment(), nullable=True))
    op.add_column("workbook", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "workbook_file",
        sa.Column("kind", Code, nullable=False),
        sa.Column("record", Code, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("digest", Digest, nullable=False),
        sa.Column("cells", Digest, nullable=False),
        sa.Column("coming", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record", "path", "digest", name=op.f("pk_workbook_file")),
    )
    op.create_table(
        "returned",
        sa.Column("kind", Code, nullable=False),
        sa.Column("record", Code, nullable=False),
        sa.Column("digest", Digest, nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("saved", Moment(), nullable=False),
        sa.Column("found", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record", "digest", name=op.f("pk_returned")),
    )
    _know_the_old_ones()


def downgrade() -> None:
    """Take the columns and tables away."""
    op.drop_table("returned")
    op.drop_table("workbook_file")
    for column in ("tries", "since", "why", "named"):
        op.drop_column("workbook", column)


def _know_the_old_ones() -> None:
    book = sa.table("workbook", *map(sa.column, ("kind", "record", "file")))
    file = sa.table("workbook_file", *map(sa.column, ("kind", "record", "path", "digest", "cells", "coming")))
    for folder in FOLDERS:
        old = sa.select(
            book.c.kind,
            book.c.record,
            sa.literal(folder, sa.Text()) + book.c.file,
            sa.literal("", sa.Text()),
            sa.literal("", sa.Text()),
            sa.false(),
        ).where(book.c.file.is_not(None))
        op.execute(sa.insert(file).from_select([one.name for one in file.c], old))
