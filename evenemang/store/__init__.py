"""The store: the only home of SQLAlchemy and Alembic."""
