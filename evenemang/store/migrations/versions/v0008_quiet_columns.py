"""Empty the words of what is secret in the plain columns: it is counted there, and said nowhere."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

INCIDENTS = """
UPDATE incident_row SET what = '', alias = NULL, zone = NULL, foreseen = 'hidden'
WHERE EXISTS (
    SELECT 1 FROM risk_row r WHERE r.dossier = incident_row.dossier AND r.id = incident_row.foreseen
    AND (r.secrecy = 'secret' OR r.area = 'threats')
)
"""
ACTIONS = """
UPDATE action_row SET "do" = '', alias = NULL, risk = NULL, secrecy = 'secret'
WHERE secrecy = 'secret' OR EXISTS (
    SELECT 1 FROM risk_row r WHERE r.dossier = action_row.dossier AND r.id = action_row.risk
    AND (r.secrecy = 'secret' OR r.area = 'threats')
)
"""
RISKS = """
UPDATE risk_row SET title = '', alias = NULL, secrecy = 'secret' WHERE secrecy = 'secret' OR area = 'threats'
"""


def upgrade() -> None:
    """Empty them; at the next change of its dossier each row is worked out anew."""
    for statement in (INCIDENTS, ACTIONS, RISKS):
        op.execute(statement)


def downgrade() -> None:
    """Leave them as they are: the words stand in the dossier, and come back at its next change."""
