"""Let statistics tell of days, filings, patients, guards and ambulances, without opening a body."""

import json
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

BATCH = 200  # bodies read at a time
BODIES = sa.text(
    "SELECT id, body FROM record WHERE kind = 'dossier' AND id > :last "
    "AND id IN (SELECT id FROM dossier_row) ORDER BY id LIMIT :batch"
)
NAMES = ("days", "filed", "patients", "transports", "guards", "ambulances")
ROW = sa.table("dossier_row", sa.column("id"), *(sa.column(name) for name in NAMES))
FILL = (
    sa.update(ROW)
    .where(ROW.c.id == sa.bindparam("dossier"))
    .values({name: sa.bindparam(name) for name in NAMES})
)


def upgrade() -> None:
    """Add the columns, filled from the dossiers."""
    for column in _columns():
        op.add_column("dossier_row", column)
    connection, last = op.get_bind(), ""
    while found := connection.execute(BODIES, {"last": last, "batch": BATCH}).all():
        connection.execute(FILL, [{"dossier": one, **_told(json.loads(body))} for one, body in found])
        last = found[-1].id


def downgrade() -> None:
    """Take the columns away."""
    for name in NAMES:
        op.drop_column("dossier_row", name)


def _columns() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("days", sa.Text(), nullable=False, server_default=""),
        sa.Column("filed", sa.Text(), nullable=False, server_default=""),
        sa.Column("patients", sa.BigInteger(), nullable=True),
        sa.Column("transports", sa.BigInteger(), nullable=True),
        sa.Column("guards", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("ambulances", sa.Integer(), nullable=False, server_default="0"),
    )


def _told(body: dict[str, Any]) -> dict[str, Any]:
    medical = (body.get("evaluation") or {}).get("medical") or {}
    counted = medical if medical.get("counted") else {}
    answer = body.get("assessment", {}).get("answers", {}).get("alcohol.guards-booked") or {}
    sums = [one.get("outputs", {}).get("ambulances") for one in body.get("calculations", ())]
    filed = [(one["permit"], one.get("filed")) for one in body.get("permits", ())]
    return {
        "days": _runs(_days(body.get("event", {}))),
        "filed": " ".join(f"{permit}={day}" for permit, day in filed if day),
        "patients": counted.get("patients"),
        "transports": counted.get("transports"),
        "guards": answer.get("value") in ("yes", "partly", "no"),
        "ambulances": max((one for one in sums if isinstance(one, int)), default=0),
    }


def _days(event: dict[str, Any]) -> list[date]:
    found: set[date] = set()
    for one in event.get("occasions", ()):
        first = date.fromisoformat(one.get("date") or one.get("from") or one["first"])
        last = date.fromisoformat(one["to"]) if "to" in one else first
        found.update(first + timedelta(days=number) for number in range((last - first).days + 1))
    held = event.get("held") or {}
    if not found and held and held.get("exact", True):
        first, last = date.fromisoformat(held["first"]), date.fromisoformat(held["last"])
        found.update(first + timedelta(days=number) for number in range((last - first).days + 1))
    return sorted(found)


def _runs(days: list[date]) -> str:
    runs: list[list[date]] = []
    for day in days:
        if runs and runs[-1][-1] + timedelta(days=1) == day:
            runs[-1][1:] = [day]
        else:
            runs.append([day])
    return " ".join("/".join(str(day) for day in run) for run in runs)
