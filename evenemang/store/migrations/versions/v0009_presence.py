"""Keep who is where in a dossier, for half a minute at a time."""

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code, Digest, Moment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "presence",
        sa.Column("key", Digest, nullable=False),
        sa.Column("dossier", Code, nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("step", Code, nullable=False),
        sa.Column("place", Code, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_presence"),
    )
    op.create_index("ix_presence_dossier", "presence", ["dossier"])


def downgrade() -> None:
    """Take the table away."""
    op.drop_index("ix_presence_dossier", "presence")
    op.drop_table("presence")
