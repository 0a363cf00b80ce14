"""What a server brings with it: it goes down and comes back, and others work on it at the same time."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from textwrap import dedent

import pytest
from sqlalchemy import select, update

from evenemang.domain.errors import LostRace, ServerUnfit, StoreUnfit
from evenemang.flow.storing import REGISTER
from evenemang.store.sql import SqlStore
from evenemang.store.tables import record
from tests.builders import deed, dossier, place, projection
from tests.postgres import Server, server

NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)
WORK = dedent(
    """
    import sys
    from datetime import UTC, datetime
    from evenemang.domain.errors import LostRace
    from evenemang.domain.organiser import Contact
    from evenemang.store.sql import SqlStore
    from tests.builders import NOON, deed, dossier, projection
    url, me = sys.argv[1:]
    store = SqlStore(url)  # both bring the tables up at once
    for number in range(15):
        while True:
            try:
                found = store.load("dossier", "a")
            except Exception as none:
                one, version = dossier("a"), 0
            else:
                one, version = found.record, found.version
            called = Contact(on=NOON.date(), by=me, how="phone", what=f"{me} {number}")
            more = one.model_copy(update={"contacts": (*one.contacts, called)})
            try:
                store.save("dossier", more, expected=version, deeds=[deed()], projection=projection(more))
                break
            except LostRace:
                continue
        store.save("dossier", dossier(f"{me}-{number}"), expected=0, deeds=[deed()])
    print("saved", flush=True)
    sys.stdin.readline()  # until the other is done too
    while lease := store.lease(datetime.now(UTC), 60):
        print(lease.record, flush=True)
        store.written(lease, f"{lease.record}.xlsx")
    store.close()
    """
)


def keep(store: SqlStore, version: int) -> int:
    one = dossier("a", name=f"Version {version}")
    return store.save("dossier", one, expected=version - 1, deeds=[deed()], projection=projection(one))


@pytest.fixture
def own() -> Iterator[tuple[Server, SqlStore]]:
    with server() as found:
        store = SqlStore(found.database())
        yield found, store
        store.close()


def test_a_server_that_goes_down_in_the_middle_loses_nothing_acknowledged_and_work_goes_on(
    own: tuple[Server, SqlStore],
) -> None:
    found, store = own
    acknowledged, under_way = [0], threading.Event()

    def save_on() -> StoreUnfit:
        while True:
            try:
                acknowledged.append(keep(store, acknowledged[-1] + 1))
            except StoreUnfit as away:
                return away
            if len(acknowledged) > 20:
                under_way.set()

    with ThreadPoolExecutor(1) as pool:
        saving = pool.submit(save_on)
        assert under_way.wait(timeout=30)
        found.stop("immediate")
        refused = saving.result(timeout=30)
    with pytest.raises(ServerUnfit) as unread:
        store.load("dossier", "a")
    found.start()

    for told in (refused, unread.value):
        assert "svarar inte" in told.say("sv")
    stored = store.load("dossier", "a").version
    assert stored in (acknowledged[-1], acknowledged[-1] + 1)  # the last may have got in without a word
    assert len(store.journal("dossier", "a")) == stored
    assert keep(store, stored + 1) == stored + 1
    assert store.verify() == []


def test_two_processes_on_one_database_lose_nothing_and_share_the_workbooks(postgres: Server) -> None:
    url = postgres.database()
    both = [
        subprocess.Popen(
            [sys.executable, "-c", WORK, url, me], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for me in ("sara", "bo")
    ]
    for one in both:
        assert one.stdout is not None
        assert one.stdout.readline() == "saved\n"
    written = [one.communicate("go\n", timeout=60)[0].split() for one in both]

    store = SqlStore(url)
    kept = store.load("dossier", "a").record
    wanted = {f"{me} {number}" for me in ("sara", "bo") for number in range(15)}
    assert {one.what for one in kept.contacts} == wanted  # type: ignore[union-attr]
    assert sorted([*written[0], *written[1]]) == sorted(store.ids("dossier"))  # each once, by one of them
    assert store.stale() == 0
    assert store.verify() == []
    store.close()


def test_two_who_add_to_a_register_at_once_count_each_others(on_server: SqlStore) -> None:
    def add(number: int) -> None:
        for attempt in range(3):
            try:
                on_server.save("place", place(f"p{number}"), expected=0, deeds=[deed()])
            except LostRace:  # both made the register's own row: again, as Workspace does
                assert attempt < 2
            else:
                return

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(add, range(24)))

    lease = on_server.lease(NOW, 60)
    assert lease is not None
    assert (lease.record, lease.version) == (REGISTER, 24)


def test_a_deadlock_is_a_lost_race(on_server: SqlStore) -> None:
    for name in ("a", "b"):
        on_server.save("place", place(name), expected=0, deeds=[deed()])
    met = threading.Barrier(2)

    def both(first: str, second: str) -> str:
        try:
            with on_server._writing() as connection:
                for name in (first, second):
                    connection.execute(update(record).where(record.c.id == name).values(alias=first))
                    if name == first:
                        met.wait(timeout=20)
        except LostRace:
            return "lost"
        return "won"

    with ThreadPoolExecutor(2) as pool:
        found = sorted(pool.map(both, ("a", "b"), ("b", "a")))

    assert found == ["lost", "won"]


def test_whoever_waits_too_long_for_somebody_else_is_told_so(on_server: SqlStore, postgres: Server) -> None:
    url = on_server._engine.url.render_as_string()
    on_server.save("place", place("a"), expected=0, deeds=[deed()])
    hasty = SqlStore(f"{url}&options=-c%20lock_timeout%3D100ms")

    with on_server._writing() as holding:
        holding.execute(select(record).with_for_update()).all()
        with pytest.raises(StoreUnfit) as refused:
            hasty.save("place", place("a", "Nytt"), expected=1, deeds=[deed()])

    assert "någon annan skriver" in refused.value.say("sv")
    assert hasty.load("place", "a").version == 1
    hasty.close()


def test_a_reader_sees_one_moment_however_long_it_looks(on_server: SqlStore) -> None:
    keep(on_server, 1)
    with on_server._reading() as looking:
        before = looking.execute(select(record.c.version)).scalar_one()
        keep(on_server, 2)
        assert looking.execute(select(record.c.version)).scalar_one() == before

    assert on_server.load("dossier", "a").version == 2


def test_text_that_the_server_cannot_hold_is_refused_with_a_sentence(on_server: SqlStore) -> None:
    with pytest.raises(StoreUnfit) as refused:
        on_server.set("municipality", "Ber\0gby")

    assert "ett tecken som databasen inte kan spara" in refused.value.say("sv")
    assert on_server.setting("municipality") is None


def test_a_server_samples_what_is_searched_closely_enough_to_tell_a_rare_text(on_server: SqlStore) -> None:
    sampled = (
        "SELECT attstattarget FROM pg_attribute "
        "WHERE attrelid = 'dossier_search'::regclass AND attname = 'searched'"
    )

    with on_server._engine.connect() as connection:
        assert connection.exec_driver_sql(sampled).scalar_one() == 1000
