"""Rows of a year as they lie in the store: counted there, and read one by one only to be listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar, overload

Row = TypeVar("Row")
Count = TypeVar("Count")


class Read(Sequence[Row]):
    """Rows that are read when they are first asked for."""

    def __init__(self, read: Callable[..., tuple[Row, ...]]) -> None:
        """Read nothing yet."""
        self._read = read

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All of them: a year may have ten thousand."""
        return self._read()

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        """Read them."""
        return iter(self.rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """Return one, or some."""
        return self.rows[at]


class Kept(Read[Row], Generic[Row, Count]):
    """Rows that the store counts without reading them, too."""

    def __init__(self, read: Callable[..., tuple[Row, ...]], count: Callable[..., tuple[Count, ...]]) -> None:
        """Read and count nothing yet."""
        super().__init__(read)
        self.counts = count

    @cached_property
    def open(self) -> tuple[Row, ...]:
        """Those that are still to be done, or closed."""
        return self._read(open_only=True)


def counts_of(
    rows: Sequence[Row], count: Callable[..., tuple[Count, ...]], **told_apart: Any
) -> tuple[Count, ...]:
    """Return how many rows were alike, whether they lie in the store or are counted here by `count`."""
    return rows.counts(**told_apart) if isinstance(rows, Kept) else count(rows, **told_apart)


def open_of(rows: Sequence[Row], is_open: Callable[[Row], bool]) -> tuple[Row, ...]:
    """Return the rows that are open, whether they lie in the store or have been read."""
    return rows.open if isinstance(rows, Kept) else tuple(filter(is_open, rows))
