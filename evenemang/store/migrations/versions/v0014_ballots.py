"""Keep what members judge alone at a meeting, until it is shown to all."""

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "ballot",
        sa.Column("meeting", Code, nullable=False),
        sa.Column("event", Code, nullable=False),
        sa.Column("risk", Code, nullable=False),
        sa.Column("who", Code, nullable=False),
        sa.Column("likelihood", sa.Integer(), nullable=False),
        sa.Column("consequence", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("meeting", "event", "risk", "who", name="pk_ballot"),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("ballot")
