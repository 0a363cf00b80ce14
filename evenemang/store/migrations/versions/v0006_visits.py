"""Keep the visits of those who signed in: when they began, were last seen, and whether they ended."""

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code, Digest, Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, empty."""
    op.create_table(
        "visit",
        sa.Column("key", Digest, nullable=False),
        sa.Column("member", Code, nullable=False),
        sa.Column("started", Moment, nullable=False),
        sa.Column("seen", Moment, nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_visit"),
    )
    op.create_index("ix_visit_seen", "visit", ["seen"])


def downgrade() -> None:
    """Take the table away."""
    op.drop_index("ix_visit_seen", "visit")
    op.drop_table("visit")
