"""Say of each row of the journal which file brought it in; none did before this."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what stands there already came in by no file."""
    op.add_column("journal", sa.Column("source", sa.Text(), nullable=True))


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("journal", "source")
