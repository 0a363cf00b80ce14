"""A past that somebody has changed in the database is found, and the row is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenemang.flow.journal import Source
from evenemang.store.sql import SqlStore
from tests.builders import deed, dossier, place

COLUMNS = {  # what each column could be turned into that the program did not write
    "kind": ("'place'", "'elefant'"),
    "record": ("'b'", "'ingen'"),
    "version": ("version + 40", "'x'"),
    "number": ("number + 40", "-1"),
    "operation": ("'answer'", "''"),
    "touched": ("'event/name'",),
    '"by"': ("'Någon annan'", "''"),
    '"at"': ("'2027-05-03T11:59:59.000000Z'", "'i går'"),
    '"before"': ("'\"annat\"'", "'{'"),
    '"after"': ("'\"annat\"'", "NULL"),
    "salt": ("'00'", "NULL"),
    "digest": ("hash",),
    "hash": ("digest",),
    "source": ('\'{"file": "påhittad.xlsx"}\'', "'ingen fil'"),
}
CHANGES = [(column, value) for column, values in COLUMNS.items() for value in values]
KEYS = [(1, 0), (1, 1), (2, 0), (3, 0), (3, 1), (3, 2)]  # the journal of dossier a, as `filled` makes it


@pytest.fixture(scope="module")
def filled(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two dossiers and a place; dossier a has six rows in three versions."""
    file = tmp_path_factory.mktemp("journal") / "evenemang.db"
    file.write_bytes(migrated.read_bytes())
    store = SqlStore(file)
    of_file = deed().model_copy(update={"source": Source(file="åter.xlsx")})
    for expected, deeds in enumerate(
        ([deed(), deed("risks/R1")], [of_file], [deed(), deed("note", "b", "a"), deed("x")])
    ):
        store.save("dossier", dossier("a"), expected=expected, deeds=deeds)
    store.save("dossier", dossier("b"), expected=0, deeds=[deed()])
    store.save("place", place("torget"), expected=0, deeds=[deed()])
    assert store.verify() == []
    store.close()
    return file


@contextmanager
def tampered_with(filled: Path, change: Callable[[sqlite3.Connection], object]) -> Iterator[SqlStore]:
    """Open the database as somebody has left it, and give it back as it was afterwards."""
    before = filled.read_bytes()
    try:
        with closing(sqlite3.connect(filled)) as raw, raw:
            change(raw)
        store = SqlStore(filled)
        yield store
        store.close()
    finally:
        for left in filled.parent.glob("evenemang.db-*"):
            left.unlink()
        filled.write_bytes(before)


def where(key: tuple[int, int]) -> str:
    return f"kind = 'dossier' AND record = 'a' AND version = {key[0]} AND number = {key[1]}"


def swap(raw: sqlite3.Connection, one: tuple[int, int], other: tuple[int, int]) -> None:
    for old, new in ((one, (99, 99)), (other, one), ((99, 99), other)):
        raw.execute(f"UPDATE journal SET version = {new[0]}, number = {new[1]} WHERE {where(old)}")


def insert(raw: sqlite3.Connection, like: tuple[int, int], key: tuple[int, int]) -> None:
    columns = [row[1] for row in raw.execute("PRAGMA table_info(journal)")]
    taken = [{"version": str(key[0]), "number": str(key[1])}.get(one, f'"{one}"') for one in columns]
    raw.execute(f"INSERT INTO journal SELECT {', '.join(taken)} FROM journal WHERE {where(like)}")


def told(filled: Path, change: Callable[[sqlite3.Connection], object]) -> list[str]:
    with tampered_with(filled, change) as store:
        return [one.sv for one in store.verify()]


@given(change=st.sampled_from(CHANGES), key=st.sampled_from(KEYS))
@settings(max_examples=60)
def test_any_change_of_a_row_is_found(filled: Path, change: tuple[str, str], key: tuple[int, int]) -> None:
    column, value = change
    found = told(
        filled,
        lambda raw: raw.execute(f"UPDATE OR REPLACE journal SET {column} = {value} WHERE {where(key)}"),
    )

    assert found
    assert all("ändrad i efterhand" in one for one in found)
    assert any("ärendet a" in one for one in found)


@pytest.mark.parametrize("key", KEYS)
def test_any_removed_row_is_found(filled: Path, key: tuple[int, int]) -> None:
    assert told(filled, lambda raw: raw.execute(f"DELETE FROM journal WHERE {where(key)}"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda raw: raw.execute(f"UPDATE journal SET \"by\" = 'Annan' WHERE {where((2, 0))}"),
            "rad 3 (version 2, 2027-05-03 12:00, Annan) har fått annat innehåll",
        ),
        (lambda raw: raw.execute(f"DELETE FROM journal WHERE {where((2, 0))}"), "borttagna vid rad 3"),
        (lambda raw: raw.execute(f"DELETE FROM journal WHERE {where((3, 2))}"), "borttagna vid rad 4"),
        (
            lambda raw: raw.execute("DELETE FROM journal WHERE record = 'a' AND version = 3"),
            "slutar vid version 2, men version 3 är sparad",
        ),
        (lambda raw: swap(raw, (1, 1), (2, 0)), "rad 2 (version 1, "),
        (lambda raw: swap(raw, (3, 0), (3, 2)), "rad 4 (version 3, 2027-05-03 12:00, Sara Lind) stod på en"),
        (lambda raw: insert(raw, (1, 0), (2, 1)), "inskjutna vid rad 3"),
        (lambda raw: insert(raw, (1, 0), (4, 0)), "rad 7 (version 4, "),
        (lambda raw: raw.execute("DELETE FROM record WHERE id = 'torget'"), "platsen torget är ändrad i"),
        (lambda raw: raw.execute("UPDATE journal SET \"at\" = 'x' WHERE version = 2"), "rad 3 går inte att"),
        (lambda raw: raw.execute("UPDATE record SET body = '{' WHERE id = 'b'"), "ärendet b är ändrad"),
    ],
)
def test_what_was_done_is_told_with_its_row(
    filled: Path, change: Callable[[sqlite3.Connection], object], said: str
) -> None:
    (found,) = told(filled, change)

    assert said in found


def test_a_journal_from_before_rows_were_counted_is_still_whole(filled: Path) -> None:
    from evenemang.flow.journal import FIRST, chain_hash, first_broken

    with tampered_with(filled, lambda raw: None) as store:
        previous, older = FIRST, []
        for one in store.journal("dossier", "a"):
            row = (previous, one.kind, one.record, one.version, one.number, one.deed, one.digest)
            previous = chain_hash(*row)
            older.append(one.model_copy(update={"hash": previous}))

    assert first_broken(older) is None
