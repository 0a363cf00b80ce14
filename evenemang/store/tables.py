"""The tables. Codes in them, never Swedish words; only types that every engine has."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
)

from evenemang.store.columns import Code, Digest, Moment

HEAD = "0015"  # the newest migration; a test holds it

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

record = Table(
    "record",
    metadata,
    Column("kind", Code, primary_key=True),
    Column("id", Code, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("alias", Code),
    Column("example", Boolean, nullable=False),
    Column("created", BigInteger, nullable=False),  # nanoseconds since 1970: the order of arrival
    Column("place", Code),  # what a lesson concerns
    Column("organiser", Code),
    Column("body", Text, nullable=False),
    Index(None, "kind", "alias"),
    Index(None, "kind", "created", "id"),
)

journal = Table(
    "journal",
    metadata,
    Column("kind", Code, primary_key=True),
    Column("record", Code, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("operation", Code, nullable=False),
    Column("touched", Text, nullable=False),
    Column("by", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("before", Text),  # JSON; NULL where a lawful removal took it away
    Column("after", Text),
    Column("salt", Digest),
    Column("digest", Digest, nullable=False),
    Column("hash", Digest, nullable=False),
    Column("source", Text),  # JSON; NULL where no file brought it in
)

dossier_row = Table(
    "dossier_row",
    metadata,
    Column("id", Code, primary_key=True),
    Column("alias", Code),
    Column("name", Text, nullable=False),
    Column("diary_number", Text, nullable=False),
    Column("example", Boolean, nullable=False),
    Column("series", Code),
    Column("organiser", Code),
    Column("organiser_kind", Text),
    Column("place", Code),
    Column("officer", Code),
    Column("opened", Moment, nullable=False),
    Column("starts", Moment),
    Column("ends", Moment),
    Column("occasions", Integer, nullable=False),
    Column("stage", Code, nullable=False),
    Column("contacts_before", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("lessons_waiting", Integer, nullable=False),
    Column("proposals", Integer, nullable=False),
    Column("dismissed", Integer, nullable=False),
    Column("worst_score", Integer),
    Column("worst_level", Code),
    Column("reconsider", Boolean, nullable=False),
    Column("not_assessed", Boolean, nullable=False),
    Column("decision", Code),
    Column("evaluated_on", Date),
    Column("visits", BigInteger),
    Column("some_time", Text),
    Column("from_list", Code),
    Column("days", Text, nullable=False, server_default=""),  # runs of days, as circumstances tell them
    Column("filed", Text, nullable=False, server_default=""),
    Column("patients", BigInteger),
    Column("transports", BigInteger),
    Column("guards", Boolean, nullable=False, server_default=false()),
    Column("ambulances", Integer, nullable=False, server_default="0"),
    Column("sorts", Code, nullable=False),  # starts as text; what has no date comes last
    Column("actions_digest", Digest, nullable=False),  # rows that are the same are not written again
    Column("risks_digest", Digest, nullable=False),
    Column("incidents_digest", Digest, nullable=False),
    Column("attachments_digest", Digest, nullable=False, server_default=""),
    Column("places_digest", Digest, nullable=False, server_default=""),
    Index(None, "sorts", "id"),
    Index(None, "officer", "sorts"),
    Index(None, "stage", "sorts"),
    Index(None, "series", "sorts"),
    Index(None, "place", "sorts"),
    Index(None, "organiser", "sorts"),
    Index(None, "from_list"),
)

dossier_search = Table(  # narrow, and in the order of the list: to look through
    "dossier_search",
    metadata,
    Column("sorts", Code, primary_key=True),
    Column("id", Code, primary_key=True),
    Column("searched", Text, nullable=False),
    sqlite_with_rowid=False,
)

action_row = Table(
    "action_row",
    metadata,
    Column("dossier", Code, ForeignKey("dossier_row.id"), primary_key=True),
    Column("id", Code, primary_key=True),
    Column("alias", Code),
    Column("do", Text, nullable=False),
    Column("risk", Code),
    Column("phase", Code, nullable=False),
    Column("owner", Code),
    Column("due", Date),
    Column("status", Code, nullable=False),
    Column("decided_on", Date),
    Column("done_on", Date),
    Column("helped", Text),
    Column("secrecy", Code, nullable=False),
    Index(None, "due"),
)

risk_row = Table(
    "risk_row",
    metadata,
    Column("dossier", Code, ForeignKey("dossier_row.id"), primary_key=True),
    Column("id", Code, primary_key=True),
    Column("alias", Code),
    Column("area", Code, nullable=False),
    Column("axis", Code, nullable=False),
    Column("harm", Code, nullable=False),
    Column("title", Text, nullable=False),
    Column("likelihood_before", Integer, nullable=False),
    Column("consequence_before", Integer, nullable=False),
    Column("level_before", Code, nullable=False),
    Column("likelihood_after", Integer, nullable=False),
    Column("consequence_after", Integer, nullable=False),
    Column("level_after", Code, nullable=False),
    Column("secrecy", Code, nullable=False),
)

incident_row = Table(
    "incident_row",
    metadata,
    Column("dossier", Code, ForeignKey("dossier_row.id"), primary_key=True),
    Column("id", Code, primary_key=True),
    Column("alias", Code),
    Column("at", Moment, nullable=False),
    Column("type", Code, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("zone", Code),
    Column("what", Text, nullable=False),
    Column("foreseen", Code),
    Column("closed", Date),
    Index(None, "at"),
)

attachment_row = Table(  # which dossiers name a file
    "attachment_row",
    metadata,
    Column("dossier", Code, ForeignKey("dossier_row.id"), primary_key=True),
    Column("file", Code, primary_key=True),
    Index(None, "file"),
)

place_row = Table(  # at which places an event is held
    "place_row",
    metadata,
    Column("dossier", Code, ForeignKey("dossier_row.id"), primary_key=True),
    Column("place", Code, primary_key=True),
    Index(None, "place"),
)

file_let_go = Table(  # files that a dossier named, or nearly: nothing else is ever thrown away
    "file_let_go",
    metadata,
    Column("file", Code, primary_key=True),
    Column("at", BigInteger, primary_key=True),  # nanoseconds since 1970; two may let go at the same time
)

setting = Table(
    "setting",
    metadata,
    Column("name", Code, primary_key=True),
    Column("value", Text, nullable=False),
)

workbook = Table(
    "workbook",
    metadata,
    Column("kind", Code, primary_key=True),
    Column("record", Code, primary_key=True),
    Column("wanted", Integer, nullable=False),  # versions
    Column("written", Integer, nullable=False),
    Column("file", Text),
    Column("queued", BigInteger),  # nanoseconds since 1970: its turn; NULL while it is fresh
    Column("token", Digest),
    Column("until", Moment),
    Column("named", Text),  # what the program called it; `file` may be a person's own name
    Column("why", Code),  # it could not be written, since when, and how often it was tried
    Column("since", Moment),
    Column("tries", Integer, nullable=False, server_default="0"),
    Index(None, "queued"),
)

workbook_file = Table(
    "workbook_file",
    metadata,
    Column("kind", Code, primary_key=True),
    Column("record", Code, primary_key=True),
    Column("path", Text, primary_key=True),  # in the data folder
    Column("digest", Digest, primary_key=True),  # as it was written; empty: by an older program
    Column("cells", Digest, nullable=False),
    Column("coming", Boolean, nullable=False),  # was about to be written, and may have been
)

returned = Table(
    "returned",
    metadata,
    Column("kind", Code, primary_key=True),
    Column("record", Code, primary_key=True),
    Column("digest", Digest, primary_key=True),
    Column("path", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("saved", Moment, nullable=False),
    Column("found", Moment, nullable=False),
)

visit = Table(
    "visit",
    metadata,
    Column("key", Digest, primary_key=True),
    Column("member", Code, nullable=False),
    Column("started", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Column("ended", Boolean, nullable=False),
    Index(None, "seen"),
)

presence = Table(
    "presence",
    metadata,
    Column("key", Digest, primary_key=True),
    Column("dossier", Code, nullable=False),
    Column("who", String(200), nullable=False),
    Column("step", Code, nullable=False),
    Column("place", Code, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "dossier"),
)

ballot = Table(
    "ballot",
    metadata,
    Column("meeting", Code, primary_key=True),
    Column("event", Code, primary_key=True),
    Column("risk", Code, primary_key=True),
    Column("who", Code, primary_key=True),
    Column("likelihood", Integer, nullable=False),
    Column("consequence", Integer, nullable=False),
)
