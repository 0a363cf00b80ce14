"""Keep at which places an event is held: its main one, and those of which it uses a zone."""

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from evenemang.store.columns import Code, Digest

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BATCH = 500  # rows read and written at a time
BODIES = sa.text(
    "SELECT id, body FROM record WHERE kind = 'dossier' AND id IN (SELECT id FROM dossier_row) ORDER BY id"
)


def upgrade() -> None:
    """Add the table, filled from the dossiers, and the column by which its rows are known."""
    op.add_column("dossier_row", sa.Column("places_digest", Digest, nullable=False, server_default=""))
    table = op.create_table(
        "place_row",
        sa.Column("dossier", Code, nullable=False),
        sa.Column("place", Code, nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["dossier_row.id"], name="fk_place_row_dossier"),
        sa.PrimaryKeyConstraint("dossier", "place", name="pk_place_row"),
    )
    op.create_index("ix_place_row_place", "place_row", ["place"])
    connection = op.get_bind()
    rows = [
        {"dossier": dossier, "place": place}
        for dossier, body in connection.execute(BODIES)
        for place in places(json.loads(body))
    ]
    for start in range(0, len(rows), BATCH):
        connection.execute(sa.insert(table), rows[start : start + BATCH])


def places(body: dict[str, dict[str, object]]) -> Iterator[str]:
    """Return the places of a dossier's event, as its body tells them."""
    event = body["event"]
    zones = event.get("zones") or ()
    assert isinstance(zones, list | tuple)
    main = [str(event["place"])] if event.get("place") else []
    yield from sorted({*main, *(str(zone).split("/")[0] for zone in zones)})


def downgrade() -> None:
    """Take them away."""
    op.drop_index("ix_place_row_place", "place_row")
    op.drop_table("place_row")
    op.drop_column("dossier_row", "places_digest")
