"""Records taken as they were elsewhere, and the workbooks of registers: each register is one file."""

from datetime import UTC, datetime

import pytest

from evenemang.domain.errors import LostRace
from evenemang.flow.journal import first_broken
from evenemang.flow.storing import REGISTER, Search, Store
from evenemang.store.memory import MemoryStore
from tests.builders import deed, dossier, place, projection, risk

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)


def elsewhere() -> Store:
    """Return another store with a dossier of three versions."""
    store = MemoryStore()
    one = dossier("a3k9", risks=(risk(),))
    for version in range(3):
        deeds = [deed("risks/R1", {"n": version}), deed("event")]
        store.save("dossier", one, expected=version, deeds=deeds, projection=projection(one))
    return store


def test_a_record_is_taken_with_its_version_and_its_journal_as_they_were(store: Store) -> None:
    before = elsewhere()
    stored, rows = before.load("dossier", "a3k9"), before.journal("dossier", "a3k9")
    one = dossier("a3k9", risks=(risk(),))

    store.take("dossier", one, version=3, journal=rows, projection=projection(one))

    assert store.load("dossier", "a3k9") == stored
    assert store.journal("dossier", "a3k9") == rows
    assert [row.id for row in store.dossiers(Search())] == ["a3k9"]
    assert [row.id for row in store.risks()] == ["R1"]
    assert (store.stale(), store.verify()) == (1, [])


def test_what_is_done_to_a_taken_record_is_chained_to_its_past(store: Store) -> None:
    rows = elsewhere().journal("dossier", "a3k9")
    store.take("dossier", dossier("a3k9"), version=3, journal=rows)

    store.save("dossier", dossier("a3k9", name="Vårfesten"), expected=3, deeds=[deed()])

    after = store.journal("dossier", "a3k9")
    assert after[:-1] == rows
    assert first_broken(after) is None
    lease = store.lease(NOW, 60)
    assert lease is not None
    assert lease.version == 4


def test_a_record_that_is_here_is_never_taken_over(store: Store) -> None:
    store.save("place", place("torget"), expected=0, deeds=[deed()])

    with pytest.raises(LostRace):
        store.take("place", place("torget", "Annat"), version=9, journal=())

    assert store.load("place", "torget").record == place("torget")
    assert len(store.journal("place", "torget")) == 1


def test_records_are_taken_in_order_of_arrival_with_their_mark_as_example(store: Store) -> None:
    for name in ("c", "a", "b"):
        store.take("place", place(name), version=1, journal=(), example=name != "a")

    assert store.ids("place") == ("c", "a", "b")
    assert store.examples("place") == {"b", "c"}
    assert store.remove_example() == 2
    assert store.ids("place") == ("a",)


def test_a_register_is_one_workbook_however_many_of_its_records_change(store: Store) -> None:
    for name in ("a", "b"):
        store.save("place", place(name), expected=0, deeds=[deed()])
    store.save("place", place("a", "Nytt"), expected=1, deeds=[deed()])

    lease = store.lease(NOW, 60)

    assert lease is not None
    assert (lease.kind, lease.record, lease.version) == ("place", REGISTER, 3)
    assert store.stale() == 1
    store.written(lease, "register/Platser.xlsx")
    assert store.stale() == 0
    assert store.file_of("place", REGISTER) == (3, "register/Platser.xlsx")


def test_an_emptied_register_is_written_empty(store: Store) -> None:
    store.set("example_loading", "1")
    store.save("place", place("a"), expected=0, deeds=[deed()])
    store.set("example_loading", None)

    store.remove_example()

    lease = store.lease(NOW, 60)
    assert lease is not None
    assert (lease.kind, lease.record, lease.version) == ("place", REGISTER, 0)


def test_a_register_that_has_no_workbook_yet_can_be_asked_for_one(store: Store) -> None:
    store.restale("meeting", REGISTER)

    lease = store.lease(NOW, 60)

    assert lease is not None
    store.written(lease, "register/Möten.xlsx")
    assert store.file_of("meeting", REGISTER) == (0, "register/Möten.xlsx")
