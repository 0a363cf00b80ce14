"""Say of each dossier whether it was left without an assessment; none was before this."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what stands there already was to be assessed."""
    op.add_column(
        "dossier_row", sa.Column("not_assessed", sa.Boolean(), nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("dossier_row", "not_assessed")
