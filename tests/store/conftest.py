"""The stores, empty: the contract holds for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest
from sqlalchemy import delete

from evenemang.flow.storing import Store
from evenemang.store.memory import MemoryStore
from evenemang.store.sql import SqlStore
from evenemang.store.tables import metadata
from tests.postgres import Server

Opening = Callable[[], SqlStore]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty database with its tables: copied, since making them takes half a second."""
    file = tmp_path_factory.mktemp("migrated") / "evenemang.db"
    SqlStore(file).close()
    return file


@pytest.fixture
def database(migrated: Path, tmp_path: Path) -> Path:
    return Path(copy(migrated, tmp_path / "evenemang.db"))


@pytest.fixture
def sql(database: Path) -> Iterator[SqlStore]:
    store = SqlStore(database)
    yield store
    store.close()


@pytest.fixture(scope="session")
def own_database(postgres: Server) -> Iterator[SqlStore]:
    """Return a store on the server, kept by this worker for its tests by turns."""
    store = SqlStore(postgres.database())
    yield store
    store.close()


@pytest.fixture
def on_server(own_database: SqlStore) -> SqlStore:
    """Return the store on the server, emptied."""
    with own_database._engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(delete(table))
    return own_database


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore()
    found: SqlStore = request.getfixturevalue("sql" if request.param == "sqlite" else "on_server")
    return found
