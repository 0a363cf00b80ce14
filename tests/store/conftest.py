"""Both stores, empty: the contract holds for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copy

import pytest

from evenemang.flow.storing import Store
from evenemang.store.memory import MemoryStore
from evenemang.store.sql import SqlStore

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


@pytest.fixture(params=["memory", "sql"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore()
    found: SqlStore = request.getfixturevalue("sql")
    return found
