"""What every part of the store in a database stands on: a connection to ask by, one to read, one to write."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Select


class SqlPart(ABC):
    """A part of the store; the whole says how it reads and writes."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _asking(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with self._asking() as connection:
            return connection.execute(query).all()
