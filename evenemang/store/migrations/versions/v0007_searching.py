"""Keep what is searched by itself, in the order of the list: a search looks through little."""

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLE = "dossier_search"


def upgrade() -> None:
    """Make the table, and move there what is searched."""
    op.create_table(
        TABLE,
        sa.Column("sorts", Code, nullable=False),
        sa.Column("id", Code, nullable=False),
        sa.Column("searched", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sorts", "id", name=op.f("pk_dossier_search")),
        sqlite_with_rowid=False,
    )
    _move(TABLE, "dossier_row")
    op.drop_column("dossier_row", "searched")


def downgrade() -> None:
    """Put it back among the columns of the list."""
    op.add_column("dossier_row", sa.Column("searched", sa.Text(), nullable=False, server_default=""))
    row, search = (sa.table(one, sa.column("id"), sa.column("searched")) for one in ("dossier_row", TABLE))
    text = sa.select(search.c.searched).where(search.c.id == row.c.id).scalar_subquery()
    op.execute(sa.update(row).values(searched=sa.func.coalesce(text, "")))
    op.drop_table(TABLE)


def _move(to: str, of: str) -> None:
    names = ("sorts", "id", "searched")
    here, there = (sa.table(one, *map(sa.column, names)) for one in (of, to))
    op.execute(sa.insert(there).from_select(names, sa.select(*(here.c[one] for one in names))))
