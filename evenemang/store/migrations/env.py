"""Run by Alembic: migrates on the connection that is handed over."""

from alembic import context

from evenemang.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
