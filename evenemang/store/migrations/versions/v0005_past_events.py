"""Let lists tell of past events: from which row, and when, where no day is known; find by organiser."""

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INDEX = "ix_dossier_row_from_list"
BY_ORGANISER = "ix_dossier_row_organiser_sorts"


def upgrade() -> None:
    """Add the columns; what stands there already came from no list."""
    op.add_column("dossier_row", sa.Column("some_time", sa.Text(), nullable=True))
    op.add_column("dossier_row", sa.Column("from_list", Code, nullable=True))
    op.create_index(INDEX, "dossier_row", ["from_list"])
    op.create_index(BY_ORGANISER, "dossier_row", ["organiser", "sorts"])


def downgrade() -> None:
    """Take the columns away."""
    op.drop_index(BY_ORGANISER, "dossier_row")
    op.drop_index(INDEX, "dossier_row")
    op.drop_column("dossier_row", "from_list")
    op.drop_column("dossier_row", "some_time")
